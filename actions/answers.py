"""What people say of an activity."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from actions.audit import record
from actions.blocking import wait_for
from actions.recurring import occurrence_after
from actions.settle import close_case, is_wish, move_deadline, sharpen_deadline
from actions.undo import as_it_stands
from actions.withdraw import withdraw_about
from deadlines.conventions import DEFAULT, Conventions
from deadlines.deadline import Deadline
from deadlines.sharpening import Sharpened
from language.problems import Problem
from models.ledger import mandate_of
from models.plan_content import deadline_as_json
from models.queries import activities_named, cases_of
from models.tables.following import Escalation, ProgressReport
from models.tables.plans import Activity
from models.values import CLOSED, COMMITTEE, Status


class NoSuchActivityError(Problem):
    """No activity of that name."""


class AmbiguousActivityError(Problem):
    """Several activities have that number; the full name tells them apart."""


class PastTimeError(Problem):
    """A new time that lies in the past."""


@dataclass(frozen=True, slots=True)
class More:
    """What an answer may hold besides.

    evidence: where the result can be seen. handover: the activity is no longer the group's;
    whom it suggests instead, or "". blocked_by: what a blocked one waits for.
    conventions: by which what recurs comes next.
    """

    person_id: int | None = None
    evidence: str | None = None
    handover: str | None = None
    blocked_by: Activity | None = None
    conventions: Conventions = DEFAULT


NOTHING_MORE = More()


@dataclass(frozen=True, slots=True)
class Answered:
    """cancelled: letters that were waiting to be sent and are no longer true.

    case_id: the case that now waits for the committee. due: the new last day, where one was given.
    sharpened: the new time lies within the mandate's, whose words stay.
    report_id: what was written down.
    """

    uid: str
    description: str
    cancelled: int
    case_id: int | None = None
    due: date | None = None
    report_id: int | None = None
    sharpened: bool = False


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
    more: More = NOTHING_MORE,
) -> Answered:
    """Record an answer. A later time is a proposal to the committee; an earlier one counts.

    A time within the mandate's window sharpens it: its words stay, and so does its window.
    """
    report = ProgressReport(
        council_id=activity.council_id,
        activity_id=activity.id,
        person_id=more.person_id,
        said_by=said_by,
        reported_on=today,
        reported_at=now,
        status=status,
        comment=comment,
        new_wording=new_deadline.text if new_deadline else None,
        evidence=more.evidence,
        before=as_it_stands(session, activity),
    )
    session.add(report)
    _set_status(activity, status, today)
    wait_for(session, activity, more.blocked_by if status == "blocked" else None)
    sharpened = _follows(session, activity, status, new_deadline, said_by, today, more)
    cancelled = withdraw_about(session, activity, now=now, because=f"reported:{status}")
    record(
        session,
        council_id=activity.council_id,
        now=now,
        actor=said_by,
        action="report",
        subject=activity.uid,
        status=status,
        new_deadline=report.new_wording,
        **({"blocked_by": activity.blocked_by} if activity.blocked_by else {}),
    )
    held = cases_of(session, [activity.id]).get(activity.id)
    session.flush()
    return Answered(
        activity.uid,
        activity.description,
        cancelled,
        case_id=held.id if held and is_wish(held) else None,
        due=new_deadline.due if new_deadline else None,
        report_id=report.id,
        sharpened=sharpened,
    )


def _follows(
    session: Session,
    activity: Activity,
    status: Status,
    new_deadline: Deadline | None,
    said_by: str,
    today: date,
    more: More,
) -> bool:
    """What the answer causes for case and deadline; whether it sharpens the mandate's window."""
    if activity.closed_on is not None:
        close_case(session, activity, because=status, today=today)
    if status == "done" and activity.deadline_kind == "recurring":
        following = occurrence_after(activity.deadline, today=today, conventions=more.conventions)
        _wait_for(session, activity, following, said_by, today)
    elif new_deadline is not None and status not in CLOSED:
        return _new_time(session, activity, new_deadline, said_by, today)
    elif more.handover is not None and status not in CLOSED:
        _wish(session, activity, today).handover = more.handover
    return False


def _set_status(activity: Activity, status: Status, today: date) -> None:
    activity.status, activity.answered_on = status, today
    activity.closed_on = today if status in CLOSED else None
    activity.next_review_on = min(today, activity.next_review_on)
    if status in CLOSED:
        activity.ask_on = None


def _wait_for(
    session: Session, activity: Activity, following: Deadline | None, said_by: str, today: date
) -> None:
    """What recurs is never done for good: the next time is waited for."""
    if following is not None:
        move_deadline(session, activity, following, by=said_by, reason="recurring", today=today)
        activity.status, activity.closed_on = "not_started", None


def _new_time(
    session: Session, activity: Activity, to: Deadline, said_by: str, today: date
) -> bool:
    """Whether it sharpens the mandate's window."""
    if needs_the_committee(session, activity, to):
        _propose(session, activity, to, today)
        return False
    if to.due is not None and to.due < today:
        raise PastTimeError(words=to.text, due=to.due)
    mandate = mandate_of(session, activity)
    if mandate.holds(to):
        sharpen_deadline(session, activity, Sharpened(mandate, to), by=said_by, today=today)
        return True
    move_deadline(session, activity, to, by=said_by, reason=None, today=today)
    return False


def needs_the_committee(session: Session, activity: Activity, to: Deadline) -> bool:
    """A time later than the plan's, and not within the window that was given."""
    return _is_later(activity, to) and not mandate_of(session, activity).holds(to)


def _is_later(activity: Activity, to: Deadline) -> bool:
    return to.due is None or (activity.due is not None and to.due > activity.due)


def _propose(session: Session, activity: Activity, to: Deadline, today: date) -> None:
    _wish(session, activity, today).proposed = deadline_as_json(to)


def _wish(session: Session, activity: Activity, today: date) -> Escalation:
    """Opens a case, or brings the one that is open or parked before the committee again."""
    held = cases_of(session, [activity.id]).get(activity.id)
    if held is None:
        held = Escalation(
            council_id=activity.council_id,
            activity_id=activity.id,
            level=COMMITTEE,
            opened_on=today,
        )
        session.add(held)
    held.level = max(held.level, COMMITTEE)
    held.raised_on, held.proposed, held.handover = today, None, None
    held.decision = held.decided_on = held.decided_by = held.parked_until = None
    held.acknowledged_on = held.acknowledged_by = None
    return held
