"""Rows whose time was gone when the plan was approved."""

from datetime import date, timedelta

import pytest
from builders import AUTUMN_22, DURING_24, a_deadline, a_situation

from deadlines.deadline import Deadline
from rules.days import later
from rules.escalation import escalation_days
from rules.health import assess
from rules.ladder import steps_around
from rules.policy import Policy
from rules.situation import passed_on
from rules.working_days import WorkingCalendar

POLICY, PLAIN = Policy(), WorkingCalendar()
APPROVED = date(2023, 6, 1)
OLD = a_situation(passed_on=APPROVED)


@pytest.mark.parametrize(
    ("today", "occasion"),
    [
        pytest.param(APPROVED, f"passed/{APPROVED}", id="at the approval"),
        pytest.param(APPROVED + timedelta(28), "passed/2023-06-29", id="four weeks later"),
        pytest.param(date(2022, 12, 24), "2022-12-31/7", id="before, like any other"),
    ],
)
def test_one_question_about_old_rows_takes_the_place_of_the_ladder(
    today: date, occasion: str
) -> None:
    step, _ = steps_around(OLD, today=today, policy=POLICY)
    assert step is not None
    assert step.occasion == occasion


def test_nothing_is_escalated_before_somebody_has_said_how_it_stands() -> None:
    late = APPROVED + timedelta(days=200)
    assert assess(OLD, today=late, policy=POLICY, calendar=PLAIN).level == 0
    days = escalation_days(OLD, policy=POLICY, calendar=PLAIN)
    assert days == [date(2023, 1, 8), date(2023, 1, 14), date(2023, 3, 11)]
    said = a_situation(passed_on=APPROVED, answered_on=APPROVED)
    assert assess(said, today=late, policy=POLICY, calendar=PLAIN).level > 0


def test_it_reads_as_old() -> None:
    [reason] = assess(OLD, today=APPROVED, policy=POLICY, calendar=PLAIN).reasons
    assert reason.key == "because.passed"


@pytest.mark.parametrize(
    ("deadline", "passed"),
    [
        pytest.param(AUTUMN_22, APPROVED, id="its time was gone"),
        pytest.param(DURING_24, None, id="its time is still to come"),
        pytest.param(a_deadline("ongoing"), None, id="it has no last day"),
        pytest.param(None, None, id="it has no time"),
    ],
)
def test_what_is_old_at_the_approval(deadline: Deadline | None, passed: date | None) -> None:
    assert passed_on(deadline, APPROVED) == passed


def test_the_calendar_has_a_last_day() -> None:
    assert later(date(9999, 12, 1), 60) == date.max


def test_the_last_day_itself_has_not_passed() -> None:
    due = AUTUMN_22.due
    assert due is not None
    assert passed_on(AUTUMN_22, due) is None
    assert passed_on(AUTUMN_22, due + timedelta(1)) == due + timedelta(1)
