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


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What somebody says of an activity.

    new_deadline: when it will be done instead. evidence: where the result can be seen.
    handover: the activity is no longer the group's; whom it suggests instead, or "".
    blocked_by: what a blocked one waits for.
    """

    status: Status
    said_by: str
    person_id: int | None = None
    comment: str | None = None
    new_deadline: Deadline | None = None
    evidence: str | None = None
    handover: str | None = None
    blocked_by: Activity | None = None

    @property
    def is_open(self) -> bool:
        return self.status not in CLOSED


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
    activity: Activity,
    answer: Progress,
    *,
    today: date,
    now: datetime,
    conventions: Conventions = DEFAULT,
) -> Answered:
    """Record an answer. A later time is a proposal to the committee; an earlier one counts.

    A time within the mandate's window sharpens it: its words stay, and so does its window.
    conventions: by which what recurs comes next.
    """
    report = _written_down(session, activity, answer, today, now)
    _set_status(activity, answer.status, today)
    wait_for(session, activity, answer.blocked_by if answer.status == "blocked" else None)
    sharpened = _follows(session, activity, answer, today, conventions)
    cancelled = withdraw_about(session, activity, now=now, because=f"reported:{answer.status}")
    _note(session, activity, answer, now)
    held = cases_of(session, [activity.id]).get(activity.id)
    session.flush()
    return Answered(
        activity.uid,
        activity.description,
        cancelled,
        case_id=held.id if held and is_wish(held) else None,
        due=answer.new_deadline.due if answer.new_deadline else None,
        report_id=report.id,
        sharpened=sharpened,
    )


def _written_down(
    session: Session, activity: Activity, answer: Progress, today: date, now: datetime
) -> ProgressReport:
    """With the activity as it stood, so that the answer can be taken back."""
    report = ProgressReport(
        council_id=activity.council_id,
        activity_id=activity.id,
        person_id=answer.person_id,
        said_by=answer.said_by,
        reported_on=today,
        reported_at=now,
        status=answer.status,
        comment=answer.comment,
        new_wording=answer.new_deadline.text if answer.new_deadline else None,
        evidence=answer.evidence,
        before=as_it_stands(session, activity),
    )
    session.add(report)
    return report


def _note(session: Session, activity: Activity, answer: Progress, now: datetime) -> None:
    record(
        session,
        council_id=activity.council_id,
        now=now,
        actor=answer.said_by,
        action="report",
        subject=activity.uid,
        status=answer.status,
        new_deadline=answer.new_deadline.text if answer.new_deadline else None,
        **({"blocked_by": activity.blocked_by} if activity.blocked_by else {}),
    )


def _follows(
    session: Session, activity: Activity, answer: Progress, today: date, conventions: Conventions
) -> bool:
    """What the answer causes for case and deadline; whether it sharpens the mandate's window."""
    if activity.closed_on is not None:
        close_case(session, activity, because=answer.status, today=today)
    if answer.status == "done" and activity.deadline_kind == "recurring":
        following = occurrence_after(activity.deadline, today=today, conventions=conventions)
        _wait_for(session, activity, following, answer.said_by, today)
    elif answer.new_deadline is not None and answer.is_open:
        return _new_time(session, activity, answer.new_deadline, answer.said_by, today)
    elif answer.handover is not None and answer.is_open:
        _wish(session, activity, today).handover = answer.handover
    return False


def _set_status(activity: Activity, status: Status, today: date) -> None:
    activity.status, activity.answered_on = status, today
    activity.closed_on = today if status in CLOSED else None
    activity.left_out_as = None
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
