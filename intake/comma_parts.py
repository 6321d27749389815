"""Points that close with who and when, between commas, strokes or in brackets."""

import re
from collections.abc import Sequence

from intake import vocabulary as words
from intake.timewords import is_time
from intake.wording import fold, key

MIN_ITEMS = 2
MAX_NAME = 6
_NAME = r"[A-ZÅÄÖÆØÉ][\w'’.-]*(?:\s(?:[A-ZÅÄÖÆØÉ][\w'’.-]*|av|von|de|af)){0,3}"
_NAMES = re.compile(rf"{_NAME}(?:\s*(?:[&/+]|och|og|and|samt)\s*{_NAME})*")
_STROKES = re.compile(r"\s+[/|]\s+")
TRIPLE = 3
_BRACKET = re.compile(
    r"^(?P<task>\S.+?)\s*\((?P<first>[^(),;]{2,50})[,;]\s*(?P<second>[^()]{2,50})\)\.?$"
)
_ANSWERS = re.compile(
    r"\s+(?:ansvarar|är ansvarig|ansvarig|responsible|leads|is responsible)$|^ansv\.?\s"
)

Told = tuple[str, str | None, str | None]


def in_brackets(text: str) -> Told:
    """(task, who, when) of "Laga bryggan (styrelsen, april)", in any order; else the text."""
    found = _BRACKET.match(text)
    parts = [found["first"], found["second"]] if found else []
    timed = [at for at, part in enumerate(parts) if _is_when(fold(part))]
    if not found or len(timed) != 1:
        return text, None, None
    who = _ANSWERS.sub("", fold(parts[1 - timed[0]]))
    if len(who.split()) > MAX_NAME:
        return text, None, None
    return found["task"], who, fold(parts[timed[0]])


def _is_when(text: str) -> bool:
    return is_time(text) or is_time(text.partition(" ")[2])


def between_strokes(text: str) -> Told:
    """The same of "Draft rules / Secretary / 1 March"; the time may stand before the name."""
    parts = [fold(part) for part in _STROKES.split(text.rstrip(" .")) if part.strip()]
    timed = [at for at, part in enumerate(parts) if at and is_time(part)]
    if len(parts) != TRIPLE or len(timed) != 1:
        return text, None, None
    who = parts[TRIPLE - timed[0]]
    return (parts[0], who, parts[timed[0]]) if len(who.split()) <= MAX_NAME else (text, None, None)


def behind_commas(text: str) -> Told:
    """The same of what stands behind the last commas, for lists where it is a habit."""
    parts = [part.strip() for part in text.rstrip(" .").split(",")]
    at = next((n for n in (len(parts) - 1, len(parts) - 2) if n > 0 and _is_who(parts[n])), 0)
    if not at:
        return text, None, None
    when = ", ".join(parts[at + 1 :]) or None
    return ", ".join(parts[:at]), parts[at], when


def names_behind_commas(texts: Sequence[str]) -> bool:
    """Whether most points of a list end so, some of them with a full name or everybody."""
    found = [who for text in texts if (who := behind_commas(text)[1])]
    sure = [who for who in found if " " in who or key(who) in words.EVERYBODY]
    return len(texts) >= MIN_ITEMS and len(found) * 3 >= len(texts) * 2 and bool(sure)


def _is_who(text: str) -> bool:
    everybody = key(text) in words.EVERYBODY
    return everybody or (_NAMES.fullmatch(text) is not None and not is_time(text))
