"""What people say of an activity, and what the committee decides about it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from actions.approve_plan import deadline_move
from actions.audit import record
from actions.withdraw import withdraw_about
from deadlines.deadline import Deadline
from language.problems import Problem
from models.queries import activities_named, case, cases_of
from models.tables.following import Escalation, ProgressReport
from models.tables.plans import Activity
from models.values import CLOSED, Decision, Status


class NoSuchActivityError(Problem):
    """No activity of that name."""


class AmbiguousActivityError(Problem):
    """Several activities have that number; the full name tells them apart."""


class NoSuchCaseError(Problem):
    """No case of that number."""


class CaseClosedError(Problem):
    """The case has been settled already."""


class IncompleteDecisionError(Problem):
    """The decision needs something more: a day, a deadline or a person."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the committee decided; until, new_deadline, to: what park, accept and reassign need."""

    decision: Decision
    until: date | None = None
    new_deadline: Deadline | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """cancelled: letters that were waiting to be sent and are no longer true."""

    uid: str
    description: str
    cancelled: int
    case_id: int | None = None


def find_activity(session: Session, *, council_id: int, name: str) -> Activity:
    """By its full name, or by its number where only one group has it."""
    found = activities_named(session, council_id, name.strip())
    if not found:
        raise NoSuchActivityError(name=name)
    if len(found) > 1:
        raise AmbiguousActivityError(name=name, names=", ".join(one.uid for one in found))
    return found[0]


def report_progress(
    session: Session,
    *,
    activity: Activity,
    status: Status,
    comment: str | None,
    new_deadline: Deadline | None,
    said_by: str,
    today: date,
    now: datetime,
) -> Answered:
    """Record an answer. A later time is a proposal to the committee; an earlier one counts."""
    session.add(
        ProgressReport(
            council_id=activity.council_id,
            activity_id=activity.id,
            said_by=said_by,
            reported_on=today,
            reported_at=now,
            status=status,
            comment=comment,
            new_wording=new_deadline.text if new_deadline else None,
        )
    )
    _set_status(activity, status, today)
    if new_deadline is not None and status not in CLOSED:
        _new_time(session, activity, new_deadline, said_by, today)
    _close_finished(session, activity, today)
    cancelled = withdraw_about(session, activity, now=now, because=f"reported:{status}")
    record(
        session,
        council_id=activity.council_id,
        now=now,
        actor=said_by,
        action="report",
        subject=activity.uid,
        status=status,
        new_deadline=new_deadline.text if new_deadline else None,
    )
    return Answered(activity.uid, activity.description, cancelled)


def _set_status(activity: Activity, status: Status, today: date) -> None:
    activity.status, activity.answered_on = status, today
    activity.closed_on = today if status in CLOSED else None
    activity.next_review_on = min(today, activity.next_review_on)
    if status in CLOSED:
        activity.ask_on = None


def _new_time(
    session: Session, activity: Activity, to: Deadline, said_by: str, today: date
) -> None:
    later = to.due is None or (activity.due is not None and to.due > activity.due)
    if not later:
        _move(session, activity, to, by=said_by, today=today)
        return
    held = cases_of(session, [activity.id]).get(activity.id)
    if held is None:
        held = Escalation(
            council_id=activity.council_id, activity_id=activity.id, level=1, opened_on=today
        )
        session.add(held)
    held.proposed_wording, held.raised_on = to.text, today


def _move(session: Session, activity: Activity, to: Deadline, *, by: str, today: date) -> None:
    session.add(deadline_move(activity, to, by=by, reason=None, today=today))
    activity.deadline = to


def _close_finished(session: Session, activity: Activity, today: date) -> None:
    held = cases_of(session, [activity.id]).get(activity.id)
    if held is not None and activity.closed_on is not None:
        held.closed_on, held.closed_because = today, activity.status


def decide(
    session: Session,
    *,
    council_id: int,
    case_id: int,
    verdict: Verdict,
    decided_by: str,
    today: date,
    now: datetime,
) -> Answered:
    """Record what the committee decided, and do what follows from it."""
    held = case(session, council_id, case_id)
    if held is None:
        raise NoSuchCaseError(number=case_id)
    if held.closed_on is not None:
        raise CaseClosedError(number=case_id, on=held.closed_on)
    activity = held.activity
    held.decision, held.decided_on, held.decided_by = verdict.decision, today, decided_by
    held.parked_until = None
    activity.answered_on, activity.next_review_on = today, today
    _carry_out(session, held, activity, verdict, today)
    because = f"decided:{verdict.decision}"
    cancelled = withdraw_about(session, activity, now=now, because=because)
    record(
        session,
        council_id=council_id,
        now=now,
        actor=decided_by,
        action="decide",
        subject=activity.uid,
        decision=verdict.decision,
        case=case_id,
    )
    return Answered(activity.uid, activity.description, cancelled, case_id)


def _carry_out(
    session: Session, held: Escalation, activity: Activity, verdict: Verdict, today: date
) -> None:
    match verdict.decision:
        case "accept_new_time":
            to = verdict.new_deadline
            if to is None or to.due is None:
                raise IncompleteDecisionError(decision=verdict.decision, option="--new-deadline")
            _move(session, activity, to, by=str(held.decided_by), today=today)
            _settle(held, today)
        case "reassign":
            if not verdict.to:
                raise IncompleteDecisionError(decision=verdict.decision, option="--to")
            activity.responsible = verdict.to
            _settle(held, today)
        case "drop":
            activity.status, activity.closed_on, activity.ask_on = "cancelled", today, None
            _settle(held, today)
        case "park":
            if verdict.until is None or verdict.until <= today:
                raise IncompleteDecisionError(decision=verdict.decision, option="--until")
            held.parked_until = verdict.until
        case "raise":
            held.level, held.raised_on = max(held.level, 2), today


def _settle(held: Escalation, today: date) -> None:
    held.closed_on, held.closed_because = today, "decided"
