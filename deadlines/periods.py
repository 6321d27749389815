"""The first and last day of every kind of period, given its year."""

from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta

from deadlines.conventions import Conventions

Days = tuple[date, date]
ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(days=7)
FEBRUARY, DECEMBER = 2, 12
FRIDAY = 5
LONGEST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(slots=True)
class House:
    """Whose calendar: the council's conventions and the language written in."""

    conventions: Conventions
    lang: str
    reference: date | None


def last_day_of(year: int, month: int) -> date:
    if month == FEBRUARY and isleap(year):
        return date(year, FEBRUARY, 29)
    return date(year, month, LONGEST[month - 1])


def months_of(year: int, months: tuple[int, int], _house: House) -> Days:
    """From the first month to the last; into the next year when the last comes earlier."""
    first, last = months
    return date(year, first, 1), last_day_of(year + (last < first), last)


def month(year: int, number: int, _house: House) -> Days:
    return date(year, number, 1), last_day_of(year, number)


def whole_year(year: int, _arg: object, _house: House) -> Days:
    return date(year, 1, 1), date(year, DECEMBER, 31)


def quarter(year: int, number: int, _house: House) -> Days:
    return date(year, number * 3 - 2, 1), last_day_of(year, number * 3)


def tertial(year: int, number: int, _house: House) -> Days:
    return date(year, number * 4 - 3, 1), last_day_of(year, number * 4)


def half(year: int, number: int, _house: House) -> Days:
    return date(year, number * 6 - 5, 1), last_day_of(year, number * 6)


def season(year: int, name: str, house: House) -> Days:
    return months_of(year, house.conventions.season(name, house.lang), house)


def leave(year: int, _arg: object, house: House) -> Days:
    return date(year, *house.conventions.leave_first), date(year, *house.conventions.leave_last)


def week(year: int, number: int, _house: House) -> Days:
    """ISO 8601 weeks; ValueError when the year has no such week."""
    first = date.fromisocalendar(year, number, 1)
    return first, first + 6 * ONE_DAY


def _autumn_term_start(year: int, conventions: Conventions) -> date:
    start = date(year, *conventions.term_from)
    return start + timedelta(days=-start.weekday() % 7)


def term(year: int, name: str, house: House) -> Days:
    """The university calendar: autumn term, then spring term, then the summer between."""
    weeks = house.conventions.term_weeks * ONE_WEEK
    if name == "summer":
        return term(year, "spring", house)[1] + ONE_DAY, term(year, "autumn", house)[0] - ONE_DAY
    start = _autumn_term_start(year - (name == "spring"), house.conventions)
    if name == "spring":
        start += weeks
    return start, start + weeks - ONE_DAY


def academic_year(year: int, _arg: object, house: House) -> Days:
    return term(year, "autumn", house)[0], term(year + 1, "spring", house)[1]


def year_from_month(year: int, first_month: int, _house: House) -> Days:
    """Twelve months from a month in `year`: split business and fiscal years."""
    if first_month == 1:
        return date(year, 1, 1), date(year, DECEMBER, 31)
    return date(year, first_month, 1), date(year + 1, first_month, 1) - ONE_DAY


def years(year: int, last: int, _house: House) -> Days:
    return date(year, 1, 1), date(last, DECEMBER, 31)


def day(year: int, month_day: tuple[int, int], _house: House) -> Days:
    """ValueError for 29 February in most years."""
    found = date(year, *month_day)
    return found, found


def days(year: int, ends: tuple[int, int, int, int], _house: House) -> Days:
    first_month, first, last_month, last = ends
    return date(year, first_month, first), date(
        year + (last_month < first_month), last_month, last
    )


def half_month(year: int, part: tuple[int, int], _house: House) -> Days:
    number, half_number = part
    if half_number == 1:
        return date(year, number, 1), date(year, number, 15)
    return date(year, number, 16), last_day_of(year, number)


def nth_weekday(year: int, wanted: tuple[int, int, int], _house: House) -> Days:
    """The second Monday of March is (3, 2, 1); -1 counts from the end."""
    number, nth, weekday = wanted
    if nth < 0:
        last = last_day_of(year, number)
        found = last - timedelta(days=(last.isoweekday() - weekday) % 7 - 7 * (nth + 1))
    else:
        first = date(year, number, 1)
        found = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    if found.month != number:
        raise ValueError(f"month {number} of {year} has no weekday number {nth}")
    return found, found


def nth_week(year: int, wanted: tuple[int, int], _house: House) -> Days:
    """The weeks of a month are those whose Thursday falls in it (as ISO weeks of a year)."""
    number, nth = wanted
    thursday = nth_weekday(year, (number, nth, 4), _house)[0]
    return thursday - 3 * ONE_DAY, thursday + 3 * ONE_DAY


def last_working_day(year: int, number: int, _house: House) -> Days:
    found = last_day_of(year, number)
    while found.isoweekday() > FRIDAY:
        found -= ONE_DAY
    return found, found


def nth_working_day(year: int, wanted: tuple[int, int], _house: House) -> Days:
    """A month's first, second … day from Monday to Friday."""
    number, nth = wanted
    found = date(year, number, 1) - ONE_DAY
    while nth:
        found += ONE_DAY
        nth -= found.isoweekday() <= FRIDAY
    return found, found


def fixed(_year: int, both: Days, _house: House) -> Days:
    return both


def last_day(year: int, number: int, _house: House) -> Days:
    found = last_day_of(year, number)
    return found, found


def weeks(year: int, ends: tuple[int, int], house: House) -> Days:
    """A week or several; a lower last week lies in the next year."""
    first, last = ends
    return week(year, first, house)[0], week(year + (last < first), last, house)[1]


def days_of_week(year: int, wanted: tuple[int, int, int], _house: House) -> Days:
    number, first, last = wanted
    return date.fromisocalendar(year, number, first), date.fromisocalendar(year, number, last)
