"""Typed dates of a workbook, in the words that its reader saw."""

import re
from datetime import date
from typing import Final

from babel.dates import format_date

from models.values import Language

_USUAL: Final = re.compile(r"^(?:general|yyyy-mm-dd.+|@|mm-dd-yy|m/d/yyyy.*|)$", re.IGNORECASE)
_NAMED: Final = re.compile(r"mmm", re.IGNORECASE)


def written_date(day: date, form: str, language: Language) -> str:
    """As the cell's own format has it, or as the language does where that is the usual one."""
    plain = re.sub(r"\[[^\]]*\]|\\|\"|;.*$|_.", "", form).strip()
    if _USUAL.match(plain) or not re.search(r"[dmy]", plain, re.IGNORECASE):
        return _usual(day, language)
    pattern = _babel(plain)
    return format_date(day, pattern, locale=language) if pattern else _usual(day, language)


def _usual(day: date, language: Language) -> str:
    return f"{day:%B} {day.day}, {day.year}" if language == "en" else f"{day:%Y-%m-%d}"


def _babel(form: str) -> str:
    """The format in Unicode's letters, without any time of day."""
    dates = re.split(r"\s*(?:h+|AM/PM)", form, maxsplit=1, flags=re.IGNORECASE)[0].strip()
    letters = dates.casefold()
    if not re.fullmatch(r"[dmy\s./,–-]+", letters):
        return ""
    return (
        letters.replace("mmmmm", "mmm")
        .replace("m", "M")
        .replace("dddd", "EEEE")
        .replace("ddd", "EEE")
    )
