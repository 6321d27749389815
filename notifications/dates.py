"""Days and windows of time as the reader's language writes them."""

from datetime import date

from babel.dates import format_date

from deadlines.deadline import Deadline
from language.catalog import Language, say, say_count


def day_in_words(day: date, language: Language) -> str:
    """28 november 2022."""
    return format_date(day, "d MMMM y", locale=language)


def days_in_words(days: int, language: Language) -> str:
    return say_count("count.days", abs(days), language)


def window_in_words(deadline: Deadline, language: Language) -> str:
    """The window with its last day; what the plan leaves open is said to be open."""
    start, due = deadline.start, deadline.due
    if due is None:
        key = "window.from" if start else f"window.{_open_kind(deadline)}"
        return say(key, language, start=start and day_in_words(start, language))
    if start is None or start == due:
        return say("window.by", language, due=day_in_words(due, language))
    return say(
        "window.between",
        language,
        start=_start(start, due, language),
        due=day_in_words(due, language),
    )


def _start(start: date, due: date, language: Language) -> str:
    """Without its year where that is the same."""
    pattern = "d MMMM" if start.year == due.year else "d MMMM y"
    return format_date(start, pattern, locale=language)


def _open_kind(deadline: Deadline) -> str:
    return deadline.kind if deadline.kind in {"event", "ongoing", "recurring"} else "none"
