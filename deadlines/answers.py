"""Reads what a member answers when asked for a new time: "behöver två veckor till"."""

import re
from dataclasses import replace
from datetime import date

from deadlines.conventions import DEFAULT, Conventions
from deadlines.deadline import Deadline
from deadlines.errors import MissingReferenceError
from deadlines.mentions import Mention, findings
from deadlines.parse import parse_deadline
from deadlines.periods import House
from deadlines.relative import UNIT_NAMES, counted, moved_by
from deadlines.tokens import Line, read_line
from deadlines.vocabulary import Lang
from deadlines.wording import NOTES, date_in_words

LENGTH = re.compile(r"[nk](?:[-t/&,][nk])?x?[GKNJQHRU]")
MORE_TIME = re.compile(
    r"\b(?:till|ytterligare|extra|mer|längre|försen\w+|senare|more|another|additional|extra|longer|late|later"
    r"|delay\w*|exten\w+|push\w*|flytta\w*|framåt|förläng\w+|behöver|need\w*|skjut\w*|postpone\w*)\b",
    re.IGNORECASE,
)


def parse_answer(
    text: str,
    *,
    current: Deadline,
    reference: date | None,
    lang: Lang = "sv",
    conventions: Conventions = DEFAULT,
) -> Deadline:
    """The new deadline that an answer gives, for an activity whose deadline is `current`.

    More time counts from the current last day, or from the reference when that day has passed.
    A time without its year is sought first in a window that has not begun: of "hösten 2024"
    "november" is that autumn's.
    Raises UnclearDeadlineError like parse_deadline.
    """
    house = House(conventions, lang, reference)
    line = read_line(text, lang)
    length = LENGTH.search(line.tags)
    if length and MORE_TIME.search(text) and not _names_a_time(line, house):
        return _extended(text, line, length, current=current, reference=reference, lang=lang)
    ahead = current.start and (reference is None or reference < current.start)
    if ahead and _lacks_its_year(line, house):
        inside = parse_deadline(text, reference=current.start, lang=lang, conventions=conventions)
        if current.holds(inside):
            return inside
    return parse_deadline(text, reference=reference, lang=lang, conventions=conventions)


def _names_a_time(line: Line, house: House) -> bool:
    """Whether it names more than a length: "om tre veckor", but not "en vecka senare"."""
    return any(
        mention.item != "relative"
        and not (mention.item == "ahead" and line.tags[mention.begin] in "nk")
        for mention in _mentions(line, house)
    )


def _lacks_its_year(line: Line, house: House) -> bool:
    """Whether it names months or days of no year, and nothing that counts from today."""
    mentions = _mentions(line, house)
    return bool(mentions) and all(mention.span.year is None for mention in mentions)


def _mentions(line: Line, house: House) -> list[Mention]:
    reference = house.reference or date.min.replace(year=2000)
    return findings(line, replace(house, reference=reference)).mentions


def _extended(
    text: str,
    line: Line,
    length: re.Match[str],
    *,
    current: Deadline,
    reference: date | None,
    lang: Lang,
) -> Deadline:
    days = [day for day in (current.due, reference) if day]
    if not days:
        raise MissingReferenceError("more time than what: there is no day to count from")
    count, letter, value = counted(length.group(), line.values[length.start() : length.end()])
    due = moved_by(max(days), count, letter, value)
    note = NOTES[lang]["lapse"].format(reference=date_in_words(max(days), lang))
    return Deadline(text, "by", None, due, UNIT_NAMES[letter], f"../{due.isoformat()}", note)
