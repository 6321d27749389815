"""What may be asked of changes of hands, of newcomers, and of how far groups have come."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, Select, bindparam, case, func, select
from sqlalchemy.orm import Session, contains_eager

from models.people_queries import in_force
from models.queries import columns
from models.tables.mail import OutboxMessage
from models.tables.people import Group, Membership, Person
from models.tables.plans import Activity, ResponsibleChange


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a group has come: dropped rows and report-backs do not count."""

    group_id: int
    group: str
    done: int
    late: int
    total: int
    next_due: date | None


def changes_of_hands(
    session: Session, council_id: int, *, since: date
) -> Sequence[ResponsibleChange]:
    """Of activities that are still open, the oldest first."""
    return session.scalars(_CHANGES, {"council": council_id, "since": since}).all()


_CHANGES = (
    select(ResponsibleChange)
    .join(ResponsibleChange.activity)
    .where(
        ResponsibleChange.council_id == bindparam("council"),
        ResponsibleChange.changed_on >= bindparam("since"),
        Activity.closed_on.is_(None),
    )
    .options(contains_eager(ResponsibleChange.activity).joinedload(Activity.group))
    .order_by(ResponsibleChange.id)
)


def never_written_to(session: Session, council_id: int, day: date) -> list[tuple[int, int]]:
    """Members who can be reached and to whom no letter is queued or sent, with their groups.

    Only groups with an open activity.
    """
    written = select(OutboxMessage.id).where(
        OutboxMessage.person_id == Membership.person_id, OutboxMessage.state != "cancelled"
    )
    at_work = select(Activity.id).where(
        Activity.group_id == Membership.group_id,
        Activity.kind == "activity",
        Activity.closed_on.is_(None),
    )
    rows = session.execute(
        select(Membership.person_id, Membership.group_id)
        .join(Membership.person)
        .where(
            Membership.council_id == council_id,
            in_force(day),
            Person.email.is_not(None),
            at_work.exists(),
            ~written.exists(),
        )
        .distinct()
        .order_by(Membership.person_id, Membership.group_id)
    )
    return [(person_id, group_id) for person_id, group_id in rows]


def standings(
    session: Session, council_id: int, today: date, group_ids: Collection[int] | None = None
) -> list[Standing]:
    """Of each working group that has activities, or of these, by name."""
    these = _STANDINGS if group_ids is None else _STANDINGS.where(Group.id.in_(group_ids))
    found = columns(session, these, {"council": council_id, "today": today})
    return [Standing(*row) for row in found]


def _standings() -> Select[Any]:
    open_ones, today = Activity.closed_on.is_(None), bindparam("today", type_=Date)
    late, coming = open_ones & (Activity.due < today), open_ones & (Activity.due >= today)
    return (
        select(
            Group.id,
            Group.name,
            func.sum(case((Activity.status == "done", 1), else_=0)),
            func.sum(case((late, 1), else_=0)),
            func.count(),
            func.min(case((coming, Activity.due))),
        )
        .join(Activity, Activity.group_id == Group.id)
        .where(
            Activity.council_id == bindparam("council"),
            Activity.kind == "activity",
            Activity.status != "cancelled",
        )
        .group_by(Group.id, Group.name)
        .order_by(Group.name)
    )


_STANDINGS = _standings()
