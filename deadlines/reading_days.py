"""Reads items that name days, weeks and months."""

from dataclasses import replace
from datetime import date

from deadlines import periods
from deadlines.naming import NoSuchPeriodError, Values, fields_of, numbers_in, year_in
from deadlines.numerals import DECEMBER, LONGEST_MONTH, century
from deadlines.periods import House
from deadlines.relative import BEFORE, LAST_BUT_ONE, day_in_month, week_item
from deadlines.spans import NO_CODE, PLAIN, Span

MOST_OFTEN_A_DAY = 19  # Swedish "mars 19" may be a day, "mars 23" is a month of a year
LAST_HALF = 2
SECOND_HALF = 7  # February 2026/27 lies in the second of the two years
MONTHS_IN = {"N": 1, "Q": 3, "U": 4, "H": 6}
LAST_WEEK = 53


def _day_span(year: int | None, month: int, day: int, weekday: int | None = None) -> Span:
    if not (1 <= month <= DECEMBER and 1 <= day <= LONGEST_MONTH):
        raise NoSuchPeriodError(f"{day}/{month}")
    return Span("day", year, periods.day, (month, day), PLAIN, None, weekday)


def named_day(tags: str, values: Values, house: House) -> Span:
    if tags == "nMY":  # what most days are
        return _day_span(values[2], values[1], values[0])
    fields = fields_of(tags, values)
    year = year_in(fields)
    if "M" not in fields:
        return day_in_month(tags, values, house)
    if tags[-1] == "n" and tags.count("n") + tags.count("o") > 1:
        year = century(values[-1])
    number = numbers_in(tags, values)[0]
    return _day_span(year, fields["M"], number, fields.get("W"))


def month_day(tags: str, values: Values, house: House) -> Span:
    """March 8th, March 1-15; Swedish "mars 23" is the month of a year."""
    fields = fields_of(tags, values)
    year, weekday = year_in(fields), fields.get("W")
    numbers = numbers_in(tags, values)
    if len(numbers) > 1:
        return _some_days(year, fields["M"], numbers)
    if (
        house.lang == "sv"
        and "n" in fields
        and year is None
        and weekday is None
        and numbers[0] > MOST_OFTEN_A_DAY
    ):
        return month_span(century(numbers[0]), fields["M"])
    return _day_span(year, fields["M"], numbers[0], weekday)


def _some_days(year: int | None, month: int, numbers: list[int]) -> Span:
    first, last = numbers[0], numbers[-1]
    if not 1 <= first <= last <= LONGEST_MONTH:
        raise NoSuchPeriodError(f"{first}-{last}/{month}")
    return Span("day", year, periods.days, (month, first, month, last), NO_CODE)


def some_days(tags: str, values: Values, _house: House) -> Span:
    """1-15 mars 2023, 3 och 4 maj, 3/4 maj, 1-15/3, 10-15.3.2023."""
    fields = fields_of(tags, values)
    numbers = numbers_in(tags, values)
    if tags[0] == "d" and "M" in fields:
        return _some_days(year_in(fields), fields["M"], list(fields["d"]))
    if "D" in fields:
        last: date = fields["D"]
        return _some_days(last.year, last.month, [numbers[0], last.day])
    pair = fields.get("d") or fields.get("e")
    if pair:
        return _some_days(year_in(fields), pair[1], [numbers[0], pair[0]])
    return _some_days(year_in(fields), fields["M"], numbers)


def some_units(_tags: str, _values: Values, _house: House) -> Span:
    raise NoSuchPeriodError("some part of a longer time, but not which")


def some_of_the_year(tags: str, values: Values, _house: House) -> Span:
    """The first six months of 2024, its last three, and its first two quarters."""
    count = values[1] * MONTHS_IN[tags[2]]
    months = (1, count)
    if tags[0] == "l":
        months = (DECEMBER + 1 - count, DECEMBER)
    if not 1 <= count <= DECEMBER or values[0] not in (1, -1):
        raise NoSuchPeriodError(f"{count} months of a year")
    return Span("month", values[-1], periods.months_of, months, NO_CODE)


def spaced_day(_tags: str, values: Values, _house: House) -> Span:
    """2026 03 15."""
    return _day_span(*values)


def two_dates(_tags: str, values: Values, _house: House) -> Span:
    """2026-03-15 - 03-20."""
    first, month, day = values[0], values[2], values[4]
    last = date(first.year + ((month, day) < (first.month, first.day)), month, day)
    return Span("day", first.year, periods.fixed, (first, last), NO_CODE)


def iso_day(_tags: str, values: Values, _house: House) -> Span:
    """2023-W12-5 is the Friday of week 12 (ISO 8601)."""
    weekday = values[-1]
    return Span("day", values[0], periods.days_of_week, (values[-3], weekday, weekday), PLAIN)


def some_months(_tags: str, values: Values, _house: House) -> Span:
    """4-5/2018."""
    year, last = values[-1]
    if not 1 <= values[0] < last:
        raise NoSuchPeriodError(f"{values[0]}-{last}/{year}")
    return Span("month", year, periods.months_of, (values[0], last), NO_CODE)


