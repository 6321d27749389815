"""Reads HTML as found in the wild; nothing that it links to is fetched."""

from collections.abc import Iterator
from dataclasses import replace

from bs4 import Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from intake.document import Block, Document, Heading, Item, Paragraph, Place, Row, Table
from intake.html_tags import Page
from intake.labels import labelled
from intake.lines import typed_block
from intake.opening import Limits, Opened, decoded
from intake.wording import fold

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "head",
        "title",
        "nav",
        "footer",
        "noscript",
        "form",
        "aside",
        "template",
        "svg",
        "iframe",
        "object",
        "button",
        "select",
    ]
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "br",
        "input",
        "wbr",
    ]
)
MAX_SPAN = 60


def read(opened: Opened, _limits: Limits) -> Document:
    page = Page(decoded(opened.content))
    blocks = tuple(_blocks_of(page))
    if not any(isinstance(block, Heading) for block in blocks):
        named = fold(page.title.get_text()) if page.title else ""
        blocks = (Heading(named, 0), *blocks) if named else blocks
    return Document(blocks)


def blocks_of_html(text: str) -> Iterator[Block]:
    return _blocks_of(Page(text))


def _blocks_of(page: Page) -> Iterator[Block]:
    return _Reading().blocks(page.body or page)


class _Reading:
    def __init__(self) -> None:
        self.tables = 0

    def blocks(self, parent: Tag, depth: int = 0) -> Iterator[Block]:
        """Blocks below a tag; loose text between them is a paragraph of its own."""
        loose: list[PageElement] = []
        for child in parent.children:
            if isinstance(child, Tag) and child.name not in _INLINE:
                yield from _loose(loose)
                loose = []
                yield from self._block(child, depth)
            else:
                loose.append(child)
        yield from _loose(loose)

    def _block(self, tag: Tag, depth: int) -> Iterator[Block]:
        if tag.name in _SKIPPED:
            return
        if tag.name in _HEADINGS:
            if text := fold(_text(tag)):
                yield Heading(text, _HEADINGS[tag.name], _place(tag))
        elif tag.name in ("ul", "ol"):
            yield from self._list(tag, depth)
        elif tag.name == "table":
            yield from self._table(tag)
        elif tag.name == "dl":
            yield from self._definitions(tag)
        elif tag.name == "p":
            yield from _loose(list(tag.children), bold=_is_bold(tag))
        else:
            yield from self.blocks(tag, depth)

    def _list(self, tag: Tag, depth: int) -> Iterator[Block]:
        for nth, item in enumerate(tag.find_all("li", recursive=False), start=1):
            inner = item.find_all(["ul", "ol"], recursive=False)
            words = "".join(_text(child) for child in item.children if child not in inner)
            text, lines = fold(words), tuple(filter(str.strip, words.split("\n")))
            box = item.find("input", attrs={"type": "checkbox"})
            if text:
                marker = f"{nth}." if tag.name == "ol" else ""
                ticked = isinstance(box, Tag) and box.has_attr("checked")
                yield Item(text, _place(item), depth, marker, box is not None, ticked, lines)
            for below in inner:
                yield from self._list(below, depth + 1)

    def _table(self, tag: Tag) -> Iterator[Block]:
        if tag.find(["table", "h1", "h2", "h3", "h4"]):
            for cell in tag.find_all(["td", "th"]):
                if cell.find_parent("table") is tag:
                    yield from self.blocks(cell)
            return
        self.tables += 1
        rows = [row for row in tag.find_all("tr") if row.find_parent("table") is tag]
        placed = _spanned([row.find_all(["td", "th"], recursive=False) for row in rows])
        yield Table(
            tuple(
                Row(cells, Place(table=self.tables, row=at, line=row.sourceline))
                for at, (row, cells) in enumerate(zip(rows, placed, strict=True), start=1)
            ),
            Place(table=self.tables, line=tag.sourceline),
        )

    def _definitions(self, tag: Tag) -> Iterator[Block]:
        """Terms and what is said of them: a table of two columns, or who and when of each term."""
        self.tables += 1
        rows: list[Row] = []
        term = ""
        for child in tag.find_all(["dt", "dd"]):
            if child.name == "dt":
                term = _text(child)
            else:
                place = Place(table=self.tables, row=len(rows) + 1, line=child.sourceline)
                rows.append(Row((term, _text(child)), place))
        place = Place(table=self.tables, line=tag.sourceline)
        yield _as_activities(rows, place) or Table(tuple(rows), place)


