"""What may be asked of changes of hands, of newcomers, and of how far groups have come."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, func, select, true
from sqlalchemy.orm import Session, joinedload

from models.people_queries import in_force
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
    return session.scalars(
        select(ResponsibleChange)
        .join(ResponsibleChange.activity)
        .where(
            ResponsibleChange.council_id == council_id,
            ResponsibleChange.changed_on >= since,
            Activity.closed_on.is_(None),
        )
        .options(joinedload(ResponsibleChange.activity).joinedload(Activity.group))
        .order_by(ResponsibleChange.id)
    ).all()


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
    these = Activity.group_id.in_(group_ids) if group_ids is not None else true()
    open_ones = Activity.closed_on.is_(None)
    late, coming = open_ones & (Activity.due < today), open_ones & (Activity.due >= today)
    rows = session.execute(
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
            Activity.council_id == council_id,
            Activity.kind == "activity",
            Activity.status != "cancelled",
            these,
        )
        .group_by(Group.id, Group.name)
        .order_by(Group.name)
    )
    return [Standing(*row) for row in rows]
