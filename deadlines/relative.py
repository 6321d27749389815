"""Periods that count from the reference date: nästa år, på fredag, inom två veckor."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from deadlines import periods
from deadlines.deadline import Precision
from deadlines.errors import MissingReferenceError, UnclearDeadlineError
from deadlines.naming import Values, fields_of
from deadlines.periods import ONE_DAY, ONE_WEEK, Days, House
from deadlines.spans import NO_CODE, PLAIN, POINT, Span, month_after

UNIT_NAMES: dict[str, Precision] = {
    "G": "day",
    "K": "week",
    "N": "month",
    "Q": "quarter",
    "U": "tertial",
    "H": "half-year",
    "R": "term",
    "J": "year",
    "Z": "year",
    "L": "academic-year",
}
LIMITING = "by_"  # EOM is a limit; "månadens slut" is a day
END_UNITS = {
    "day": "G",
    "week": "K",
    "month": "N",
    "quarter": "Q",
    "half": "H",
    "term": "R",
    "year": "J",
}
MONTHS = {"N": 1, "Q": 3, "U": 4, "H": 6, "R": 6, "J": 12}
BEFORE, AFTER = -1, 1  # the values of "last" and "next"
LAST_BUT_ONE = 2  # a value of "last" as well
FEW_YEARS = 4
HOURS_A_DAY = 24
FEW_MONTHS = 5  # a fifth Friday comes at least that often


def reference_of(house: House) -> date:
    if house.reference is None:
        raise MissingReferenceError("the wording counts from a date that was not given")
    return house.reference


def fixed_span(
    unit: Precision,
    days: Days,
    code: int = NO_CODE,
    edge: str | None = None,
    *,
    name: str = "deictic",
) -> Span:
    return Span(unit, days[0].year, periods.fixed, days, code, edge, None, name)


def week_item(year: int | None, first: int, last: int, edge: str | None) -> Span:
    return Span("week", year, periods.weeks, (first, last), NO_CODE, edge)


def weekday_in_week(tags: str, values: Values, _house: House) -> Span:
    fields = fields_of(tags, values)
    year = fields.get("Y", fields.get("y"))
    first, last = values[0] if tags[0] == "W" else fields["W"], fields["W"]
    code = PLAIN if first == last else NO_CODE
    return Span("day", year, periods.days_of_week, (fields["n"], first, last), code)


def weekday(tags: str, values: Values, house: House) -> Span:
    """The first such day from the reference on; with "next", in the week after."""
    fields = fields_of(tags, values)
    today = reference_of(house)
    if (weeks := fields.get("j", 0)) != 0:
        monday = today - timedelta(days=today.weekday()) + weeks * ONE_WEEK
        found = monday + timedelta(days=fields["W"] - 1)
    else:
        found = today + timedelta(days=(fields["W"] - today.isoweekday()) % 7)
    return fixed_span("day", (found, found), PLAIN)


def in_turn(span: Span, steps: object, house: House) -> Span:
    """The next one to begin, of "nästa vår"; the last one that is over, of "last summer"."""
    today = reference_of(house)
    if steps == BEFORE:
        years = range(today.year, today.year - FEW_YEARS, -1)
        return replace(span, year=next(y for y in years if span.days(y, house)[1] < today))
    if steps == AFTER:
        years = range(today.year, today.year + FEW_YEARS)
        return replace(span, year=next(y for y in years if span.days(y, house)[0] > today))
    return span


def each_month(tags: str, values: Values, house: House) -> Span:
    """The next "first Monday of each month"."""
    place = next(place for place, tag in enumerate(tags) if tag in "lo")
    nth = -1 if tags[place] == "l" else values[place]
    wanted, first = values[tags.index("W")], reference_of(house)
    for begin in (month_after(first.replace(day=1), later) for later in range(FEW_MONTHS)):
        with suppress(ValueError):
            days = periods.nth_weekday(begin.year, (begin.month, nth, wanted), house)
            if days[0] >= first:
                return fixed_span("day", days, PLAIN)
    raise ValueError(f"no month has {nth} such weekdays")


def date_each_month(tags: str, values: Values, house: House) -> Span:
    """The next "25th of each month", or the next of "the 1st and 15th of each month"."""
    numbers = [(tag, value) for tag, value in zip(tags, values, strict=True) if tag in "lno"]
    found = min(_next_of(tag, value, house) for tag, value in numbers)
    return fixed_span("day", (found, found), PLAIN)


def _next_of(tag: str, value: Any, house: House) -> date:
    if tag == "l":
        today = reference_of(house)
        return periods.last_day_of(today.year, today.month)
    found: date = day_number(tag, [value], house).arg[0]
    return found


def each_year(_tags: str, values: Values, _house: House) -> Span:
    """The end of every year: this year's, until it has passed."""
    return Span("year", None, periods.whole_year, None, PLAIN, values[0])


def today(_tags: str, values: Values, house: House) -> Span:
    found = reference_of(house) + timedelta(days=values[-1])
    return fixed_span("day", (found, found), PLAIN)


def relative(tags: str, values: Values, house: House) -> Span:
    """This, next or the last quarter; "under året" is this year."""
    fields = fields_of(tags, values)
    letter = next(tag for tag in reversed(tags) if tag in UNIT_NAMES)
    if fields.get("Z") == "mandate":
        raise UnclearDeadlineError("names a mandate period without its years")
    return this_or_next(letter, fields.get("j", 0), fields.get("E"), house)


