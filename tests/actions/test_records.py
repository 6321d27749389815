"""Sent mail as a public record: exact copies by registry number, and a rule of retention."""

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from office import GROUP, LATE, MONDAY, House, address, noon
from relay import running
from slugify import slugify
from sqlalchemy import Engine, select

from actions.records import (
    FolderNotEmptyError,
    Retained,
    UnknownRegistryError,
    export_sent,
    retain,
)
from models.store import open_database, transaction
from models.tables.following import AuditEvent
from models.tables.mail import DeliveryEvent, OutboxItem
from notifications.outbox import resend
from rules.records import Records

NUMBER = "RS 2022-00123"
DIGESTS = "RS 2022-00001"
RECORDS = Records(
    registry={slugify(GROUP): NUMBER, "committee": DIGESTS}, keep={"reminder": 700, "digest": 3650}
)
ALWAYS = (date(2000, 1, 1), date(2100, 1, 1))


@pytest.fixture
def house(engine: Engine) -> House:
    """Two days of sent letters."""
    opened = House(engine)
    opened.follows()
    with running() as relay:
        opened.mail = replace(opened.mail, url=relay.url)
        opened.lives(MONDAY)
        opened.lives(LATE)
    return opened


def exports(
    house: House, to: Path, *, days: tuple[date, date] = ALWAYS, number: str | None = None
) -> int:
    with house.open() as (session, council):
        return export_sent(
            session, council_id=council.id, records=RECORDS, days=days, number=number, to=to
        )


def retains(house: House, today: date, records: Records = RECORDS) -> Retained:
    with house.open() as (session, council):
        return retain(
            session,
            council_id=council.id,
            records=records,
            today=today,
            now=noon(today),
            actor="Greta",
        )


def listed(folder: Path) -> list[dict[str, str]]:
    with (folder / "index.csv").open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def test_every_mail_that_left_is_exported_byte_by_byte(house: House, tmp_path: Path) -> None:
    sent = {str(one.id): one for one in house.outbox()}
    assert exports(house, tmp_path / "out") == len(sent)
    rows = listed(tmp_path / "out")
    assert {row["number"] for row in rows} == set(sent)
    for row in rows:
        message = sent[row["number"]]
        assert (tmp_path / "out" / row["file"]).read_bytes() == message.content
        assert row["recipient"] == message.recipient
        expected = DIGESTS if message.kind == "digest" else NUMBER
        assert message.kind == "secretariat" or expected in row["registry"]


def test_a_period_and_a_registry_number_narrow_it(house: House, tmp_path: Path) -> None:
    assert exports(house, tmp_path / "a", days=(MONDAY, MONDAY), number=NUMBER) == 2
    assert {row["day"] for row in listed(tmp_path / "a")} == {str(MONDAY)}
    exports(house, tmp_path / "b", number=DIGESTS)
    assert {row["kind"] for row in listed(tmp_path / "b")} == {"digest"}


def test_what_has_not_left_is_no_record(house: House, tmp_path: Path) -> None:
    house.mail = replace(house.mail, url=None)
    before = exports(house, tmp_path / "a")
    assert house.lives(LATE + timedelta(days=7))
    assert exports(house, tmp_path / "b") == before


def test_an_export_is_whole_or_not_there(house: House, tmp_path: Path) -> None:
    with pytest.raises(UnknownRegistryError):
        exports(house, tmp_path / "out", number="RS 1")
    (tmp_path / "full").mkdir()
    (tmp_path / "full/file").write_text("")
    with pytest.raises(FolderNotEmptyError):
        exports(house, tmp_path / "full")
    assert sorted(one.name for one in tmp_path.iterdir() if "full" in one.name) == ["full"]


def test_bytes_are_kept_as_long_as_the_rule_says_and_what_was_told_stays(
    house: House, engine: Engine, tmp_path: Path
) -> None:
    reminders = [one for one in house.outbox(day=MONDAY) if one.kind == "reminder"]
    assert retains(house, MONDAY + timedelta(days=700)).thinned == {}
    assert retains(house, MONDAY + timedelta(days=701)).thinned == {"reminder": len(reminders)}
    for one in house.outbox():
        thinned = one.kind == "reminder" and one.day == MONDAY
        assert (one.content == b"") is (one.recipient == "") is thinned
        assert (one.thinned_at is not None) is thinned
    with transaction(engine) as session:
        ids = [one.id for one in reminders]
        told = select(OutboxItem).where(OutboxItem.message_id.in_(ids))
        assert session.scalars(told).all()
        said = select(DeliveryEvent.text).where(DeliveryEvent.message_id.in_(ids))
        assert set(session.scalars(said)) == {None}
    assert house.reminds(LATE + timedelta(days=1)).letters == []
    exports(house, tmp_path / "out", days=(MONDAY, MONDAY))
    kinds = {row["kind"]: row["file"] for row in listed(tmp_path / "out")}
    assert kinds["reminder"] == ""
    assert kinds["digest"]


def test_the_rule_that_was_applied_is_written_down(house: House, engine: Engine) -> None:
    retains(house, MONDAY + timedelta(days=701))
    with transaction(engine) as session:
        [event] = session.scalars(select(AuditEvent).where(AuditEvent.action == "outbox.retain"))
    assert (event.actor, event.details["rule"]) == ("Greta", {"reminder": 700, "digest": 3650})
    assert event.details["thinned"]["reminder"] > 0


def test_nothing_is_taken_from_a_case_on_hold(house: House) -> None:
    held = RECORDS.model_copy(update={"hold": (NUMBER,)})
    result = retains(house, MONDAY + timedelta(days=5000), held)
    assert "reminder" not in result.thinned
    assert result.held > 0
    assert all(one.content for one in house.outbox() if one.kind == "reminder")


def test_without_a_rule_everything_is_kept(house: House) -> None:
    assert retains(house, MONDAY + timedelta(days=50_000), Records()).thinned == {}


def test_what_is_gone_cannot_be_sent_again(house: House, engine: Engine) -> None:
    retains(house, MONDAY + timedelta(days=5000))
    with transaction(engine) as session:
        ids = [one.id for one in house.outbox() if one.thinned_at]
        assert resend(session, message_ids=ids, now=noon(LATE)) == 0


def test_the_bytes_are_gone_from_the_file_too(sqlite_url: str, tmp_path: Path) -> None:
    """SQLite keeps what is deleted in its free pages, unless it is told."""
    house = House(open_database(sqlite_url))
    house.follows()
    with running() as relay:
        house.mail = replace(house.mail, url=relay.url)
        house.lives(MONDAY)
    [anna] = [one for one in house.outbox() if one.recipient == address("Anna Ek")]
    words = anna.content[-200:-100]
    assert words in whole_file(house, tmp_path)
    retains(house, MONDAY + timedelta(days=5000))
    assert words not in whole_file(house, tmp_path)


def whole_file(house: House, folder: Path) -> bytes:
    with house.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    house.engine.dispose()
    return (folder / "tidplan.db").read_bytes()
