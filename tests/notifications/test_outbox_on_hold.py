"""An outbox on hold: nothing leaves, nothing is lost, and what may have left is flagged."""

from dataclasses import replace
from pathlib import Path

import pytest
from letters import MAIL, NOW
from post import events, outbox, queue, states
from relay import VANISH, Relay
from sqlalchemy import Engine

from actions.deliver import deliver
from models.backup import NoBackupError, back_up, restore
from models.outbox_hold import hold, hold_copy, release, standing_holds
from models.store import open_database, transaction
from models.tables.people import Council
from notifications.delivery.settings import MailSettings
from notifications.outbox import cancel


@pytest.fixture
def mail(relay: Relay) -> MailSettings:
    return replace(MAIL, url=relay.url, command_seconds=5, data_seconds=5)


def put_on_hold(engine: Engine) -> int:
    with transaction(engine) as session:
        return hold(session, because="by_hand", by="Greta", now=NOW)


def let_go(engine: Engine) -> int:
    with transaction(engine) as session:
        return release(session, by="Greta", now=NOW)


def test_nothing_leaves_until_it_is_released(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna")
    assert put_on_hold(engine) == 1
    queue(engine, "Anna", "Bo")  # Bo's comes while the hold stands
    assert deliver(engine, now=NOW, mail=mail).sent == 0
    assert (states(engine), relay.arrived) == (["held", "held"], [])
    assert let_go(engine) == 2
    assert deliver(engine, now=NOW, mail=mail).sent == 2
    assert [what for what, _, _ in events(engine)] == ["held", "released", "released"] + 2 * [
        "sent"
    ]


def test_a_retry_under_a_hold_is_held_too(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna")
    relay.answer("rcpt", "450 4.2.1 Busy")

    def place(step: str) -> None:
        if step == "claimed":
            put_on_hold(engine)

    deliver(engine, now=NOW, mail=mail, limit=1, at_step=place)
    assert states(engine) == ["queued"]
    deliver(engine, now=NOW, mail=mail)
    assert states(engine) == ["held"]


def test_another_council_is_not_held_up(engine: Engine, mail: MailSettings) -> None:
    queue(engine, "Anna")
    with transaction(engine) as session:
        other = Council(slug="other", name="B", language="sv")
        session.add(other)
        session.flush()
        hold(session, because="by_hand", by="Greta", now=NOW, council_id=other.id)
    assert deliver(engine, now=NOW, mail=mail).sent == 1


def test_what_is_held_can_be_taken_back(engine: Engine, mail: MailSettings) -> None:
    queue(engine, "Anna", "Bo")
    put_on_hold(engine)
    with transaction(engine) as session:
        assert cancel(session, message_ids=[1], because="answered", now=NOW) == 1
    let_go(engine)
    assert deliver(engine, now=NOW, mail=mail).sent == 1
    assert states(engine) == ["cancelled", "sent"]


def test_after_a_restore_all_that_waits_may_be_a_second_copy(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna", "Bo", "Cilla")
    relay.answer("content", VANISH)
    deliver(engine, now=NOW, mail=mail, limit=2)
    with transaction(engine) as session:
        assert hold_copy(session, by="Greta", now=NOW) == 2
    assert [(one.state, one.copies) for one in outbox(engine)] == [
        ("held", 1),
        ("sent", 0),
        ("held", 1),
    ]
    with transaction(engine) as session:
        cancel(session, message_ids=[1], because="sent before", now=NOW)
    let_go(engine)
    assert deliver(engine, now=NOW, mail=mail).resent == 1
    assert states(engine)[0] == "uncertain"


def test_a_backup_brought_back_sends_nothing_by_itself(
    engine: Engine, relay: Relay, mail: MailSettings, tmp_path: Path
) -> None:
    queue(engine, "Anna")
    copy = back_up(engine, tmp_path / "copy", now=NOW)
    deliver(engine, now=NOW, mail=mail)
    queue(engine, "Bo")
    assert restore(engine, copy, by="Greta", now=NOW) == 1
    assert [one.recipient for one in outbox(engine)] == ["anna@example.se"]
    assert deliver(engine, now=NOW, mail=mail).sent == 0
    assert len(relay.arrived) == 1
    let_go(engine)
    assert deliver(engine, now=NOW, mail=mail).resent == 1
    assert len({one.content for one in relay.arrived}) == 1


def test_a_copy_put_in_place_by_hand_is_on_hold_too(
    sqlite_url: str, mail: MailSettings, tmp_path: Path
) -> None:
    engine = open_database(sqlite_url)
    queue(engine, "Anna")
    copy = back_up(engine, tmp_path / "copy.db", now=NOW)
    engine.dispose()
    by_hand = open_database(f"sqlite:///{copy}")
    assert deliver(by_hand, now=NOW, mail=mail).sent == 0
    with transaction(by_hand) as session:
        assert [one.because for one in standing_holds(session)] == ["restored"]
    by_hand.dispose()
    original = open_database(sqlite_url)
    assert states(original) == ["queued"]
    original.dispose()


@pytest.mark.parametrize("content", [None, b"", b"no database at all" * 100])
def test_what_is_no_backup_changes_nothing(
    engine: Engine, content: bytes | None, tmp_path: Path
) -> None:
    queue(engine, "Anna")
    file = tmp_path / "file"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(NoBackupError):
        restore(engine, file, by="Greta", now=NOW)
    assert states(engine) == ["queued"]
