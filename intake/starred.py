"""Notes below a table that open with the sign which stands behind a word of it: "* If allowed"."""

import re
from collections.abc import Iterator

from intake.document import Block, Document, Doubt, Item, Paragraph, Table, doubt
from intake.wording import fold

MAX_TOLD = 10
_NOTE = re.compile(r"(?P<sign>\*{1,3}|[†‡])\)?\s*(?P<text>[^*\s].*)")
_SIGN = re.compile(r"(?<=[^*†‡\s])\s?(?P<sign>\*{1,3}|[†‡])\)?(?=\s|[.,;:]|$)")
_SIGNS = "*†‡"


def starred(document: Document) -> list[Doubt]:
    """One question for each note whose sign stands in a cell or behind a point."""
    beside = dict(_signed(document))
    return [
        doubt("note", text=text, beside=beside[sign])
        for sign, text in _notes(document)
        if sign in beside
    ][:MAX_TOLD]


def _signed(document: Document) -> Iterator[tuple[str, str]]:
    for block in reversed(document.blocks):
        texts = [block.text] if isinstance(block, Item) else []
        if isinstance(block, Table):
            texts = [fold(cell) for row in block.rows for cell in row.cells]
        for text in texts:
            for found in _SIGN.finditer(text):
                yield found["sign"], _before(text, found.start())


def _before(text: str, end: int) -> str:
    """The words up to there, from the sign before them."""
    start = max(text.rfind(sign, 0, end) for sign in _SIGNS) + 1
    return text[start:end].strip()


def _notes(document: Document) -> Iterator[tuple[str, str]]:
    before: Block | None = None
    for block, after in zip(document.blocks, [*document.blocks[1:], None], strict=False):
        alone = isinstance(before, Table) and not isinstance(after, Item)
        before = block
        if isinstance(block, Item) and alone and not block.marker:
            yield "*", block.text  # the sign was taken for that of a list
        elif isinstance(block, Paragraph):
            note = _NOTE.match(block.text)
            if note:
                yield note["sign"], note["text"]
        elif isinstance(block, Table):
            yield from _below(block)


def _below(table: Table) -> Iterator[tuple[str, str]]:
    """Rows of one cell, in which a sheet explains its signs."""
    for row in table.rows:
        cells = {fold(cell) for cell in row.cells if fold(cell)}
        note = _NOTE.match(next(iter(cells))) if len(cells) == 1 else None
        if note:
            yield note["sign"], note["text"]
