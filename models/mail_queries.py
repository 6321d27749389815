"""What may be asked of the outbox: who was told what, and when."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Select,
    bindparam,
    exists,
    func,
    literal_column,
    null,
    select,
)
from sqlalchemy.orm import Session, aliased

from models.queries import batches
from models.tables.following import Escalation
from models.tables.mail import HOLD_NOTICE, STATES, WAITING, OutboxItem, OutboxMessage
from models.tables.people import Group, Person
from models.tables.plans import Activity

TOLD = OutboxMessage.state != "cancelled"
IS_A_LETTER = OutboxMessage.dedup_key.not_like(f"{HOLD_NOTICE}%")  # and not about letters


def _written_out(*states: str) -> ColumnElement[bool]:
    """So that a database sees which of its partial indexes fits."""
    return OutboxMessage.state.in_([literal_column(f"'{state}'") for state in states])


class Told(NamedTuple):
    """One line of a mail that was sent or will be; arrived: as far as anybody knows.

    person_id: None where it does not matter who was asked.
    """

    activity_id: int
    person_id: int | None
    occasion: str
    day: date
    arrived: bool


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
    rows = session.execute(_UNREACHED, {"council": council_id})
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
            _written_out("failed", "bounced"),
            Person.email == OutboxMessage.recipient,
        )
        .order_by(Person.name)
    )


_UNREACHED = _unreached()


def told_lines(
    session: Session, activity_ids: Collection[int], since: date = date.min
) -> Iterator[Told]:
    """What members have been asked of these activities, in the order of days."""
    for some in batches(list(activity_ids)):
        yield from map(Told._make, session.execute(_TOLD_LINES, {"some": some, "since": since}))


def told_days(session: Session, activity_ids: Collection[int]) -> Iterator[Told]:
    """The same, once for all who were asked of a step on a day."""
    for some in batches(list(activity_ids)):
        yield from map(Told._make, session.execute(_TOLD_DAYS, {"some": some}))


def _told(person: Any) -> Select[Any]:
    return (
        select(
            OutboxItem.activity_id,
            person,
            OutboxItem.occasion,
            OutboxMessage.day,
            OutboxMessage.state.not_in(("failed", "bounced")),
        )
        .join(OutboxItem.message)
        .where(
            OutboxItem.activity_id.in_(bindparam("some", expanding=True)),
            OutboxItem.escalation_id.is_(None),
            TOLD,
        )
    )


_TOLD_DAYS = _told(null()).distinct()
_TOLD_LINES = (
    _told(OutboxMessage.person_id)
    .where(OutboxMessage.day >= bindparam("since"))
    .order_by(OutboxMessage.day, OutboxItem.id)
)


def told_occasions(session: Session, person_id: int, *, since: date) -> dict[str, date]:
    """The last day from `since` on that a person was told each occasion."""
    rows = session.execute(
        select(OutboxItem.occasion, func.max(OutboxMessage.day))
        .join(OutboxItem.message)
        .where(OutboxMessage.person_id == person_id, OutboxMessage.day >= since, TOLD)
        .group_by(OutboxItem.occasion)
    )
    return {occasion: day for occasion, day in rows.tuples() if day is not None}


def told_cases(session: Session, person_id: int) -> dict[int, date]:
    """The first day on which a person was told of each open case as it stands now."""
    rows = session.execute(
        select(OutboxItem.escalation_id, func.min(OutboxMessage.day))
        .join(OutboxItem.message)
        .join(Escalation, Escalation.id == OutboxItem.escalation_id)
        .where(
            OutboxMessage.person_id == person_id,
            OutboxMessage.day >= Escalation.raised_on,
            Escalation.closed_on.is_(None),
            TOLD,
        )
        .group_by(OutboxItem.escalation_id)
    )
    return {case: day for case, day in rows.tuples() if case is not None and day is not None}


def last_digests(session: Session, person_ids: Collection[int]) -> dict[int, date]:
    """The day of each person's last digest, for those who had one."""
    rows = session.execute(_LAST_DIGESTS, {"some": list(person_ids)})
    return {person: day for person, day in rows.tuples() if person is not None and day is not None}


_LAST_DIGESTS = (
    select(OutboxMessage.person_id, func.max(OutboxMessage.day))
    .where(
        OutboxMessage.person_id.in_(bindparam("some", expanding=True)),
        OutboxMessage.kind == "digest",
        TOLD,
    )
    .group_by(OutboxMessage.person_id)
)


def written_to_on(session: Session, council_id: int, day: date) -> set[int]:
    """Who already has a mail of that day."""
    found = session.scalars(_WRITTEN_TO, {"council": council_id, "day": day})
    return {person for person in found if person is not None}


_WRITTEN_TO = select(OutboxMessage.person_id).where(
    OutboxMessage.council_id == bindparam("council"),
    OutboxMessage.day == bindparam("day"),
    TOLD,
    IS_A_LETTER,
)


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


def last_letters(
    session: Session, council_id: int, *, since: date, before: date
) -> dict[int, date]:
    """The day of each person's latest letter between the two days, for those who had one.

    A link that somebody asked for is an answer, and no letter.
    """
    rows = session.execute(
        select(OutboxMessage.person_id, func.max(OutboxMessage.day))
        .where(
            OutboxMessage.council_id == council_id,
            OutboxMessage.day >= since,
            OutboxMessage.day < before,
            OutboxMessage.dedup_key.not_like("link/%"),
            TOLD,
            IS_A_LETTER,
        )
        .group_by(OutboxMessage.person_id)
    )
    return {person: day for person, day in rows.tuples() if person is not None and day is not None}


def waited_for(session: Session, council_id: int, *, before: date) -> set[int]:
    """Who has a letter of an earlier day that has not left."""
    found = session.scalars(_WAITED_FOR, {"council": council_id, "before": before})
    return {person for person in found if person is not None}


_WAITED_FOR = select(OutboxMessage.person_id).where(
    OutboxMessage.council_id == bindparam("council"),
    OutboxMessage.day < bindparam("before"),
    _written_out(*WAITING),
)


def letters_on(session: Session, council_id: int, day: date, *, after: int) -> list[LetterOfDay]:
    """Each letter of a day with a number above `after`."""
    letters = session.execute(
        select(*LETTER, Person.name)
        .join(Person, Person.id == OutboxMessage.person_id)
        .where(
            OutboxMessage.council_id == council_id,
            OutboxMessage.day == day,
            OutboxMessage.id > after,
            TOLD,
        )
        .order_by(OutboxMessage.id)
    ).all()
    lines: dict[int, list[LetterLine]] = {number: [] for number, *_ in letters}
    for some in batches(list(lines)):
        for message_id, *line in session.execute(_lines_of(some)):
            lines[message_id].append(LetterLine(*line))
    return [
        LetterOfDay(recipient, kind, subject, name, lines[number])
        for number, recipient, kind, subject, name in letters
    ]


def counted_by_state(session: Session) -> dict[str, int]:
    """How many messages stand where; every state is named."""
    found = session.execute(
        select(OutboxMessage.state, func.count()).group_by(OutboxMessage.state)
    )
    return dict.fromkeys(STATES, 0) | dict(found.tuples().all())


def _lines_of(message_ids: Sequence[int]) -> Select[Any]:
    return (
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
        .where(OutboxItem.message_id.in_(message_ids))
        .order_by(OutboxItem.id)
    )


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
