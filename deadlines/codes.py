"""Tells the numbers in codes, titles and sources from times: TN 2024/05, Budget 2026, S2-K4-07."""

import re
from collections.abc import Callable

from deadlines.beside import (
    is_address,
    is_capital,
    is_compound,
    shortly_before,
    stands_at,
    stands_in_a_room,
    touches,
)
from deadlines.tokens import Line
from deadlines.vocabulary import NAMES

REGISTER = re.compile(r"(?<!\w)[A-ZÅÄÖ]{2,5} \d{4}/\d")  # of a committee: TN 2024/05
NUMBERED = {"x-", "#-", "K-", "Q-", "H-"}
SINGLE_LETTER = re.compile(r"[^\W\d_](?!\w)")
TITLED = re.compile("3x{1,4}$")
GLUED = re.compile(r"[^\W\d_]-$")  # V-2026-03-15
# K3-regelverket, H2-gas
CODE = re.compile(rf"[Kk]\d-[^\W\d_]|[HhTt]\d-(?i:{'|'.join(NAMES['codes'])})")
SOURCE = re.compile(rf"\s*(?:{'|'.join(NAMES['sources'])})\b", re.IGNORECASE)
GLUED_NUMBER = re.compile(r"[QHTK]\d\b")
CODED = re.compile(r"\b[^\W\d_]\d{1,2}-$")  # S2-K4-07
LEADING_CODE = re.compile("Unxx")  # T1 diabetes clinic
WORDS_AWAY = 6  # how far before it the words that make it a name may stand
COPYRIGHT = re.compile(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)


def is_registered(line: Line, begin: int) -> bool:
    """TN 2024/05: the number that a committee gave it, no month."""
    place = line.text.rfind(" ", 0, max(line.places[begin] - 1, 0)) + 1
    return line.tags[begin - 1 : begin] == "x" and REGISTER.match(line.text, place) is not None


def _is_numbered_by_day(line: Line, begin: int, _end: int) -> bool:
    glued = line.tags[max(begin - 2, 0) : begin] in NUMBERED
    return glued and GLUED.search(*shortly_before(line, begin)) is not None


def _is_code(line: Line, begin: int, end: int) -> bool:
    if line.tags[max(begin - 3, 0) : begin] == "#n-" and CODED.search(
        *shortly_before(line, begin)
    ):
        return True
    if line.tags[end : end + 1] == "-":
        return stands_at(CODE, line, begin)
    is_room = GLUED_NUMBER.match(line.text, line.places[begin]) is not None
    return is_room and stands_in_a_room(line, begin)


def leads_a_name(line: Line, begin: int, end: int) -> bool:
    """In English, which has no tertials but those of its neighbours."""
    return (
        begin == 0
        and LEADING_CODE.fullmatch(line.tags, 0, end + 2) is not None
        and all(touches(line, token) for token in (end, end + 1))
    )


def _is_owned(line: Line, begin: int, end: int) -> bool:
    """Whether a year is part of a word, or that of a copyright."""
    if is_compound(line, end):
        return True
    if _is_titled(line, begin, end) or SOURCE.match(line.text):
        return True
    marked = "#" in line.tags[max(begin - WORDS_AWAY, 0) : begin]
    return marked and COPYRIGHT.search(*shortly_before(line, begin)) is not None


def _is_titled(line: Line, begin: int, end: int) -> bool:
    """Program Hållbar region 2035, Sal B 2024."""
    if line.tags[end : end + 1] not in ("", ",", ")"):
        return False
    if line.tags[max(begin - 2, 0) : begin] == "#x":
        return SINGLE_LETTER.match(line.text, line.places[begin - 1]) is not None
    title = TITLED.search(line.tags, 0, begin)
    return title is not None and not line.text.isupper() and is_capital(line, title.start() + 1)


def _is_compound_or_address(line: Line, _begin: int, end: int) -> bool:
    return is_compound(line, end) or is_address(line, end)


# Which question is asked of which kind of item that begins with a number.
IN_A_NAME: dict[str, Callable[[Line, int, int], bool]] = {
    "date": _is_numbered_by_day,
    "slashed": _is_numbered_by_day,
    "named_day": _is_compound_or_address,
    "numbered": _is_code,
    "year": _is_owned,
}
