"""What may be asked of the outbox: letters of a day, and how many there are."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    bindparam,
    exists,
    func,
    literal_column,
    select,
)
from sqlalchemy.orm import Session, aliased

from models.queries import batches, columns
from models.tables.mail import HOLD_NOTICE, STATES, OutboxItem, OutboxMessage
from models.tables.people import Group, Person
from models.tables.plans import Activity

TOLD = OutboxMessage.state != "cancelled"
IS_A_LETTER = OutboxMessage.dedup_key.not_like(f"{HOLD_NOTICE}%")  # and not about letters


def written_out(*states: str) -> ColumnElement[bool]:
    """So that a database sees which of its partial indexes fits."""
    return OutboxMessage.state.in_([literal_column(f"'{state}'") for state in states])


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One line of a letter: a question, or a case before the committee."""

    uid: str
    group: str
    occasion: str
    case_id: int | None
    due: date | None


@dataclass(frozen=True, slots=True)
class LetterOfDay:
    recipient: str
    kind: str
    subject: str
    name: str
    lines: list[LetterLine]


LETTER = (OutboxMessage.id, OutboxMessage.recipient, OutboxMessage.kind, OutboxMessage.subject)


def unreached(session: Session, council_id: int) -> list[tuple[str, str]]:
    """Name and address of those whose last letter could not be delivered."""
    rows = session.execute(UNREACHED, {"council": council_id})
    return [(name, address) for name, address in rows]


def _unreached() -> Select[Any]:
    later = aliased(OutboxMessage)
    heard_since = exists().where(
        later.person_id == OutboxMessage.person_id,
        later.id > OutboxMessage.id,
        later.state != "cancelled",
    )
    return (
        select(Person.name, OutboxMessage.recipient)
        .join(OutboxMessage, OutboxMessage.person_id == Person.id)
        .where(
            OutboxMessage.council_id == bindparam("council"),
            ~heard_since,
            written_out("failed", "bounced"),
            Person.email == OutboxMessage.recipient,
        )
        .order_by(Person.name)
    )


UNREACHED = _unreached()


def letters_by_day(
    session: Session, council_id: int, *, first: date, last: date
) -> dict[date, int]:
    """How many letters there are of each day that has any."""
    rows = session.execute(
        select(OutboxMessage.day, func.count())
        .where(
            OutboxMessage.council_id == council_id,
            OutboxMessage.day.between(first, last),
            TOLD,
            IS_A_LETTER,
        )
        .group_by(OutboxMessage.day)
    )
    return dict(rows.tuples().all())


def letters_on(session: Session, council_id: int, day: date, *, after: int) -> list[LetterOfDay]:
    """Each letter of a day with a number above `after`."""
    given = {"council": council_id, "day": day, "after": after}
    letters = columns(session, _LETTERS, given)
    lines: dict[int, list[LetterLine]] = {number: [] for number, *_ in letters}
    for some in batches(list(lines)):
        for message_id, *line in columns(session, _LINES, {"some": some}):
            lines[message_id].append(LetterLine(*line))
    return [
        LetterOfDay(recipient, kind, subject, name, lines[number])
        for number, recipient, kind, subject, name in letters
    ]


_LETTERS = (
    select(*LETTER, Person.name)
    .join(Person, Person.id == OutboxMessage.person_id)
    .where(
        OutboxMessage.council_id == bindparam("council"),
        OutboxMessage.day == bindparam("day"),
        OutboxMessage.id > bindparam("after"),
        TOLD,
    )
    .order_by(OutboxMessage.id)
)
_LINES = (
    select(
        OutboxItem.message_id,
        Activity.uid,
        Group.name,
        OutboxItem.occasion,
        OutboxItem.escalation_id,
        Activity.due,
    )
    .join(Activity, Activity.id == OutboxItem.activity_id)
    .join(Group, Group.id == Activity.group_id)
    .where(OutboxItem.message_id.in_(bindparam("some", expanding=True)))
    .order_by(OutboxItem.id)
)


def counted_by_state(session: Session) -> dict[str, int]:
    """How many messages stand where; every state is named."""
    found = session.execute(
        select(OutboxMessage.state, func.count()).group_by(OutboxMessage.state)
    )
    return dict.fromkeys(STATES, 0) | dict(found.tuples().all())


def asked_by_group(
    session: Session, council_id: int, day: date
) -> list[tuple[str, str, int, int]]:
    """Short name and name of each group asked on a day; how many activities, how many people."""
    rows = session.execute(
        select(
            Group.slug,
            Group.name,
            func.count(OutboxItem.activity_id.distinct()),
            func.count(OutboxMessage.person_id.distinct()),
        )
        .join(Activity, Activity.group_id == Group.id)
        .join(OutboxItem, OutboxItem.activity_id == Activity.id)
        .join(OutboxMessage, OutboxMessage.id == OutboxItem.message_id)
        .where(
            OutboxMessage.council_id == council_id,
            OutboxMessage.day == day,
            OutboxItem.escalation_id.is_(None),
            OutboxMessage.kind == "reminder",
            TOLD,
        )
        .group_by(Group.slug, Group.name)
        .order_by(Group.slug)
    )
    return [(slug, name, activities, people) for slug, name, activities, people in rows.tuples()]


def last_letter(session: Session) -> int:
    """The number of the newest letter; 0 when there is none."""
    return session.scalar(select(func.max(OutboxMessage.id))) or 0
