"""The reports that a group owes, one a calendar year until its plan closes."""

from dataclasses import replace
from datetime import date
from functools import cache

from sqlalchemy import Date, Select, bindparam, exists, func, select
from sqlalchemy.orm import Session, aliased, joinedload

from deadlines.deadline import Deadline
from models.tables.plans import IS_REPORT_BACK, Activity, PlanVersion
from models.version_queries import remember_rows
from rules.situation import passed_on


def in_year(deadline: Deadline, year: int) -> Deadline:
    """The same duty in another year; 29 February becomes the 28th."""
    if deadline.due is None:
        return deadline
    years = year - deadline.due.year
    return replace(
        deadline,
        start=deadline.start and _shifted(deadline.start, years),
        due=_shifted(deadline.due, years),
        edtf=deadline.edtf and deadline.edtf.replace(str(deadline.due.year), str(year)),
    )


def _shifted(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def report_uid(year: int | None, position: int) -> str:
    """The end of a report-back's name; its place in the document keeps two duties apart."""
    return f"r{year}-{position + 1}" if year else f"r-{position + 1}"


def plan_next_report_backs(session: Session, *, council_id: int, today: date) -> int:
    """Adds this year's report-backs of plans that are still open after their last planned year."""
    behind = _last_report_backs(session, council_id, before=date(today.year, 1, 1))
    for last in behind:
        assert last.due is not None  # noqa: S101 - the query's own condition
        for year in range(last.due.year + 1, today.year + 1):
            session.add(_copy(last, year, today))
    for plan_id in {last.plan_id for last in behind}:
        remember_rows(session, plan_id)
    return len(behind)


def _last_report_backs(session: Session, council_id: int, *, before: date) -> list[Activity]:
    return list(session.scalars(_last(), {"council": council_id, "before": before}))


@cache
def _last() -> Select[tuple[Activity]]:
    """The latest report-back of each duty, where it lies `before` and the plan has open rows."""
    latest = (
        select(Activity.plan_id, Activity.position, func.max(Activity.due).label("due"))
        .where(Activity.council_id == bindparam("council"), IS_REPORT_BACK)
        .group_by(Activity.plan_id, Activity.position)
        .having(func.max(Activity.due) < bindparam("before", type_=Date))
        .subquery()
    )
    row = aliased(Activity)
    still_open = exists().where(
        row.plan_id == Activity.plan_id, row.kind == "activity", row.closed_on.is_(None)
    )
    return (
        select(Activity)
        .join(PlanVersion, PlanVersion.id == Activity.plan_id)
        .join(
            latest,
            (latest.c.plan_id == Activity.plan_id)
            & (latest.c.position == Activity.position)
            & (latest.c.due == Activity.due),
        )
        .where(PlanVersion.state == "approved", Activity.kind == "report_back", still_open)
        .options(joinedload(Activity.group))
    )


def _copy(last: Activity, year: int, today: date) -> Activity:
    moved = in_year(last.deadline, year)
    old = str(last.due.year) if last.due else ""
    return Activity(
        council_id=last.council_id,
        group_id=last.group_id,
        plan_id=last.plan_id,
        uid=last.uid.replace(f"-r{old}", f"-r{year}"),
        kind=last.kind,
        position=last.position,
        number=last.number,
        description=last.description,
        responsible=last.responsible,
        methods=last.methods,
        source=last.source,
        deadline=moved,
        status="not_started",
        passed_on=passed_on(moved, today),
        counted_from=date(year, 1, 1),
        next_review_on=date(year, 1, 1),
        reasons=[],
    )
