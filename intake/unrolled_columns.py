"""Text tables whose columns an extraction has read one after the other, each below its heading."""

from collections.abc import Callable, Sequence
from itertools import takewhile

from intake import column_vocabulary as words
from intake.columns import is_members, is_plan, roles_of
from intake.document import Place, Row, Table
from intake.lines import Line
from intake.wording import key, split_number

Column = tuple[str, list[str]]
End = Callable[[int], int]  # the line after the table, given how many lines are not its own
MIN_ROWS = 2
MAX_COLUMNS = 8
MAX_LINES = 400


def unrolled_columns(lines: Sequence[Line], at: int, table: int) -> tuple[int, Table] | None:
    """(first line after it, the table) when columns of as many cells each follow one another."""
    if not _is_heading(lines[at]):
        return None
    for find in (_below_each, _parted_below_each, _below_all):
        columns, end = find(lines, at)
        roles = roles_of(tuple(name for name, _ in columns))
        cells, used = _evened([cells for _, cells in columns])
        if (is_plan(roles) or is_members(roles)) and cells and len(cells[0]) >= MIN_ROWS:
            return end(used), _table(columns, cells, lines[at], table)
    return None


def _table(columns: list[Column], cells: list[list[str]], first: Line, table: int) -> Table:
    place = Place(first.page, table, None, first.number)
    head = Row(tuple(name for name, _ in columns), place)
    rows = (
        Row(row, Place(first.page, table, n, first.number))
        for n, row in enumerate(zip(*cells, strict=True), start=2)
    )
    return Table((head, *rows), place)


def _is_heading(line: Line) -> bool:
    return key(line.text) in words.COLUMNS


def _below_each(lines: Sequence[Line], at: int) -> tuple[list[Column], End]:
    """Headings with the lines below them; the last column ends at a gap that the others lack."""
    columns: list[Column] = []
    while at < len(lines) and _is_heading(lines[at]) and len(columns) < MAX_COLUMNS:
        name, at = lines[at].text.strip(), at + 1
        cells: list[str] = []
        while at < len(lines) and not _is_heading(lines[at]) and not (cells and lines[at].gap):
            cells.append(lines[at].text.strip())
            at += 1
        columns.append((name, _rejoined(cells)))
    return columns, lambda spare: at - spare


def _parted_below_each(lines: Sequence[Line], at: int) -> tuple[list[Column], End]:
    """The same where each cell stands apart from the next."""
    parts = _parts(lines[at : at + MAX_LINES])
    columns: list[Column] = []
    ends: list[int] = []
    after = at
    for part in parts:
        after += len(part)
        if len(part) == 1 and _is_heading(part[0]) and len(columns) < MAX_COLUMNS:
            columns.append((part[0].text.strip(), []))
            ends = []
        elif columns and len(columns[0][1]) >= len(columns[-1][1]):
            columns[-1][1].append("\n".join(line.text.strip() for line in part))
            ends.append(after)
        else:
            break
    rows = len(columns[0][1]) if columns else 0
    if not rows or len(ends) < rows:
        return [], lambda _: at
    return [(name, cells[:rows]) for name, cells in columns], lambda _: ends[rows - 1]


def _below_all(lines: Sequence[Line], at: int) -> tuple[list[Column], End]:
    """Headings first, then the cells of each column together."""
    parts = _parts(lines[at : at + MAX_LINES])
    names = list(takewhile(_is_heading, (line for part in parts for line in part)))
    first = at + len(names)
    below = _parts(lines[first : first + MAX_LINES])[: len(names)]
    if len(names) < 2 or len(below) < len(names):  # noqa: PLR2004
        return [], lambda _: at
    columns = [
        (name.text.strip(), _rejoined([line.text.strip() for line in part]))
        for name, part in zip(names, below, strict=True)
    ]
    return columns, lambda _: first + sum(map(len, below))


def _parts(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that stand together."""
    parts: list[list[Line]] = []
    for line in lines:
        if parts and not line.gap:
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts


def _evened(columns: list[list[str]]) -> tuple[list[list[str]], int]:
    """Columns of equal length, and how many lines of the last are not its own."""
    if not columns:
        return [], 0
    whole = [list(cells) for cells in columns]
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
