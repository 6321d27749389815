"""The document's own words: white space folded, broken words healed, markers split off."""

import re

from intake.time_vocabulary import COUNTED_PARTS, MONTHS
from intake.timewords import ends_in_time_word

_BROKEN = re.compile(r"\b(\w+)[-\u00ad\u2010]\s*\n\s*(\w+)")
_SPAN = re.compile(r"((?:19|20)\d\d–)\s*\n\s*((?:19|20)?\d\d\b)")  # 2025–\n2026
_CONJUNCTIONS = frozenset(("och", "og", "and", "eller", "or", "samt", "respektive", "to", "till"))
_NUMBER = re.compile(
    r"^\s*(?P<number>"
    r"\d{1,3}(?:\.\d{1,3})+[a-zåäö]?|\d{1,3}[a-zåäö]|\d{1,3}(?=[.):]|\s*[–-]\s)"
    r"|[A-ZÅÄÖ][A-Za-z]{0,6}-?\d{1,3}(?:\.\d{1,3})*(?=[:)]|\.\s)|[A-Z]\d{1,2}\.[a-z](?=[:)])|[ACDLMNSTWÅ][A-Z]{0,2}\d{1,3}(?:\.\d{1,3})*(?=\s)"
    r"|\d{1,3}/\d{2,4}(?=\s)"
    r"|[a-zåäö](?=\)))[.):]*\s*[–-]?\s*(?=\S)"
)
_RANGE = re.compile(r"\s*\d{1,2}\.?[–-]\d")  # 6.–8. oktober
_LABELLED = re.compile(
    r"^(?:[^\W\d_]+\s+){0,2}(?:deliverable|milestone|action|activity|task|step|leverans|delmål"
    r"|milstolpe|aktivitet|åtgärd|insats|uppgift|steg|leverance|milepæl|aktivitet|tiltak|indsats)"
    r"\s+(?P<number>\d{1,3}(?:\.\d{1,3})*[a-z]?)\s*[:.–-]\s*(?=\S)",
    re.IGNORECASE,
)
_SOFT = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": "", "\ufeff": ""})


def fold(text: str) -> str:
    """One line, single spaces, words that a line end broke made whole."""
    plain = text.translate(_SOFT)
    healed = _SPAN.sub(r"\1\2", _BROKEN.sub(_heal, plain)) if "\n" in plain else plain
    return " ".join(healed.replace("\u00ad", "").split())


def _heal(found: re.Match[str]) -> str:
    before, after = found.groups()
    span = before.isdigit() and ends_in_time_word(after)  # uge 40-\nuge 46
    if after.casefold() in _CONJUNCTIONS or ends_in_time_word(before) or span:
        return f"{before}- {after}"
    compound = before.isupper() or before[-1].isdigit() or after[0].isupper()
    return f"{before}{'-' if compound else ''}{after}"


def split_number(text: str) -> tuple[str | None, str]:
    """The leading number of a row or point, and the rest: "2. Map" is "2" and "Map"."""
    found = None if _RANGE.match(text) else _NUMBER.match(text) or _LABELLED.match(text)
    rest = text[found.end() :].strip() if found else ""
    if not found or not rest or rest.split()[0].casefold().rstrip(".:,") in MONTHS | COUNTED_PARTS:
        return None, text
    return found["number"], rest


def key(text: str) -> str:
    """How labels are compared: case, punctuation and notes in brackets aside."""
    plain = re.sub(r"[\s*:_?!.…]+", " ", fold(text).casefold())
    return plain.strip(" -–/|")


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖÆØ])", fold(text)) if part]
