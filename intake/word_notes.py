"""Footnotes, endnotes and comments of a Word document: what they say, and beside which words."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from intake.document import Doubt, doubt
from intake.word_numbers import W
from intake.wording import fold

PRINTED: Final = ("footnote", "endnote")
KINDS: Final = (*PRINTED, "comment")
MAX_TOLD: Final = 10
MAX_BESIDE: Final = 60


class Notes:
    """told: one question for each note of a point or a table's row."""

    def __init__(self, parts: dict[str, Element]) -> None:
        self._texts = {
            (kind, note.get(f"{W}id", "")): fold(" ".join(_words(note)))
            for kind in KINDS
            for note in parts[f"{kind}s"].iter(f"{W}{kind}")
        }
        self._told: dict[str, Doubt] = {}

    @property
    def told(self) -> tuple[Doubt, ...]:
        return tuple(self._told.values())[:MAX_TOLD]

    def of(self, element: Element, kinds: tuple[str, ...] = PRINTED) -> list[str]:
        """What the notes say whose numbers stand in an element."""
        found = (
            self._texts.get((kind, reference.get(f"{W}id", "")), "")
            for kind in kinds
            for reference in element.iter(f"{W}{kind}Reference")
        )
        return [text for text in found if text]

    def tell(self, element: Element, beside: str) -> None:
        """Remembers them as questions beside the words that they belong to."""
        short = fold(beside)
        short = f"{short[:MAX_BESIDE]}…" if len(short) > MAX_BESIDE else short
        for text in self.of(element, KINDS):
            self._told.setdefault(text, doubt("note", text=text, beside=short))


def _words(note: Element) -> Iterator[str]:
    """Paragraph by paragraph."""
    for paragraph in note.iter(f"{W}p"):
        yield "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
