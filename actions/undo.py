"""An answer can be taken back for a while: all stands again as it stood before."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from actions.audit import record
from actions.settle import move_deadline
from language.problems import Problem
from models.ledger import UNDONE
from models.link_queries import last_reports
from models.plan_content import deadline_as_json, deadline_from_json
from models.queries import cases_of
from models.tables.following import Escalation, ProgressReport
from models.tables.mail import OutboxItem
from models.tables.plans import Activity

UNDO_FOR = timedelta(minutes=10)
DAYS = ("answered_on", "closed_on", "ask_on")
CASE_DAYS = (
    "raised_on",
    "parked_until",
    "acknowledged_on",
    "returned_on",
    "decided_on",
    "closed_on",
)
CASE_WORDS = (
    "level",
    "proposed",
    "handover",
    "decision",
    "decided_by",
    "acknowledged_by",
    "closed_because",
)


class TooLateToUndoError(Problem):
    """Ten minutes have passed, or somebody has answered since."""


def as_it_stands(session: Session, activity: Activity) -> dict[str, Any]:
    """What an answer may change."""
    held = cases_of(session, [activity.id]).get(activity.id)
    return {
        "status": activity.status,
        "left_out_as": activity.left_out_as,
        "deadline": deadline_as_json(activity.deadline),
        "blocked_by": activity.blocked_by,
        **_days(activity, DAYS),
        "case": held and _case(held),
    }


def _case(held: Escalation) -> dict[str, Any]:
    words = {name: getattr(held, name) for name in CASE_WORDS}
    return {"id": held.id, **words, **_days(held, CASE_DAYS)}


def _days(row: Activity | Escalation, names: tuple[str, ...]) -> dict[str, str | None]:
    return {name: day.isoformat() if (day := getattr(row, name)) else None for name in names}


def can_be_undone(report: ProgressReport, *, now: datetime) -> bool:
    fresh = now - report.reported_at <= UNDO_FOR
    return fresh and report.undone_at is None and report.before is not None


def undo_answer(
    session: Session, *, report: ProgressReport, by: str, today: date, now: datetime
) -> None:
    """Raises TooLateToUndoError when it no longer can be undone."""
    activity = report.activity
    newest = last_reports(session, [activity.id]).get(activity.id)
    if not can_be_undone(report, now=now) or newest is None or newest.id != report.id:
        raise TooLateToUndoError
    before = report.before or {}
    report.undone_at = now
    _restore_deadline(session, activity, before, by=by, today=today)
    activity.status, activity.left_out_as = before["status"], before.get("left_out_as")
    activity.blocked_by, activity.freed_on = before.get("blocked_by"), None
    for name in DAYS:
        setattr(activity, name, _day(before[name]))
    activity.next_review_on = today
    _restore_case(session, activity, before["case"])
    record(
        session,
        council_id=activity.council_id,
        now=now,
        actor=by,
        action="undo",
        subject=activity.uid,
        status=report.status,
    )


def _restore_deadline(
    session: Session, activity: Activity, before: dict[str, Any], *, by: str, today: date
) -> None:
    was = deadline_from_json(before["deadline"])
    if was is not None and was != activity.deadline:
        move_deadline(session, activity, was, by=by, reason=UNDONE, today=today)


def _restore_case(session: Session, activity: Activity, was: dict[str, Any] | None) -> None:
    if was is None:
        _forget_new_case(session, activity)
        return
    held = session.get_one(Escalation, was["id"])
    for name in CASE_WORDS:
        setattr(held, name, was.get(name))
    for name in CASE_DAYS:
        setattr(held, name, _day(was.get(name)))


def _forget_new_case(session: Session, activity: Activity) -> None:
    """A case that the answer opened; one that a letter has told of is closed by the next run."""
    held = cases_of(session, [activity.id]).get(activity.id)
    if held is None:
        return
    told = session.scalar(select(OutboxItem.id).where(OutboxItem.escalation_id == held.id))
    if told is None:
        session.delete(held)
    else:
        held.proposed = held.handover = None


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
