"""What may be asked of activities, cases and plans; every question names its council."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, bindparam, func, or_, select
from sqlalchemy.orm import Session, contains_eager, defer, joinedload

from models.tables.following import Escalation, ProgressReport
from models.tables.people import Group
from models.tables.plans import Activity, PlanVersion

# What only pages read of an activity, less its group, which everybody reads.
UNREAD = tuple(defer(one) for one in (Activity.methods, Activity.source, Activity.reasons))
AS_DECIDED = (joinedload(Activity.group), *UNREAD)
IN_ORDER = (
    Activity.priority.desc(),
    func.coalesce(Activity.rank, Activity.position),
    Activity.position,
)
BATCH = 1000  # ids a statement: databases bound the parameters of one


def batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Ids in portions that one statement may name."""
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))


def columns(
    session: Session, statement: Select[Any], given: Mapping[str, Any]
) -> Sequence[Row[Any]]:
    """Rows as they are: what the ORM does for every row is of use to objects only."""
    session.flush()
    return session.connection().execute(statement, given).all()


def activities_to_ask(
    session: Session, council_id: int, today: date, among: Collection[int] | None = None
) -> Sequence[Activity]:
    """Open activities with a step that has not been told, in groups that do not rest."""
    given = {"council": council_id, "today": today}
    if among is None:
        return session.scalars(_TO_ASK, given).all()
    return session.scalars(_TO_ASK_AMONG, given | {"among": list(among)}).all()


def due_between(
    session: Session, council_id: int, *, first: date, last: date
) -> Sequence[Activity]:
    """Open activities by their last day, the soonest first."""
    found = session.scalars(_DUE, {"council": council_id, "first": first, "last": last})
    return sorted(found, key=lambda one: one.due or date.max)


def work_in_hand(session: Session, council_id: int) -> tuple[int, int]:
    """How many activities are open, and of how many groups."""
    [(number, groups)] = columns(session, _IN_HAND, {"council": council_id})
    return number, groups


_IN_HAND = select(func.count(), func.count(Activity.group_id.distinct())).where(
    Activity.council_id == bindparam("council"), Activity.closed_on.is_(None)
)


def open_activities(session: Session, council_id: int) -> Sequence[Activity]:
    return session.scalars(_OPEN, {"council": council_id}).all()


def activities_without_time(session: Session, council_id: int) -> Sequence[Activity]:
    return session.scalars(WITHOUT_TIME, {"council": council_id}).all()


def unaccounted_activities(session: Session, council_id: int, today: date) -> Sequence[Activity]:
    """Whose time was gone when the plan was approved, and of which nobody has said a word."""
    return session.scalars(UNACCOUNTED, {"council": council_id, "today": today}).all()


_OPEN = (
    select(Activity)
    .join(Activity.group)
    .where(Activity.council_id == bindparam("council"), Activity.closed_on.is_(None))
    .options(contains_eager(Activity.group), *UNREAD)
    .order_by(Activity.group_id, *IN_ORDER)
)
_DUE = _OPEN.where(Activity.due.between(bindparam("first"), bindparam("last")))
_TO_ASK = _OPEN.where(
    Activity.ask_on <= bindparam("today"),
    or_(
        Group.paused_from.is_(None),
        Group.paused_from > bindparam("today"),
        Group.paused_until < bindparam("today"),
    ),
)
_TO_ASK_AMONG = _TO_ASK.where(Activity.group_id.in_(bindparam("among", expanding=True)))
WITHOUT_TIME = _OPEN.where(Activity.deadline_kind == "none")
UNACCOUNTED = _OPEN.where(
    Activity.passed_on <= bindparam("today"),
    Activity.due < Activity.passed_on,
    or_(Activity.answered_on.is_(None), Activity.answered_on < Activity.passed_on),
    or_(Activity.decided_on.is_(None), Activity.decided_on < Activity.passed_on),
)


