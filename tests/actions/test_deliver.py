"""What is queued arrives, once, at the right person; whatever the relay says is written down."""

import socket
from dataclasses import replace
from pathlib import Path

import pytest
from letters import MAIL, NOW
from post import outbox, queue, states
from relay import DROP, VANISH, Relay, running
from sqlalchemy import Engine

from actions.deliver import NoMailUrlError, RelayDownError, deliver
from language.catalog import explain
from models.store import transaction
from notifications.delivery.settings import MailSettings
from notifications.outbox import cancel

NAMES = tuple(f"Person{number}" for number in range(12))


@pytest.fixture
def mail(relay: Relay) -> MailSettings:
    return replace(MAIL, url=relay.url, command_seconds=5, data_seconds=5)


def test_each_mail_arrives_once_with_its_stored_bytes(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna", "Bo", "Cilla")
    result = deliver(engine, now=NOW, mail=mail)
    assert (result.sent, result.waiting, result.relay_problem) == (3, 0, None)
    assert [one.content for one in relay.arrived] == [each.content for each in outbox(engine)]
    assert [one.recipient for one in relay.arrived] == [
        "anna@example.se",
        "bo@example.se",
        "cilla@example.se",
    ]
    assert {one.sender for one in relay.arrived} == {"tidplan@example.se"}
    assert relay.connections == 1


def test_a_second_run_sends_nothing(engine: Engine, relay: Relay, mail: MailSettings) -> None:
    queue(engine, "Anna")
    deliver(engine, now=NOW, mail=mail)
    assert deliver(engine, now=NOW, mail=mail).sent == 0
    assert len(relay.arrived) == 1


def test_the_same_occasion_is_queued_once_until_it_is_cancelled(engine: Engine) -> None:
    queue(engine, "Anna")
    queue(engine, "Anna")
    assert states(engine) == ["queued"]
    with transaction(engine) as session:
        assert cancel(session, because="answered", now=NOW) == 1
    queue(engine, "Anna")
    assert states(engine) == ["cancelled", "queued"]


def test_cancelled_mail_is_not_sent(engine: Engine, relay: Relay, mail: MailSettings) -> None:
    queue(engine, "Anna", "Bo")
    with transaction(engine) as session:
        cancel(session, message_ids=[1], because="answered", now=NOW)
    assert deliver(engine, now=NOW, mail=mail).sent == 1
    assert [one.recipient for one in relay.arrived] == ["bo@example.se"]


def test_without_a_mail_url_everything_waits(engine: Engine) -> None:
    queue(engine, "Anna")
    result = deliver(engine, now=NOW, mail=MAIL)
    assert (result.sent, result.waiting) == (0, 1)
    assert isinstance(result.relay_problem, NoMailUrlError)


def test_a_relay_that_is_down_loses_nothing_and_charges_nobody(engine: Engine) -> None:
    queue(engine, "Anna", "Bo")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, never listening: nobody answers here
        down = replace(MAIL, url=f"mailto://127.0.0.1:{taken.getsockname()[1]}")
        result = deliver(engine, now=NOW, mail=down)
    assert (result.sent, result.waiting) == (0, 2)
    assert isinstance(result.relay_problem, RelayDownError)
    assert [each.attempts for each in outbox(engine)] == [0, 0]


def test_a_relay_that_comes_back_gets_all_of_it_at_once(engine: Engine) -> None:
    queue(engine, "Anna", "Bo")
    with running() as relay:
        mail = replace(MAIL, url=relay.url, command_seconds=5)
        relay.answer("connect", "421 4.3.2 Closing")
        assert deliver(engine, now=NOW, mail=mail).waiting == 2
        assert deliver(engine, now=NOW, mail=mail).sent == 2


@pytest.mark.parametrize(
    ("stage", "answer", "state", "others"),
    [
        pytest.param(
            "connect", "554 5.3.2 No service", "queued", "queued", id="refused at connect"
        ),
        pytest.param("connect", DROP, "queued", "queued", id="dropped at connect"),
        pytest.param("ehlo", DROP, "queued", "queued", id="dropped at the greeting"),
        pytest.param(
            "mail", "530 5.7.0 Log in", "queued", "queued", id="5xx at MAIL: the relay's own"
        ),
        pytest.param("mail", "451 4.3.0 Later", "queued", "queued", id="4xx at MAIL"),
        pytest.param("mail", DROP, "queued", "queued", id="dropped at MAIL"),
        pytest.param("rcpt", "450 4.2.1 Busy", "queued", "sent", id="4xx at RCPT: tried again"),
        pytest.param("rcpt", "550 5.1.1 Unknown", "failed", "sent", id="5xx at RCPT: failed"),
        pytest.param("rcpt", DROP, "queued", "sent", id="dropped at RCPT"),
        pytest.param("data", "451 4.3.0 Later", "queued", "sent", id="4xx at DATA"),
        pytest.param("data", "554 5.7.1 No", "failed", "sent", id="5xx at DATA"),
        pytest.param("data", DROP, "queued", "sent", id="dropped at DATA"),
        pytest.param("content", "451 4.3.0 Later", "queued", "sent", id="4xx after the content"),
        pytest.param("content", "554 5.6.0 Spam", "failed", "sent", id="5xx after the content"),
        pytest.param("content", VANISH, "queued", "sent", id="taken, then dropped"),
    ],
)
def test_what_the_relay_says_decides_what_becomes_of_it(
    engine: Engine,
    relay: Relay,
    mail: MailSettings,
    stage: str,
    answer: str,
    state: str,
    others: str,
) -> None:
    queue(engine, "Anna", "Bo")
    relay.answer(stage, answer)
    result = deliver(engine, now=NOW, mail=mail)
    assert states(engine) == [state, others]
    assert (result.relay_problem is not None) is (others == "queued")
    assert all(each.data_at is None for each in outbox(engine) if each.state == "failed")


def test_a_wrong_password_is_the_relays_business(engine: Engine, relay: Relay) -> None:
    queue(engine, "Anna")
    relay.password = "right"
    wrong = replace(MAIL, url=f"mailto://me:wr0ng-secret@127.0.0.1:{relay.port}")
    result = deliver(engine, now=NOW, mail=wrong)
    assert result.relay_problem is not None
    assert result.relay_problem.values["stage"] == "auth"
    assert "535 5.7.8 Wrong password" in explain(result.relay_problem, "sv")
    assert "wr0ng-secret" not in str(result.relay_problem)
    assert (states(engine), outbox(engine)[0].attempts) == (["queued"], 0)
    right = replace(MAIL, url=f"mailto://me:right@127.0.0.1:{relay.port}")
    assert deliver(engine, now=NOW, mail=right).sent == 1


def test_a_kept_session_that_has_died_is_opened_anew(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna", "Bo", "Cilla")
    relay.answer("other", DROP)
    relay.script["mail"].extend(["250 Ok", "421 4.7.0 Enough for one session"])
    assert deliver(engine, now=NOW, mail=mail).sent == 3
    assert relay.connections == 2


def test_all_mail_goes_to_the_test_address_while_it_is_set(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna", "Bo")
    deliver(engine, now=NOW, mail=replace(mail, redirect="Test <test@example.se>"))
    assert [one.recipient for one in relay.arrived] == ["test@example.se"] * 2
    assert [one.message["To"].addresses[0].username for one in relay.arrived] == ["anna", "bo"]


def test_a_limit_leaves_the_rest_for_later(engine: Engine, mail: MailSettings) -> None:
    queue(engine, "Anna", "Bo", "Cilla")
    result = deliver(engine, now=NOW, mail=mail, limit=2)
    assert (result.sent, result.waiting) == (2, 1)


def test_mail_is_written_to_files_where_a_directory_is_named(
    engine: Engine, tmp_path: Path
) -> None:
    queue(engine, "Anna", "Bo")
    folder = tmp_path / "post" / "ut"
    assert deliver(engine, now=NOW, mail=replace(MAIL, url=f"eml:{folder}")).sent == 2
    written = sorted(file.read_bytes() for file in folder.glob("*.eml"))
    assert written == sorted(message.content for message in outbox(engine))


def test_a_directory_that_cannot_be_written_is_a_relay_that_is_down(
    engine: Engine, tmp_path: Path
) -> None:
    queue(engine, "Anna")
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    result = deliver(engine, now=NOW, mail=replace(MAIL, url=f"eml:{in_the_way}"))
    assert (result.waiting, type(result.relay_problem)) == (1, RelayDownError)


def test_several_connections_share_the_work(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, *NAMES)
    result = deliver(engine, now=NOW, mail=replace(mail, connections=4))
    assert (result.sent, result.waiting, result.relay_problem) == (len(NAMES), 0, None)
    assert sorted(one.recipient for one in relay.arrived) == sorted(
        f"{name.lower()}@example.se" for name in NAMES
    )
    assert set(states(engine)) == {"sent"}


def test_several_connections_keep_to_the_limit_together(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, *NAMES)
    result = deliver(engine, now=NOW, mail=replace(mail, connections=4), limit=5)
    assert (result.sent, result.waiting, len(relay.arrived)) == (5, len(NAMES) - 5, 5)


def test_a_relay_that_takes_fewer_connections_gets_it_all_over_those(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, *NAMES)
    relay.answer("connect", "421 4.7.0 too many connections")
    result = deliver(engine, now=NOW, mail=replace(mail, connections=2))
    assert (result.sent, result.waiting, result.relay_problem) == (len(NAMES), 0, None)


def test_a_relay_that_is_down_is_told_once_whatever_the_connections(engine: Engine) -> None:
    queue(engine, *NAMES)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        down = replace(MAIL, url=f"mailto://127.0.0.1:{taken.getsockname()[1]}", connections=4)
        result = deliver(engine, now=NOW, mail=down)
    assert (result.sent, result.waiting) == (0, len(NAMES))
    assert isinstance(result.relay_problem, RelayDownError)
    assert {each.attempts for each in outbox(engine)} == {0}
