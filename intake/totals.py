"""Rows that close a table: sums, counts, and notes on how it is to be read."""

import re
from collections.abc import Sequence

from intake import column_vocabulary as words
from intake.vocabulary import DATE_LABELS
from intake.wording import fold, key

_NEXT = re.compile(r"(?:next|nästa|næste|neste)\s\w*(?:meeting|möte|møde|møte)\s*:", re.IGNORECASE)
MAX_COUNT_WORDS = 5
MAX_BARE = 2
_COUNTS = re.compile(rf"(?:{'|'.join(words.COUNTS)})\b[^\d:]*:?[\d\s.,/%]*", re.IGNORECASE)
_FIGURE = re.compile(
    r"[\d\s.,/%–-]*(?:kr|sek|nok|dkk|eur|€|£|\$|st|tkr|mkr|h|tim)?\.?", re.IGNORECASE
)
_NOTE = re.compile(
    rf"(?:\*+\s?\S|†|(?:{'|'.join([*words.NOTE_LABELS, *DATE_LABELS])})(?:\s[^:]{{1,20}})?\s*:)",
    re.IGNORECASE,
)


def is_no_row(cells: Sequence[str]) -> bool:
    """A sum, a count or a note, or nothing at all."""
    filled = [fold(cell) for cell in cells if fold(cell)]
    if not filled or key(filled[0]) in words.TOTALS:
        return True
    if len(filled) == 1 and (_NOTE.match(filled[0]) or _NEXT.match(filled[0])):
        return True
    return _counts(filled[0], bare=len(filled) == 1) and all(map(_FIGURE.fullmatch, filled[1:]))


def _counts(text: str, *, bare: bool) -> bool:
    """Whether it counts something, with the figure behind it, beside it, or not yet there."""
    number = len(text.split())
    if not _COUNTS.fullmatch(text) or number > MAX_COUNT_WORDS:
        return False
    return not bare or number <= MAX_BARE or any(one.isdigit() or one == ":" for one in text)
