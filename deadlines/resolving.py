"""Chooses the year that is meant and counts out the days of each mention."""

from dataclasses import dataclass, replace
from datetime import date

from deadlines.deadline import Precision
from deadlines.errors import UnclearDeadlineError
from deadlines.feasts import before_feast
from deadlines.mentions import BESIDE, Mention
from deadlines.periods import ONE_DAY, Days, House
from deadlines.relative import UNIT_NAMES, moved_by, reference_of
from deadlines.spans import NO_CODE, PLAIN, POINT, Span, middle_of, part_of

LONGEST_JOIN = 5
JOINS = frozenset(("", "-", "/", "t", "u", "&", "&u", "-u", "&t", "-&"))
OF_A_WEEK = ("C", "8")  # the tags of "week commencing" and "week ending"
ENDING = "8"
YEARS_AHEAD = 9  # 29 February and a stated weekday may need that many


@dataclass(slots=True)
class Window:
    """What one mention allows: open at one side when it is a limit."""

    start: date | None
    due: date | None
    unit: Precision
    code: int
    span: Span
    limit: str


def resolve(mentions: list[Mention], house: House) -> list[Window]:
    """Each mention's days; a missing year comes from its neighbours, else from the reference."""
    if len(mentions) == 1:
        return [resolve_alone(mentions[0], house)]
    years: list[int | None] = [mention.span.year for mention in mentions]
    if None in years:
        _lend_years(mentions, years, house)
    return [
        window_of(mention, year or 0, house) for mention, year in zip(mentions, years, strict=True)
    ]


def resolve_alone(mention: Mention, house: House) -> Window:
    """Its days; a missing year comes from the reference."""
    year = mention.span.year
    return first_window(mention, house)[1] if year is None else window_of(mention, year, house)


def _lend_years(mentions: list[Mention], years: list[int | None], house: House) -> None:
    if all(year is None for year in years):
        _choose_anchor(mentions, years, house)
    for place in range(len(mentions) - 2, -1, -1):
        later = years[place + 1]
        if years[place] is None and later is not None:
            years[place] = _year_before(mentions[place], mentions[place + 1], later, house)
    for place in range(1, len(mentions)):
        earlier = years[place - 1]
        if years[place] is None and earlier is not None:
            years[place] = _year_after(mentions[place - 1], earlier, mentions[place], house)


def _choose_anchor(mentions: list[Mention], years: list[int | None], house: House) -> None:
    """A range is anchored at its end, a list of dates at its first."""
    anchor = 1 if len(mentions) > 1 and is_tight(mentions[1].gap) else 0
    years[anchor] = first_window(mentions[anchor], house)[0]


def is_tight(gap: str) -> bool:
    """Whether two mentions are the ends of one range or pair."""
    return len(gap) <= LONGEST_JOIN and gap.strip("i@r,=()") in JOINS


def first_window(mention: Mention, house: House) -> tuple[int, Window]:
    """The first year in which it is not over on the reference date; a stated weekday fits."""
    today, span = reference_of(house), mention.span
    for year in range(today.year - 1, today.year + YEARS_AHEAD):
        days = _days_in(year, span, house)
        if days is None or (span.weekday and days[0].isoweekday() != span.weekday):
            continue
        comes_next = span.name == "next"
        if days[0] <= today if comes_next else _is_of_last_year(mention, days, today):
            continue
        window = _window(mention, days, house)
        if comes_next or not _is_over(mention, days, window, today):
            return year, window
    if span.weekday:
        any_day = replace(mention, span=replace(span, weekday=None))
        year = first_window(any_day, house)[0]
        return year, window_of(mention, year, house)
    raise UnclearDeadlineError("names a day that no year has")


def _days_in(year: int, span: Span, house: House) -> Days | None:
    """The days of that year; None when it has no such day or week."""
    try:
        return span.days(year, house)
    except ValueError:
        return None


def _is_of_last_year(mention: Mention, days: Days, today: date) -> bool:
    return days[1].year < today.year and mention.limit != "a" and mention.lead is None


def _is_over(mention: Mention, days: Days, window: Window, today: date) -> bool:
    """Whether its last day lies before the reference; "after May" is over when May is."""
    return (window.due or (window.start if mention.limit == "a" else days[1]) or days[1]) < today


def _year_before(mention: Mention, later: Mention, later_year: int, house: House) -> int:
    """The last year in which it does not begin after the one that follows."""
    end = later.span.days(later_year, house)[1]
    return later_year - (_begins(mention.span, later_year, house) > end)


def _year_after(earlier: Mention, earlier_year: int, mention: Mention, house: House) -> int:
    start = earlier.span.days(earlier_year, house)[0]
    return earlier_year + (_begins(mention.span, earlier_year, house) < start)


def _begins(span: Span, year: int, house: House) -> date:
    try:
        return span.days(year, house)[0]
    except ValueError:
        return date(year, 2, 28)


def window_of(mention: Mention, year: int, house: House) -> Window:
    """ValueError when that year has no such day or week."""
    return _window(mention, mention.span.bounds(year, mention.span.arg, house), house)


