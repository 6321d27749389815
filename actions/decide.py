"""What the committee decides about a case, and what follows from it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from actions.answers import Answered, PastTimeError
from actions.audit import record
from actions.hand_over import hand_over
from actions.settle import move_deadline
from actions.withdraw import withdraw_about
from deadlines.deadline import Deadline
from language.problems import Problem
from models.people_queries import member_names
from models.plan_content import deadline_from_json
from models.queries import case
from models.tables.following import Escalation
from models.tables.plans import Activity
from models.values import COUNCIL, Decision
from rules.recipients import name_key

LARGEST = 2**31 - 1  # what a database can count to


class NoSuchCaseError(Problem):
    """No case of that number."""


class CaseClosedError(Problem):
    """The case has been settled already."""


class UnknownResponsibleError(Problem):
    """Someone who is not in the group cannot be asked."""


class IncompleteDecisionError(Problem):
    """The decision needs something more: a day, a deadline or a person."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """until, new_deadline, to: what park, accept and reassign need.

    Without a new deadline the group's own proposal is accepted.
    """

    decision: Decision
    until: date | None = None
    new_deadline: Deadline | None = None
    to: str | None = None


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
    held = _open_case(session, council_id, case_id)
    activity = held.activity
    held.parked_until, activity.next_review_on = None, today
    held.decision = held.decided_on = held.decided_by = None
    held.acknowledged_on = held.acknowledged_by = None
    if verdict.decision == "acknowledge":
        held.acknowledged_on, held.acknowledged_by = today, decided_by
    else:
        held.decision, held.decided_on, held.decided_by = verdict.decision, today, decided_by
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
        **({"to": verdict.to} if verdict.decision == "reassign" else {}),
    )
    return Answered(activity.uid, activity.description, cancelled, case_id, activity.due)


def _open_case(session: Session, council_id: int, case_id: int) -> Escalation:
    held = case(session, council_id, case_id) if case_id <= LARGEST else None
    if held is None:
        raise NoSuchCaseError(number=case_id)
    if held.closed_on is not None:
        raise CaseClosedError(number=case_id, on=held.closed_on)
    return held


def _carry_out(
    session: Session, held: Escalation, activity: Activity, verdict: Verdict, today: date
) -> None:
    match verdict.decision:
        case "accept_new_time":
            _accept(session, held, activity, verdict, today)
        case "reassign":
            _reassign(session, held, activity, verdict, today)
        case "drop":
            activity.status, activity.closed_on, activity.ask_on = "cancelled", today, None
            _settle(held, activity, today)
        case "park":
            if verdict.until is None or verdict.until <= today:
                raise IncompleteDecisionError(decision=verdict.decision, option="--until")
            held.parked_until, activity.answered_on = verdict.until, today
        case "raise":
            held.level, held.raised_on = max(held.level, COUNCIL), today


def _accept(
    session: Session, held: Escalation, activity: Activity, verdict: Verdict, today: date
) -> None:
    to = verdict.new_deadline or deadline_from_json(held.proposed)
    if to is None or to.kind == "none":
        raise IncompleteDecisionError(decision=verdict.decision, option="--new-deadline")
    if to.due is not None and to.due < min(today, activity.due or today):
        raise PastTimeError(words=to.text, due=to.due)
    move_deadline(session, activity, to, by=str(held.decided_by), reason=None, today=today)
    activity.answered_on = today
    _settle(held, activity, today)


def _reassign(
    session: Session, held: Escalation, activity: Activity, verdict: Verdict, today: date
) -> None:
    """The one who takes over is asked at once."""
    if not verdict.to:
        raise IncompleteDecisionError(decision=verdict.decision, option="--to")
    _check_is_member(session, activity, verdict.to)
    by = str(held.decided_by)
    hand_over(session, activity, verdict.to, by=by, because="decided", today=today)
    activity.ask_on = today
    _settle(held, activity, today)


def _settle(held: Escalation, activity: Activity, today: date) -> None:
    held.closed_on, held.closed_because, activity.decided_on = today, "decided", today


def _check_is_member(session: Session, activity: Activity, to: str) -> None:
    """A member by name, or the group itself."""
    names = [*member_names(session, activity.group_id), activity.group.name]
    if not any(name_key(name) in name_key(to) for name in names):
        raise UnknownResponsibleError(to=to, names=", ".join(names))
