"""Which open cases may a convenor not have heard of?"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    String,
    bindparam,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.orm import Session, contains_eager

from models.people_queries import in_force
from models.queries import AS_DECIDED
from models.tables.absences import Absence
from models.tables.following import Escalation
from models.tables.mail import OutboxItem, OutboxMessage
from models.tables.people import Membership
from models.tables.plans import Activity

CONVENING = "convenor"


def convening_occasion(case: Escalation) -> str:
    return f"{CONVENING}/{case.id}/{case.returned_on or case.opened_on}"


def cases_to_convene(session: Session, council_id: int, today: date) -> Sequence[Escalation]:
    """Open cases, less those that every convenor of the group has heard of and is there."""
    return session.scalars(_TO_CONVENE, {"council": council_id, "today": today}).all()


def _to_convene() -> Select[tuple[Escalation]]:
    today: BindParameter[date] = bindparam("today")
    convened = exists().where(
        Membership.group_id == Activity.group_id,
        Membership.role == "convenor",
        in_force(today),
    )
    is_away = exists().where(
        Absence.person_id == Membership.person_id, Absence.first <= today, Absence.last >= today
    )
    return (
        select(Escalation)
        .join(Escalation.activity)
        .where(
            Escalation.council_id == bindparam("council"),
            Escalation.closed_on.is_(None),
            or_(~convened, convened.where(or_(~_has_heard(), is_away.correlate(Membership)))),
        )
        .options(contains_eager(Escalation.activity).options(*AS_DECIDED))
        .order_by(Escalation.level.desc(), Escalation.opened_on, Escalation.id)
    )


def _has_heard() -> ColumnElement[bool]:
    since = cast(func.coalesce(Escalation.returned_on, Escalation.opened_on), String)
    occasion = literal(f"{CONVENING}/") + cast(Escalation.id, String) + "/" + since
    heard = exists().where(
        OutboxItem.activity_id == Escalation.activity_id,
        OutboxItem.occasion == occasion,
        OutboxMessage.id == OutboxItem.message_id,
        OutboxMessage.person_id == Membership.person_id,
        OutboxMessage.state != "cancelled",
    )
    # Two levels up: without a word, it would mean any case of the council.
    return heard.correlate(Escalation, Membership)


_TO_CONVENE = _to_convene()
