from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.working_days import WorkingCalendar, digest_is_due, squeeze_days

EASTER_23 = WorkingCalendar(frozenset({date(2023, 4, 7), date(2023, 4, 10)}))


@pytest.mark.parametrize(
    ("today", "served_on", "due"),
    [
        pytest.param(date(2023, 4, 3), None, True, id="a Monday, never served"),
        pytest.param(date(2023, 4, 10), date(2023, 4, 3), False, id="Easter Monday"),
        pytest.param(date(2023, 4, 11), date(2023, 4, 3), True, id="the Tuesday after it"),
        pytest.param(date(2023, 4, 12), date(2023, 4, 11), False, id="served this week"),
        pytest.param(
            date(2023, 4, 13), date(2023, 4, 3), True, id="the engine was down since Monday"
        ),
        pytest.param(date(2023, 4, 15), date(2023, 4, 3), False, id="a Saturday"),
        pytest.param(date(2021, 1, 4), date(2021, 1, 1), True, id="week 53 ends, week 1 begins"),
    ],
)
def test_the_digest_goes_on_the_first_working_day_of_a_week(
    today: date, served_on: date | None, due: bool
) -> None:
    assert digest_is_due(today=today, served_on=served_on, calendar=EASTER_23) is due


def test_a_work_day_between_two_days_off_is_a_squeeze_day() -> None:
    ascension, national_day = date(2023, 5, 18), date(2023, 6, 6)
    assert squeeze_days(frozenset({ascension, national_day})) == {
        date(2023, 5, 19),
        date(2023, 6, 5),
    }


def test_the_next_working_day_steps_over_a_holiday() -> None:
    assert EASTER_23.on_or_after(date(2023, 4, 7)) == date(2023, 4, 11)
    assert EASTER_23.on_or_after(date(2023, 4, 6)) == date(2023, 4, 6)


@given(
    st.dates(date(2024, 1, 1), date(2024, 12, 31)),
    st.integers(-3, 90),
    st.frozensets(st.dates(date(2024, 1, 1), date(2025, 3, 31)), max_size=60),
)
def test_days_off_are_left_out_one_by_one(day, days, days_off) -> None:
    reached, left = day, days
    while left > 0:
        reached += timedelta(days=1)
        left -= reached not in days_off
    assert WorkingCalendar(days_off).after(day, days) == reached


def test_nothing_lies_behind_the_last_day_that_there_is() -> None:
    assert WorkingCalendar().after(date.max, 5) == date.max


def test_what_cannot_wait_may_be_written_on_a_squeeze_day() -> None:
    squeeze_day, holiday = date(2023, 6, 5), date(2023, 6, 6)
    calendar = WorkingCalendar(frozenset({squeeze_day, holiday}), frozenset({squeeze_day}))
    assert [calendar.may_be_written_on(date(2023, 6, day)) for day in (4, 5, 6, 7)] == [
        False,
        True,
        False,
        True,
    ]
