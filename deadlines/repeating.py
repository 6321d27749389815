"""What "varje år", "kvartalsvis" and "each month" make of the dates beside them."""

from dataclasses import replace
from datetime import date

from deadlines.mentions import Findings, Mention
from deadlines.outcome import REPEATED, Answer, answer_of
from deadlines.periods import House
from deadlines.resolving import Window, resolve

RANGE_SIGNS = set("-/tu")


def is_one_date(found: Findings, mentions: list[Mention]) -> bool:
    """A full date or an "until" wins over a repetition, but not over "every year"."""
    last = mentions[-1]
    if last.limit == "r":
        return False
    if last.limit != "u" and any(words[0] == "m" and "J" in words for words in found.repeated):
        return False
    return last.limit == "u" or (
        last.span.unit == "day" and last.span.year is not None and last.span.name != "deictic"
    )


def repeated(found: Findings, mentions: list[Mention], answer: Answer, house: House) -> Answer:
    """Every year has a next occurrence; every month is left open."""
    last = mentions[-1]
    if last.item in ("each_month", "date_each_month"):
        return _occurrence(answer)
    if last.span.year is not None and last.span.name != "deictic":
        return _bounded(answer)
    if last.item != "weekday" and any(_is_yearly(words) for words in found.repeated):
        several = len(mentions) > 1 and _is_list(mentions)
        return _occurrence(_next(mentions, house) if several else answer)
    return REPEATED


def _bounded(answer: Answer) -> Answer:
    """Half-yearly under 2023; half-yearly from 1 May 2004, which is then the first time."""
    if answer.kind == "from" and answer.precision == "day":
        return _occurrence(replace(answer, start=None, due=answer.start))
    return replace(answer, kind="recurring")


def _occurrence(answer: Answer) -> Answer:
    start = None if answer.start == answer.due else answer.start
    return Answer(
        "recurring", start, answer.due, "recurring", None, answer.windows, answer.replaced
    )


def _is_list(mentions: list[Mention]) -> bool:
    return all(RANGE_SIGNS.isdisjoint(mention.gap) for mention in mentions[1:])


def _next(mentions: list[Mention], house: House) -> Answer:
    """Of several days a year the one that comes first; they share the first one's limit."""
    limit = mentions[0].limit
    each = [replace(mention, limit=mention.limit or limit) for mention in mentions]
    return answer_of(min((resolve([one], house)[0] for one in each), key=_last_day))


def _last_day(window: Window) -> date:
    return window.due or window.start or date.max


def _is_yearly(words: str) -> bool:
    tags, _, value = words.partition(" ")
    return "J" in tags or value == "year" or tags == "m"
