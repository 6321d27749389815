"""What may be asked of proposals."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, bindparam, exists, func, or_, select
from sqlalchemy.orm import Session, joinedload

from models.tables.mail import OutboxItem
from models.tables.plans import Activity
from models.tables.proposals import Proposal

OCCASION = "proposal/"  # and its number: a line of a letter that puts one before its reader
AGAIN = "again/"  # before an occasion: told once more, with a new link


def open_proposals(session: Session, council_id: int) -> Sequence[Proposal]:
    return session.scalars(_OPEN, {"council": council_id}).all()


def group_proposals(session: Session, council_id: int, group_id: int) -> Sequence[Proposal]:
    return _proposals(session, council_id, Proposal.group_id == group_id)


def proposals_about(session: Session, council_id: int, activity_id: int) -> Sequence[Proposal]:
    return _proposals(session, council_id, Proposal.activity_id == activity_id)


def unanswered_about(session: Session, activity_ids: Collection[int]) -> dict[int, int]:
    """How many proposals about each activity have no answer."""
    found = session.execute(
        select(Proposal.activity_id, func.count())
        .where(Proposal.activity_id.in_(activity_ids), Proposal.outcome.is_(None))
        .group_by(Proposal.activity_id)
    )
    return {activity: number for activity, number in found if activity is not None}


def proposals_settled(
    session: Session, council_id: int, *, since: date, today: date
) -> Sequence[Proposal]:
    given = {"council": council_id, "since": since, "today": today}
    return session.scalars(_SETTLED, given).all()


def proposal_with_id(session: Session, council_id: int, number: int) -> Proposal | None:
    return next(iter(_proposals(session, council_id, Proposal.id == number)), None)


def proposals_in(session: Session, council_id: int, message_id: int) -> Sequence[Proposal]:
    """Those that a letter puts before its reader."""
    told = session.scalars(
        select(OutboxItem.occasion).where(
            OutboxItem.message_id == message_id,
            or_(*(OutboxItem.occasion.startswith(each + OCCASION) for each in ("", AGAIN))),
        )
    )
    numbers = [int(occasion.rpartition("/")[2]) for occasion in told]
    return _proposals(session, council_id, Proposal.id.in_(numbers)) if numbers else ()


def activities_with_ids(
    session: Session, council_id: int, ids: Collection[int]
) -> dict[int, Activity]:
    found = session.scalars(
        select(Activity).where(Activity.council_id == council_id, Activity.id.in_(ids))
    )
    return {one.id: one for one in found}


def _proposals(
    session: Session, council_id: int, *only: ColumnElement[bool]
) -> Sequence[Proposal]:
    return session.scalars(_PROPOSALS.where(*only), {"council": council_id}).all()


_PROPOSALS = (
    select(Proposal)
    .where(Proposal.council_id == bindparam("council"))
    .options(
        joinedload(Proposal.group),
        joinedload(Proposal.activity).joinedload(Activity.group),
    )
    .order_by(Proposal.group_id, Proposal.id)
)
# What a new version of the plan left out is asked about again if it comes back.
_LEFT_OUT = exists().where(Activity.id == Proposal.activity_id, Activity.left_out_as.is_not(None))
_OPEN = _PROPOSALS.where(Proposal.outcome.is_(None), ~_LEFT_OUT)
_SETTLED = _PROPOSALS.where(
    Proposal.settled_on.between(bindparam("since"), bindparam("today")),
    Proposal.outcome != "withdrawn",
)
