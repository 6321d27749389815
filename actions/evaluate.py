"""Looks at everything that could read differently today."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from actions.audit import ENGINE, record
from actions.blocking import free_what_waited
from actions.office import Office
from actions.report_backs import plan_next_report_backs
from actions.rules_in_force import keep_rules
from actions.settle import is_wish
from actions.situations import situation_of
from models.queries import cases_of
from models.reviews import Reviewed, activities_to_review, keep_reviews
from models.tables.following import Escalation
from models.told_queries import heard_since_answers
from models.values import CONVENOR, Reason
from rules.escalation import acknowledgement_lapses_on
from rules.health import Assessment, assess
from rules.policy import Policy
from rules.situation import Situation


@dataclass
class Evaluated:
    """What changed; uids of activities."""

    reviewed: int = 0
    health: dict[str, int] = field(default_factory=dict)
    opened: list[str] = field(default_factory=list)
    raised: list[str] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)


def evaluate(session: Session, office: Office) -> Evaluated:
    """Assess what is due for review; open, raise and close cases. Twice is as good as once."""
    keep_rules(session, office)
    plan_next_report_backs(session, council_id=office.council.id, today=office.today)
    free_what_waited(session, council_id=office.council.id, today=office.today)
    activities = activities_to_review(session, office.council.id, office.today)
    heard = heard_since_answers(session, [activity.id for activity in activities])
    cases = cases_of(session, [activity.id for activity in activities])
    result = Evaluated(reviewed=len(activities))
    for activity in activities:
        asked, told = heard[activity.id]
        situation = situation_of(activity, asked)
        case = cases.get(activity.id)
        policy = office.policy_of(activity.group, case)
        calendar = office.calendar_of(activity.group)
        found = assess(situation, today=office.today, policy=policy, calendar=calendar)
        result.health[found.health] = result.health.get(found.health, 0) + 1
        _review(activity, situation, found, told, office.today)
        _judge(session, activity, situation, case, found.level, office, policy, result)
    keep_reviews(session, activities)
    _record(session, office, result)
    return result


def _record(session: Session, office: Office, result: Evaluated) -> None:
    if result.reviewed:
        record(
            session,
            council_id=office.council.id,
            now=office.now,
            actor=ENGINE,
            action="evaluate",
            subject=str(office.today),
            reviewed=result.reviewed,
            opened=result.opened,
            raised=result.raised,
            closed=result.closed,
        )


def _review(
    activity: Reviewed,
    situation: Situation,
    found: Assessment,
    told: Collection[str],
    today: date,
) -> None:
    activity.health = found.health
    activity.reasons = [reason_as_json(reason) for reason in found.reasons]
    activity.next_review_on = found.next_review_on
    activity.ask_on = _ask_on(activity, situation, found, told, today)


def _judge(
    session: Session,
    activity: Reviewed,
    situation: Situation,
    case: Escalation | None,
    level: int,
    office: Office,
    policy: Policy,
    result: Evaluated,
) -> None:
    """The activity's case as it should be today."""
    today = office.today
    if case is not None and situation.waits_for is not None and not is_wish(case):
        case.closed_on, case.closed_because = today, "waits"
        result.closed.append(activity.uid)
    elif case is not None:
        if case.acknowledged_on is not None and _is_taken_on(case, activity, office, result):
            level = min(level, case.level)
        _follow(case, activity, level, situation.days_overdue(today), today, result)
    elif level:
        session.add(_opened(activity, level, policy, today))
        result.opened.append(activity.uid)


def _ask_on(
    activity: Reviewed,
    situation: Situation,
    found: Assessment,
    told: Collection[str],
    today: date,
) -> date | None:
    """The reached step while someone still has to hear of it, else the next one.

    told: occasions.
    """
    if situation.deadline.kind == "none":
        return None  # the secretariat is asked, not the members
    step = found.step
    if step is not None and step.occasion not in told:
        return step.on
    if step is not None and activity.ask_on is not None and activity.ask_on <= today:
        return activity.ask_on
    return found.next_step.on if found.next_step else None


def _follow(
    case: Escalation, activity: Reviewed, level: int, overdue: int, today: date, result: Evaluated
) -> None:
    """Close a case whose cause is gone, bring a parked one back, raise an older one."""
    parked = case.parked_until is not None and case.parked_until > today
    if not overdue and not is_wish(case):
        case.closed_on, case.closed_because = today, "moved"
        result.closed.append(activity.uid)
    elif not level and case.level == CONVENOR:
        # The committee has not heard of it, and somebody has answered.
        case.closed_on, case.closed_because = today, activity.status
        result.closed.append(activity.uid)
    elif parked and case.parked_until is not None:
        activity.ask_on = case.parked_until
        activity.next_review_on = min(activity.next_review_on, case.parked_until)
    elif case.parked_until is not None or level > case.level:
        case.level, case.raised_on = max(level, case.level), today
        case.decision = case.decided_on = case.decided_by = case.parked_until = None
        result.raised += [activity.uid] if activity.uid not in result.raised else []


def _is_taken_on(case: Escalation, activity: Reviewed, office: Office, result: Evaluated) -> bool:
    """Whether somebody still sees to it; otherwise the case comes back as new."""
    lapses_on = acknowledgement_lapses_on(
        case.acknowledged_on or office.today,
        answered_on=activity.answered_on,
        policy=office.policy_of(activity.group, case),
        calendar=office.calendar,
    )
    if office.today < lapses_on:
        activity.next_review_on = min(activity.next_review_on, lapses_on)
        return True
    case.acknowledged_on = case.acknowledged_by = None
    case.raised_on = case.returned_on = office.today
    result.raised.append(activity.uid)
    return False


def _opened(activity: Reviewed, level: int, policy: Policy, today: date) -> Escalation:
    return Escalation(
        council_id=activity.council_id,
        activity_id=activity.id,
        level=level,
        opened_on=today,
        raised_on=today,
        policy=policy.kept_by_a_case(),
    )


def reason_as_json(reason: Reason) -> list[Any]:
    """A reason as it is stored: days as ISO text."""
    values = {
        name: str(value) if isinstance(value, date) else value
        for name, value in reason.values.items()
    }
    return [reason.key, values]
