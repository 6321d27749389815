"""Understands a deadline as it was written."""

from datetime import date
from typing import Literal

from deadlines.combining import combine
from deadlines.conventions import DEFAULT, Conventions
from deadlines.deadline import Deadline
from deadlines.errors import MissingReferenceError, UnclearDeadlineError
from deadlines.folding import fold
from deadlines.mentions import Findings, findings
from deadlines.notes import note_for
from deadlines.occasions import (
    hangs_on_event,
    is_called_off,
    is_endless,
    is_event,
    is_undecided,
    misleads,
    ongoing_first,
    says_nothing,
)
from deadlines.outcome import ENDLESS, EVENT, NO_DEADLINE, REPEATED, Answer
from deadlines.periods import House
from deadlines.stamps import WHOLE_DAY, set_aside
from deadlines.tokens import Line, read_line
from deadlines.vocabulary import Lang

__all__ = ["MissingReferenceError", "UnclearDeadlineError", "parse_deadline"]


def parse_deadline(
    text: str,
    *,
    reference: date | None,
    lang: Literal["sv", "en"] = "sv",
    conventions: Conventions = DEFAULT,
) -> Deadline:
    """What the wording means; kind "none" when it plainly is no deadline.

    reference: the day from which missing years and "next month" count.
    Raises UnclearDeadlineError when the wording is not understood, and its subclass
    MissingReferenceError when it needs a reference and None was given.
    """
    house = House(conventions, lang, reference)
    answer = _answer(text, house)
    note = note_for(answer, house, lang)
    return Deadline(
        text, answer.kind, answer.start, answer.due, answer.precision, answer.edtf, note
    )


def _answer(text: str, house: House) -> Answer:
    lang: Lang = "en" if house.lang == "en" else "sv"
    line = read_line(text, lang)
    written, refused = line.tags, None
    try:
        answer = _understood(line, house)
    except UnclearDeadlineError as error:
        answer, refused = None, error
    if answer is None or answer is NO_DEADLINE or ("x" in written and answer.is_bare_year):
        mended = read_line(text, lang, mend=True)
        if mended.tags != written:
            answer = _mended(mended, house) or answer
    if answer is None:
        raise refused or _unclear(text)
    return answer


def _mended(line: Line, house: House) -> Answer | None:
    try:
        return _understood(line, house)
    except UnclearDeadlineError:
        return None


def _unclear(text: str) -> UnclearDeadlineError:
    return UnclearDeadlineError(f"{text.strip()[:60]!r} is not understood as a deadline")


def _understood(line: Line, house: House) -> Answer | None:
    if "z" in line.tags and is_called_off(line):
        return NO_DEADLINE
    fold(line, house)
    found = findings(line, house)
    if WHOLE_DAY in line.tags:
        set_aside(found, line, house)
    if found.mentions and not hangs_on_event(found, line):
        if misleads(found, line, house):
            return None
        try:
            return combine(found, line, house)
        except UnclearDeadlineError:
            raise
        except (ValueError, OverflowError) as error:
            raise UnclearDeadlineError(f"names a time that does not exist ({error})") from error
    return _without_calendar(found, line)


def _without_calendar(found: Findings, line: Line) -> Answer | None:
    if is_undecided(line):
        return NO_DEADLINE
    if is_event(found, line) and not (found.repeated and not found.event):
        return EVENT
    if found.repeated and not ongoing_first(line):
        return REPEATED
    if is_endless(line):
        return ENDLESS
    return NO_DEADLINE if says_nothing(found, line) else None
