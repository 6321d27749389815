"""A look into the future: the real steps, day by day, on a copy that is thrown away."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine, select, update
from sqlalchemy.orm import Session

from actions.escalate import escalate
from actions.evaluate import evaluate
from actions.office import Office
from actions.remind import remind
from models.mail_queries import last_letter, letters_on
from models.store import open_database, transaction
from models.tables.every import METADATA
from models.tables.mail import WAITING, OutboxMessage
from models.tables.people import Council

OfficeOn = Callable[[Council, date], Office]


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A mail that would go out; asks and cases by the names of their activities."""

    day: date
    name: str
    recipient: str
    kind: str
    subject: str
    asks: tuple[str, ...]
    cases: tuple[str, ...]


@dataclass
class Future:
    """letters: every mail of the span; opened, raised, closed: (day, uid) of cases."""

    letters: list[Foreseen] = field(default_factory=list)
    opened: list[tuple[date, str]] = field(default_factory=list)
    raised: list[tuple[date, str]] = field(default_factory=list)
    closed: list[tuple[date, str]] = field(default_factory=list)


def simulate(
    engine: Engine, *, council_id: int, first: date, last: date, office_on: OfficeOn
) -> Future:
    """Every mail and case from `first` to `last` if nobody answers. Nothing is stored or sent."""
    future = Future()
    with _copy(engine) as copy:
        for number in range((last - first).days + 1):
            day = first + timedelta(days=number)
            with transaction(copy) as session:
                _live(session, session.get_one(Council, council_id), day, office_on, future)
    return future


def _live(
    session: Session, council: Council, day: date, office_on: OfficeOn, future: Future
) -> None:
    office = office_on(council, day)
    result = evaluate(session, office)
    for name in ("opened", "raised", "closed"):
        getattr(future, name).extend((day, uid) for uid in getattr(result, name))
    if not office.calendar.is_working(day):
        return
    known = last_letter(session)
    escalate(session, office)
    remind(session, office)
    _send(session, council.id, day, office.now)
    future.letters += _letters(session, council.id, day, known)


def _send(session: Session, council_id: int, day: date, now: datetime) -> None:
    """In a simulation every letter arrives at once."""
    session.execute(
        update(OutboxMessage)
        .where(
            OutboxMessage.council_id == council_id,
            OutboxMessage.day <= day,
            OutboxMessage.state.in_(WAITING),
        )
        .values(state="sent", sent_at=now)
    )


def _letters(session: Session, council_id: int, day: date, known: int) -> Iterator[Foreseen]:
    """Those that were not there before."""
    new = [found for found in letters_on(session, council_id, day) if found[0].id > known]
    for message, name, lines in new:
        yield Foreseen(
            day=day,
            name=name,
            recipient=message.recipient,
            kind=message.kind,
            subject=message.subject,
            asks=tuple(uid for uid, is_case in lines if not is_case),
            cases=tuple(uid for uid, is_case in lines if is_case),
        )


@contextmanager
def _copy(engine: Engine) -> Iterator[Engine]:
    """All rows, whatever the database, in a SQLite file of its own."""
    with TemporaryDirectory(prefix="tidplan-simulation-") as folder:
        copy = open_database(f"sqlite:///{Path(folder) / 'copy.db'}")
        with engine.connect() as source, copy.begin() as target:
            target.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            for table in METADATA.sorted_tables:
                rows = [dict(row) for row in source.execute(select(table)).mappings()]
                if rows:
                    target.execute(table.insert(), rows)
        yield copy
        copy.dispose()
