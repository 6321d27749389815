"""Says a deadline in plain words: long, and counted from a day."""

from datetime import date

from deadlines import periods
from deadlines.conventions import DEFAULT
from deadlines.deadline import Deadline
from deadlines.periods import Days, House
from deadlines.vocabulary import Lang
from deadlines.wording import SPOKEN, date_in_words

SEASONS = ("spring", "summer", "autumn", "winter")
WEEK, MONTH, YEAR = 7, 30.44, 365.25
DAYS_IN_DAYS, DAYS_IN_WEEKS, DAYS_IN_MONTHS = 14, 56, 700


def in_words(deadline: Deadline, lang: Lang) -> str:
    """The long form; parsing it in the same language gives the same kind, start and due."""
    words = SPOKEN[lang]
    if deadline.kind == "during" and deadline.start and deadline.due:
        return _during(deadline.start, deadline.due, lang)
    form = (
        deadline.kind + _shape(deadline) if deadline.kind not in ("by", "from") else deadline.kind
    )
    start = date_in_words(deadline.start, lang) if deadline.start else ""
    due = date_in_words(deadline.due, lang) if deadline.due else ""
    said: str = words[form].format(start=start, due=due)
    return said


def _shape(deadline: Deadline) -> str:
    if deadline.start and deadline.due:
        return "_day" if deadline.start == deadline.due else "_during"
    if deadline.due:
        return "_by"
    return "_from" if deadline.start else ""


def _during(start: date, due: date, lang: Lang) -> str:
    words = SPOKEN[lang]
    if start == due:
        return date_in_words(due, lang)
    if name := _name(start, due, lang):
        return str(words["named"]).format(name=name, due=date_in_words(due, lang))
    return str(words["range"]).format(
        start=date_in_words(start, lang), due=date_in_words(due, lang)
    )


def _name(start: date, due: date, lang: Lang) -> str | None:
    """What these days are called in this language, if anything."""
    house, words, year = House(DEFAULT, lang, None), SPOKEN[lang], start.year
    days: Days = (start, due)
    if days == periods.whole_year(year, None, house):
        return str(words["year"]).format(year=year)
    if days == periods.month(year, start.month, house):
        return str(words["month"]).format(month=words["months"][start.month - 1], year=year)
    for unit, bounds, count in (("quarter", periods.quarter, 4), ("tertial", periods.tertial, 3)):
        for number in range(1, count + 1):
            if days == bounds(year, number, house):
                return str(words[unit]).format(ordinal=words["ordinals"][number - 1], year=year)
    return _season_or_half(days, year, house, lang)


def _season_or_half(days: Days, year: int, house: House, lang: Lang) -> str | None:
    words = SPOKEN[lang]
    for place, name in enumerate(SEASONS):
        if days == periods.season(year, name, house):
            return str(words["season"]).format(season=words["seasons"][place], year=year)
    for number in (1, 2):
        if days == periods.half(year, number, house):
            return str(words["half"]).format(ordinal=words["ordinals"][number - 1], year=year)
    return None


def relative(deadline: Deadline, today: date, lang: Lang) -> str:
    """How far its last day is from `today`: "om tre veckor", "12 days ago"."""
    day = deadline.due or deadline.start
    if day is None:
        return in_words(deadline, lang)
    words, away = SPOKEN[lang], (day - today).days
    if abs(away) <= 1:
        return str(words[("today", "tomorrow", "yesterday")[away]])
    return str(words["future" if away > 0 else "past"]).format(lapse=_lapse(abs(away), lang))


def _lapse(days: int, lang: Lang) -> str:
    words = SPOKEN[lang]
    if days % WEEK == 0 and days <= DAYS_IN_WEEKS:
        return _counted(days // WEEK, words["weeks"], lang)
    if days <= DAYS_IN_DAYS:
        return _counted(days, words["days"], lang)
    if days <= DAYS_IN_WEEKS:
        return _counted(round(days / WEEK), words["weeks"], lang)
    if days <= DAYS_IN_MONTHS:
        return _counted(round(days / MONTH), words["months_count"], lang)
    return _counted(round(days / YEAR), words["years"], lang)


def _counted(count: int, unit: list[str], lang: Lang) -> str:
    """Small numbers in words, as in "om tre veckor"; twelve days and up in digits."""
    numbers = SPOKEN[lang]["numbers"]
    spelled = numbers[count] if count < len(numbers) - 1 else str(count)
    return f"{spelled} {unit[count != 1]}"
