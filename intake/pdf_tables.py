"""Ruled tables of PDF pages, put together again where a page break cut them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from intake.columns import Roles, is_plan, roles_of
from intake.document import Place, Row, Table, doubt
from intake.wording import fold, split_number

TOLERANCE = 4.0
MIN_OPEN = 6.0
NEAR = 40.0


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table as it stood on one page; edges: where its columns begin."""

    rows: tuple[tuple[str, ...], ...]
    edges: tuple[float, ...]
    page: int
    top: float
    bottom: float
    box: tuple[float, float, float, float] = field(default=(0, 0, 0, 0))
    flow: int = 0


def ruled_tables(page: Any) -> list[Ruled]:
    """Tables of at least two columns; a frame around text is none."""
    tables = page.find_tables()
    if ends := _open_ends(page, tables):
        tables = page.find_tables({"explicit_horizontal_lines": ends})
    found = [ruled for table in tables if (ruled := _ruled(table, page.page_number))]
    return [one for one in found if not _is_shade(one, found, page)]


def _is_shade(table: Ruled, others: Sequence[Ruled], page: Any) -> bool:
    """A row with a ground of its own, between rows without: no table, but a part of one."""
    if len(table.rows) > 1:
        return False
    apart = [
        one
        for one in others
        if one is not table and len(one.rows) == 1 and abs(one.top - table.bottom) > TOLERANCE
    ]
    if any(one.edges == table.edges and abs(one.bottom - table.top) > TOLERANCE for one in apart):
        return True
    _, top, _, bottom = table.box
    near = page.crop((0, max(0, top - NEAR), page.width, min(page.height, bottom + NEAR)))
    inner = {round(word["x0"]) for word in page.crop(table.box).extract_words()}
    outer = {
        round(word["x0"])
        for word in near.extract_words()
        if not top <= (word["top"] + word["bottom"]) / 2 <= bottom
    }
    starts = {min((x for x in inner if x >= edge - 1), default=0) for edge in table.edges}
    return len(starts & outer) > 1


def _open_ends(page: Any, tables: Sequence[Any]) -> list[float]:
    """Where columns go on beyond the last rule: a row that the page break left open."""
    upright = [edge for edge in page.edges if edge["orientation"] == "v"]
    ends: set[float] = set()
    for table in tables:
        left, top, right, bottom = table.bbox
        within = [edge for edge in upright if left - TOLERANCE < edge["x0"] < right + TOLERANCE]
        for at, grow in ((bottom, _lowest), (top, _highest)):
            reached = grow(within, at)
            if abs(reached - at) > MIN_OPEN:
                ends.add(reached)
    return sorted(ends)


def _lowest(edges: Sequence[dict[str, Any]], at: float) -> float:
    for edge in sorted(edges, key=lambda one: float(one["top"])):
        if edge["top"] <= at + TOLERANCE:
            at = max(at, float(edge["bottom"]))
    return at


def _highest(edges: Sequence[dict[str, Any]], at: float) -> float:
    for edge in sorted(edges, key=lambda one: -float(one["bottom"])):
        if edge["bottom"] >= at - TOLERANCE:
            at = min(at, float(edge["top"]))
    return at


def _ruled(table: Any, page: int) -> Ruled | None:
    texts = table.extract()
    if not texts or len(texts[0]) < 2:  # noqa: PLR2004
        return None
    edges = sorted({round(cell[0], 1) for row in table.rows for cell in row.cells if cell})
    rows = tuple(_row(table, texts, at) for at in range(len(texts)))
    return Ruled(rows, tuple(edges), page, table.bbox[1], table.bbox[3], tuple(table.bbox))


def _row(table: Any, texts: list[list[str | None]], at: int) -> tuple[str, ...]:
    return tuple(_cell(table, texts, at, column) for column in range(len(texts[at])))


def _cell(table: Any, texts: list[list[str | None]], at: int, column: int) -> str:
    """The cell's words; for one merged downwards, those of the cell that reaches here."""
    text = texts[at][column]
    if text is not None:
        return text
    middle, top = _middle(table.rows[at]), table.bbox[1]
    for above in range(at - 1, -1, -1):
        cell = table.rows[above].cells[column]
        if cell is not None:
            if cell[3] > middle:
                return texts[above][column] or ""
            top = cell[3]
            break
    return _unruled(table, at, column, top)


