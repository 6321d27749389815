"""Footnotes in Markdown: what they say, and beside which words of a table or list."""

import re
from collections.abc import Iterator
from typing import Final

from intake.document import Doubt, doubt
from intake.wording import fold

MAX_TOLD: Final = 10
MAX_BESIDE: Final = 60
MARK: Final = re.compile(r"\[\^(?P<name>[\w-]+)\]")
DEFINITION: Final = re.compile(
    r"^\[\^(?P<name>[\w-]+)\]:(?P<text>.*(?:\n(?:[ \t]+.*|\s*))*?)(?=\n\S|\Z)", re.MULTILINE
)
_POINT: Final = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?")


def note_doubts(text: str) -> list[Doubt]:
    """One question for each note whose mark stands in a cell or in a point."""
    notes = {one["name"]: fold(one["text"]) for one in DEFINITION.finditer(text)}
    beside = dict(reversed(list(_marked(DEFINITION.sub("", text)))))
    return [
        doubt("note", text=said, beside=beside[name])
        for name, said in notes.items()
        if said and name in beside
    ][:MAX_TOLD]


def _marked(text: str) -> Iterator[tuple[str, str]]:
    """(name of the note, the words before its mark)."""
    for line in text.split("\n"):
        point = _POINT.match(line)
        if not point and "|" not in line:
            continue
        for mark in MARK.finditer(line):
            before = _plain(line[point.end() if point else 0 : mark.start()])
            own = fold(before.rpartition("|")[2]) or fold(before.replace("|", " "))
            if own:
                yield mark["name"], own[-MAX_BESIDE:]


def _plain(text: str) -> str:
    return re.sub(r"[*_`]", "", MARK.sub("", text))
