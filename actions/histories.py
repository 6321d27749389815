"""How far the rows had come that a new version leaves out, or brings back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from sqlalchemy.orm import Session

from actions.planned_change import History, OpenCase
from models.link_queries import last_reports
from models.proposal_queries import unanswered_about
from models.queries import cases_of
from models.tables.following import Escalation, ProgressReport
from models.tables.plans import Activity
from models.values import COMMITTEE, Status
from models.version_queries import cases_left_out


def histories(session: Session, activities: Sequence[Activity]) -> Mapping[int, History]:
    """By the activity's number in the database; without those that are closed for good."""
    known = [one for one in activities if one.closed_on is None or one.left_out_as]
    ids = [one.id for one in known]
    reports, proposals = last_reports(session, ids), unanswered_about(session, ids)
    cases = cases_left_out(session, ids) | cases_of(session, ids)
    return {
        one.id: replace(
            _told(one, reports.get(one.id)),
            case=_case(cases[one.id]) if one.id in cases else None,
            proposals=proposals.get(one.id, 0),
        )
        for one in known
    }


def _told(activity: Activity, report: ProgressReport | None) -> History:
    return History(
        uid=activity.uid,
        status=cast("Status", activity.left_out_as or activity.status),
        reported_on=report.reported_on if report else None,
        reported_by=report.said_by if report else None,
        comment=report.comment if report else None,
    )


def _case(held: Escalation) -> OpenCase:
    if held.parked_until is not None:
        return OpenCase(held.id, "parked", parked_until=held.parked_until)
    if held.proposed is not None:
        return OpenCase(held.id, "proposed", proposed=held.proposed["text"])
    return OpenCase(held.id, "waits" if held.level >= COMMITTEE else "open")