def _unruled(table: Any, at: int, column: int, top: float) -> str:
    """The words between the rules of a cell that the page break left without its own."""
    known = [row.cells[column] for row in table.rows if row.cells[column] is not None]
    row = [cell for cell in table.rows[at].cells if cell is not None]
    if not known or any(cell[2] > known[0][0] + TOLERANCE > cell[0] + TOLERANCE for cell in row):
        return ""  # a cell beside it reaches over here
    below = [cell[1] for cell in known if cell[1] >= _foot(table.rows[at]) - TOLERANCE]
    bottom = min(below, default=table.bbox[3])
    if bottom - top < TOLERANCE:
        return ""
    inside = table.page.crop((known[0][0], top, known[0][2], bottom), strict=False)
    return str(inside.extract_text() or "")


def _middle(row: Any) -> float:
    """Of its lowest cell: others may reach into the rows below."""
    return float(row.bbox[1] + _foot(row)) / 2


def _foot(row: Any) -> float:
    return float(min(cell[3] for cell in row.cells if cell is not None))


def goes_on(before: Ruled, after: Ruled) -> bool:
    """Whether a table at the head of a page has the columns of the one that ended the last."""
    same = len(before.edges) == len(after.edges) and all(
        abs(one - other) < TOLERANCE for one, other in zip(before.edges, after.edges, strict=True)
    )
    return same and after.page == before.page + 1


def joined(parts: Sequence[Ruled]) -> Table:
    """One table of the parts on its pages, without the headings that each repeats."""
    first = parts[0]
    roles = roles_of(first.rows[0]) if first.rows else ()
    rows: list[Row] = []
    for part in parts:
        fresh = part is first
        for nth, cells in enumerate(part.rows):
            if not fresh and nth == 0:
                cells = _below_headings(cells, first.rows[0])  # noqa: PLW2901 - the same row
            if not fresh and nth == 0 and _same(cells, first.rows[0]):
                continue
            continued = not fresh and nth <= 1 and rows and _continues(rows[-1], cells, roles)
            fresh = fresh or not continued
            if continued:
                rows[-1] = _extended(rows[-1], cells, roles)
            else:
                rows.append(Row(cells, Place(part.page, None, len(rows) + 1)))
    return Table(tuple(rows), Place(first.page))


def _below_headings(cells: tuple[str, ...], head: tuple[str, ...]) -> tuple[str, ...]:
    """What stands in one cell with headings that recur, where no rule parts the row from them."""
    pairs = [(fold(cell), fold(name)) for cell, name in zip(cells, head, strict=False)]
    if len(cells) != len(head) or not all(name and said.startswith(name) for said, name in pairs):
        return cells
    rest = tuple(said[len(name) :].strip() for said, name in pairs)
    return rest if any(rest) else cells


def _same(cells: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return list(map(fold, cells)) == list(map(fold, others))


def _continues(above: Row, cells: tuple[str, ...], roles: Roles) -> bool:
    """Whether the first row on a page is the rest of the last row on the page before."""
    if not is_plan(roles) or above.place.row == 1:
        return False
    what = cells[roles.index("description")].strip()
    beside = [
        cells[roles.index(role)].strip() for role in ("responsible", "deadline") if role in roles
    ]
    if not any(beside):
        return split_number(what)[0] is None or not what
    numbered = _is_numbered(above.cells, roles)
    return numbered and not _is_numbered(cells, roles) and not what[:1].isupper()


def _is_numbered(cells: tuple[str, ...], roles: Roles) -> bool:
    if "number" in roles:
        return bool(cells[roles.index("number")].strip())
    return split_number(cells[roles.index("description")])[0] is not None


def _extended(row: Row, cells: tuple[str, ...], roles: Roles) -> Row:
    both = tuple("\n".join(filter(None, pair)) for pair in zip(row.cells, cells, strict=False))
    beside = [
        cells[roles.index(role)].strip() for role in ("responsible", "deadline") if role in roles
    ]
    doubts = (*row.doubts, doubt("split_row")) if any(beside) else row.doubts
    return replace(row, cells=both, doubts=doubts)
