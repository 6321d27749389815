from datetime import date, timedelta

import pytest
from builders import DURING_24, a_deadline, a_situation
from hypothesis import given
from hypothesis import strategies as st

from rules.health import assess
from rules.policy import Policy
from rules.working_days import WorkingCalendar

A_POINT = a_deadline("during", date(2022, 12, 31), date(2022, 12, 31))
A_LIMIT = a_deadline("by", due=date(2022, 12, 31))
POLICY = Policy()
PLAIN = WorkingCalendar()


@pytest.mark.parametrize(
    ("today", "given", "health", "reason"),
    [
        pytest.param(
            date(2022, 7, 1), {}, "waiting", "because.not_open", id="the window is not open"
        ),
        pytest.param(
            date(2022, 9, 1), {}, "on_track", "because.days_left", id="open, and far from its end"
        ),
        pytest.param(
            date(2022, 11, 28),
            {},
            "due_soon",
            "because.days_left",
            id="members are being reminded",
        ),
        pytest.param(
            date(2022, 12, 28), {}, "at_risk", "because.not_started", id="the last week, not begun"
        ),
        pytest.param(
            date(2022, 12, 28),
            {"status": "in_progress"},
            "due_soon",
            "because.days_left",
            id="the last week, begun",
        ),
        pytest.param(
            date(2022, 11, 28),
            {"asked": 2},
            "silent",
            "because.silent",
            id="asked twice without an answer",
        ),
        pytest.param(
            date(2023, 1, 1),
            {"asked": 5},
            "overdue",
            "because.overdue",
            id="late counts before silent",
        ),
        pytest.param(
            date(2023, 1, 1),
            {"status": "blocked"},
            "blocked",
            "because.blocked",
            id="an obstacle was reported",
        ),
        pytest.param(
            date(2022, 11, 28),
            {"deadline": DURING_24},
            "waiting",
            "because.not_open",
            id="a year far ahead",
        ),
        pytest.param(
            date(2022, 3, 1),
            {"deadline": A_LIMIT},
            "waiting",
            "because.days_left",
            id="a limit far ahead",
        ),
        pytest.param(
            date(2022, 3, 1),
            {"deadline": A_LIMIT, "status": "in_progress"},
            "on_track",
            "because.days_left",
            id="a limit far ahead, begun",
        ),
        pytest.param(
            date(2022, 3, 1),
            {"deadline": A_POINT},
            "waiting",
            "because.days_left",
            id="a turning point far ahead does not open, it comes",
        ),
        pytest.param(
            date(2022, 3, 1),
            {"deadline": a_deadline("none", precision="unknown")},
            "at_risk",
            "because.none",
            id="no time that could be followed",
        ),
        pytest.param(
            date(2022, 3, 1),
            {"deadline": a_deadline("ongoing")},
            "on_track",
            "because.ongoing",
            id="ongoing",
        ),
        pytest.param(
            date(2022, 3, 1),
            {"deadline": a_deadline("from", start=date(2022, 5, 1))},
            "waiting",
            "because.not_open",
            id="from a later day",
        ),
    ],
)
def test_how_it_stands(today: date, given: dict[str, object], health: str, reason: str) -> None:
    found = assess(a_situation(**given), today=today, policy=POLICY, calendar=PLAIN)  # type: ignore[arg-type]
    assert (found.health, found.reasons[0].key) == (health, reason)


@given(st.dates(date(2021, 6, 1), date(2024, 6, 1)))
def test_health_changes_no_earlier_than_the_day_of_its_next_review(today: date) -> None:
    situation = a_situation()
    found = assess(situation, today=today, policy=POLICY, calendar=PLAIN)
    day = today
    while day < found.next_review_on - timedelta(days=1):
        day += timedelta(days=1)
        assert assess(situation, today=day, policy=POLICY, calendar=PLAIN).health == found.health
    assert found.next_review_on > today


def test_what_is_closed_sleeps_for_a_quarter() -> None:
    found = assess(
        a_situation(status="done"), today=date(2022, 3, 1), policy=POLICY, calendar=PLAIN
    )
    assert found.next_review_on <= date(2022, 3, 1) + timedelta(days=91)


def test_what_waits_for_another_activity_says_for_which() -> None:
    waiting = a_situation(status="blocked", waits_for="handledargruppen-1")
    found = assess(waiting, today=date(2023, 2, 6), policy=Policy(), calendar=WorkingCalendar())
    assert found.health == "blocked"
    assert [(one.key, one.values["uid"]) for one in found.reasons] == [
        ("because.waits", "handledargruppen-1")
    ]
