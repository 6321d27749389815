"""Turns each kind of item that the grammar finds into a span."""

from collections.abc import Callable
from datetime import date
from typing import Any

from deadlines import periods
from deadlines.deadline import Precision
from deadlines.feasts import feast
from deadlines.numerals import century
from deadlines.periods import House
from deadlines.relative import (
    day_in_month,
    day_number,
    lapse,
    relative,
    relative_end,
    this_or_next,
    today,
    week_item,
    weekday,
    weekday_in_week,
)
from deadlines.spans import NO_CODE, PLAIN, POINT, Bounds, Span

Values = list[Any]
Reader = Callable[[str, Values, House], Span]

SEASON_CODES = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
NUMBERED: dict[str, tuple[Precision, Bounds, int, int, int]] = {
    # unit, bounds, how many a year, months in each, EDTF's code before the first
    "Q": ("quarter", periods.quarter, 4, 3, 32),
    "H": ("half-year", periods.half, 2, 6, 39),
    "U": ("tertial", periods.tertial, 3, 4, 36),
}


class NoSuchPeriodError(ValueError):
    """Words that look like a period that does not exist: 31 February, quarter 7."""


def year_in(fields: dict[str, Any]) -> int | None:
    """The year that an item names, or the first of a pair."""
    if "Y" in fields:
        return int(fields["Y"])
    if "y" in fields:
        return int(fields["y"])
    return int(fields["A"][0]) if "A" in fields else None


def _day_span(year: int | None, month: int, day: int, weekday: int | None = None) -> Span:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        raise NoSuchPeriodError(f"{day}/{month}")
    return Span("day", year, periods.day, (month, day), PLAIN, None, weekday)


def named_day(tags: str, values: Values, house: House) -> Span:
    fields = dict(zip(tags, values, strict=True))
    year = year_in(fields)
    if "M" not in fields:
        return day_in_month(tags, values, house)
    if tags[-1] == "n" and tags.count("n") + tags.count("o") > 1:
        year = century(values[-1])
    number = next(value for tag, value in zip(tags, values, strict=True) if tag in "no")
    return _day_span(year, fields["M"], number, fields.get("W"))


def month_day(tags: str, values: Values, house: House) -> Span:
    """March 8th, March 1-15; Swedish "mars 23" is the month of a year."""
    fields = dict(zip(tags, values, strict=True))
    year, weekday = year_in(fields), fields.get("W")
    numbers = [value for tag, value in zip(tags, values, strict=True) if tag in "no"]
    if len(numbers) > 1:
        return _some_days(year, fields["M"], numbers)
    if (
        house.lang == "sv"
        and "n" in fields
        and year is None
        and weekday is None
        and numbers[0] > 19
    ):
        return month_span(century(numbers[0]), fields["M"])
    return _day_span(year, fields["M"], numbers[0], weekday)


def _some_days(year: int | None, month: int, numbers: list[int]) -> Span:
    first, last = numbers[0], numbers[-1]
    if not 1 <= first <= last <= 31:
        raise NoSuchPeriodError(f"{first}-{last}/{month}")
    return Span("day", year, periods.days, (month, first, month, last), NO_CODE)


def some_days(tags: str, values: Values, _house: House) -> Span:
    """1-15 mars 2023, 3 och 4 maj, 1-15/3, 10-15.3.2023."""
    fields = dict(zip(tags, values, strict=True))
    numbers = [value for tag, value in zip(tags, values, strict=True) if tag in "no"]
    if "D" in fields:
        last: date = fields["D"]
        return _some_days(last.year, last.month, [numbers[0], last.day])
    pair = fields.get("d") or fields.get("e")
    if pair:
        return _some_days(year_in(fields), pair[1], [numbers[0], pair[0]])
    return _some_days(year_in(fields), fields["M"], numbers)


def some_months(tags: str, values: Values, _house: House) -> Span:
    """4-5/2018."""
    year, last = values[-1]
    if not 1 <= values[0] < last:
        raise NoSuchPeriodError(f"{values[0]}-{last}/{year}")
    return Span("month", year, periods.months_of, (values[0], last), NO_CODE)


def month_span(year: int | None, month: int, edge: str | None = None) -> Span:
    return Span("month", year, periods.month, month, PLAIN, edge)


def month(tags: str, values: Values, _house: House) -> Span:
    fields = dict(zip(tags, values, strict=True))
    if "B" in fields:
        return month_span(*fields["B"], fields.get("E"))
    span = month_span(year_in(fields), fields["M"], fields.get("E"))
    return span._replace(name="next") if fields.get("j", 0) > 0 else span


def date_span(_tags: str, values: Values, _house: House) -> Span:
    return fixed_day(values[-1])


def fixed_day(found: date) -> Span:
    return Span("day", found.year, periods.fixed, (found, found), PLAIN)


