"""What an administrator sees of the outbox, and may change in it."""

import json
from pathlib import Path

import pytest
from letters import MAIL, NOW
from post import queue_many
from sqlalchemy import update

from actions.deliver import deliver
from cli.main import exit_code
from cli.words import reader
from models.store import open_database, transaction
from models.tables.mail import OutboxMessage
from notifications.delivery.settings import MailSettings


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TIDPLAN_HOME", str(tmp_path))
    monkeypatch.setenv("TIDPLAN_LANGUAGE", "sv")
    reader.cache_clear()
    return tmp_path


@pytest.fixture
def outbox(home: Path) -> Path:
    """Two mails: the first is sent, the second waits."""
    engine = open_database(f"sqlite:///{home / 'tidplan.db'}")
    queue_many(engine, 2)
    deliver(
        engine, now=NOW, mail=MailSettings(url=f"eml:{home}/post", sender=MAIL.sender), limit=1
    )
    engine.dispose()
    return home


def listed(capsys: pytest.CaptureFixture[str]) -> list[tuple[int, str]]:
    capsys.readouterr()
    assert exit_code(["outbox", "list", "--json"]) == 0
    return [(each["id"], each["state"]) for each in json.loads(capsys.readouterr().out)]


@pytest.mark.usefixtures("home")
def test_an_empty_outbox_names_its_database(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["outbox", "list"]) == 0
    assert "tidplan.db" in capsys.readouterr().out


@pytest.mark.usefixtures("outbox")
def test_the_list_shows_states_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["outbox", "list"]) == 0
    shown = capsys.readouterr().out
    assert "skickat" in shown
    assert "väntar" in shown


@pytest.mark.usefixtures("outbox")
def test_the_list_can_be_narrowed(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["outbox", "list", "--state", "sent", "--json"]) == 0
    assert [each["id"] for each in json.loads(capsys.readouterr().out)] == [1]


@pytest.mark.usefixtures("outbox")
def test_one_mail_is_shown_with_what_happened_to_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["outbox", "show", "1", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert [event["what"] for event in shown["events"]] == ["sent"]
    assert shown["content"].startswith("From:")


def test_the_exact_bytes_can_be_had(
    outbox: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert exit_code(["outbox", "show", "1", "--eml"]) == 0
    [file] = (outbox / "post").glob("*.eml")
    assert capfdbinary.readouterr().out == file.read_bytes()


@pytest.mark.usefixtures("outbox")
def test_what_waits_can_be_cancelled_and_what_is_sent_cannot(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert exit_code(["outbox", "cancel", "1", "2"]) == 0
    assert listed(capsys) == [(1, "sent"), (2, "cancelled")]
    assert exit_code(["outbox", "cancel", "1"]) == 1


@pytest.mark.usefixtures("outbox")
def test_what_is_sent_can_be_sent_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["outbox", "resend", "1"]) == 0
    assert listed(capsys) == [(1, "queued"), (2, "queued")]
    assert exit_code(["outbox", "show", "1"]) == 0
    assert "Kan ha kommit fram en gång tidigare." in capsys.readouterr().out


def test_what_has_failed_can_be_tried_again(
    outbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = open_database(f"sqlite:///{outbox / 'tidplan.db'}")
    with transaction(engine) as session:
        session.execute(update(OutboxMessage).where(OutboxMessage.id == 2).values(state="failed"))
    engine.dispose()
    assert exit_code(["outbox", "retry", "2"]) == 0
    assert listed(capsys) == [(1, "sent"), (2, "queued")]


@pytest.mark.usefixtures("outbox")
@pytest.mark.parametrize("act", ["show", "retry", "cancel", "resend"])
def test_an_unknown_number_is_told_in_one_sentence(
    act: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code(["outbox", act, "99"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.usefixtures("outbox")
def test_the_outbox_is_put_on_hold_and_released(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["outbox", "release"]) == 0
    assert "hålls inte kvar" in capsys.readouterr().out
    assert exit_code(["outbox", "hold"]) == 0
    assert listed(capsys) == [(1, "sent"), (2, "held")]
    assert exit_code(["outbox", "list"]) == 0
    assert "tidplan outbox release" in capsys.readouterr().out
    assert exit_code(["doctor"]) == 1
    assert "! Utkorgen hålls kvar sedan" in capsys.readouterr().out
    assert exit_code(["outbox", "status", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["states"]["held"], shown["holds"][0]["because"]) == (1, "by_hand")
    assert exit_code(["outbox", "release"]) == 0
    assert listed(capsys) == [(1, "sent"), (2, "queued")]
    assert exit_code(["outbox", "status"]) == 0
    assert "släpp" not in capsys.readouterr().out