def this_or_next(letter: str, steps: int, edge: str | None, house: House) -> Span:
    today = reference_of(house)
    if letter in ("R", "L"):
        return _term(letter, steps, edge, house)
    if letter == "K":
        monday = today - timedelta(days=today.weekday()) + steps * ONE_WEEK
        return fixed_span("week", (monday, monday + 6 * ONE_DAY), NO_CODE, edge)
    if letter in ("J", "Z"):
        return Span(
            "year", today.year + steps, periods.whole_year, None, PLAIN, edge, None, "deictic"
        )
    return _part_of_year(letter, steps, edge, today)


PARTS: dict[str, tuple[Callable[[int, int, House], Days], int]] = {
    "N": (periods.month, 0),
    "Q": (periods.quarter, 32),
    "U": (periods.tertial, 36),
    "H": (periods.half, 39),
}


def _part_of_year(letter: str, steps: int, edge: str | None, today: date) -> Span:
    months = MONTHS[letter]
    year, index = divmod(today.year * 12 + today.month - 1 + steps * months, 12)
    number = index // months + 1
    bounds, code = PARTS[letter]
    return Span(
        UNIT_NAMES[letter],
        year,
        bounds,
        number,
        code + number if code else PLAIN,
        edge,
        None,
        "deictic",
    )


def _term(letter: str, steps: int, edge: str | None, house: House) -> Span:
    """The term that the reference lies in, or the first one that begins after it."""
    today = reference_of(house)
    for year in range(today.year - 1, today.year + 3):
        for name in ("spring", "autumn") if letter == "R" else ("year",):
            days = _term_days(year, name, house)
            if (days[0] > today) if steps > 0 else (days[1] >= today):
                return fixed_span(UNIT_NAMES[letter], days, NO_CODE, edge)
    raise AssertionError("terms never end")  # pragma: no cover - four years always hold one


def _term_days(year: int, name: str, house: House) -> Days:
    return (
        periods.academic_year(year, None, house)
        if name == "year"
        else periods.term(year, name, house)
    )


def relative_end(tags: str, values: Values, house: House) -> Span:
    """EOD, EOW, EOM, "terminens slut": the last day of what runs now, or of the next."""
    fields = fields_of(tags, values)
    name, year = fields["c"].removeprefix(LIMITING), fields.get("Y", fields.get("y"))
    if name == "year" and year:
        return Span("year", year, periods.whole_year, None, POINT, "end")
    span = (
        this_or_next(END_UNITS[name], fields.get("j", 0), None, house) if name != "day" else None
    )
    last = span.days(span.year or 0, house)[1] if span else reference_of(house)
    if name == "week":
        last += (house.conventions.working_week_ends_on - 7) * ONE_DAY
    unit = span.unit if span else "day"
    return fixed_span(unit, (last, last), POINT if name == "year" else NO_CODE, name="point")


def counted(tags: str, values: Values) -> tuple[int, str, Any]:
    """How many of which unit; of "8-10 veckor" the larger."""
    numbers = [value for tag, value in zip(tags, values, strict=True) if tag in "nk"]
    letter = next(tag for tag in reversed(tags) if tag in UNIT_NAMES)
    return numbers[-1], letter, values[tags.rindex(letter)]


def moved_by(day: date, count: int, letter: str, value: Any) -> date:
    """A number of days, weeks or months later (earlier when negative)."""
    if letter == "G":
        return _moved_by_days(day, count, value)
    if letter == "K":
        return day + timedelta(weeks=count * int(value))
    return month_after(day, count * MONTHS[letter])


def _moved_by_days(day: date, count: int, value: str) -> date:
    if value == "hour":
        return day + timedelta(days=-(-count // HOURS_A_DAY))
    if value == "day":
        return day + timedelta(days=count)
    step = ONE_DAY if count > 0 else -ONE_DAY
    while count:
        day += step
        count -= (1 if step > timedelta() else -1) if day.isoweekday() <= periods.FRIDAY else 0
    return day


def lapse(tags: str, values: Values, house: House) -> Span:
    """The day reached by "om tre veckor" or "inom två månader"."""
    count, letter, value = counted(tags, values)
    found = moved_by(reference_of(house), count, letter, value)
    return fixed_span(UNIT_NAMES[letter], (found, found), PLAIN, name="lapse")


def day_number(_tags: str, values: Values, house: House) -> Span:
    """The next day of that number: "den 15"."""
    today, number = reference_of(house), values[-1]
    first = today.replace(day=1)
    for later in range(4):
        begin = month_after(first, later)
        if (
            number <= periods.last_day_of(begin.year, begin.month).day
            and begin.replace(day=number) >= today
        ):
            found = begin.replace(day=number)
            return fixed_span("day", (found, found), PLAIN)
    raise ValueError(f"no month has a day {number}")


def day_in_month(tags: str, values: Values, house: House) -> Span:
    """A numbered day of this month or another: "den 15 nästa månad"."""
    fields = fields_of(tags, values)
    month = this_or_next("N", fields.get("j", 0), None, house)
    first = month.days(month.year or 0, house)[0]
    number = next(value for tag, value in zip(tags, values, strict=True) if tag in "no")
    found = first.replace(day=number)
    return fixed_span("day", (found, found), PLAIN)