def _window(mention: Mention, whole: Days, house: House) -> Window:
    span, limit = mention.span, mention.limit
    if limit not in NO_LIMIT:
        if mention.lead:
            return _led(mention, whole)
        return LIMITED.get(limit, _by)(span, whole, house)
    if mention.gap and mention.gap[-1] in OF_A_WEEK:
        return _week_beside(mention, whole)
    if mention.lead:
        return _led(mention, whole)
    return _during(span, whole, house)


def _week_beside(mention: Mention, whole: Days) -> Window:
    """The week from 3 March, and the week ending 9 March."""
    if mention.gap.endswith(ENDING):
        monday = whole[1] - whole[1].weekday() * ONE_DAY
        return Window(monday, whole[1], "week", NO_CODE, mention.span, "")
    return Window(whole[0], whole[0] + 6 * ONE_DAY, "week", NO_CODE, mention.span, "")


def _during(span: Span, whole: Days, house: House) -> Window:
    if span.edge:
        first, last = part_of(span, *whole, house)
        code = POINT if span.edge in ("first", "end") else NO_CODE
        return Window(first, last, span.unit, code, span, "")
    unit: Precision = "day" if span.name == "lapse" else span.unit
    return Window(*whole, unit, span.code, span, "")


def _by(span: Span, whole: Days, house: House) -> Window:
    first, last = whole
    code = span.code if span.code == PLAIN and span.name not in ("deictic", "lapse") else NO_CODE
    if span.edge is None and span.unit != "week":
        return Window(None, last, span.unit, code, span, "b")
    if span.edge in ("early", "first", "early-mid"):
        return Window(None, part_of(span, first, last, house)[1], span.unit, NO_CODE, span, "b")
    if span.edge == "mid":
        return Window(None, _middle(span, whole, house), span.unit, NO_CODE, span, "b")
    if span.unit == "week" and span.edge:
        last = part_of(span, first, last, house)[1]
    elif span.unit == "week":
        last += (house.conventions.week_ends_on - 7) * ONE_DAY
    return Window(None, last, span.unit, code, span, "b")


def _middle(span: Span, whole: Days, house: House) -> date:
    if span.unit == "week":
        return part_of(span, *whole, house)[1]
    return middle_of(span, *whole)


def _before(span: Span, whole: Days, house: House) -> Window:
    """Before a period is before it begins; before its end is by its last day."""
    first, last = whole
    if span.edge in ("late", "end") or span.code == POINT or span.name == "point":
        return _by(span, whole, house)
    if span.edge == "mid":
        first = part_of(span, first, last, house)[0]
    due = first - ONE_DAY
    if span.name == "feast":
        due = before_feast(span.arg, first, house)
    elif span.name == "summer" and span.edge is None:
        due = date(first.year, *house.conventions.leave_first) - ONE_DAY
    return Window(None, due, span.unit, NO_CODE, span, "f")


def _after(span: Span, whole: Days, house: House) -> Window:
    last = part_of(span, *whole, house)[1] if span.edge else whole[1]
    if span.name == "summer" and span.edge is None:
        last = date(last.year, *house.conventions.leave_last)
    return Window(last + ONE_DAY, None, span.unit, NO_CODE, span, "a")


def _from(span: Span, whole: Days, house: House) -> Window:
    start = part_of(span, *whole, house)[0] if span.edge else whole[0]
    code = NO_CODE if span.edge or span.code > POINT else span.code
    return Window(start, None, span.unit, code, span, "r")


def _led(mention: Mention, whole: Days) -> Window:
    """Two weeks before Christmas, within 30 days of 1 March."""
    count, letter, value, lasts = mention.lead or (BESIDE, "G", ("", 0), False)
    if count == BESIDE:
        return _beside(mention, letter, value, whole)
    if lasts and mention.limit == "r":
        if not count:
            raise UnclearDeadlineError("lasts no time")
        due = moved_by(whole[0], count, letter, value) - ONE_DAY
        return Window(whole[0], due, UNIT_NAMES[letter], NO_CODE, mention.span, "")
    if mention.limit == "f":
        before = whole[1] if mention.span.edge in ("late", "end") else whole[0]
        due = moved_by(before, -count, letter, value)
        return Window(None, due, "day", NO_CODE, mention.span, "b")
    after = whole[0] if mention.span.edge in ("early", "first") else whole[1]
    due = moved_by(after, count, letter, value)
    return Window(None, due, "day", NO_CODE, mention.span, "b")


def _beside(mention: Mention, letter: str, value: tuple[str, int], whole: Days) -> Window:
    """The week before Christmas is a week, the day after midsummer and a weekday a day."""
    before, (limit, weekday) = mention.limit == "f", value
    nearest = whole[0] if before else whole[1]
    if whole[1].isoweekday() == 1 and whole[0] < whole[1] and (letter == "W" or not before):
        nearest = whole[1] - ONE_DAY  # Easter Sunday: its Monday begins no week of its own
    step = -ONE_DAY if before else ONE_DAY
    first = last = nearest + step
    while letter == "W" and last.isoweekday() != weekday:
        first = last = last + step
    if letter == "K":
        first = nearest - nearest.weekday() * ONE_DAY + 7 * step
        last = first + 6 * ONE_DAY
    unit: Precision = "week" if letter == "K" else "day"
    return Window(None if limit else first, last, unit, NO_CODE, mention.span, limit)


NO_LIMIT = ("", "t", "T")
LIMITED = {"f": _before, "a": _after, "r": _from}
