"""A document as every reader hands it over: blocks in reading order, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from models.values import Source

MAX_LEFT_OUT = 10


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stood; 1-based, None where the format has no such thing."""

    page: int | None = None
    table: int | None = None
    row: int | None = None
    line: int | None = None

    def source(self, text: str) -> Source:
        return Source(text, page=self.page, table=self.table, row=self.row, line=self.line)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a reader of the plan should know: a catalog key and its values."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


def doubt(key: str, **values: object) -> Doubt:
    return Doubt(f"intake.{key}", tuple((name, str(value)) for name, value in values.items()))


def left_out(why: str, texts: list[str]) -> list[Doubt]:
    """One question for all that was left out for the same reason, if anything was."""
    if not texts:
        return []
    more = ["…"] if len(texts) > MAX_LEFT_OUT else []
    named = [f"”{text}”" for text in texts[:MAX_LEFT_OUT]]
    return [doubt(why, text=", ".join([*named, *more]))]


@dataclass(frozen=True, slots=True)
class Heading:
    """level: 1 is the outermost; a document title is 0."""

    text: str
    level: int
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """lines: as they stood, for member lists where a line is a person."""

    text: str
    place: Place = Place()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a list; marker is its number as shown ("2."), empty for bullets.

    lines: as they stood, where its writer broke it.
    """

    text: str
    place: Place = Place()
    depth: int = 0
    marker: str = ""
    checkbox: bool = False
    ticked: bool = False
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """Cells in column order; bars counts the columns that are only coloured or ticked in."""

    cells: tuple[str, ...]
    place: Place = Place()
    doubts: tuple[Doubt, ...] = ()
    bars: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """roles: what its columns are for, where the reader has already seen it."""

    rows: tuple[Row, ...]
    place: Place = Place()
    roles: tuple[str, ...] = ()


def numbered(table: Table, number: int) -> Table:
    """The table, with its number in the document at each of its places."""
    rows = tuple(replace(row, place=replace(row.place, table=number)) for row in table.rows)
    return replace(table, rows=rows, place=replace(table.place, table=number))


Block = Heading | Paragraph | Item | Table


@dataclass(frozen=True, slots=True)
class Document:
    """day: on which it was sent, where its format tells that; name: the file's, without ending."""

    blocks: tuple[Block, ...]
    doubts: tuple[Doubt, ...] = ()
    day: date | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below one heading; path: the headings above and itself, outermost first."""

    heading: Heading | None
    blocks: tuple[Block, ...]
    path: tuple[str, ...] = field(default=())
    is_first: bool = False

    @property
    def title(self) -> str:
        return self.heading.text if self.heading else ""


def sections(document: Document) -> Iterator[Section]:
    """The document cut at its headings; what stands before the first has none."""
    above: list[Heading] = []
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            yield from _section(document, above, blocks)
            above = [*(one for one in above if one.level < block.level), block]
            blocks = []
        else:
            blocks.append(block)
    yield from _section(document, above, blocks)


def _section(document: Document, above: list[Heading], blocks: list[Block]) -> Iterator[Section]:
    heading = above[-1] if above else None
    if heading or blocks:
        first = heading is document.blocks[0]
        yield Section(heading, tuple(blocks), tuple(one.text for one in above), first)
