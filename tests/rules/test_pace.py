from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.values import Pace
from rules.pace import cannot_wait, next_letter_on
from rules.working_days import WorkingCalendar

PLAIN = WorkingCalendar()
MONDAY = date(2022, 11, 28)
TUESDAY, WEDNESDAY, FRIDAY = date(2022, 11, 29), date(2022, 11, 30), date(2022, 12, 2)
NEXT_WEEK = date(2022, 12, 5)


@pytest.mark.parametrize(
    ("came_up", "today", "last", "pace", "expected"),
    [
        pytest.param(MONDAY, MONDAY, None, "day", MONDAY, id="never written to"),
        pytest.param(
            MONDAY, MONDAY, date(2022, 12, 7), "day", MONDAY, id="a letter of a later day"
        ),
        pytest.param(
            TUESDAY, TUESDAY, MONDAY, "day", WEDNESDAY, id="the day after a letter waits"
        ),
        pytest.param(WEDNESDAY, WEDNESDAY, MONDAY, "day", WEDNESDAY, id="two days later"),
        pytest.param(FRIDAY, FRIDAY, date(2022, 12, 1), "day", NEXT_WEEK, id="over the weekend"),
        pytest.param(FRIDAY, MONDAY, None, "day", FRIDAY, id="what is to come"),
        pytest.param(MONDAY, MONDAY, None, "week", MONDAY, id="by the week: on a Monday"),
        pytest.param(TUESDAY, TUESDAY, None, "week", NEXT_WEEK, id="all else waits for it"),
        pytest.param(MONDAY, FRIDAY, None, "week", FRIDAY, id="the engine was down since Monday"),
        pytest.param(MONDAY, FRIDAY, TUESDAY, "week", NEXT_WEEK, id="one letter this week"),
        pytest.param(FRIDAY, TUESDAY, MONDAY, "week", NEXT_WEEK, id="announced for a Monday"),
    ],
)
def test_what_can_wait_waits_for_the_next_letter(
    came_up: date, today: date, last: date | None, pace: Pace, expected: date
) -> None:
    found = next_letter_on(came_up, today=today, last=last, pace=pace, apart=2, calendar=PLAIN)
    assert found == expected


def test_a_holiday_monday_moves_the_weeks_letter() -> None:
    easter = WorkingCalendar(frozenset({NEXT_WEEK}))
    found = next_letter_on(
        TUESDAY, today=TUESDAY, last=MONDAY, pace="week", apart=2, calendar=easter
    )
    assert found == NEXT_WEEK + timedelta(days=1)


@pytest.mark.parametrize(
    ("last_day", "hurries"),
    [
        pytest.param(None, False, id="without a last day"),
        pytest.param(MONDAY - timedelta(1), False, id="late already"),
        pytest.param(MONDAY, True, id="the last day is today"),
        pytest.param(date(2022, 12, 4), True, id="it passes before the next letter"),
        pytest.param(date(2022, 12, 5), False, id="the next letter is in time"),
    ],
)
def test_only_what_ends_before_the_next_letter_cannot_wait(
    last_day: date | None, hurries: bool
) -> None:
    assert cannot_wait(last_day, today=MONDAY, until=date(2022, 12, 5)) is hurries


@given(st.dates(date(2020, 1, 1), date(2027, 12, 31)), st.integers(0, 30), st.integers(-30, 30))
def test_by_the_week_there_is_one_letter_in_each(last: date, later: int, ago: int) -> None:
    today = last + timedelta(days=later)
    found = next_letter_on(
        today - timedelta(days=ago), today=today, last=last, pace="week", apart=1, calendar=PLAIN
    )
    assert found.isocalendar()[:2] > last.isocalendar()[:2]
    assert max(today, today - timedelta(days=ago)) <= found
    assert found <= max(today, today - timedelta(days=ago)) + timedelta(days=7)
