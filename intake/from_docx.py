"""Reads Word documents, with the numbers that Word shows but does not store."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from intake.columns import is_plan, roles_of
from intake.document import Block, Document, Doubt, Heading, Item, Place, Row, Table, doubt
from intake.lines import typed_block
from intake.opening import Limits, Opened
from intake.word_notes import Notes
from intake.word_numbers import Numbering, Shown, W
from intake.word_struck import is_on, without_struck
from intake.word_styles import Styles
from intake.wording import fold

_SKIPPED = {f"{W}del", f"{W}instrText", f"{W}footnoteReference", f"{W}moveFrom"}
PAIR = 2
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CONTAINERS = {
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo")
}


def read(opened: Opened, _limits: Limits) -> Document:
    with zipfile.ZipFile(BytesIO(opened.content)) as package:
        parts = {
            name: _part(package, f"word/{name}.xml")
            for name in ("document", "styles", "numbering", "footnotes", "endnotes", "comments")
        }
    body = parts["document"].find(f"{W}body")
    struck = without_struck(parts["document"])
    notes = Notes(parts)
    reading = _Reading(Styles(parts["styles"]), Numbering(parts["numbering"]), notes)
    blocks = tuple(reading.blocks(body if body is not None else parts["document"]))
    return Document(blocks, (*struck, *notes.told))


def _part(package: zipfile.ZipFile, name: str) -> Element:
    if name not in package.namelist():
        return Element("missing")
    root: Element = fromstring(package.read(name), forbid_dtd=True)
    return root


class _Reading:
    """One walk through the body; counts tables, paragraphs and automatic numbers as it goes."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        self.styles = styles
        self.numbering = numbering
        self.notes = notes
        self.tables = 0
        self.paragraphs = 0

    def blocks(self, parent: Element) -> Iterator[Block]:
        for child in _with_tabbed(list(parent)):
            if isinstance(child, list):
                yield self._tabbed(child)
            elif child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in _CONTAINERS:
                yield from self.blocks(child)

    def _tabbed(self, rows: list[tuple[str, ...]]) -> Table:
        self.tables += 1
        self.paragraphs += len(rows)
        number = self.tables
        placed = (
            _fitted(cells, len(rows[0]), Place(table=number, row=at))
            for at, cells in enumerate(rows, start=1)
        )
        return Table(tuple(placed), Place(table=number))

    def _paragraph(self, element: Element) -> Iterator[Block]:
        self.paragraphs += 1
        text = text_of(element)
        if text.strip():
            yield self._block(element, text, Place(line=self.paragraphs))
        else:
            self._number(element)  # an empty point is counted all the same
        for box in _boxes(element):
            yield from self.blocks(box)

    def _block(self, element: Element, text: str, place: Place) -> Block:
        shown = self._number(element)
        level = self.styles.heading_level(element)
        if level is not None:
            return Heading(
                fold(f"{shown.text} {text}" if shown and shown.counts else text), level, place
            )
        if shown or self.styles.is_bullet(element):
            self.notes.tell(element, text)
        if shown:
            marker = shown.text if shown.counts else ""
            depth = shown.depth or self.styles.list_depth(element)
            return Item(fold(text), place, depth, marker, lines=tuple(text.split("\n")))
        if self.styles.is_bullet(element):
            depth = self.styles.list_depth(element)
            return Item(fold(text), place, depth, lines=tuple(text.split("\n")))
        return typed_block(text, place, bold=_is_bold(element))

    def _number(self, element: Element) -> Shown | None:
        use = self.styles.numbering_of(element)
        return self.numbering.next(*use) if use else None

    def _table(self, element: Element, asked: tuple[Doubt, ...] = ()) -> Iterator[Block]:
        """asked: a question on each row, where the table stands within a row of a plan."""
        self.tables += 1
        number = self.tables
        rows = [self._cells(row) for row in _within(element, f"{W}tr")]
        placed = _merged(rows)
        yield Table(
            tuple(
                Row(cells, Place(table=number, row=at), asked)
                for at, cells in enumerate(placed, start=1)
            ),
            Place(table=number),
        )
        planned = bool(placed) and is_plan(roles_of(placed[0]))
        for row, cells in zip(_within(element, f"{W}tr"), placed, strict=True):
            inside = (doubt("nested_row", row=" ".join(filter(None, map(fold, cells)))),)
            for cell in _within(row, f"{W}tc"):
                for nested in _within(cell, f"{W}tbl"):
                    yield from self._table(nested, inside if planned else ())

    def _cells(self, row: Element) -> list[tuple[str, int, bool]]:
        """(text, columns that it spans, whether it goes on from the row above)."""
        return [self._cell(cell) for cell in _within(row, f"{W}tc")]

    def _cell(self, cell: Element) -> tuple[str, int, bool]:
        parts = [self._cell_text(one) for one in _within(cell, f"{W}p")]
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
        width = int(span.get(f"{W}val", "1")) if span is not None else 1
        text = "\n".join(filter(None, parts))
        if text:
            self.notes.tell(cell, text)
        return text or " ".join(self.notes.of(cell)), min(max(width, 1), 60), goes_on

    def _cell_text(self, element: Element) -> str:
        text = text_of(element).strip()
        shown = self._number(element)
        return f"{shown.text} {text}".strip() if shown and shown.counts else text


