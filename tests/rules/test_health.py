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


@pytest.mark.parametrize(
    ("today", "given", "health", "values"),
    [
        pytest.param(date(2022, 7, 1), {}, "waiting", {"start": date(2022, 8, 1)}, id="not open"),
        pytest.param(date(2022, 8, 1), {}, "on_track", {"days_left": 152}, id="it opens"),
        pytest.param(date(2022, 11, 1), {}, "due_soon", {"days_left": 60}, id="the first lead"),
        pytest.param(
            date(2022, 12, 21), {}, "due_soon", {"days_left": 10}, id="time to begin yet"
        ),
        pytest.param(date(2022, 12, 24), {}, "at_risk", {"days_left": 7}, id="the last lead"),
        pytest.param(date(2022, 11, 28), {"asked": 3}, "silent", {"asked": 3}, id="silent"),
        pytest.param(date(2023, 1, 4), {}, "overdue", {"days_overdue": 4}, id="late"),
        pytest.param(
            date(2023, 3, 1),
            {"passed_on": date(2023, 2, 1)},
            "overdue",
            {"days_overdue": 60},
            id="late before it was approved",
        ),
        pytest.param(
            date(2022, 11, 28),
            {"status": "blocked", "answered_on": date(2022, 11, 8)},
            "blocked",
            {"days": 20},
            id="an obstacle, told twenty days ago",
        ),
        pytest.param(
            date(2022, 11, 28),
            {"deadline": A_LIMIT, "report_back": True},
            "due_soon",
            {"days_left": 33},
            id="a report-back is asked for earlier than other days",
        ),
    ],
)
def test_a_reason_says_how_much(
    today: date, given: dict[str, object], health: str, values: dict[str, object]
) -> None:
    found = assess(a_situation(**given), today=today, policy=POLICY, calendar=PLAIN)  # type: ignore[arg-type]
    assert (found.health, dict(found.reasons[0].values)) == (health, values)


def test_a_far_window_opens_for_a_report_back_at_its_own_lead() -> None:
    next_year = a_deadline("during", date(2023, 1, 1), date(2023, 1, 20))
    today = date(2022, 12, 1)
    plain = assess(a_situation(next_year), today=today, policy=POLICY, calendar=PLAIN)
    back = assess(
        a_situation(next_year, report_back=True), today=today, policy=POLICY, calendar=PLAIN
    )
    assert (plain.health, back.health) == ("waiting", "due_soon")


@pytest.mark.parametrize(
    ("today", "given", "on"),
    [
        pytest.param(date(2022, 12, 31), {}, date(2023, 1, 1), id="the day after the last"),
        pytest.param(
            date(2022, 12, 31),
            {"deadline": A_LIMIT},
            date(2023, 1, 1),
            id="the day after a limit",
        ),
        pytest.param(date(2023, 3, 20), {}, date(2023, 3, 27), id="once a week while it is late"),
        pytest.param(
            date(2022, 4, 1), {"status": "blocked"}, date(2022, 4, 8), id="and while it is blocked"
        ),
        pytest.param(date(2022, 4, 1), {}, date(2022, 7, 1), id="else a quarter at most"),
        pytest.param(date(2022, 7, 1), {}, date(2022, 8, 1), id="when the window opens"),
    ],
)
def test_when_it_is_looked_at_next(today: date, given: dict[str, object], on: date) -> None:
    found = assess(a_situation(**given), today=today, policy=POLICY, calendar=PLAIN)  # type: ignore[arg-type]
    assert found.next_review_on == on


def test_the_day_after_the_last_is_looked_at_where_nobody_is_asked_on_it() -> None:
    late = Policy.model_validate({"overdue": [5, 10]})
    found = assess(a_situation(), today=date(2022, 12, 31), policy=late, calendar=PLAIN)
    assert found.next_review_on == date(2023, 1, 1)
