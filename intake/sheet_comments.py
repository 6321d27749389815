"""Comments that stand upon the cells of a workbook: what they say, and beside which words."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Final
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from intake.bars import Sheet
from intake.document import Doubt, doubt
from intake.wording import fold

MAX_TOLD: Final = 10
MAX_BESIDE: Final = 60
_PLACE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_NEWER: Final = re.compile(
    r"^\[(?:Threaded comment|Trådad kommentar)\].*?(?:Comment|Kommentar):\s*", re.DOTALL
)


def comments(content: bytes, sheet: str, cells: Sheet) -> list[Doubt]:
    """sheet: the path of its part in the package."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        found = [
            (row, column, text)
            for part in _parts(package, sheet)
            for row, column, text in _comments(fromstring(package.read(part), forbid_dtd=True))
        ]
    return [
        doubt("note", text=text, beside=beside)
        for row, column, text in sorted(found)
        if (beside := _beside(cells, row, column)) and text
    ][:MAX_TOLD]


def _parts(package: zipfile.ZipFile, sheet: str) -> Iterator[str]:
    """The parts with comments that belong to a sheet."""
    relations = f"{dirname(sheet)}/_rels/{sheet.rpartition('/')[2]}.rels"
    if relations not in package.namelist():
        return
    for one in fromstring(package.read(relations), forbid_dtd=True):
        target = one.get("Target", "")
        path = target.lstrip("/") if target[:1] == "/" else normpath(join(dirname(sheet), target))
        if one.get("Type", "").endswith("/comments") and path in package.namelist():
            yield path


def _comments(root: Element) -> Iterator[tuple[int, int, str]]:
    for one in root.iter():
        place = _PLACE.fullmatch(one.get("ref", ""))
        if one.tag.endswith("}comment") and place:
            words = "".join(text.text or "" for text in one.iter() if text.tag.endswith("}t"))
            yield int(place[2]), column_number(place[1]), fold(_NEWER.sub("", words))


def column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _beside(cells: Sheet, row: int, column: int) -> str:
    """The cell's own words, or else the first ones of its row."""
    own = cells.get((row, column))
    others = (cell for (at, _), cell in sorted(cells.items()) if at == row)
    filled = (str(cell.value) for cell in (own, *others) if cell and cell.value is not None)
    text = fold(next(filled, ""))
    return f"{text[:MAX_BESIDE]}…" if len(text) > MAX_BESIDE else text
