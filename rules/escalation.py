"""When does the committee have to know?"""

from datetime import date, timedelta

from rules.policy import Policy
from rules.situation import Situation


def escalation_level(situation: Situation, *, today: date, policy: Policy) -> int:
    """0: no case; 1: the committee's digest; 2: the council's next meeting.

    A function of days and answers, never of runs: an answer sets the clock of the first level
    back, but nobody answers a case away for ever: past the last figure only days overdue count.
    """
    overdue = situation.days_overdue(today)
    if not situation.is_open or not overdue:
        return 0
    unanswered = (today - _silent_from(situation)).days
    by_silence = 1 if unanswered >= policy.escalate[0] else 0
    by_age = sum(overdue >= days for days in policy.escalate[1:])
    return max(by_silence, 1 + by_age if by_age else 0)


def escalation_days(situation: Situation, *, policy: Policy) -> list[date]:
    """The days on which the level can rise."""
    due = situation.deadline.due
    if due is None:
        return []
    first = _silent_from(situation) + timedelta(days=policy.escalate[0])
    return [first, *(due + timedelta(days=days) for days in policy.escalate[1:])]


def _silent_from(situation: Situation) -> date:
    due = situation.deadline.due or situation.quiet_since
    return max(due, situation.answered_on or date.min)
