"""What may be asked of links, and of the letters behind them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, not_, or_, select
from sqlalchemy.orm import Session, joinedload

from models.proposal_queries import AGAIN
from models.tables.following import Escalation, ProgressReport
from models.tables.links import ActionLink
from models.tables.mail import OutboxItem, OutboxMessage
from models.tables.people import Person
from models.tables.plans import Activity

GAP = "gap/"  # what the secretariat should mend is nothing to answer


@dataclass(frozen=True, slots=True)
class Asking:
    """How long an activity has been asked about, and of whom."""

    since: date
    people: tuple[str, ...]


def link_with_hash(session: Session, council_id: int, token_hash: str) -> ActionLink | None:
    return session.scalar(
        select(ActionLink)
        .where(ActionLink.council_id == council_id, ActionLink.token_hash == token_hash)
        .options(joinedload(ActionLink.person), joinedload(ActionLink.message))
    )


def links_of(session: Session, council_id: int, person_id: int) -> Sequence[ActionLink]:
    """A person's links, newest first."""
    return session.scalars(
        select(ActionLink)
        .where(ActionLink.council_id == council_id, ActionLink.person_id == person_id)
        .options(joinedload(ActionLink.message))
        .order_by(ActionLink.id.desc())
    ).all()


def asked_in(session: Session, message_id: int) -> Sequence[Activity]:
    """The activities that a letter asks about, in its order."""
    mended = (OutboxItem.occasion.startswith(each + GAP) for each in ("", AGAIN))
    return _in_letter(session, message_id, OutboxItem.escalation_id.is_(None), not_(or_(*mended)))


def _in_letter(
    session: Session, message_id: int, *only: ColumnElement[bool]
) -> Sequence[Activity]:
    found = session.scalars(
        select(Activity)
        .join(OutboxItem, OutboxItem.activity_id == Activity.id)
        .where(OutboxItem.message_id == message_id, *only)
        .options(joinedload(Activity.group))
        .order_by(OutboxItem.id)
    )
    return list(dict.fromkeys(found))


def cases_in(session: Session, message_id: int) -> Sequence[Escalation]:
    """The cases that a letter puts before its reader, in its order."""
    found = session.scalars(
        select(Escalation)
        .join(OutboxItem, OutboxItem.escalation_id == Escalation.id)
        .where(OutboxItem.message_id == message_id)
        .options(joinedload(Escalation.activity).joinedload(Activity.group))
        .order_by(OutboxItem.id)
    )
    return list(dict.fromkeys(found))


def last_reports(session: Session, activity_ids: Collection[int]) -> dict[int, ProgressReport]:
    """The latest answer about each activity that has one and was not undone."""
    newest = (
        select(func.max(ProgressReport.id))
        .where(ProgressReport.activity_id.in_(activity_ids), ProgressReport.undone_at.is_(None))
        .group_by(ProgressReport.activity_id)
    )
    found = session.scalars(select(ProgressReport).where(ProgressReport.id.in_(newest)))
    return {one.activity_id: one for one in found}


def report_with_id(session: Session, council_id: int, report_id: int) -> ProgressReport | None:
    return session.scalar(
        select(ProgressReport)
        .where(ProgressReport.council_id == council_id, ProgressReport.id == report_id)
        .options(joinedload(ProgressReport.activity).joinedload(Activity.group))
    )


def askings(session: Session, activity_ids: Collection[int]) -> dict[int, Asking]:
    """Since when, and of whom, each activity was asked about in letters that still count."""
    days: dict[int, date] = {}
    people: dict[int, dict[str, None]] = {}
    rows = session.execute(
        select(OutboxItem.activity_id, OutboxMessage.day, Person.name)
        .join(OutboxItem.message)
        .join(Person, Person.id == OutboxMessage.person_id)
        .where(
            OutboxItem.activity_id.in_(activity_ids),
            OutboxItem.escalation_id.is_(None),
            OutboxMessage.state != "cancelled",
        )
        .order_by(OutboxMessage.day, OutboxItem.id)
    )
    for activity_id, day, name in rows:
        if activity_id is not None:
            days.setdefault(activity_id, day)
            people.setdefault(activity_id, {})[name] = None
    return {one: Asking(days[one], tuple(people[one])) for one in days}
