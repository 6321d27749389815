"""Sent mail as a public record: exact copies of it, and what a rule of retention takes away."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import func, null, select, update
from sqlalchemy.orm import Session

from actions.audit import record
from language.problems import Problem
from models.record_queries import ENDED, belongs_to, groups_about, messages_that_left
from models.tables.mail import DeliveryEvent, OutboxContent, OutboxMessage
from rules.records import PLACE_OF_KIND, Records

Row = OutboxMessage
INDEX = "index.csv"
COLUMNS = (
    "number", "day", "sent_at", "state", "kind", "recipient", "subject", "message_id",
    "registry", "file", "sha256", "thinned_at",
)  # fmt: skip


class FolderNotEmptyError(Problem):
    """An export never mixes with what is there already."""


class UnknownRegistryError(Problem):
    """No group of the council has that registry number."""


class ExportFailedError(Problem):
    """The copies could not be written; nothing was left half done."""

    exit_code = 1


def export_sent(
    session: Session,
    *,
    council_id: int,
    records: Records,
    days: tuple[date, date],
    number: str | None,
    to: Path,
) -> int:
    """Each mail that left in a file of its own, byte by byte, with a list of them; how many."""
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise FolderNotEmptyError(folder=to)
    places = records.places_of(number) if number else frozenset()
    if number and not places:
        raise UnknownRegistryError(number=number)
    only = [belongs_to(places, PLACE_OF_KIND)] if number else []
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=to.parent, prefix=f".{to.name}") as half:
            found = messages_that_left(session, council_id, days=days, only=only)
            rows = [_write(session, message, records, Path(half)) for message in found]
            _write_index(rows, Path(half) / INDEX)
            _move(Path(half), to)
    except OSError as error:
        raise ExportFailedError(folder=to, why=error.strerror) from None
    return len(rows)


def _write(session: Session, message: Row, records: Records, folder: Path) -> dict[str, Any]:
    places = groups_about(session, message.id) | {
        PLACE_OF_KIND.get(message.kind, message.recipient)
    }
    names = ("day", "sent_at", "state", "kind", "recipient", "subject", "message_id", "thinned_at")
    row = {name: getattr(message, name) for name in names} | {
        "number": message.id,
        "registry": "; ".join(records.numbers_of(places)),
    }
    if message.thinned_at is None:
        row["file"] = f"{message.day}_{message.id:06}_{message.kind}.eml"
        row["sha256"] = sha256(message.content).hexdigest()
        (folder / row["file"]).write_bytes(message.content)
    return row


def _write_index(rows: list[dict[str, Any]], file: Path) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        writer = csv.DictWriter(opened, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)


def _move(half: Path, to: Path) -> None:
    to.mkdir(exist_ok=True)
    for file in sorted(half.iterdir()):
        file.rename(to / file.name)


@dataclass(frozen=True, slots=True)
class Retained:
    """Whose bytes were taken away, by kind; held: too old, and kept for a registry number."""

    thinned: Mapping[str, int]
    held: int


def retain(
    session: Session, *, council_id: int, records: Records, today: date, now: datetime, actor: str
) -> Retained:
    """Takes away the bytes of what has been kept long enough; who was told what, when, stays."""
    _erase_for_good(session)
    held_here = belongs_to(records.held_places, PLACE_OF_KIND)
    thinned, held = {}, 0
    for kind, days in records.keep.items():
        too_old = _too_old(council_id, kind, today - timedelta(days=days))
        held += _count(session, [*too_old, held_here])
        thinned[kind] = _thin(session, [*too_old, ~held_here], now)
    result = Retained({kind: number for kind, number in thinned.items() if number}, held)
    record(
        session,
        council_id=council_id,
        now=now,
        actor=actor,
        action="outbox.retain",
        subject=str(today),
        rule=dict(records.keep),
        hold=list(records.hold),
        thinned=dict(result.thinned),
        held=held,
    )
    return result


def _erase_for_good(session: Session) -> None:
    """SQLite would leave the bytes in its file until something else is written there."""
    if session.get_bind().dialect.name == "sqlite":
        session.connection().exec_driver_sql("PRAGMA secure_delete=ON")


def _too_old(council_id: int, kind: str, before: date) -> list[Any]:
    return [
        Row.council_id == council_id,
        Row.day < before,
        Row.kind == kind,
        Row.state.in_(ENDED),
        Row.thinned_at.is_(None),
    ]


def _count(session: Session, where: list[Any]) -> int:
    return session.scalar(select(func.count()).select_from(Row).where(*where)) or 0


def _thin(session: Session, where: list[Any], now: datetime) -> int:
    """What a relay answered may hold the address too."""
    chosen = select(Row.id).where(*where)
    session.execute(
        update(DeliveryEvent).where(DeliveryEvent.message_id.in_(chosen)).values(text=null()),
        execution_options={"synchronize_session": False},
    )
    session.execute(
        update(OutboxContent).where(OutboxContent.message_id.in_(chosen)).values(content=b""),
        execution_options={"synchronize_session": False},
    )
    emptied = {"subject": "", "recipient": "", "problem": None}
    thinned = session.scalars(
        update(Row).where(*where).values(thinned_at=now, **emptied).returning(Row.id),
        execution_options={"synchronize_session": False},
    )
    return len(thinned.all())
