"""Days and windows of time as the reader's language writes them."""

from datetime import date
from functools import lru_cache

from babel.dates import format_date

from deadlines.deadline import Deadline
from deadlines.rendering import in_words
from language.catalog import Language, say, say_count

OPEN = frozenset({"event", "ongoing", "recurring"})


@lru_cache(maxsize=4000)
def day_in_words(day: date, language: Language) -> str:
    """28 november 2022."""
    return format_date(day, "d MMMM y", locale=language)


@lru_cache(maxsize=4000)
def days_in_words(days: int, language: Language) -> str:
    return say_count("count.days", abs(days), language)


@lru_cache(maxsize=4000)
def window_in_words(deadline: Deadline, language: Language) -> str:
    """The window with its last day; what the plan leaves open is said to be open."""
    if deadline.due is not None:
        if deadline.kind == "during" and deadline.start is not None:
            return in_words(deadline, language)
        return say("window.by", language, due=day_in_words(deadline.due, language))
    if deadline.start is not None:
        return say("window.from", language, start=day_in_words(deadline.start, language))
    kind = deadline.kind if deadline.kind in OPEN else "none"
    return say(f"window.{kind}", language)
