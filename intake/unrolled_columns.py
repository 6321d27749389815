"""Text tables whose columns an extraction has read one after the other, each below its heading."""

from collections.abc import Sequence

from intake import vocabulary as words
from intake.columns import is_plan, roles_of
from intake.document import Place, Row, Table
from intake.lines import Line
from intake.wording import key, split_number

Column = tuple[str, list[str]]
MIN_ROWS = 2
MAX_COLUMNS = 8


def unrolled_columns(lines: Sequence[Line], at: int, table: int) -> tuple[int, Table] | None:
    """(first line after it, the table) when columns of as many cells each follow one another."""
    if not _is_heading(lines[at]):
        return None
    columns, end = _columns(lines, at)
    if not is_plan(roles_of(tuple(name for name, _ in columns))):
        return None
    cells, used = _evened([cells for _, cells in columns])
    if not cells or len(cells[0]) < MIN_ROWS:
        return None
    place = Place(lines[at].page, table, None, lines[at].number)
    head = Row(tuple(name for name, _ in columns), place)
    rows = (
        Row(row, Place(lines[at].page, table, n, lines[at].number))
        for n, row in enumerate(zip(*cells, strict=True), start=2)
    )
    return end - used, Table((head, *rows), place)


def _is_heading(line: Line) -> bool:
    return key(line.text) in words.COLUMNS


def _columns(lines: Sequence[Line], at: int) -> tuple[list[Column], int]:
    """Headings with the lines below them; the last column ends at a gap that the others lack."""
    columns: list[Column] = []
    while at < len(lines) and _is_heading(lines[at]) and len(columns) < MAX_COLUMNS:
        name, at = lines[at].text.strip(), at + 1
        cells: list[str] = []
        while at < len(lines) and not _is_heading(lines[at]) and not (cells and lines[at].gap):
            cells.append(lines[at].text.strip())
            at += 1
        columns.append((name, cells))
    return columns, at


def _evened(columns: list[list[str]]) -> tuple[list[list[str]], int]:
    """Columns of equal length, and how many lines of the last are not its own."""
    whole = [_rejoined(cells) for cells in columns]
    number = len(whole[0])
    spare = len(whole[-1]) - number
    if any(len(cells) != number for cells in whole[:-1]) or spare < 0:
        return [], 0
    whole[-1] = whole[-1][:number]
    return whole, spare


def _rejoined(cells: list[str]) -> list[str]:
    """A line that begins small goes on with the one above it."""
    found: list[str] = []
    numbered = bool(cells) and split_number(cells[0])[0] is not None
    for cell in cells:
        goes_on = split_number(cell)[0] is None if numbered else cell[:1].islower()
        if found and goes_on:
            found[-1] = f"{found[-1]}\n{cell}"
        else:
            found.append(cell)
    return found
