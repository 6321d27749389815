"""Reads OpenDocument texts and sheets; what a tracked change has deleted is not there any more."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from intake.document import Block, Document, Doubt, Heading, Item, Place, Row, Table, doubt
from intake.lines import typed_block
from intake.odf_styles import OFFICE, TABLE, TEXT, Counted, Styles
from intake.opening import CellBudget, Limits, Opened
from intake.sheets import sheet_blocks
from intake.wording import fold

_SKIPPED: Final = {
    f"{TEXT}tracked-changes",
    f"{TEXT}table-of-content",
    f"{OFFICE}annotation",
    f"{OFFICE}forms",
    f"{TEXT}note",
    f"{TEXT}ruby-text",
}
_BOX: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}text-box"
MAX_SPAN: Final = 60
MAX_BLANKS: Final = 200
MAX_TOLD: Final = 10
MAX_BESIDE: Final = 60


def read(opened: Opened, limits: Limits) -> Document:
    with zipfile.ZipFile(BytesIO(opened.content)) as package:
        content = _part(package, "content.xml")
        named = _part(package, "styles.xml")
    reading = _Reading(Styles(content, named), CellBudget(limits, opened))
    body = content.find(f"{OFFICE}body")
    sheets = body.find(f"{OFFICE}spreadsheet") if body is not None else None
    if sheets is not None:
        return Document(tuple(reading.sheets(sheets)), reading.told)
    text = body.find(f"{OFFICE}text") if body is not None else None
    return Document(tuple(reading.blocks(text if text is not None else content)), reading.told)


def _part(package: zipfile.ZipFile, name: str) -> Element:
    if name not in package.namelist():
        return Element("missing")
    root: Element = fromstring(package.read(name), forbid_dtd=True)
    return root


@dataclass(frozen=True, slots=True)
class _Cell:
    """right, down: columns and rows that it spans; covered: whether another cell reaches here."""

    text: str
    right: int = 1
    down: int = 1
    covered: bool = False


class _Reading:
    """One walk through the body; counts tables, paragraphs and points as it goes."""

    def __init__(self, styles: Styles, budget: CellBudget) -> None:
        self.styles = styles
        self.budget = budget
        self.counted = Counted(styles)
        self.tables = 0
        self.paragraphs = 0
        self._told: dict[str, Doubt] = {}

    @property
    def told(self) -> tuple[Doubt, ...]:
        return tuple(self._told.values())[:MAX_TOLD]

    def blocks(self, parent: Element) -> Iterator[Block]:
        for child in parent:
            if child.tag in _SKIPPED:
                continue
            if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                yield from self._paragraph(child)
            elif child.tag == f"{TEXT}list":
                yield from self._list(child, 0)
            elif child.tag == f"{TABLE}table":
                yield from self._table(child)
            else:
                yield from self.blocks(child)

    def sheets(self, parent: Element) -> Iterator[Block]:
        """Each sheet that holds anything, headed by its name where there are several."""
        found = [(one, list(self._rows(one))) for one in parent.iter(f"{TABLE}table")]
        for number, (sheet, rows) in enumerate(found, start=1):
            placed = [
                Row(cells, Place(table=number, row=at))
                for at, cells in enumerate(rows, start=1)
                if any(map(fold, cells))
            ]
            if not placed:
                continue
            blocks = list(sheet_blocks(_even(placed), Place(table=number)))
            if len(found) > 1 and not isinstance(blocks[0], Heading):
                yield Heading(sheet.get(f"{TABLE}name", ""), 2, Place(table=number))
            yield from blocks

    def _paragraph(self, element: Element) -> Iterator[Block]:
        self.paragraphs += 1
        text, place = text_of(element), Place(line=self.paragraphs)
        if text.strip():
            level = self._level(element)
            if level is None:
                yield typed_block(text, place, bold=self.styles.is_bold(element))
            else:
                yield Heading(fold(text), level, place)
        for box in _boxes(element):
            yield from self.blocks(box)

    def _level(self, element: Element) -> int | None:
        """0 for a title, 1 and more for headings; None for other text."""
        if element.tag == f"{TEXT}h":
            return max(1, _number(element, f"{TEXT}outline-level", 1))
        return 0 if self.styles.is_title(element) else None

    def _list(self, element: Element, depth: int, style: str = "") -> Iterator[Block]:
        style = element.get(f"{TEXT}style-name", style)
        for point in element:
            marker = self.counted.next(element, style, depth) if _is_point(point) else ""
            for child in point:
                if child.tag == f"{TEXT}list":
                    yield from self._list(child, depth + 1, style)
                elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    yield from self._point(child, depth, marker)
                    marker = ""

    def _point(self, element: Element, depth: int, marker: str) -> Iterator[Block]:
        self.paragraphs += 1
        text, place = text_of(element), Place(line=self.paragraphs)
        if not text.strip():
            return
        if element.tag == f"{TEXT}h":
            level = max(1, _number(element, f"{TEXT}outline-level", 1))
            yield Heading(fold(f"{marker} {text}"), level, place)
            return
        self._tell(element, text)
        yield Item(fold(text), place, depth, marker, lines=tuple(text.split("\n")))

    def _table(self, element: Element) -> Iterator[Block]:
        self.tables += 1
        place = Place(table=self.tables)
        rows = tuple(
            Row(cells, Place(table=place.table, row=at))
            for at, cells in enumerate(self._rows(element), start=1)
        )
        yield Table(rows, place)
        for cell in _within(element, f"{TABLE}table-cell"):
            for nested in cell.iter(f"{TABLE}table"):
                yield from self._table(nested)

    def _rows(self, table: Element) -> Iterator[tuple[str, ...]]:
        """Cells by column; one that spans rows says the same in each of them."""
        held: dict[int, tuple[int, str]] = {}
        for row in _within(table, f"{TABLE}table-row"):
            cells = self._cells(row)
            times = _number(row, f"{TABLE}number-rows-repeated", 1) if any(cells) else 1
            for _ in range(times):
                self.budget.take(len(cells) or 1)
                yield _placed(cells, held)

    def _cells(self, row: Element) -> list[_Cell]:
        """Without the empty ones at the end, by which a sheet fills its width."""
        cells: list[_Cell] = []
        empty = 0
        for element in row:
            times = _number(element, f"{TABLE}number-columns-repeated", 1)
            cell = self._cell(element)
            if not cell.text and not cell.covered:
                empty += times
                continue
            self.budget.take(empty + times)
            cells += [_Cell("")] * empty + [cell] * times
            empty = 0
        return cells

    def _cell(self, element: Element) -> _Cell:
        covered = element.tag == f"{TABLE}covered-table-cell"
        text = "\n".join(filter(str.strip, self._cell_lines(element)))
        if text:
            self._tell(element, text)
        right, down = (
            _number(element, f"{TABLE}number-{what}-spanned", 1) for what in ("columns", "rows")
        )
        return _Cell("" if covered else text, min(right, MAX_SPAN), down, covered)

    def _cell_lines(self, parent: Element, style: str = "", depth: int = 0) -> Iterator[str]:
        for child in parent:
            if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                yield text_of(child)
            elif child.tag == f"{TEXT}list":
                yield from self._list_lines(child, child.get(f"{TEXT}style-name", style), depth)

    def _list_lines(self, element: Element, style: str, depth: int) -> Iterator[str]:
        for point in element:
            marker = self.counted.next(element, style, depth) if _is_point(point) else ""
            for line in self._cell_lines(point, style, depth + 1):
                yield f"{marker} {line}".strip()
                marker = ""

    def _tell(self, element: Element, beside: str) -> None:
        """Remembers notes and comments as questions beside the words that they belong to."""
        short = fold(beside)
        short = f"{short[:MAX_BESIDE]}…" if len(short) > MAX_BESIDE else short
        for text in _notes(element):
            self._told.setdefault(text, doubt("note", text=text, beside=short))


def _placed(cells: list[_Cell], held: dict[int, tuple[int, str]]) -> tuple[str, ...]:
    found: list[str] = []
    for at, cell in enumerate(cells):
        left, text = held.pop(at, (0, ""))
        if cell.covered and left:
            found.append(text)
            if left > 1:
                held[at] = (left - 1, text)
        else:
            found.append(cell.text)
            if cell.down > 1:
                held[at] = (cell.down - 1, cell.text)
    return tuple(found)


def _even(rows: list[Row]) -> list[Row]:
    """Rows of as many cells each."""
    width = max(len(row.cells) for row in rows)
    return [
        Row((*row.cells, *("",) * (width - len(row.cells))), row.place, row.doubts) for row in rows
    ]


def _is_point(element: Element) -> bool:
    return element.tag == f"{TEXT}list-item"


def _number(element: Element, name: str, default: int) -> int:
    value = element.get(name, "")
    return int(value) if value.isdigit() and int(value) > 0 else default


def _within(parent: Element, tag: str) -> Iterator[Element]:
    """Those below, also inside groups of rows, but not of tables within a cell."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in (f"{TABLE}table-cell", f"{TABLE}table"):
            yield from _within(child, tag)


def _boxes(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _boxes(child)


def _notes(element: Element) -> Iterator[str]:
    for name in (f"{TEXT}note-body", f"{OFFICE}annotation"):
        for note in element.iter(name):
            lines = (text_of(one) for one in note.iter(f"{TEXT}p"))
            if text := fold(" ".join(lines)):
                yield text


def text_of(element: Element) -> str:
    """The words of a paragraph, without notes, comments and boxes."""
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    yield _plain(element.text)
    for child in element:
        if child.tag == f"{TEXT}s":
            yield " " * min(_number(child, f"{TEXT}c", 1), MAX_BLANKS)
        elif child.tag == f"{TEXT}tab":
            yield "\t"
        elif child.tag == f"{TEXT}line-break":
            yield "\n"
        elif child.tag not in _SKIPPED and child.tag != _BOX:
            yield from _pieces(child)
        yield _plain(child.tail)


def _plain(text: str | None) -> str:
    """Line ends in the file are blanks."""
    return " ".join((text or "").split("\n"))
