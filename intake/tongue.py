"""Which language a document is written in."""

import re
from collections.abc import Iterable

from intake import vocabulary as words
from intake.document import Document, Table
from models.values import Language


def language_of(document: Document) -> Language:
    """Swedish stands for its Nordic neighbours too: their dates are written alike."""
    return language_of_words(_texts(document))


def language_of_words(texts: Iterable[str]) -> Language:
    found = re.findall(r"[^\W\d_]+", " ".join(texts).casefold())
    english = sum(word in words.ENGLISH_SIGNS for word in found)
    swedish = sum(word in words.SWEDISH_SIGNS for word in found)
    nordic = any(letter in word for word in found for letter in "åäöæø")
    return "en" if english > swedish or (english == swedish and not nordic) else "sv"


def _texts(document: Document) -> list[str]:
    return [
        " ".join(cell for row in block.rows for cell in row.cells)
        if isinstance(block, Table)
        else block.text
        for block in document.blocks
    ]
