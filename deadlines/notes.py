"""Says in the reader's language what was assumed in reading a wording."""

from collections.abc import Iterator
from datetime import date

from deadlines.combining import Answer
from deadlines.periods import ONE_DAY, House
from deadlines.resolving import Window
from deadlines.spans import POINT
from deadlines.vocabulary import Lang
from deadlines.wording import NOTES, SPOKEN, date_in_words, day_in_words

SEASONS = ("spring", "summer", "autumn", "winter")


def note_for(answer: Answer, house: House, lang: Lang) -> str | None:
    """None when nothing had to be assumed."""
    said = list(dict.fromkeys(_sentences(answer, house, lang)))
    return " ".join(said) or None


def _sentences(answer: Answer, house: House, lang: Lang) -> Iterator[str]:
    words = NOTES[lang]
    if answer.kind in ("event", "none"):
        yield words[answer.kind]
    if answer.kind == "recurring" and answer.due:
        yield words["recurring"].format(due=date_in_words(answer.due, lang))
    for window in answer.windows:
        yield from _about_window(window, house, lang)
    if answer.windows and house.reference and all(w.span.year is None for w in answer.windows):
        yield words["year"].format(
            wording=SPOKEN[lang]["units"][answer.windows[-1].unit],
            reference=date_in_words(house.reference, lang),
        )
    if len(answer.windows) > 1:
        yield words["several"]
    if answer.replaced:
        yield words["replaced"]


def _about_window(window: Window, house: House, lang: Lang) -> Iterator[str]:
    key = _topic(window)
    if key:
        yield NOTES[lang][key].format(**_filled(window, house, lang))
    if window.span.name in SEASONS and window.limit in ("", "b", "p", "u"):
        yield from _other_season(window, house, lang)
    if window.span.weekday:
        yield from _about_weekday(window, lang)


def _topic(window: Window) -> str | None:
    """The key of the sentence that matters most about one window."""
    start, due, unit, code, span, limit = window
    if span.name == "lapse":
        return "lapse"
    if span.name == "summer" and limit in ("f", "a"):
        return "season_before" if limit == "f" else "season_after"
    if span.name == "deictic" and unit != "day":
        return "relative" if start and due else "relative_by" if due else None
    if limit == "f" and span.code != POINT:
        return "before"
    if limit == "a":
        return "after"
    if start and due:
        return _topic_of_period(window)
    if due and span.edge:
        return "by_edge"
    return _topic_of_limit(window) if due else None


def _topic_of_period(window: Window) -> str | None:
    span = window.span
    if window.code == POINT:
        return "turning"
    if span.edge:
        return "edge"
    if span.name == "feast" and window.start != window.due:
        return "feast"
    return TOPICS.get(span.unit) or ("fiscal" if span.name == "split" else None)


TOPICS = {"season": "season", "term": "term", "academic-year": "academic"}


def _topic_of_limit(window: Window) -> str | None:
    if window.unit == "week":
        return "by_week"
    return None if window.unit == "day" else "by"


def _filled(window: Window, house: House, lang: Lang) -> dict[str, str]:
    start, due, span = window.start, window.due, window.span
    name = SPOKEN[lang]["seasons"][SEASONS.index(span.name)] if span.name in SEASONS else ""
    first, last = house.conventions.leave_first, house.conventions.leave_last
    leave = first if window.limit == "f" else last
    return {
        "name": name[:1].upper() + name[1:],
        "start": date_in_words(start, lang) if start else "",
        "due": date_in_words(due, lang) if due else "",
        "friday": day_in_words(due - 2 * ONE_DAY, lang) if due else "",
        "leave": f"{leave[1]} {SPOKEN[lang]['months'][leave[0] - 1]}",
        "reference": date_in_words(house.reference, lang) if house.reference else "",
    }


def _other_season(window: Window, house: House, lang: Lang) -> Iterator[str]:
    """The season as the other language's calendar has it, when that differs."""
    span, year = window.span, (window.start or window.due or date.min).year
    if span.edge or span.arg is None:
        return
    other = house._replace(lang="en" if house.lang == "sv" else "sv")
    first, last = span.days(year, other)
    if last != window.due:
        yield NOTES[lang]["season_other"].format(
            start=date_in_words(first, lang), due=date_in_words(last, lang)
        )


def _about_weekday(window: Window, lang: Lang) -> Iterator[str]:
    day = window.due or window.start
    names = SPOKEN[lang]["weekdays"]
    if day and window.limit not in ("f", "a") and day.isoweekday() != window.span.weekday:
        yield NOTES[lang]["weekday"].format(
            date=date_in_words(day, lang),
            weekday=names[day.weekday()],
            stated=names[(window.span.weekday or 1) - 1],
        )
