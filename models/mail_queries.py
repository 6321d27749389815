"""What may be asked of the outbox: who was told what, and when."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.tables.following import Escalation
from models.tables.mail import STATES, OutboxItem, OutboxMessage
from models.tables.people import Person
from models.tables.plans import Activity

TOLD = OutboxMessage.state != "cancelled"


@dataclass(frozen=True, slots=True)
class Told:
    """One line of a mail that was sent or will be; arrived: as far as anybody knows."""

    activity_id: int
    person_id: int | None
    occasion: str
    day: date
    arrived: bool


def unreached(session: Session, council_id: int) -> list[tuple[str, str]]:
    """Name and address of those whose last letter could not be delivered."""
    last = (
        select(func.max(OutboxMessage.id))
        .where(OutboxMessage.council_id == council_id, TOLD)
        .group_by(OutboxMessage.person_id)
    )
    rows = session.execute(
        select(Person.name, OutboxMessage.recipient)
        .join(OutboxMessage, OutboxMessage.person_id == Person.id)
        .where(
            OutboxMessage.id.in_(last),
            OutboxMessage.state.in_(("failed", "bounced")),
            Person.email == OutboxMessage.recipient,
        )
        .order_by(Person.name)
    )
    return [(name, address) for name, address in rows]


def told_lines(session: Session, activity_ids: Collection[int]) -> list[Told]:
    """What members have been asked of these activities, in the order of days."""
    if not activity_ids:
        return []
    rows = session.execute(
        select(
            OutboxItem.activity_id,
            OutboxMessage.person_id,
            OutboxItem.occasion,
            OutboxMessage.day,
            OutboxMessage.state.not_in(("failed", "bounced")),
        )
        .join(OutboxItem.message)
        .where(OutboxItem.activity_id.in_(activity_ids), OutboxItem.escalation_id.is_(None), TOLD)
        .order_by(OutboxMessage.day, OutboxItem.id)
    )
    return [Told(*row) for row in rows]


def told_occasions(session: Session, person_id: int) -> dict[str, date]:
    """The last day on which a person was told each occasion that is no activity's."""
    rows = session.execute(
        select(OutboxItem.occasion, func.max(OutboxMessage.day))
        .join(OutboxItem.message)
        .where(OutboxMessage.person_id == person_id, TOLD)
        .group_by(OutboxItem.occasion)
    )
    return {occasion: day for occasion, day in rows.tuples() if day is not None}


def told_cases(session: Session, person_id: int) -> dict[int, date]:
    """The first day on which a person was told of each case as it stands now."""
    rows = session.execute(
        select(OutboxItem.escalation_id, func.min(OutboxMessage.day))
        .join(OutboxItem.message)
        .join(Escalation, Escalation.id == OutboxItem.escalation_id)
        .where(
            OutboxMessage.person_id == person_id,
            OutboxMessage.day >= Escalation.raised_on,
            TOLD,
        )
        .group_by(OutboxItem.escalation_id)
    )
    return {case: day for case, day in rows.tuples() if case is not None and day is not None}


def last_digest_on(session: Session, person_id: int) -> date | None:
    return session.scalar(
        select(func.max(OutboxMessage.day)).where(
            OutboxMessage.person_id == person_id, OutboxMessage.kind == "digest", TOLD
        )
    )


def written_to_on(session: Session, council_id: int, day: date) -> set[int]:
    """Who already has a mail of that day."""
    found = session.scalars(
        select(OutboxMessage.person_id).where(
            OutboxMessage.council_id == council_id, OutboxMessage.day == day, TOLD
        )
    )
    return {person for person in found if person is not None}


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
        )
        .group_by(OutboxMessage.person_id)
    )
    return {person: day for person, day in rows.tuples() if person is not None and day is not None}


def letters_on(
    session: Session, council_id: int, day: date
) -> list[tuple[OutboxMessage, str, list[tuple[str, bool]]]]:
    """Each letter of a day, its reader's name, and its lines: uid, and whether it is a case."""
    letters = session.execute(
        select(OutboxMessage, Person.name)
        .join(Person, Person.id == OutboxMessage.person_id)
        .where(OutboxMessage.council_id == council_id, OutboxMessage.day == day, TOLD)
        .order_by(OutboxMessage.id)
    ).all()
    lines: dict[int, list[tuple[str, bool]]] = {message.id: [] for message, _ in letters}
    for message_id, uid, case_id in session.execute(
        select(OutboxItem.message_id, Activity.uid, OutboxItem.escalation_id)
        .join(Activity, Activity.id == OutboxItem.activity_id)
        .where(OutboxItem.message_id.in_(lines))
        .order_by(OutboxItem.id)
    ):
        lines[message_id].append((uid, case_id is not None))
    return [(message, name, lines[message.id]) for message, name in letters]


def counted_by_state(session: Session) -> dict[str, int]:
    """How many messages stand where; every state is named."""
    found = session.execute(
        select(OutboxMessage.state, func.count()).group_by(OutboxMessage.state)
    )
    return dict.fromkeys(STATES, 0) | dict(found.tuples().all())


def last_letter(session: Session) -> int:
    """The number of the newest letter; 0 when there is none."""
    return session.scalar(select(func.max(OutboxMessage.id))) or 0
