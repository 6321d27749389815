"""Looks at everything that could read differently today."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from actions.audit import ENGINE, record
from actions.report_backs import plan_next_report_backs
from actions.situations import situation_of, told_by_activity
from models.queries import Told, activities_to_review, cases_of, lock_council
from models.tables.following import Escalation
from models.tables.plans import Activity
from models.values import Reason
from rules.escalation import escalation_level
from rules.health import assess
from rules.ladder import current_step, next_step
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


def evaluate(
    session: Session, *, council_id: int, today: date, now: datetime, policy: Policy
) -> Evaluated:
    """Assess what is due for review; open, raise and close cases. Twice is as good as once."""
    lock_council(session, council_id)
    plan_next_report_backs(session, council_id=council_id, today=today)
    activities = activities_to_review(session, council_id, today)
    told = told_by_activity(session, activities)
    cases = cases_of(session, [activity.id for activity in activities])
    result = Evaluated(reviewed=len(activities))
    for activity in activities:
        lines = told.get(activity.id, [])
        situation = situation_of(activity, lines)
        case = cases.get(activity.id)
        _assess(activity, situation, lines, today=today, policy=policy, result=result)
        level = escalation_level(situation, today=today, policy=policy)
        if case is not None:
            _follow(case, activity, level, situation.days_overdue(today), today, result)
        elif level:
            session.add(_opened(activity, level, today))
            result.opened.append(activity.uid)
    if activities:
        record(session, council_id=council_id, now=now, actor=ENGINE, action="evaluate", subject=str(today), reviewed=len(activities), opened=result.opened, raised=result.raised, closed=result.closed)  # fmt: skip # noqa: E501
    return result


def _assess(
    activity: Activity,
    situation: Situation,
    told: list[Told],
    *,
    today: date,
    policy: Policy,
    result: Evaluated,
) -> None:
    found = assess(situation, today=today, policy=policy)
    activity.health = found.health
    activity.reasons = [reason_as_json(reason) for reason in found.reasons]
    activity.next_review_on = found.next_review_on
    activity.ask_on = _ask_on(activity, situation, told, today=today, policy=policy)
    result.health[found.health] = result.health.get(found.health, 0) + 1


def _ask_on(
    activity: Activity, situation: Situation, told: list[Told], *, today: date, policy: Policy
) -> date | None:
    """The reached step while someone still has to hear of it, else the next one."""
    step = current_step(situation, today=today, policy=policy)
    if step is not None and all(line.occasion != step.occasion for line in told):
        return step.on
    if step is not None and activity.ask_on is not None and activity.ask_on <= today:
        return activity.ask_on
    following = next_step(situation, after=today, policy=policy)
    return following.on if following else None


def _follow(
    case: Escalation, activity: Activity, level: int, overdue: int, today: date, result: Evaluated
) -> None:
    """Close a case whose cause is gone, bring a parked one back, raise an older one."""
    parked = case.parked_until is not None and case.parked_until > today
    if not overdue and case.proposed_wording is None:
        case.closed_on, case.closed_because = today, "moved"
        result.closed.append(activity.uid)
    elif parked and case.parked_until is not None:
        activity.ask_on = case.parked_until
        activity.next_review_on = min(activity.next_review_on, case.parked_until)
    elif case.parked_until is not None or level > case.level:
        case.level, case.raised_on = max(level, case.level), today
        case.decision = case.decided_on = case.decided_by = case.parked_until = None
        result.raised.append(activity.uid)


def _opened(activity: Activity, level: int, today: date) -> Escalation:
    return Escalation(
        council_id=activity.council_id,
        activity_id=activity.id,
        level=level,
        opened_on=today,
        raised_on=today,
    )


def reason_as_json(reason: Reason) -> list[Any]:
    """A reason as it is stored: days as ISO text."""
    return [reason.key, {name: str(value) if isinstance(value, date) else value for name, value in reason.values.items()}]  # fmt: skip # noqa: E501
