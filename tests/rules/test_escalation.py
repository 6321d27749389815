from datetime import date, timedelta

import pytest
from builders import a_deadline, a_situation
from hypothesis import given
from hypothesis import strategies as st

from models.values import COMMITTEE, CONVENOR, COUNCIL
from rules.escalation import (
    acknowledgement_lapses_on,
    escalation_days,
    escalation_level,
)
from rules.policy import Policy
from rules.situation import Situation
from rules.working_days import WorkingCalendar

POLICY = Policy()
PLAIN = WorkingCalendar()
DUE = date(2022, 12, 31)


def level_of(situation: Situation, today: date) -> int:
    rises = escalation_days(situation, policy=POLICY, calendar=PLAIN)
    return escalation_level(situation, rises, today=today)


@pytest.mark.parametrize(
    ("today", "given", "level"),
    [
        pytest.param(DUE, {}, 0, id="the last day itself"),
        pytest.param(DUE + timedelta(7), {}, 0, id="seven days late"),
        pytest.param(DUE + timedelta(8), {}, CONVENOR, id="eight days late: the convenor"),
        pytest.param(DUE + timedelta(13), {}, CONVENOR, id="thirteen days late"),
        pytest.param(DUE + timedelta(14), {}, COMMITTEE, id="fourteen days late"),
        pytest.param(date(2023, 2, 6), {}, COMMITTEE, id="no run in between: the same level"),
        pytest.param(DUE + timedelta(70), {}, COUNCIL, id="seventy days late: the council"),
        pytest.param(date(2023, 2, 6), {"status": "done"}, 0, id="done"),
        pytest.param(
            date(2023, 1, 17), {"answered_on": date(2023, 1, 10)}, 0, id="answered a week ago"
        ),
        pytest.param(
            date(2023, 1, 20),
            {"answered_on": date(2023, 1, 10)},
            CONVENOR,
            id="answered ten days ago",
        ),
        pytest.param(
            date(2023, 1, 24),
            {"answered_on": date(2023, 1, 10)},
            COMMITTEE,
            id="answered fourteen days ago",
        ),
        pytest.param(
            DUE + timedelta(70),
            {"answered_on": DUE + timedelta(69)},
            COUNCIL,
            id="not answered away for ever",
        ),
    ],
)
def test_the_level_follows_days_and_answers(
    today: date, given: dict[str, object], level: int
) -> None:
    assert level_of(a_situation(**given), today) == level  # type: ignore[arg-type]


def test_what_has_no_last_day_is_never_late() -> None:
    ongoing = a_situation(a_deadline("ongoing"))
    assert level_of(ongoing, date(2030, 1, 1)) == 0
    assert escalation_days(ongoing, policy=POLICY, calendar=PLAIN) == []


@given(st.dates(date(2022, 1, 1), date(2024, 1, 1)))
def test_the_level_changes_only_on_the_days_that_are_named(today: date) -> None:
    situation = a_situation()
    changed = level_of(situation, today) != level_of(situation, today - timedelta(days=1))
    assert not changed or today in escalation_days(situation, policy=POLICY, calendar=PLAIN)


@pytest.mark.parametrize(
    ("answered_on", "lapses_on"),
    [
        pytest.param(None, DUE + timedelta(14), id="nothing is heard"),
        pytest.param(DUE - timedelta(3), DUE + timedelta(14), id="an answer before it"),
        pytest.param(DUE + timedelta(4), DUE + timedelta(18), id="an answer since"),
    ],
)
def test_a_case_that_was_taken_on_comes_back(answered_on: date | None, lapses_on: date) -> None:
    found = acknowledgement_lapses_on(DUE, answered_on=answered_on, policy=POLICY, calendar=PLAIN)
    assert found == lapses_on


def test_what_waits_for_another_activity_has_no_case() -> None:
    waiting = a_situation(status="blocked", waits_for="handledargruppen-1")
    late = DUE + timedelta(days=200)
    assert level_of(waiting, late) == 0
    assert escalation_days(waiting, policy=POLICY, calendar=PLAIN) == []


def test_days_are_counted_anew_when_the_other_is_over() -> None:
    free = DUE + timedelta(days=100)
    days = escalation_days(a_situation(freed_on=free), policy=POLICY, calendar=PLAIN)
    assert days[0] == free + timedelta(days=8)


def test_a_decision_sets_every_level_back() -> None:
    decided = a_situation(decided_on=date(2023, 2, 1))
    assert escalation_days(decided, policy=POLICY, calendar=PLAIN) == [
        date(2023, 2, 9),
        date(2023, 2, 15),
        date(2023, 4, 12),
    ]


def test_no_level_is_reached_on_the_day_of_an_approval_that_came_too_late() -> None:
    gone = a_situation(passed_on=DUE + timedelta(14))
    assert escalation_days(gone, policy=POLICY, calendar=PLAIN) == [DUE + timedelta(8)]
