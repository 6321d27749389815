"""The approved plan, with how each row stands, ready to be written down."""

from datetime import date, datetime
from typing import cast

from sqlalchemy.orm import Session

from actions.as_it_was import Moment, last_report, plan_then
from language.catalog import Language
from language.problems import Problem
from models.ledger import moves_of
from models.link_queries import last_reports
from models.queries import group_activities, plans
from models.tables.following import ProgressReport
from models.tables.people import Council
from models.tables.plans import Activity, PlanVersion
from models.values import Status
from reports.exported import ExportedPlan, ExportedRow, RowKind


class NoApprovedPlanError(Problem):
    """No approved plan at all."""


class DayToComeError(Problem):
    """How a plan was can be told of days that have been."""


class NothingToExportError(Problem):
    """No approved plan of that number or group."""


def export_plan(
    session: Session,
    *,
    council: Council,
    name: str | None,
    today: date,
    now: datetime,
    then: Moment | None = None,
) -> ExportedPlan:
    """The approved plan of a number or group, as it stands or as it was; else the latest."""
    if then and then.day > today:
        raise DayToComeError(day=then.day)
    plan = _approved(session, council.id, name)
    plan, rows = plan_then(session, plan.group, then) if then else (plan, _now(session, plan))
    return ExportedPlan(
        plan_id=plan.id,
        council=council.slug,
        group=plan.group.name,
        title=plan.title,
        written_at=now,
        day=then.day if then else today,
        language=cast("Language", council.language),
        rows=rows,
    )


def _now(session: Session, plan: PlanVersion) -> tuple[ExportedRow, ...]:
    rows = planned(session, plan)
    moved = moves_of(session, [one.id for one in rows])
    said = last_reports(session, [one.id for one in rows])
    return tuple(_row(one, said.get(one.id), moved.get(one.id, (0, 0))) for one in rows)


def _approved(session: Session, council_id: int, name: str | None) -> PlanVersion:
    known = [one for one in plans(session, council_id) if one.state == "approved"]
    if name is not None:
        known = [one for one in known if name.casefold() in _names(one)]
    if not known:
        raise NoApprovedPlanError if name is None else NothingToExportError(name=name)
    return known[-1]


def _names(plan: PlanVersion) -> set[str]:
    return {str(plan.id), plan.group.slug, plan.group.name.casefold()}


def planned(session: Session, plan: PlanVersion) -> list[Activity]:
    """The rows of this version and the reports that it owes, closed ones too."""
    return [one for one in group_activities(session, plan.group_id) if one.plan_id == plan.id]


def _row(activity: Activity, report: ProgressReport | None, moved: tuple[int, int]) -> ExportedRow:
    return ExportedRow(
        uid=activity.uid,
        number=activity.number,
        activity=activity.description,
        responsible=activity.responsible,
        wording=activity.wording,
        due=activity.due,
        status=cast("Status", activity.status),
        kind=cast("RowKind", activity.kind),
        report=last_report(report) if report else None,
        moves=moved[0],
        days=moved[1],
    )
