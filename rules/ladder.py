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


def steps_around(
    situation: Situation, *, today: date, policy: Policy
) -> tuple[Step | None, Step | None]:
    """The step that `today` has reached, and the first later one.

    Steps older than the reached one are told with it; an answer uses them up.
    """
    current, following = None, None
    for step in steps(situation, policy=policy, reached=today):
        if step.on > today:
            following = step
            break
        current = step
    if current is not None and current.on <= (situation.answered_on or date.min):
        current = None
    return current, following


def next_step(situation: Situation, *, after: date, policy: Policy) -> Step | None:
    """The first step later than the day `after`."""
    return steps_around(situation, today=after, policy=policy)[1]


def steps(situation: Situation, *, policy: Policy, reached: date = date.min) -> Iterator[Step]:
    """All steps in order of their days, without end except where nothing is left to ask.

    reached: steps before the last one up to that day may be left out.
    """
    if not situation.is_open or situation.waits_for is not None:
        return iter(())
    freed = situation.freed_on
    if freed is None or situation.deadline.kind == "none":
        return _steps(situation, policy, reached)
    later_ones = (step for step in _steps(situation, policy, reached) if step.on > freed)
    return chain([Step(freed, "freed", f"freed/{freed}")], later_ones)


def _steps(situation: Situation, policy: Policy, reached: date) -> Iterator[Step]:
    deadline, quiet = situation.deadline, situation.quiet_since
    if deadline.due is not None:
        return _towards(deadline.due, situation, policy, reached)
    if deadline.kind == "none":
        return _every(policy.gaps, situation.counted_from, "no_deadline", reached)
    if deadline.kind == "event":
        return _every(policy.event, later(quiet, policy.event), "event", reached)
    if deadline.start is not None and deadline.start > quiet:
        return _every(policy.check_in, deadline.start, "check_in", reached)
    return _every(policy.check_in, later(quiet, policy.check_in), "check_in", reached)


def _towards(due: date, situation: Situation, policy: Policy, reached: date) -> Iterator[Step]:
    passed = situation.unaccounted_from
    climb = _climb(due, situation, policy, reached)
    if passed is None:
        return climb
    before = takewhile(lambda step: step.on < passed, climb)
    return chain(before, _every(policy.passed, passed, "passed", reached))


def _climb(due: date, situation: Situation, policy: Policy, reached: date) -> Iterator[Step]:
    deadline = situation.deadline
    leads = policy.leads(deadline.precision, report_back=situation.report_back)
    overdue = (reached - due).days
    if overdue < policy.overdue[0]:
        if _opens_with_a_question(situation, policy, leads):
            yield Step(deadline.start or due, "opening", f"{due}/opening")
        for days in leads:
            yield Step(due - timedelta(days=days), "lead", f"{due}/{days}")
    repeats = _repeats(policy, overdue)
    yield from (Step(later(due, days), "overdue", f"{due}/+{days}") for days in repeats)


def _opens_with_a_question(situation: Situation, policy: Policy, leads: tuple[int, ...]) -> bool:
    deadline = situation.deadline
    if deadline.start is None or deadline.due is None or situation.report_back:
        return False
    wide = deadline.precision in policy.opening
    return wide and deadline.start < deadline.due - timedelta(days=leads[0])


def _repeats(policy: Policy, overdue: int) -> Iterator[int]:
    """Days after the last day, from the latest that `overdue` days have reached or earlier."""
    *first, last = policy.overdue
    gap = last - first[-1]
    used_up = max(0, (overdue - last) // gap)
    if not used_up:
        yield from first
    yield from count(last + used_up * gap, gap)


def _every(days: int, first: date, kind: StepKind, reached: date) -> Iterator[Step]:
    used_up = max(0, (reached - first).days // days)
    found = (later(first, number * days) for number in count(used_up))
    return (Step(on, kind, f"{kind}/{on}") for on in found)
