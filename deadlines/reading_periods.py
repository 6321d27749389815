"""Reads items that name seasons, terms, quarters, years and turning points."""

from dataclasses import replace
from typing import Any

from deadlines import periods
from deadlines.deadline import Precision
from deadlines.errors import UnclearDeadlineError
from deadlines.feasts import feast
from deadlines.naming import (
    NoSuchPeriodError,
    Values,
    fields_of,
    first_year,
    has_dash,
    last_year,
    numbers_in,
    year_in,
    year_or_short,
)
from deadlines.numerals import century
from deadlines.periods import House
from deadlines.relative import BEFORE, LAST_BUT_ONE, this_or_next
from deadlines.spans import NO_CODE, PLAIN, POINT, SPLIT, Bounds, Span

SEASON_CODES = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
NUMBERED: dict[str, tuple[Precision, Bounds, int, int, int]] = {
    # unit, bounds, how many a year, months in each, EDTF's code before the first
    "Q": ("quarter", periods.quarter, 4, 3, 32),
    "H": ("half-year", periods.half, 2, 6, 39),
    "U": ("tertial", periods.tertial, 3, 4, 36),
}


def season(tags: str, values: Values, _house: House) -> Span:
    fields = fields_of(tags, values)
    name = fields["S"]
    year = year_or_short(tags, values, fields)
    if "A" in fields and name in ("spring", "summer"):
        year = fields["A"][1]
    if "Y-" in tags:
        year = (
            last_year(tags, values) if name in ("spring", "summer") else first_year(tags, values)
        )
    called = f"{SPLIT}{name}" if name == "winter" and ("A" in fields or has_dash(tags)) else name
    return Span(
        "season", year, periods.season, name, SEASON_CODES[name], fields.get("E"), None, called
    )


def leave(tags: str, values: Values, _house: House) -> Span:
    fields = fields_of(tags, values)
    edge = fields.get("E")
    return Span("season", year_in(fields), periods.leave, None, NO_CODE, edge, None, "summer")


def term(tags: str, values: Values, _house: House) -> Span:
    if tags[0] == "R":
        return _numbered_term(values[1], values[-1])
    fields = fields_of(tags, values)
    name = fields.get("T") or fields["S"]
    year = year_or_short(tags, values, fields)
    if has_dash(tags) and name == "spring":
        year = last_year(tags, values)
    if "A" in fields and name == "spring":
        year = fields["A"][1]
    name = "autumn" if name == "winter" else name
    return Span("term", year, periods.term, name, NO_CODE, fields.get("E"), None, name)


def _numbered_term(number: int, years: tuple[int, int]) -> Span:
    """Semester 1 and 2 of 2026/27."""
    if number not in (1, 2):
        raise NoSuchPeriodError(f"term {number} of a year")
    name = ("autumn", "spring")[number - 1]
    return Span("term", years[number - 1], periods.term, name, NO_CODE, None, None, name)


def numbered(tags: str, values: Values, house: House) -> Span:
    """Q3 2023, tredje kvartalet, H1, tertial 2, Q1-2 2024."""
    fields = fields_of(tags, values)
    letter = next(filter(NUMBERED.__contains__, tags))
    unit, bounds, count, months, code = NUMBERED[letter]
    numbers = numbers_in(tags, values)
    year = year_in(fields)
    if fields.get("l") == BEFORE and year is None and "J" not in fields:
        raise NoSuchPeriodError(f"a {unit} that is over, or the year's last")
    if "l" in fields:
        numbers.append(count - (fields["l"] == LAST_BUT_ONE))
    if year is None and len(numbers) > 1 and numbers[-1] > count and tags[-1] == "n":
        year = century(numbers.pop())
    if not numbers or not 1 <= numbers[0] <= numbers[-1] <= count:
        raise NoSuchPeriodError(f"{unit} {numbers}")
    edge, first, last = fields.get("E"), numbers[0], numbers[-1]
    if "A" in fields:
        return _part_of_split_year(unit, (first, last), months, fields, house)
    if first == last:
        return Span(unit, year, bounds, first, code + first, edge)
    ends = (first * months - months + 1, last * months)
    return Span(unit, year, periods.months_of, ends, NO_CODE, edge)


def _part_of_split_year(
    unit: Precision, parts: tuple[int, int], months: int, fields: dict[str, Any], house: House
) -> Span:
    """Q2 2023/24 is July to September in English; in Swedish the year must say what it is."""
    if "Z" not in fields and (house.lang == "sv" or unit == "tertial"):
        raise UnclearDeadlineError(f"names a {unit} of a year that may begin in any month")
    first_month = _split_month(fields.get("Z", "fiscal"), house) - 1
    begin, end = first_month + parts[0] * months - months, first_month + parts[1] * months - 1
    year = fields["A"][0] + begin // 12
    ends = (begin % 12 + 1, end % 12 + 1)
    edge = fields.get("E")
    return Span(unit, year, periods.months_of, ends, NO_CODE, edge, None, "split")