def _with_tabbed(children: list[Element]) -> Iterator[Element | list[tuple[str, ...]]]:
    """Children, with paragraphs that tabs cut into the columns of a plan as rows of cells."""
    at = 0
    while at < len(children):
        rows = [_tab_cells(children[at])]
        if is_plan(roles_of(rows[0])):
            for child in children[at + 1 :]:
                cells = _tab_cells(child)
                if len(cells) < PAIR:
                    break
                rows.append(cells)
        yield rows if len(rows) > 1 else children[at]
        at += len(rows)


def _fitted(cells: tuple[str, ...], width: int, place: Place) -> Row:
    """As many cells as there are headings; with a question where there were more or fewer."""
    kept = (*cells[: width - 1], " ".join(cells[width - 1 :]), *("",) * width)[:width]
    return Row(kept, place, () if len(cells) == width else (doubt("shifted_row"),))


def _tab_cells(element: Element) -> tuple[str, ...]:
    """What stands between a paragraph's tabs; several tabs in a row only reach further."""
    if element.tag != f"{W}p" or next(_boxes(element), None) is not None:
        return ()
    text = text_of(element).strip()
    return tuple(cell.strip() for cell in re.split(r"\t+", text)) if "\t" in text else ()


def _boxes(element: Element) -> Iterator[Element]:
    """Text boxes, each once: Word also keeps a copy of them for older programs."""
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag != _FALLBACK:
            yield from _boxes(child)


def _within(parent: Element, tag: str) -> Iterator[Element]:
    """Children with the tag, also those inside content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _CONTAINERS:
            yield from _within(child, tag)


def _merged(rows: list[list[tuple[str, int, bool]]]) -> list[tuple[str, ...]]:
    """Cells by column; a cell merged downwards says the same in each of its rows."""
    placed: list[tuple[str, ...]] = []
    for row in rows:
        cells: list[str] = []
        for text, span, goes_on in row:
            above = placed[-1] if placed else ()
            at = len(cells)
            cells.append(above[at] if goes_on and at < len(above) else text)
            cells += [""] * (span - 1)
        placed.append(tuple(cells))
    return placed


def text_of(element: Element) -> str:
    """The words of a paragraph, without what is deleted or hidden in fields."""
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED or child.tag in (_FALLBACK, f"{W}txbxContent", f"{W}pPr"):
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in (f"{W}tab", f"{W}ptab"):
            yield "\t"
        elif child.tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        else:
            yield from _pieces(child)


def _is_bold(element: Element) -> bool:
    runs = [run for run in element.iter(f"{W}r") if "".join(_pieces(run)).strip()]
    return bool(runs) and all(is_on(run.find(f"{W}rPr/{W}b")) for run in runs)