def _as_activities(rows: list[Row], place: Place) -> Table | None:
    """The table of activities that the terms are, where labels beside them say who and when."""
    roles = ("description", "responsible", "deadline")
    rows = _by_term(rows)
    told = [{one.role: one.value for one in labelled([_said(row)])} for row in rows]
    if not any(said.keys() & set(roles[1:]) for said in told):
        return None
    return Table(
        tuple(
            Row((row.cells[0], said.get(roles[1], ""), said.get(roles[2], "")), row.place)
            for row, said in zip(rows, told, strict=True)
        ),
        place,
        roles,
    )


def _by_term(rows: list[Row]) -> list[Row]:
    """A row a term, with all that is said of it."""
    found: list[Row] = []
    for row in rows:
        if found and found[-1].cells[0] == row.cells[0]:
            said = f"{found[-1].cells[1]}\n{row.cells[1]}"
            found[-1] = replace(found[-1], cells=(row.cells[0], said))
        else:
            found.append(row)
    return found


def _said(row: Row) -> Paragraph:
    return Paragraph(fold(row.cells[1]), row.place, tuple(row.cells[1].split("\n")))


def _spanned(rows: list[list[Tag]]) -> list[tuple[str, ...]]:
    """Cells by column; a cell that spans rows says the same in each of them."""
    held: dict[int, tuple[int, str]] = {}
    placed: list[tuple[str, ...]] = []
    for row in rows:
        cells: list[str] = []
        for cell in row:
            _fill(cells, held)
            text = _text(cell)
            if (down := _span(cell, "rowspan")) > 1:
                held[len(cells)] = (down - 1, text)
            cells += [text, *[""] * (_span(cell, "colspan") - 1)]
        _fill(cells, held)
        placed.append(tuple(cells))
    return placed


def _fill(cells: list[str], held: dict[int, tuple[int, str]]) -> None:
    while len(cells) in held:
        left, text = held.pop(len(cells))
        if left > 1:
            held[len(cells)] = (left - 1, text)
            cells.append(text)
            continue
        cells.append(text)


def _span(cell: Tag, name: str) -> int:
    value = str(cell.get(name, "1"))
    return min(int(value), MAX_SPAN) if value.isdigit() and int(value) > 0 else 1


def _loose(parts: list[PageElement], *, bold: bool = False) -> Iterator[Block]:
    text = "".join(map(_text, parts)).strip()
    if text:
        first = next((part for part in parts if isinstance(part, Tag)), None)
        yield typed_block(text, _place(first), bold=bold)


def _text(part: PageElement) -> str:
    """Words with breaks as line ends; comments and what is not shown left out."""
    if isinstance(part, PreformattedString):
        return ""
    if isinstance(part, NavigableString):
        return " ".join(str(part).split("\n")) if part.strip() else " "
    assert isinstance(part, Tag)  # noqa: S101 - there is no third kind
    if part.name == "br":
        return "\n"
    if part.name in _SKIPPED:
        return ""
    inner = "".join(map(_text, part.children))
    return f"{inner}\n" if part.name in ("p", "li", "div") else inner


def _is_bold(tag: Tag) -> bool:
    parts = [part for part in tag.children if _text(part).strip()]
    return bool(parts) and all(
        isinstance(part, Tag) and part.name in ("b", "strong") for part in parts
    )


def _place(tag: PageElement | None) -> Place:
    return Place(line=tag.sourceline) if isinstance(tag, Tag) else Place()