def month_span(year: int | None, month: int, edge: str | None = None) -> Span:
    return Span("month", year, periods.month, month, PLAIN, edge)


def month(tags: str, values: Values, _house: House) -> Span:
    if tags == "MY":  # what most months are
        return month_span(values[1], values[0])
    fields = fields_of(tags, values)
    if "B" in fields:
        year, number = fields["B"]
        return month_span(year, number, fields.get("E"))
    year = fields["A"][fields["M"] < SECOND_HALF] if "A" in fields else year_in(fields)
    span = month_span(year, fields["M"], fields.get("E"))
    return replace(span, name="next") if fields.get("j", 0) > 0 else span


def date_span(_tags: str, values: Values, _house: House) -> Span:
    return fixed_day(values[-1])


def fixed_day(found: date) -> Span:
    return Span("day", found.year, periods.fixed, (found, found), PLAIN)


def slashed(tags: str, values: Values, house: House) -> Span:
    """15/3; in English the weekday can show that the month comes first."""
    fields = fields_of(tags, values)
    day, number = fields.get("d") or fields["e"]
    year, weekday = year_in(fields), fields.get("W")
    if house.lang == "en" and weekday and year and max(number, day) <= DECEMBER:
        as_written = date(year, number, day).isoweekday() == weekday
        if not as_written and date(year, day, number).isoweekday() == weekday:
            day, number = number, day
    if house.lang == "en" and house.reference and year and "d" in fields and not weekday:
        day, number = _still_to_come(year, day, number, house.reference)
    span = _day_span(year, number, day, weekday)
    ambiguous = house.lang == "en" and "d" in fields and not weekday and day != number
    if not ambiguous or day > DECEMBER:
        return span
    return replace(span, name="day_first" if day == fields["d"][0] else "month_first")


def _still_to_come(year: int, day: int, number: int, reference: date) -> tuple[int, int]:
    """Day first; but month first when only that day is still to come."""
    if max(day, number) > DECEMBER or date(year, number, day) >= reference:
        return day, number
    return (number, day) if date(year, day, number) >= reference else (day, number)


def from_the_end(last: int) -> int:
    """The last of a month counts as -1, the last but one as -2."""
    return -LAST_BUT_ONE if last == LAST_BUT_ONE else -1


def nth_day(tags: str, values: Values, house: House) -> Span:
    """The last Friday of March, the last working day of May, the last of February."""
    fields = fields_of(tags, values)
    if "M" not in fields:
        raise NoSuchPeriodError("a day of no month")
    year, number = year_in(fields), fields["M"]
    if tags[:2] == "lM" and house.lang == "en":
        if fields["l"] == BEFORE:
            raise NoSuchPeriodError("a month that is over")
        return month_span(year, number)
    nth = from_the_end(fields["l"]) if "l" in fields else fields["o"]
    if "W" in fields:
        return Span("day", year, periods.nth_weekday, (number, nth, fields["W"]), PLAIN)
    if nth > 0 and fields.get("G") == "work":
        return Span("day", year, periods.nth_working_day, (number, nth), PLAIN)
    if nth > 0:
        return _day_span(year, number, nth)
    if nth != -1:
        raise NoSuchPeriodError("a day before the last of a month")
    bounds = periods.last_working_day if fields.get("G") == "work" else periods.last_day
    return Span("day", year, bounds, number, PLAIN)


def nth_week(tags: str, values: Values, _house: House) -> Span:
    fields = fields_of(tags, values)
    if fields.get("K", 1) != 1:
        raise NoSuchPeriodError("some two weeks of a month")
    nth = from_the_end(fields["l"]) if "l" in fields else fields["o"]
    return Span("week", year_in(fields), periods.nth_week, (fields["M"], nth), NO_CODE)


def half_month(tags: str, values: Values, _house: House) -> Span:
    fields = fields_of(tags, values)
    nth = LAST_HALF if "l" in fields else fields["o"]
    if nth > LAST_HALF or fields.get("l") == LAST_BUT_ONE:
        raise NoSuchPeriodError(f"half {nth} of a month")
    return Span("month", year_in(fields), periods.half_month, (fields["M"], nth), NO_CODE)


def week(tags: str, values: Values, _house: House) -> Span:
    if tags == "K4":
        return week_item(*_year_and_week(values[1]), None)
    fields = fields_of(tags, values)
    numbers = numbers_in(tags, values)
    return week_item(year_in(fields), numbers[0], numbers[-1], fields.get("E"))


def _year_and_week(digits: object) -> tuple[int, int, int]:
    """V2312 is week 12 of 2023; what else stands there has no number."""
    if not isinstance(digits, int):
        raise NoSuchPeriodError(f"week {digits}")
    year, number = divmod(digits, 100)
    if not 1 <= number <= LAST_WEEK:
        raise NoSuchPeriodError(f"week {digits}")
    return century(year), number, number
