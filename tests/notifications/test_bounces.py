"""Mail that comes back finds the message that it was, and no other."""

from dataclasses import replace
from pathlib import Path

import pytest
from letters import MAIL, NOW
from post import outbox, queue
from relay import Relay
from sqlalchemy import Engine

from actions.bounced import NotOurMailError, note_bounce
from actions.deliver import deliver
from cli.main import exit_code
from models.store import transaction
from notifications.bounces import BounceSettings, NoBounceReportError, read_bounce

BOUNCES = BounceSettings("studs@example.se", b"k" * 40)
REPORT = """\
From: MAILER-DAEMON@relay.example.se
To: {to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Sorry.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example.se
Arrival-Date: Mon, 28 Nov 2022 08:00:00 +0100

Final-Recipient: rfc822; anna@example.se
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <anna@example.se>:
 Recipient address rejected

--b
Content-Type: {returned}

Message-ID: {message_id}
Subject: Hej

--b--
"""


def a_report(**given: str) -> bytes:
    known = {
        "to": "tidplan@example.se",
        "action": "failed",
        "returned": "text/rfc822-headers",
        "message_id": "<somebody@else.example.se>",
    }
    return REPORT.format(**(known | given)).encode()


def sent(engine: Engine, relay: Relay) -> None:
    queue(engine, "Anna", "Bo")
    deliver(engine, now=NOW, mail=replace(MAIL, url=relay.url, bounces=BOUNCES))


def bounces(engine: Engine, report: bytes) -> list[str]:
    with transaction(engine) as session:
        note_bounce(session, read_bounce(report), bounces=BOUNCES, now=NOW)
    return [one.state for one in outbox(engine)]


def test_each_mail_has_an_envelope_of_its_own(engine: Engine, relay: Relay) -> None:
    sent(engine, relay)
    envelopes = [one.sender for one in relay.arrived]
    assert [BOUNCES.number_in(one) for one in envelopes] == [1, 2]
    assert all(one.startswith("studs+") and one.endswith("@example.se") for one in envelopes)
    assert {str(one.message["From"].addresses[0].addr_spec) for one in relay.arrived} == {
        "tidplan@example.se"
    }


def test_a_report_finds_its_mail_by_the_signed_address(engine: Engine, relay: Relay) -> None:
    sent(engine, relay)
    assert bounces(engine, a_report(to=f"<{relay.arrived[1].sender}>")) == ["sent", "bounced"]
    assert "550 5.1.1" in str(outbox(engine)[1].problem)


@pytest.mark.parametrize("returned", ["text/rfc822-headers", "message/rfc822"])
def test_or_by_the_mail_that_it_brings_back(engine: Engine, relay: Relay, returned: str) -> None:
    sent(engine, relay)
    report = a_report(message_id=relay.arrived[0].message_id, returned=returned)
    assert bounces(engine, report) == ["bounced", "sent"]


def test_a_delay_is_only_written_down(engine: Engine, relay: Relay) -> None:
    sent(engine, relay)
    report = a_report(message_id=relay.arrived[0].message_id, action="delayed")
    assert bounces(engine, report) == ["sent", "sent"]


@pytest.mark.parametrize("forged", ["studs+1.0123456789ab@example.se", "studs+1@example.se", ""])
def test_an_address_that_we_have_not_signed_means_nothing(
    engine: Engine, relay: Relay, forged: str
) -> None:
    sent(engine, relay)
    with pytest.raises(NotOurMailError):
        bounces(engine, a_report(to=forged))


@pytest.mark.parametrize("content", [b"", b"Subject: Hej\n\nHej!", b"\xff\x00" * 50])
def test_what_is_no_report_is_refused(content: bytes) -> None:
    with pytest.raises(NoBounceReportError):
        read_bounce(content)


def test_a_report_is_fed_by_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TIDPLAN_HOME", str(tmp_path))
    monkeypatch.setenv("TIDPLAN_MAIL_BOUNCES", "studs@example.se")
    file = tmp_path / "report.eml"
    file.write_bytes(a_report())
    assert exit_code(["outbox", "bounced", str(file)]) == 2
    file.write_text("Hej")
    assert exit_code(["outbox", "bounced", str(file)]) == 2
    assert capsys.readouterr().err.count("\n") == 2
