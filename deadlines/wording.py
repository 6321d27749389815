"""The words that we write ourselves, from `words/`, and dates in them."""

import tomllib
from datetime import date
from typing import Any

from deadlines.vocabulary import WORDS, Lang


def _load(name: str) -> dict[Lang, dict[str, Any]]:
    return {
        "sv": tomllib.loads((WORDS / f"{name}_sv.toml").read_text(encoding="utf-8")),
        "en": tomllib.loads((WORDS / f"{name}_en.toml").read_text(encoding="utf-8")),
    }


NOTES = _load("notes")
SPOKEN = _load("spoken")
MONTHS = {lang: ["", *words["months"]] for lang, words in SPOKEN.items()}


def date_in_words(day: date | None, lang: Lang) -> str:
    """31 december 2022; 31 December 2022; nothing for no day."""
    if day is None:
        return ""
    return f"{day.day} {MONTHS[lang][day.month]} {day.year}"


def day_in_words(day: date, lang: Lang) -> str:
    """31 december; 31 December."""
    return f"{day.day} {MONTHS[lang][day.month]}"
