"""Says in the reader's language what was assumed in reading a wording."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from string import Formatter

from deadlines import periods
from deadlines.outcome import Answer
from deadlines.periods import FRIDAY, ONE_DAY, House
from deadlines.resolving import Window
from deadlines.spans import POINT, SPLIT
from deadlines.vocabulary import Lang
from deadlines.wording import NOTES, SPOKEN, date_in_words, day_in_words

ABOUT_KINDS = ("event", "none", "recurring")
SEASONS = ("spring", "summer", "autumn", "winter")


def note_for(answer: Answer, house: House, lang: Lang) -> str | None:
    """None when nothing had to be assumed."""
    said = _about_kind(answer, lang) if answer.kind in ABOUT_KINDS else []
    if answer.windows:
        said += _about_windows(answer.windows, house, lang)
    if answer.replaced:
        said.append(NOTES[lang]["replaced"])
    if len(said) > 1:
        return " ".join(dict.fromkeys(said))
    return said[0] if said else None


def _about_kind(answer: Answer, lang: Lang) -> list[str]:
    words = NOTES[lang][answer.kind]
    if answer.kind != "recurring":
        return [words]
    return [words.format(due=date_in_words(answer.due, lang))] if answer.due else []


def _about_windows(windows: tuple[Window, ...], house: House, lang: Lang) -> list[str]:
    said: list[str] = []
    named = False
    for window in windows:
        key, span = _topic(window), window.span
        if key:
            said.append(_filled(key, window, house, lang))
        if span.name in SEASONS:
            said += _about_season(window, house, lang)
        if span.weekday:
            said += _about_weekday(window, lang)
        named = named or span.year is not None
    if not named and house.reference:
        unit = SPOKEN[lang]["units"][windows[-1].unit]
        day = date_in_words(house.reference, lang)
        said.append(NOTES[lang]["year"].format(wording=unit, reference=day))
    if len(windows) > 1:
        said.append(NOTES[lang]["several"])
    return said


def _topic(window: Window) -> str | None:
    """The key of the sentence that matters most about one window."""
    span, limit = window.span, window.limit
    if span.name in TOPICS_OF_THEIR_OWN and (topic := _topic_by_name(window)):
        return topic
    if limit == "a" or (limit == "f" and span.code != POINT):
        return "after" if limit == "a" else "before"
    if window.due is None:
        return None
    return _topic_of_period(window) if window.start else _topic_of_limit(window)


TOPICS_OF_THEIR_OWN = {"lapse", "summer", "deictic"}


def _topic_by_name(window: Window) -> str | None:
    name = window.span.name
    if name == "summer":
        return LEAVE_TOPICS.get(window.limit)
    if name == "deictic" and window.unit != "day":
        return "relative" if window.start and window.due else "relative_by"
    return "lapse" if name == "lapse" else None


def _topic_of_period(window: Window) -> str | None:
    span = window.span
    if window.code == POINT:
        return "turning_year" if span.name == "turn" else "turning"
    if span.edge:
        return "edge"
    if span.name == "feast" and window.start != window.due:
        return "feast"
    return TOPICS.get(span.unit) or TOPICS_BY_NAME.get(span.name or "")


LEAVE_TOPICS = {"f": "season_before", "a": "season_after"}
TOPICS_BY_NAME = {
    "split": "fiscal",
    "fiscal": "fiscal_year",
    "day_first": "day_first",
    "month_first": "month_first",
}
TOPICS = {"season": "season", "term": "term", "academic-year": "academic"}


def _topic_of_limit(window: Window) -> str | None:
    if window.span.edge:
        return "by_edge"
    if window.unit == "week":
        return "by_week"
    if window.unit == "day":
        return TOPICS_BY_NAME.get(window.span.name or "")
    return "by"


def _filled(key: str, window: Window, house: House, lang: Lang) -> str:
    """The sentence with the days that it asks for, and no others."""
    sentence, fillings = SENTENCES[lang][key]
    return sentence.format(*[filling(window, house, lang) for filling in fillings])


def _season_name(window: Window, _house: House, lang: Lang) -> str:
    season = (window.span.name or "summer").removeprefix(SPLIT)
    name: str = SPOKEN[lang]["seasons"][SEASONS.index(season)]
    return name[:1].upper() + name[1:]


def _leave(window: Window, house: House, lang: Lang) -> str:
    conventions = house.conventions
    month, day = conventions.leave_first if window.limit == "f" else conventions.leave_last
    return f"{day} {SPOKEN[lang]['months'][month - 1]}"


Filling = Callable[[Window, House, Lang], str]
FILLINGS: dict[str, Filling] = {
    "name": _season_name,
    "start": lambda window, _house, lang: date_in_words(window.start, lang),
    "due": lambda window, _house, lang: date_in_words(window.due, lang),
    "weekday": lambda window, _house, lang: SPOKEN[lang]["weekdays"][_other_end(window).weekday()],
    "end": lambda window, _house, lang: day_in_words(_other_end(window), lang),
    "year_before": lambda window, _house, lang: date_in_words(_year_before(window), lang),
    "swapped": lambda window, _house, lang: date_in_words(_swapped(window), lang),
    "leave": _leave,
    "reference": lambda _window, house, lang: date_in_words(house.reference, lang),
}


def _last(window: Window) -> date:
    return window.due or window.start or date.max


def _other_end(window: Window) -> date:
    """The Friday of a week that ends on Sunday, and the Sunday of one that ends on Friday."""
    due = _last(window)
    return due + timedelta(days=2) if due.isoweekday() == FRIDAY else _friday(due)


def _friday(due: date) -> date:
    return due - timedelta(days=due.isoweekday() - FRIDAY)


def _year_before(window: Window) -> date:
    due = _last(window)
    return due.replace(year=due.year - 1)


def _swapped(window: Window) -> date:
    due = _last(window)
    return date(due.year, due.day, due.month)


def _sentences(lang: Lang) -> dict[str, tuple[str, list[Filling]]]:
    """Each sentence with its fields unnamed, and what fills them in that order."""
    found: dict[str, tuple[str, list[Filling]]] = {}
    for key, sentence in NOTES[lang].items():
        names = [name for _, name, _, _ in Formatter().parse(sentence) if name]
        if FILLINGS.keys() >= set(names):
            unnamed = re.sub(r"\{\w+\}", "{}", sentence)
            found[key] = (unnamed, [FILLINGS[name] for name in names])
    return found


SENTENCES = {"sv": _sentences("sv"), "en": _sentences("en")}


def _about_season(window: Window, house: House, lang: Lang) -> Iterator[str]:
    """What the other language, or the work year, would have made of it."""
    span = window.span
    if window.limit in ("", "b", "p", "u"):
        yield from _other_season(window, house, lang)
    if span.name == "summer" and span.arg and span.edge is None and window.limit in LEAVE_TOPICS:
        yield _other_summer(window, house, lang)


def _other_season(window: Window, house: House, lang: Lang) -> Iterator[str]:
    """The season as the other language's calendar has it, when that differs."""
    span = window.span
    if span.edge or span.bounds is not periods.season:
        return
    year = _year_of_season(window)
    if span.name == "winter":
        yield NOTES[lang]["winter_other"].format(year=year)
    other = house.conventions.season(span.arg, "en" if house.lang == "sv" else "sv")
    first, last = periods.months_of(year, other, house)
    if last != window.due:
        yield NOTES[lang]["season_other"].format(
            start=date_in_words(first, lang), due=date_in_words(last, lang)
        )


def _year_of_season(window: Window) -> int:
    """The year it begins in: "by winter 2026" ends in the next."""
    if window.span.year is not None:
        return window.span.year
    return (window.start or window.due or date.min).year - (
        window.start is None and window.span.name == "winter"
    )


def _other_summer(window: Window, house: House, lang: Lang) -> str:
    """Before or after the season, where the work year's leave was taken."""
    year = (window.due or window.start or date.min).year
    first, last = window.span.days(year, house)
    before = window.limit == "f"
    day = date_in_words(first - ONE_DAY if before else last + ONE_DAY, lang)
    said: str = NOTES[lang]["summer_before" if before else "summer_after"].format(day=day)
    return said


def _about_weekday(window: Window, lang: Lang) -> Iterator[str]:
    day = window.due or window.start
    names = SPOKEN[lang]["weekdays"]
    if day and window.limit not in ("f", "a") and day.isoweekday() != window.span.weekday:
        yield NOTES[lang]["weekday"].format(
            date=date_in_words(day, lang),
            weekday=names[day.weekday()],
            stated=names[(window.span.weekday or 1) - 1],
        )