def group_activities(session: Session, group_id: int) -> Sequence[Activity]:
    """All of a group's activities, closed ones too."""
    return session.scalars(
        select(Activity)
        .where(Activity.group_id == group_id)
        .options(joinedload(Activity.group))
        .order_by(Activity.kind, *IN_ORDER, Activity.due, Activity.id)
    ).all()


def activities_named(session: Session, council_id: int, name: str) -> Sequence[Activity]:
    """By uid; else those with that number, open ones before closed ones."""
    known = select(Activity).where(Activity.council_id == council_id)
    known = known.options(joinedload(Activity.group)).order_by(Activity.id)
    exact = session.scalars(known.where(func.lower(Activity.uid) == name.lower())).all()
    if exact:
        return exact
    numbered = session.scalars(
        known.where(Activity.number == name.rstrip("."), Activity.kind == "activity")
    ).all()
    return [one for one in numbered if one.closed_on is None] or numbered


def open_cases(session: Session, council_id: int) -> Sequence[Escalation]:
    return session.scalars(_OPEN_CASES, {"council": council_id}).all()


def cases_closed(
    session: Session, council_id: int, *, since: date, today: date
) -> Sequence[Escalation]:
    given = {"council": council_id, "since": since, "today": today}
    return session.scalars(_CLOSED, given).all()


def cases_decided(
    session: Session, council_id: int, *, since: date, today: date
) -> Sequence[Escalation]:
    given = {"council": council_id, "since": since, "today": today}
    return session.scalars(_DECIDED, given).all()


_CASES = (
    select(Escalation)
    .where(Escalation.council_id == bindparam("council"))
    .options(joinedload(Escalation.activity).options(*AS_DECIDED))
    .order_by(Escalation.level.desc(), Escalation.opened_on, Escalation.id)
)
_OPEN_CASES = _CASES.where(Escalation.closed_on.is_(None))
_CLOSED = _CASES.where(Escalation.closed_on.between(bindparam("since"), bindparam("today")))
_DECIDED = _CASES.where(Escalation.decided_on.between(bindparam("since"), bindparam("today")))


def case(session: Session, council_id: int, case_id: int) -> Escalation | None:
    return session.scalar(_CASES.where(Escalation.id == case_id), {"council": council_id})


def cases_of(session: Session, activity_ids: Iterable[int]) -> dict[int, Escalation]:
    """The open case of each activity that has one."""
    return {
        one.activity_id: one
        for some in batches(list(activity_ids))
        for one in session.scalars(_CASES_OF, {"some": some})
    }


_CASES_OF = select(Escalation).where(
    Escalation.activity_id.in_(bindparam("some", expanding=True)), Escalation.closed_on.is_(None)
)


def reports_made(
    session: Session, council_id: int, *, since: date, today: date
) -> Sequence[ProgressReport]:
    """What was reported, by group."""
    given = {"council": council_id, "since": since, "today": today}
    return session.scalars(_REPORTED, given).all()


_REPORTED = (
    select(ProgressReport)
    .join(ProgressReport.activity)
    .where(
        ProgressReport.council_id == bindparam("council"),
        ProgressReport.reported_on.between(bindparam("since"), bindparam("today")),
        ProgressReport.undone_at.is_(None),
    )
    .options(contains_eager(ProgressReport.activity).joinedload(Activity.group))
    .order_by(Activity.group_id, ProgressReport.reported_on, ProgressReport.id)
)


def plans(session: Session, council_id: int) -> Sequence[PlanVersion]:
    return session.scalars(
        select(PlanVersion)
        .where(PlanVersion.council_id == council_id)
        .options(joinedload(PlanVersion.group))
        .order_by(PlanVersion.id)
    ).all()


def approved_plan(session: Session, group_id: int) -> PlanVersion | None:
    return session.scalar(
        select(PlanVersion)
        .where(PlanVersion.group_id == group_id, PlanVersion.state == "approved")
        .options(joinedload(PlanVersion.group))
    )