def slashed(tags: str, values: Values, house: House) -> Span:
    """15/3; in English the weekday can show that the month comes first."""
    fields = dict(zip(tags, values, strict=True))
    day, number = fields.get("d") or fields["e"]
    year, weekday = year_in(fields), fields.get("W")
    if house.lang == "en" and weekday and year and number <= 12 and day <= 12:
        if date(year, number, day).isoweekday() != weekday == date(year, day, number).isoweekday():
            day, number = number, day
    return _day_span(year, number, day, weekday)


def nth_day(tags: str, values: Values, _house: House) -> Span:
    """The last Friday of March, the last working day of May, the last of February."""
    fields = dict(zip(tags, values, strict=True))
    if "M" not in fields:
        raise NoSuchPeriodError("a day of no month")
    year, number = year_in(fields), fields["M"]
    nth = -1 if "l" in fields else fields["o"]
    if "W" in fields:
        return Span("day", year, periods.nth_weekday, (number, nth, fields["W"]), PLAIN)
    if nth > 0:
        return _day_span(year, number, nth)
    bounds = periods.last_working_day if fields.get("G") == "work" else periods.last_day
    return Span("day", year, bounds, number, PLAIN)


def nth_week(tags: str, values: Values, _house: House) -> Span:
    fields = dict(zip(tags, values, strict=True))
    nth = -1 if "l" in fields else fields["o"]
    return Span("week", year_in(fields), periods.nth_week, (fields["M"], nth), NO_CODE)


def half_month(tags: str, values: Values, _house: House) -> Span:
    fields = dict(zip(tags, values, strict=True))
    nth = 2 if "l" in fields else fields["o"]
    if nth > 2:
        raise NoSuchPeriodError(f"half {nth} of a month")
    return Span("month", year_in(fields), periods.half_month, (fields["M"], nth), NO_CODE)


def week(tags: str, values: Values, _house: House) -> Span:
    if tags == "K4":
        return week_item(*_year_and_week(values[1]), None)
    fields = dict(zip(tags, values, strict=True))
    numbers = [value for tag, value in zip(tags, values, strict=True) if tag in "no"]
    return week_item(year_in(fields), numbers[0], numbers[-1], fields.get("E"))


def _year_and_week(digits: int) -> tuple[int, int, int]:
    """V2312 is week 12 of 2023."""
    year, number = divmod(digits, 100)
    if not 1 <= number <= 53:
        raise NoSuchPeriodError(f"week {digits}")
    return century(year), number, number


def season(tags: str, values: Values, _house: House) -> Span:
    fields = dict(zip(tags, values, strict=True))
    name = fields["S"]
    year = _year_or_short(tags, values, fields)
    if "A" in fields and name in ("spring", "summer"):
        year = fields["A"][1]
    span = Span(
        "season", year, periods.season, name, SEASON_CODES[name], fields.get("E"), None, name
    )
    return span


def _year_or_short(tags: str, values: Values, fields: dict[str, Any]) -> int | None:
    if tags[-1] == "n" and "Y" not in fields:
        return century(values[-1])
    return year_in(fields)


def leave(tags: str, values: Values, _house: House) -> Span:
    fields = dict(zip(tags, values, strict=True))
    edge = fields.get("E")
    return Span("season", year_in(fields), periods.leave, None, NO_CODE, edge, None, "summer")


def term(tags: str, values: Values, _house: House) -> Span:
    fields = dict(zip(tags, values, strict=True))
    name = fields.get("T") or fields["S"]
    year = _year_or_short(tags, values, fields)
    if "-" in tags and name == "spring":
        year = _last_year(tags, values)
    if "A" in fields and name == "spring":
        year = fields["A"][1]
    name = "autumn" if name == "winter" else name
    return Span("term", year, periods.term, name, NO_CODE, fields.get("E"), None, name)


def _last_year(tags: str, values: Values) -> int:
    first = next(value for tag, value in zip(tags, values, strict=True) if tag in "Yy")
    last = values[-1]
    return first // 100 * 100 + last if last < 100 else int(last)


def numbered(tags: str, values: Values, _house: House) -> Span:
    """Q3 2023, tredje kvartalet, H1, tertial 2, Q1-2 2024."""
    fields = dict(zip(tags, values, strict=True))
    letter = next(tag for tag in tags if tag in NUMBERED)
    unit, bounds, count, months, code = NUMBERED[letter]
    numbers = [value for tag, value in zip(tags, values, strict=True) if tag in "no"]
    year = year_in(fields)
    if "l" in fields:
        numbers.append(count)
    if year is None and len(numbers) > 1 and numbers[-1] > count and tags[-1] == "n":
        year = century(numbers.pop())
    if not numbers or not 1 <= numbers[0] <= numbers[-1] <= count:
        raise NoSuchPeriodError(f"{unit} {numbers}")
    edge, first, last = fields.get("E"), numbers[0], numbers[-1]
    if first == last:
        return Span(unit, year, bounds, first, code + first, edge)
    ends = (first * months - months + 1, last * months)
    return Span(unit, year, periods.months_of, ends, NO_CODE, edge)


