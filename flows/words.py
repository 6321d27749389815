"""Words and Markdown for those who read artifacts."""

import re
from collections.abc import Iterable, Sequence

from config.settings import load_settings
from language.catalog import Language, say
from language.problems import Problem

MARKUP = re.compile(r"([\\`*_\[\]<>|~!#&])")


def council_language() -> Language:
    """The council's; Swedish where its file cannot be read."""
    try:
        return load_settings().council.language
    except Problem:
        return "sv"


def say_for_council(key: str, **values: object) -> str:
    return say(key, council_language(), **values)


def plain(text: object) -> str:
    """Words from documents, of which nothing is markup."""
    return MARKUP.sub(r"\\\1", " ".join(str(text).split()))


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [headings, ["---"] * len(headings), *([plain(cell) for cell in row] for row in rows)]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def bullets(items: Iterable[object]) -> str:
    return "\n".join(f"- {plain(item)}" for item in items)


def page(title: str, *parts: str) -> str:
    """Parts that have nothing to say are left out."""
    return "\n\n".join([f"## {title}", *filter(None, parts)]) + "\n"
