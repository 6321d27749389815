"""What may be asked of one activity's past, and of who may look at it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models.tables.following import Escalation, ProgressReport
from models.tables.mail import OutboxItem, OutboxMessage
from models.tables.people import Group, Membership, Person
from models.tables.plans import Activity, DeadlineMove

SEE_ALL = ("executive_committee", "secretariat")


def memberships_of(
    session: Session, council_id: int, person_id: int, day: date
) -> Sequence[Membership]:
    """In force on `day`, with the group."""
    return session.scalars(
        select(Membership)
        .where(
            Membership.council_id == council_id,
            Membership.person_id == person_id,
            (Membership.until.is_(None)) | (Membership.until >= day),
        )
        .options(joinedload(Membership.group))
    ).all()


def group_with_id(session: Session, council_id: int, group_id: int) -> Group | None:
    return session.scalar(
        select(Group).where(
            Group.council_id == council_id, Group.id == group_id, Group.kind == "working_group"
        )
    )


def activity_with_id(session: Session, council_id: int, activity_id: int) -> Activity | None:
    return session.scalar(
        select(Activity)
        .where(Activity.council_id == council_id, Activity.id == activity_id)
        .options(joinedload(Activity.group))
    )


def reports_on(session: Session, activity_id: int) -> Sequence[ProgressReport]:
    return session.scalars(
        select(ProgressReport)
        .where(ProgressReport.activity_id == activity_id)
        .order_by(ProgressReport.id)
    ).all()


def moves_on(session: Session, activity_id: int) -> Sequence[DeadlineMove]:
    return session.scalars(
        select(DeadlineMove)
        .where(DeadlineMove.activity_id == activity_id)
        .order_by(DeadlineMove.id)
    ).all()


def cases_on(session: Session, activity_id: int) -> Sequence[Escalation]:
    return session.scalars(
        select(Escalation).where(Escalation.activity_id == activity_id).order_by(Escalation.id)
    ).all()


def letters_about(session: Session, activity_id: int) -> list[tuple[date, str]]:
    """Day and reader of each letter that was sent about it."""
    rows = session.execute(
        select(OutboxMessage.day, Person.name)
        .join(OutboxItem, OutboxItem.message_id == OutboxMessage.id)
        .join(Person, Person.id == OutboxMessage.person_id)
        .where(OutboxItem.activity_id == activity_id, OutboxMessage.state == "sent")
        .distinct()
        .order_by(OutboxMessage.day, Person.name)
    )
    return [(day, name) for day, name in rows]
