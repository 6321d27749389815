"""Who has to know when?"""

from collections.abc import Sequence
from datetime import date

from rules.policy import Policy
from rules.situation import Situation
from rules.working_days import WorkingCalendar


def escalation_level(situation: Situation, rises: Sequence[date], *, today: date) -> int:
    """0: no case; 1: the group's convenor; 2: the committee's digest; 3: the council's meeting.

    rises: the first day of each level.
    A function of days, answers and decisions, never of runs. An answer sets the clock of the
    first two levels back, but nobody answers a case away for ever; only a decision does that.
    What waits for another activity has no case. What was gone when the plan was approved is
    counted from there, once somebody has said how it stands.
    """
    if not situation.is_open or not situation.days_overdue(today):
        return 0
    if situation.is_unaccounted(today) or situation.waits_for is not None:
        return 0
    reached = [level for level, day in enumerate(rises, 1) if day <= today]
    return max(reached, default=0)


def escalation_days(
    situation: Situation, *, policy: Policy, calendar: WorkingCalendar
) -> list[date]:
    """The first day of each level; holidays and pauses do not count."""
    due, passed = situation.deadline.due, situation.unaccounted_from
    if due is None or situation.waits_for is not None:
        return []
    settled = max(due, situation.decided_on or date.min, situation.freed_on or date.min)
    if passed is None:
        settled = max(settled, situation.passed_on or date.min)
    silent = max(settled, situation.answered_on or date.min)
    days = [
        calendar.after(silent, policy.convenor),
        calendar.after(silent, policy.escalate[0]),
        *(calendar.after(settled, days) for days in policy.escalate[1:]),
    ]
    return [day for day in days if passed is None or day < passed]


def acknowledgement_lapses_on(
    acknowledged_on: date, *, answered_on: date | None, policy: Policy, calendar: WorkingCalendar
) -> date:
    """When a case that somebody took on comes back; an answer since then gives as long again."""
    heard_on = max(acknowledged_on, answered_on or date.min)
    return calendar.after(heard_on, policy.acknowledged)
