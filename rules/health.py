"""How does an activity stand, and why?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.values import Health, Reason
from rules.days import later
from rules.escalation import escalation_days, escalation_level
from rules.ladder import Step, steps_around
from rules.policy import Policy
from rules.situation import Situation
from rules.working_days import WorkingCalendar

LONGEST_SLEEP = timedelta(days=91)  # reviewed at least once a quarter, whatever the rules say


@dataclass(frozen=True, slots=True)
class Assessment:
    """next_review_on: the first later day on which this could read differently.

    step: of the ladder, the one that today has reached. next_step: the first later than today.
    level: of the case that it should have; 0: none.
    """

    health: Health
    reasons: tuple[Reason, ...]
    next_review_on: date
    step: Step | None
    next_step: Step | None
    level: int


def assess(
    situation: Situation, *, today: date, policy: Policy, calendar: WorkingCalendar
) -> Assessment:
    """Health with its reasons; people set the status, rules only this."""
    health, reason = _health(situation, today, policy)
    step, following = steps_around(situation, today=today, policy=policy)
    rises = escalation_days(situation, policy=policy, calendar=calendar)
    review = _next_review(situation, today, following, rises)
    level = escalation_level(situation, rises, today=today)
    return Assessment(health, (reason,), review, step, following, level)


def _health(situation: Situation, today: date, policy: Policy) -> tuple[Health, Reason]:
    overdue = situation.days_overdue(today)
    if situation.waits_for is not None:
        return "blocked", Reason("because.waits", {"uid": situation.waits_for})
    if situation.status == "blocked":
        return "blocked", Reason("because.blocked", {"days": (today - situation.quiet_since).days})
    if overdue and situation.is_unaccounted(today):
        return "overdue", Reason("because.passed", {"days_overdue": overdue})
    if overdue:
        return "overdue", Reason("because.overdue", {"days_overdue": overdue})
    if situation.asked >= policy.silent_after:
        return "silent", Reason("because.silent", {"asked": situation.asked})
    return _before_the_last_day(situation, today, policy)


def _before_the_last_day(
    situation: Situation, today: date, policy: Policy
) -> tuple[Health, Reason]:
    deadline = situation.deadline
    if deadline.kind == "none":
        return "at_risk", Reason("because.none")
    left = deadline.days_left(today)
    far = left is None or left > _first_lead(situation, policy)
    is_point = deadline.start == deadline.due
    if far and not is_point and deadline.start is not None and today < deadline.start:
        return "waiting", Reason("because.not_open", {"start": deadline.start})
    if left is None:
        return "on_track", Reason(f"because.{deadline.kind}")
    return _near(situation, left, policy)


def _near(situation: Situation, left: int, policy: Policy) -> tuple[Health, Reason]:
    days_left = Reason("because.days_left", {"days_left": left})
    leads = policy.leads(situation.deadline.precision, report_back=situation.report_back)
    if left <= leads[-1] and situation.status == "not_started":
        return "at_risk", Reason("because.not_started", {"days_left": left})
    if left <= leads[0]:
        return "due_soon", days_left
    is_limit = situation.deadline.start in {None, situation.deadline.due}
    if is_limit and situation.status == "not_started":
        return "waiting", days_left
    return "on_track", days_left


def _first_lead(situation: Situation, policy: Policy) -> int:
    return policy.leads(situation.deadline.precision, report_back=situation.report_back)[0]


def _next_review(
    situation: Situation, today: date, step: Step | None, rises: Sequence[date]
) -> date:
    deadline = situation.deadline
    days = [today + LONGEST_SLEEP, *rises]
    if step is not None:
        days.append(step.on)
    if deadline.start is not None:
        days.append(deadline.start)
    if deadline.due is not None:
        days.append(later(deadline.due, 1))
    if situation.days_overdue(today) or situation.status == "blocked":
        days.append(today + timedelta(days=7))
    return min(day for day in days if day > today)
