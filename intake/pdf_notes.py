"""Notes of a PDF: those at the foot of a page beside their words, and comments upon the page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from intake.document import Block, Doubt, Item, Table, doubt
from intake.pdf_lines import Set
from intake.wording import fold

MAX_TOLD = 10
MAX_BESIDE = 60
MIN_BESIDE = 4
_NOTE = re.compile(r"(?P<number>\d{1,3})[.)]?\s*(?P<text>\D.*)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A raised number, and the words before it on its line."""

    number: str
    beside: str


def mark_at(chars: Sequence[dict[str, Any]], first: int, raised: set[int]) -> Mark:
    """The mark whose first digit is `first` of the page's letters."""
    end = first
    while end in raised:
        end += 1
    start, top = first, chars[first - 1]["top"]
    while start and first - start < MAX_BESIDE and abs(chars[start - 1]["top"] - top) < 1:
        start -= 1
    number = "".join(char["text"] for char in chars[first:end])
    return Mark(number, fold("".join(char["text"] for char in chars[start:first])))


def comments(page: Any) -> Iterator[Doubt]:
    """What somebody has written upon the page, without being part of it."""
    try:
        texts = [fold(one.get("contents") or "") for one in page.annots]
    except Exception:  # noqa: BLE001 - a page can be read without what is written upon it
        yield doubt("unread_comments", page=page.page_number)
        return
    yield from (doubt("comment", text=text, page=page.page_number) for text in texts if text)


def foot_notes(
    lines: Sequence[Set], marks: Sequence[Mark], blocks: Sequence[Block]
) -> list[Doubt]:
    """One question for each note whose number stands in a table or behind a point."""
    beside = {mark.number: mark.beside for mark in reversed(marks)}
    kept = _plain(" ".join(_read_as_plan(blocks)))
    return [
        doubt("note", text=text, beside=beside[number])
        for number, text in _notes(lines)
        if number in beside and len(beside[number]) >= MIN_BESIDE and _is_in(beside[number], kept)
    ][:MAX_TOLD]


def _is_in(beside: str, kept: str) -> bool:
    """Whether the last words before the mark stand there; a line may begin in another cell."""
    return " ".join(_plain(beside).split()[-2:]) in kept


def _read_as_plan(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row.cells)
        elif isinstance(block, Item):
            yield block.text


def _plain(text: str) -> str:
    return fold(text).casefold()


def _notes(lines: Sequence[Set]) -> list[tuple[str, str]]:
    """(number, what the note says) of lines at the feet of pages, put together."""
    found: list[tuple[str, str]] = []
    for line in lines:
        text = line.text.strip()
        note = _NOTE.match(text)
        if note:
            found.append((note["number"], note["text"]))
        elif found:
            found[-1] = (found[-1][0], fold(f"{found[-1][1]}\n{text}"))
    return found
