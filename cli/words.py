"""The terminal's language and its words."""

import os
from functools import cache

from language.catalog import Language, say, say_count


@cache
def reader() -> Language:
    """TIDPLAN_LANGUAGE, else the terminal's own where it is English, else Swedish."""
    for name in ("TIDPLAN_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if spoken := os.environ.get(name):
            return "en" if spoken.lower().startswith("en") else "sv"
    return "sv"


def tell(key: str, **values: object) -> str:
    return say(key, reader(), **values)


def tell_count(key: str, number: int, **values: object) -> str:
    return say_count(key, number, reader(), **values)