def academic(tags: str, values: Values, _house: House) -> Span:
    fields = dict(zip(tags, values, strict=True))
    year = fields["B"][0] if "B" in fields else year_in(fields)
    if "-" in tags:
        year = next(value for tag, value in zip(tags, values, strict=True) if tag in "Yy")
    elif tags[-1] == "n":
        year = century(values[-1])
    return Span("academic-year", year, periods.academic_year, None, NO_CODE, fields.get("E"))


def fiscal(tags: str, values: Values, house: House) -> Span:
    """Verksamhetsår 2024 is the calendar's; 22/23 is split where the council splits it."""
    fields = dict(zip(tags, values, strict=True))
    pair = fields.get("A") or (
        (fields["B"][0], century(fields["B"][1])) if "B" in fields else None
    )
    name, edge = fields["Z"], fields.get("E")
    if "-" in tags or (pair is None and "/" in tags):
        first = next(value for tag, value in zip(tags, values, strict=True) if tag in "Yy")
        pair = (first, _last_year(tags, values))
    if pair is None:
        year = _year_or_short(tags, values, fields)
        return _plain_fiscal_year(year, edge, house)
    return _split_year(name, pair, edge, house)


def _plain_fiscal_year(year: int | None, edge: str | None, house: House) -> Span:
    month_number = house.conventions.fiscal_year_month
    code = PLAIN if month_number == 1 else NO_CODE
    return Span("year", year, periods.year_from_month, month_number, code, edge, None, "fiscal")


def _split_year(name: str, pair: tuple[int, int], edge: str | None, house: House) -> Span:
    first, last = pair
    if name == "mandate" or last != first + 1:
        return Span("year", first, periods.years, last, NO_CODE, edge, None, "mandate")
    month_number = (
        house.conventions.split_fiscal_year_month
        if name == "fiscal" or (name == "budget" and house.lang == "en")
        else house.conventions.split_business_year_month
    )
    return Span("year", first, periods.year_from_month, month_number, NO_CODE, edge, None, "split")


def turning(tags: str, values: Values, house: House) -> Span:
    """Årsskiftet 22/23, månadsskiftet mars/april 2023, halvårsskiftet: points in time."""
    fields = dict(zip(tags, values, strict=True))
    year = fields["d"][0] + 2000 if "d" in fields else _year_or_short(tags, values, fields)
    if "-" in tags and "M" not in fields:
        year = next(value for tag, value in zip(tags, values, strict=True) if tag in "Yy")
    name = values[0]
    if "M" in fields:
        first = values[tags.index("M")]
        return Span("month", _before_new_year(year, first), periods.month, first, POINT, "end")
    if name in TURNING:
        unit, bounds, arg = TURNING[name]
        return Span(unit, year, bounds, arg, POINT, "end")
    if name == "year":
        return Span("year", year, periods.day, house.conventions.turn_of_year, POINT)
    letter = "N" if name == "month" else "Q"
    return this_or_next(letter, 0, None, house)._replace(edge="end", code=POINT)


TURNING: dict[str, tuple[Precision, Bounds, Any]] = {
    "half": ("half-year", periods.half, 1),
    "term": ("term", periods.term, "autumn"),
}


def _before_new_year(year: int | None, month_number: int) -> int | None:
    """The turn of December and January 2023 lies in 2022."""
    return year - 1 if year is not None and month_number == periods.DECEMBER else year


def feast_span(tags: str, values: Values, _house: House) -> Span:
    fields = dict(zip(tags, values, strict=True))
    return Span("day", year_in(fields), feast, fields["h"], PLAIN, None, None, "feast")


def year(tags: str, values: Values, _house: House) -> Span:
    fields = dict(zip(tags, values, strict=True))
    found = year_in(fields) or 0
    if tags[-1] == "n":
        last = found // 100 * 100 + values[-1]
        if last <= found:
            raise NoSuchPeriodError(f"{found}-{values[-1]}")
        return Span("year", found, periods.years, last, NO_CODE, fields.get("E"), None, "years")
    return Span("year", found, periods.whole_year, None, PLAIN, fields.get("E"))


READERS: dict[str, Reader] = {
    "some_days": some_days,
    "some_months": some_months,
    "named_day": named_day,
    "nth_day": nth_day,
    "nth_week": nth_week,
    "half_month": half_month,
    "month_day": month_day,
    "date": date_span,
    "day_only": day_number,
    "weekday": weekday,
    "relative": relative,
    "relative_end": relative_end,
    "today": today,
    "within": lapse,
    "ahead": lapse,
    "slashed": slashed,
    "weekday_in_week": weekday_in_week,
    "week": week,
    "season": season,
    "leave": leave,
    "term": term,
    "numbered": numbered,
    "academic": academic,
    "fiscal": fiscal,
    "turning": turning,
    "feast": feast_span,
    "month": month,
    "year": year,
}
