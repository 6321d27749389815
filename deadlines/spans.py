"""A period as it was named, perhaps without its year, and the days that it comes to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from deadlines.deadline import Precision
from deadlines.periods import ONE_DAY, Days, House, last_day_of

Bounds = Callable[[int, Any, House], Days]

NO_CODE = 0  # the standard has no name for it: first and last day are written
PLAIN = 1  # 2022, 2022-03 or 2022-03-01
SPLIT = "split "  # in front of the name of a winter whose two years are both given
POINT = 2  # a turning point: 2022-12-31~
WEEKDAYS_EARLY, WEEKDAYS_MID = (1, 2), (3, 4)
YEARS_WITH_FEBRUARY_29 = 9
MONTHS_BY_UNIT = {"month", "year", "quarter", "season", "half-year", "tertial"}
NO_THIRDS = 2  # months


# Not frozen, here and below: making a frozen one costs four times as much, and there are many.
@dataclass(slots=True)
class Span:
    """bounds(year, arg, house) gives the days; code: EDTF's number for a part of the year."""

    unit: Precision
    year: int | None
    bounds: Bounds
    arg: Any
    code: int
    edge: str | None = None
    weekday: int | None = None
    name: str | None = None

    def days(self, year: int, house: House) -> Days:
        return self.bounds(year, self.arg, house)


def part_of(span: Span, first: date, last: date, house: House) -> Days:
    """The early, middle or late third; "first" and "end" are points."""
    edge = span.edge
    if edge and "-" in edge:
        return _from_part_to_part(span, first, last, house)
    if edge in ("first", "end"):
        return (first, first) if edge == "first" else (last, last)
    if edge == "rest":
        return _rest_of(first, last, house)
    if span.unit in MONTHS_BY_UNIT and _has_thirds_of_months(first, last):
        return _third_by_months(edge, first, last)
    if span.unit == "week":
        return _part_of_week(edge, first, house)
    return _third_by_days(edge, first, last)


def _from_part_to_part(span: Span, first: date, last: date, house: House) -> Days:
    begin, _, end = (span.edge or "").partition("-")
    start = part_of(replace(span, edge=begin), first, last, house)[0]
    due = part_of(replace(span, edge=end), first, last, house)[1]
    if start > due:
        raise ValueError("its end before its beginning")
    return start, due


def _has_thirds_of_months(first: date, last: date) -> bool:
    """One whole month, or three and more."""
    return first.day == 1 and (last + ONE_DAY).day == 1 and _months(first, last) != NO_THIRDS


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _rest_of(first: date, last: date, house: House) -> Days:
    """What is left of it on the reference date; all of what has not begun."""
    today = house.reference or first
    if last < today:
        raise ValueError("the rest of what is over")
    return max(first, today), last


def _third_by_months(edge: str | None, first: date, last: date) -> Days:
    count = _months(first, last)
    if count == 1:
        ends = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}[edge or "late"]
        return first.replace(day=ends[0]), first.replace(day=ends[1])
    third = round(count / 3)
    begin, end = {
        "early": (0, third),
        "mid": (third, count - third),
        "late": (count - third, count),
    }[edge or "late"]
    return month_after(first, begin), month_after(first, end) - ONE_DAY


def _third_by_days(edge: str | None, first: date, last: date) -> Days:
    third = ((last - first).days + 1) // 3
    if edge == "early":
        return first, first + timedelta(days=max(third - 1, 0))
    if edge == "mid":
        return first + timedelta(days=third), last - timedelta(days=third)
    return last - timedelta(days=max(third - 1, 0)), last


def _part_of_week(edge: str | None, monday: date, house: House) -> Days:
    end = house.conventions.working_week_ends_on - 1
    begin, finish = {"early": (0, 1), "mid": (2, 3)}.get(edge or "", (end - 1, end))
    return monday + begin * ONE_DAY, monday + finish * ONE_DAY


def middle_of(span: Span, first: date, last: date) -> date:
    """The day that "by mid-…" means: the 15th of a month, 30 June of a year."""
    count = _months(first, last)
    if span.unit not in MONTHS_BY_UNIT or first.day != 1:
        return first + (last - first) // 2
    if count % 2:
        return month_after(first, count // 2).replace(day=15)
    return month_after(first, count // 2) - ONE_DAY


def month_after(day: date, count: int) -> date:
    """The same day number, else the last day of that month (lag 1930:173, 1 §)."""
    years, index = divmod(day.month - 1 + count, 12)
    last = last_day_of(day.year + years, index + 1)
    return last if day.day > last.day else last.replace(day=day.day)
