"""What is closed unsaid when a new version leaves a row out."""

from collections.abc import Mapping, Sequence
from typing import cast

from sqlalchemy.orm import Session

from actions.planned_change import Lost, OpenCase
from models.link_queries import last_reports
from models.queries import cases_of
from models.tables.following import Escalation, ProgressReport
from models.tables.plans import Activity
from models.values import COMMITTEE, Status


def losses(session: Session, activities: Sequence[Activity]) -> Mapping[int, Lost]:
    """By the activity's number in the database; what is closed already loses nothing."""
    open_ones = [one for one in activities if one.closed_on is None]
    ids = [one.id for one in open_ones]
    reports, cases = last_reports(session, ids), cases_of(session, ids)
    return {one.id: _lost(one, reports.get(one.id), cases.get(one.id)) for one in open_ones}


def _lost(activity: Activity, report: ProgressReport | None, held: Escalation | None) -> Lost:
    return Lost(
        uid=activity.uid,
        status=cast("Status", activity.status),
        reported_on=report.reported_on if report else None,
        reported_by=report.said_by if report else None,
        comment=report.comment if report else None,
        case=_case(held) if held else None,
    )


def _case(held: Escalation) -> OpenCase:
    if held.parked_until is not None:
        return OpenCase(held.id, "parked", parked_until=held.parked_until)
    if held.proposed is not None:
        return OpenCase(held.id, "proposed", proposed=held.proposed["text"])
    return OpenCase(held.id, "waits" if held.level >= COMMITTEE else "open")
