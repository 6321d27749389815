"""Who has heard what of activities and cases, and when?"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.mail_queries import IS_A_LETTER, TOLD, written_out
from models.queries import batches, columns
from models.tables.following import Escalation
from models.tables.mail import WAITING, OutboxItem, OutboxMessage
from models.tables.plans import Activity

BETWEEN: Final = "\n"  # occasions
ARRIVED = OutboxMessage.state.not_in(("failed", "bounced"))
A_QUESTION = and_(OutboxItem.escalation_id.is_(None), TOLD)


class Told(NamedTuple):
    """One line of a mail that was sent or will be; arrived: as far as anybody knows."""

    activity_id: int
    person_id: int | None
    occasion: str
    day: date
    arrived: bool


class Heard(NamedTuple):
    """What was asked of one activity since the committee last settled it.

    asked: days since the last answer on which at least one question arrived.
    """

    asked: int
    occasions: frozenset[str]


NOTHING = Heard(0, frozenset())


def told_lines(session: Session, activity_ids: Collection[int]) -> Iterator[Told]:
    """What members have been asked of these activities, in the order of days."""
    for some in batches(list(activity_ids)):
        yield from map(Told._make, columns(session, _TOLD_LINES, {"some": some}))


_TOLD_LINES = (
    select(
        OutboxItem.activity_id,
        OutboxMessage.person_id,
        OutboxItem.occasion,
        OutboxMessage.day,
        ARRIVED,
    )
    .join(OutboxItem.message)
    .where(
        OutboxItem.activity_id.in_(bindparam("some", expanding=True)),
        A_QUESTION,
    )
    .order_by(OutboxMessage.day, OutboxItem.id)
)


def heard_since_answers(session: Session, activity_ids: Collection[int]) -> dict[int, Heard]:
    """What was asked of each activity."""
    heard = dict.fromkeys(activity_ids, NOTHING)
    for some in batches(list(activity_ids)):
        for activity_id, asked, occasions in columns(session, _HEARD, {"some": some}):
            heard[activity_id] = Heard(asked, frozenset(occasions.split(BETWEEN)))
    return heard


def asked_since_last_days(session: Session, activity_ids: Collection[int]) -> dict[int, int]:
    """Days past the last one on which a question arrived, of activities that had any."""
    return {
        activity_id: days
        for some in batches(list(activity_ids))
        for activity_id, days in columns(session, _ASKED_SINCE_LAST_DAYS, {"some": some})
    }


def _asked(*columns: ColumnElement[Any]) -> Select[Any]:
    """Of activities, since the committee last settled them."""
    return (
        select(OutboxItem.activity_id, *columns)
        .join(OutboxItem.message)
        .join(Activity, Activity.id == OutboxItem.activity_id)
        .where(
            OutboxItem.activity_id.in_(bindparam("some", expanding=True)),
            A_QUESTION,
            _later_than(Activity.decided_on),
        )
        .group_by(OutboxItem.activity_id)
    )


def _later_than(day: InstrumentedAttribute[date | None]) -> ColumnElement[bool]:
    return or_(day.is_(None), OutboxMessage.day > day)


_DAY_UNANSWERED = case((and_(ARRIVED, _later_than(Activity.answered_on)), OutboxMessage.day))
_HEARD = _asked(
    func.count(_DAY_UNANSWERED.distinct()), func.aggregate_strings(OutboxItem.occasion, BETWEEN)
)
_ASKED_SINCE_LAST_DAYS = _asked(func.count(OutboxMessage.day.distinct())).where(
    ARRIVED, _later_than(Activity.due)
)


def told_occasions(session: Session, person_id: int, *, since: date) -> dict[str, date]:
    """The last day from `since` on that a person was told each occasion."""
    found = columns(session, _TOLD_OCCASIONS, {"person": person_id, "since": since})
    return {occasion: day for occasion, day in found if day is not None}


_TOLD_OCCASIONS = (
    select(OutboxItem.occasion, func.max(OutboxMessage.day))
    .join(OutboxItem.message)
    .where(
        OutboxMessage.person_id == bindparam("person"),
        OutboxMessage.day >= bindparam("since"),
        TOLD,
    )
    .group_by(OutboxItem.occasion)
)


def told_cases(session: Session, person_id: int) -> dict[int, date]:
    """The first day on which a person was told of each open case as it stands now."""
    found = columns(session, _TOLD_CASES, {"person": person_id})
    return {case: day for case, day in found if case is not None and day is not None}


_TOLD_CASES = (
    select(OutboxItem.escalation_id, func.min(OutboxMessage.day))
    .join(OutboxItem.message)
    .join(Escalation, Escalation.id == OutboxItem.escalation_id)
    .where(
        OutboxMessage.person_id == bindparam("person"),
        OutboxMessage.day >= Escalation.raised_on,
        Escalation.closed_on.is_(None),
        TOLD,
    )
    .group_by(OutboxItem.escalation_id)
)


def last_digests(session: Session, person_ids: Collection[int]) -> dict[int, date]:
    """The day of each person's last digest, for those who had one."""
    found = columns(session, _LAST_DIGESTS, {"some": list(person_ids)})
    return {person: day for person, day in found if person is not None and day is not None}


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
    found = columns(session, _WRITTEN_TO, {"council": council_id, "day": day})
    return {person for (person,) in found if person is not None}


_WRITTEN_TO = select(OutboxMessage.person_id).where(
    OutboxMessage.council_id == bindparam("council"),
    OutboxMessage.day == bindparam("day"),
    TOLD,
    IS_A_LETTER,
)


def last_letters(
    session: Session, council_id: int, *, since: date, before: date
) -> dict[int, date]:
    """The day of each person's latest letter between the two days, for those who had one.

    A link that somebody asked for is an answer, and no letter.
    """
    found = columns(
        session, _LAST_LETTERS, {"council": council_id, "since": since, "before": before}
    )
    return {person: day for person, day in found if person is not None and day is not None}


_LAST_LETTERS = (
    select(OutboxMessage.person_id, func.max(OutboxMessage.day))
    .where(
        OutboxMessage.council_id == bindparam("council"),
        OutboxMessage.day >= bindparam("since"),
        OutboxMessage.day < bindparam("before"),
        OutboxMessage.dedup_key.not_like("link/%"),
        TOLD,
        IS_A_LETTER,
    )
    .group_by(OutboxMessage.person_id)
)


def waited_for(session: Session, council_id: int, *, before: date) -> set[int]:
    """Who has a letter of an earlier day that has not left."""
    found = columns(session, _WAITED_FOR, {"council": council_id, "before": before})
    return {person for (person,) in found if person is not None}


_WAITED_FOR = select(OutboxMessage.person_id).where(
    OutboxMessage.council_id == bindparam("council"),
    OutboxMessage.day < bindparam("before"),
    written_out(*WAITING),
)
