"""On which days is somebody asked about an activity?"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, count, takewhile
from typing import Literal, NamedTuple

from rules.days import later
from rules.policy import Policy
from rules.situation import Situation

StepKind = Literal[
    "opening", "lead", "overdue", "check_in", "event", "no_deadline", "passed", "freed"
]


class Step(NamedTuple):
    """One occasion to ask; `occasion` changes when the deadline moves."""

    on: date
    kind: StepKind
    occasion: str


def current_step(situation: Situation, *, today: date, policy: Policy) -> Step | None:
    """The step that `today` has reached; older ones are told with it, an answer uses them up."""
    reached = list(takewhile(lambda step: step.on <= today, steps(situation, policy=policy)))
    if not reached or reached[-1].on <= (situation.answered_on or date.min):
        return None
    return reached[-1]


def next_step(situation: Situation, *, after: date, policy: Policy) -> Step | None:
    """The first step later than the day `after`."""
    return next((step for step in steps(situation, policy=policy) if step.on > after), None)


def steps(situation: Situation, *, policy: Policy) -> Iterator[Step]:
    """All steps in order of their days, without end except where nothing is left to ask."""
    if not situation.is_open or situation.waits_for is not None:
        return iter(())
    freed = situation.freed_on
    if freed is None or situation.deadline.kind == "none":
        return _steps(situation, policy)
    later_ones = (step for step in _steps(situation, policy) if step.on > freed)
    return chain([Step(freed, "freed", f"freed/{freed}")], later_ones)


def _steps(situation: Situation, policy: Policy) -> Iterator[Step]:
    deadline = situation.deadline
    if deadline.due is not None:
        return _towards(deadline.due, situation, policy)
    if deadline.kind == "none":
        return _every(policy.gaps, situation.counted_from, "no_deadline")
    if deadline.kind == "event":
        return _every(policy.event, situation.quiet_since, "event", first=policy.event)
    if deadline.start is not None and deadline.start > situation.quiet_since:
        return _every(policy.check_in, deadline.start, "check_in")
    return _every(policy.check_in, situation.quiet_since, "check_in", first=policy.check_in)


def _towards(due: date, situation: Situation, policy: Policy) -> Iterator[Step]:
    passed = situation.unaccounted_from
    climb = _climb(due, situation, policy)
    if passed is None:
        return climb
    before = takewhile(lambda step: step.on < passed, climb)
    return chain(before, _every(policy.passed, passed, "passed"))


def _climb(due: date, situation: Situation, policy: Policy) -> Iterator[Step]:
    deadline = situation.deadline
    leads = policy.leads(deadline.precision, report_back=situation.report_back)
    if _opens_with_a_question(situation, policy, leads):
        yield Step(deadline.start or due, "opening", f"{due}/opening")
    for days in leads:
        yield Step(due - timedelta(days=days), "lead", f"{due}/{days}")
    yield from (Step(later(due, days), "overdue", f"{due}/+{days}") for days in _repeats(policy))


def _opens_with_a_question(situation: Situation, policy: Policy, leads: tuple[int, ...]) -> bool:
    deadline = situation.deadline
    if deadline.start is None or deadline.due is None or situation.report_back:
        return False
    wide = deadline.precision in policy.opening
    return wide and deadline.start < deadline.due - timedelta(days=leads[0])


def _repeats(policy: Policy) -> Iterator[int]:
    yield from policy.overdue
    gap = policy.overdue[-1] - policy.overdue[-2]
    yield from count(policy.overdue[-1] + gap, gap)


def _every(days: int, anchor: date, kind: StepKind, *, first: int = 0) -> Iterator[Step]:
    numbers = (later(anchor, first + number * days) for number in count())
    return (Step(on, kind, f"{kind}/{on}") for on in numbers)