def academic(tags: str, values: Values, _house: House) -> Span:
    fields = fields_of(tags, values)
    year = fields["B"][0] if "B" in fields else year_in(fields)
    if has_dash(tags):
        year = first_year(tags, values)
    elif tags[-1] == "n":
        year = century(values[-1])
    return Span("academic-year", year, periods.academic_year, None, NO_CODE, fields.get("E"))


def fiscal(tags: str, values: Values, house: House) -> Span:
    """Verksamhetsår 2024 is the calendar's; 22/23 is split where the council splits it."""
    fields = fields_of(tags, values)
    pair = fields.get("A") or (
        (fields["B"][0], century(fields["B"][1])) if "B" in fields else None
    )
    name, edge = fields["Z"], fields.get("E")
    if has_dash(tags) or (pair is None and "/" in tags):
        first = first_year(tags, values)
        pair = (first, last_year(tags, values))
    if pair is None:
        year = year_or_short(tags, values, fields)
        return _plain_fiscal_year(year, edge, house)
    return _split_year(name, pair, edge, house)


def _plain_fiscal_year(year: int | None, edge: str | None, house: House) -> Span:
    month_number = house.conventions.fiscal_year_month
    code = PLAIN if month_number == 1 else NO_CODE
    return Span("year", year, periods.year_from_month, month_number, code, edge, None, "fiscal")


def _split_year(name: str, pair: tuple[int, int], edge: str | None, house: House) -> Span:
    first, last = pair
    if last <= first:
        raise NoSuchPeriodError(f"the years {first} to {last}")
    if name == "mandate" or last != first + 1:
        return Span("year", first, periods.years, last, NO_CODE, edge, None, "mandate")
    month_number = _split_month(name, house)
    return Span("year", first, periods.year_from_month, month_number, NO_CODE, edge, None, "split")


def _split_month(name: str, house: House) -> int:
    """The month in which such a year begins when it lies in two calendar years."""
    if name == "fiscal" or (name == "budget" and house.lang == "en"):
        return house.conventions.split_fiscal_year_month
    return house.conventions.split_business_year_month


def turning(tags: str, values: Values, house: House) -> Span:
    """Årsskiftet 22/23, månadsskiftet mars/april 2023, halvårsskiftet: points in time."""
    fields = fields_of(tags, values)
    year = fields["d"][0] + 2000 if "d" in fields else year_or_short(tags, values, fields)
    if has_dash(tags) and "M" not in fields:
        year = first_year(tags, values)
    name = fields["V"]
    if "Q" in fields:
        number = values[tags.index("n")]
        return Span("quarter", year, periods.quarter, number, POINT, "end")
    if "M" in fields:
        first = values[tags.index("M")]
        return Span("month", _before_new_year(year, first), periods.month, first, POINT, "end")
    if name in TURNING:
        unit, bounds, arg = TURNING[name]
        return Span(unit, year, bounds, arg, POINT, "end")
    if name == "year":
        named = "turn" if tags in ("VY", "Vy", "Vn", "V,Y") else None
        day = house.conventions.turn_of_year
        return Span("year", year, periods.day, day, POINT, None, None, named)
    if name == "week":
        raise NoSuchPeriodError("the turn of a week")
    letter = "N" if name == "month" else "Q"
    return replace(this_or_next(letter, 0, None, house), edge="end", code=POINT)


TURNING: dict[str, tuple[Precision, Bounds, Any]] = {
    "half": ("half-year", periods.half, 1),
    "term": ("term", periods.term, "autumn"),
}


def _before_new_year(year: int | None, month_number: int) -> int | None:
    """The turn of December and January 2023 lies in 2022."""
    return year - 1 if year is not None and month_number == periods.DECEMBER else year


def feast_span(tags: str, values: Values, _house: House) -> Span:
    fields = fields_of(tags, values)
    return Span("day", year_in(fields), feast, fields["h"], PLAIN, None, None, "feast")


def split_of_what(_tags: str, _values: Values, _house: House) -> Span:
    raise UnclearDeadlineError("names a split year, but not which kind of year")


def year(tags: str, values: Values, _house: House) -> Span:
    fields = fields_of(tags, values)
    found = year_in(fields) or 0
    if tags == "YJE":
        edge = "first" if fields["E"] in ("early", "first") else "end"
        return Span("year", found, periods.whole_year, None, PLAIN, edge)
    if tags[-1] == "n":
        last = found // 100 * 100 + values[-1]
        if last <= found:
            raise NoSuchPeriodError(f"{found}-{values[-1]}")
        return Span("year", found, periods.years, last, NO_CODE, fields.get("E"), None, "years")
    return Span("year", found, periods.whole_year, None, PLAIN, fields.get("E"))
