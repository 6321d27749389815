"""A group's plan as it was on a day: its version, windows, answers and responsible parties then.

Nothing is kept twice for it: versions, the slip ledger, answers and decisions tell.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy.orm import Session

from language.problems import Problem
from models.ledger import moves_made, slips_of
from models.tables.following import ProgressReport
from models.tables.people import Group
from models.tables.plans import Activity, DeadlineMove, PlanVersion
from models.values import CLOSED, Status
from models.version_queries import (
    drops_until,
    handed_over,
    reports_until,
    rows_of,
    versions_before,
)
from reports.exported import ExportedRow, LastReport, RowKind


class NoPlanThenError(Problem):
    """The group had no approved plan on that day."""


class ForgottenRowsError(Problem):
    """The version was replaced before its rows were kept for good."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and the first moment after it in the council's zone."""

    day: date
    until: datetime


@dataclass(frozen=True, slots=True)
class _Known:
    """What the ledgers tell of all rows, read once."""

    day: date
    reports: Mapping[int, ProgressReport]
    moves: Mapping[int, Sequence[DeadlineMove]]
    drops: Mapping[int, date]
    responsible: Mapping[int, str | None]


def plan_then(
    session: Session, group: Group, moment: Moment
) -> tuple[PlanVersion, tuple[ExportedRow, ...]]:
    """The version that stood at the end of the day, and its rows as they were known then."""
    versions = versions_before(session, group.id, moment.until)
    if not versions:
        raise NoPlanThenError(group=group.name, day=moment.day)
    rows = [
        (row.position, activity)
        for row, activity in rows_of(session, [versions[-1].id])
        if _was_there(activity, moment.day)
    ]
    if not rows:
        raise ForgottenRowsError(group=group.name, day=moment.day, plan=versions[-1].id)
    known = _known(session, versions, [activity for _, activity in rows], moment)
    content = versions[-1].content
    return versions[-1], tuple(_row(at, activity, content, known) for at, activity in rows)


def _was_there(activity: Activity, day: date) -> bool:
    """A report-back of a later year comes with its year."""
    return activity.kind == "activity" or activity.counted_from <= day or activity.due is None


def _known(
    session: Session, versions: Sequence[PlanVersion], rows: Sequence[Activity], moment: Moment
) -> _Known:
    ids = [one.id for one in rows]
    return _Known(
        day=moment.day,
        reports=reports_until(session, ids, moment.until),
        moves=moves_made(session, ids),
        drops=drops_until(session, ids, moment.day),
        responsible=_responsible(session, versions, rows, moment),
    )


def _responsible(
    session: Session, versions: Sequence[PlanVersion], rows: Sequence[Activity], moment: Moment
) -> dict[int, str | None]:
    """What the documents changed, and what the committee decided, whichever came last."""
    written = _written(session, versions)
    uids = [one.uid for one in rows]
    decided = handed_over(session, versions[-1].council_id, uids, moment.until)
    found: dict[int, str | None] = {}
    for one in rows:
        said = written.get(one.id, []) + list(decided.get(one.uid, []))
        unsaid = one.responsible if one.kind == "activity" else None  # a report is the group's
        found[one.id] = max(said, key=lambda each: each[0])[1] if said else unsaid
    return found


def _written(
    session: Session, versions: Sequence[PlanVersion]
) -> dict[int, list[tuple[datetime, str | None]]]:
    """When the document changed who is responsible for an activity, and to whom."""
    plans = {one.id: one for one in versions}
    said: dict[int, list[tuple[datetime, str | None]]] = {}
    last: dict[int, str | None] = {}
    for row, activity in rows_of(session, plans):
        version = plans[row.plan_id]
        if activity.kind == "activity" and version.approved_at is not None:
            now = version.content["activities"][row.position]["responsible"]
            if activity.id not in last or last[activity.id] != now:
                said.setdefault(activity.id, []).append((version.approved_at, now))
            last[activity.id] = now
    return said


def _row(
    position: int, activity: Activity, content: Mapping[str, Any], known: _Known
) -> ExportedRow:
    written = content["activities"][position] if activity.kind == "activity" else None
    moves = known.moves.get(activity.id, [])
    wording, due = _window(activity, moves, known.day)
    times, days = slips_of([one for one in moves if one.moved_on <= known.day])
    report = known.reports.get(activity.id)
    return ExportedRow(
        uid=activity.uid,
        kind=cast("RowKind", activity.kind),
        number=written["number"] if written else activity.number,
        activity=written["description"] if written else activity.description,
        responsible=known.responsible[activity.id],
        wording=wording,
        due=due,
        status=_status(activity, report, known),
        report=last_report(report) if report else None,
        moves=times,
        days=days,
    )


def _window(
    activity: Activity, moves: Sequence[DeadlineMove], day: date
) -> tuple[str, date | None]:
    """What the first later move found; without one it stands as it stood."""
    later = next((one for one in moves if one.moved_on > day), None)
    return (later.from_wording, later.from_due) if later else (activity.wording, activity.due)


def _status(activity: Activity, report: ProgressReport | None, known: _Known) -> Status:
    said = cast("Status", report.status) if report else "not_started"
    since = report.reported_on if report else date.min
    if activity.id in known.drops and known.drops[activity.id] >= since:
        return "cancelled"
    if said in CLOSED and _comes_again(known.moves.get(activity.id, []), since, known.day):
        return "not_started"
    return said


def _comes_again(moves: Sequence[DeadlineMove], since: date, day: date) -> bool:
    return any(one.reason == "recurring" and since <= one.moved_on <= day for one in moves)


def last_report(report: ProgressReport) -> LastReport:
    status = cast("Status", report.status)
    return LastReport(report.reported_on, report.said_by, status, report.comment)
