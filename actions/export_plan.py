"""The approved plan, with how each row stands, ready to be written down."""

from collections.abc import Collection
from datetime import date, datetime
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from language.catalog import Language
from language.problems import Problem
from models.ledger import moves_of
from models.queries import group_activities, plans
from models.tables.following import ProgressReport
from models.tables.people import Council
from models.tables.plans import Activity, PlanVersion
from models.values import Status
from reports.exported import ExportedPlan, ExportedRow, LastReport


class NothingToExportError(Problem):
    """No approved plan of that number or group."""


def export_plan(
    session: Session, *, council: Council, name: str | None, today: date, now: datetime
) -> ExportedPlan:
    """The approved plan of a number or group; without a name the latest."""
    plan = _approved(session, council.id, name)
    rows = planned(session, plan)
    moved = moves_of(session, [one.id for one in rows])
    said = _last_reports(session, [one.id for one in rows])
    return ExportedPlan(
        plan_id=plan.id,
        council=council.slug,
        group=plan.group.name,
        title=plan.title,
        written_at=now,
        day=today,
        language=cast("Language", council.language),
        rows=tuple(_row(one, said.get(one.id), moved.get(one.id, (0, 0))) for one in rows),
    )


def _approved(session: Session, council_id: int, name: str | None) -> PlanVersion:
    known = [one for one in plans(session, council_id) if one.state == "approved"]
    if name is not None:
        known = [one for one in known if name.casefold() in _names(one)]
    if not known:
        raise NothingToExportError(name=name or "–")
    return known[-1]


def _names(plan: PlanVersion) -> set[str]:
    return {str(plan.id), plan.group.slug, plan.group.name.casefold()}


def planned(session: Session, plan: PlanVersion) -> list[Activity]:
    """The rows of this version, closed ones too; what it dropped belongs to an earlier one."""
    return [
        one
        for one in group_activities(session, plan.group_id)
        if one.kind == "activity" and one.plan_id == plan.id
    ]


def _last_reports(session: Session, activity_ids: Collection[int]) -> dict[int, LastReport]:
    reports = session.scalars(
        select(ProgressReport)
        .where(ProgressReport.activity_id.in_(activity_ids), ProgressReport.undone_at.is_(None))
        .order_by(ProgressReport.reported_at, ProgressReport.id)
    )
    return {one.activity_id: _report(one) for one in reports}


def _report(report: ProgressReport) -> LastReport:
    status = cast("Status", report.status)
    return LastReport(report.reported_on, report.said_by, status, report.comment)


def _row(activity: Activity, report: LastReport | None, moved: tuple[int, int]) -> ExportedRow:
    return ExportedRow(
        uid=activity.uid,
        number=activity.number,
        activity=activity.description,
        responsible=activity.responsible,
        wording=activity.wording,
        due=activity.due,
        status=cast("Status", activity.status),
        report=report,
        moves=moved[0],
        days=moved[1],
    )
