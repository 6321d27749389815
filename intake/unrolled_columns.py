"""Text tables whose columns an extraction has read one after the other, each below its heading."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile

from intake import column_vocabulary as words
from intake.columns import is_members, is_plan, roles_of
from intake.document import Place, Row, Table, doubt
from intake.line import Line
from intake.whole_cells import fitted_to, rejoined, whole_times, without_numbers
from intake.wording import key

Column = tuple[str, list[str]]
Found = tuple[list[Column], list[int]]  # columns, and the first line below each
MIN_ROWS = 2
MAX_COLUMNS = 8
MAX_LINES = 400


@dataclass(frozen=True, slots=True)
class Evened:
    """spare: lines below the last column, not its own; guessed: whether cells may be cut."""

    cells: list[list[str]]
    spare: int
    guessed: bool


def unrolled_columns(lines: Sequence[Line], at: int, table: int) -> tuple[int, Table] | None:
    """(first line after it, the table) when columns of as many cells each follow one another."""
    if not _is_heading(lines[at]):
        return None
    for find in (_below_each, _parted_below_each, _below_all):
        columns, ends = find(lines, at)
        for width in range(len(columns), 1, -1):
            if found := _evened(columns[:width]):
                return ends[width - 1] - found.spare, _table(columns, found, lines[at], table)
    return None


def _table(columns: list[Column], found: Evened, first: Line, table: int) -> Table:
    place = Place(first.page, table, None, first.number)
    head = Row(tuple(name for name, _ in columns[: len(found.cells)]), place)
    doubts = (doubt("shifted_row"),) if found.guessed else ()
    rows = (
        Row(row, Place(first.page, table, n, first.number), doubts)
        for n, row in enumerate(zip(*found.cells, strict=True), start=2)
    )
    return Table((head, *rows), place)


def _is_heading(line: Line) -> bool:
    return key(line.text) in words.COLUMNS


def _below_each(lines: Sequence[Line], at: int) -> Found:
    """Headings with the lines below them; the last column ends at a gap that the others lack."""
    columns: list[Column] = []
    ends: list[int] = []
    while at < len(lines) and _is_heading(lines[at]) and len(columns) < MAX_COLUMNS:
        name, at = lines[at].text.strip(), at + 1
        cells: list[str] = []
        while at < len(lines) and not _is_heading(lines[at]) and not (cells and lines[at].gap):
            cells.append(lines[at].text.strip())
            at += 1
        columns.append((name, cells))
        ends.append(at)
    return columns, ends


def _parted_below_each(lines: Sequence[Line], at: int) -> Found:
    """The same where each cell stands apart from the next."""
    parts = _parts(lines[at : at + MAX_LINES])
    columns: list[Column] = []
    ends: list[list[int]] = []
    after = at
    for part in parts:
        after += len(part)
        if len(part) == 1 and _is_heading(part[0]) and len(columns) < MAX_COLUMNS:
            columns.append((part[0].text.strip(), []))
            ends.append([])
        elif columns and len(columns[0][1]) >= len(columns[-1][1]):
            columns[-1][1].append("\n".join(line.text.strip() for line in part))
            ends[-1].append(after)
        else:
            break
    rows = len(columns[0][1]) if columns else 0
    if not rows or len(ends[-1]) < rows:
        return [], []
    return [(name, cells[:rows]) for name, cells in columns], [one[rows - 1] for one in ends]


def _below_all(lines: Sequence[Line], at: int) -> Found:
    """Headings first, then the cells of each column together."""
    parts = _parts(lines[at : at + MAX_LINES])
    names = list(takewhile(_is_heading, (line for part in parts for line in part)))
    first = at + len(names)
    below = _parts(lines[first : first + MAX_LINES])[: len(names)]
    if len(names) < 2 or len(below) < len(names):  # noqa: PLR2004
        return [], []
    columns = [
        (name.text.strip(), [line.text.strip() for line in part])
        for name, part in zip(names, below, strict=True)
    ]
    return columns, list(accumulate(map(len, below), initial=first))[1:]


def _parts(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that stand together."""
    parts: list[list[Line]] = []
    for line in lines:
        if parts and not line.gap:
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts


def _evened(columns: list[Column]) -> Evened | None:
    """Columns of equal length, their broken cells made whole; None where they are no table."""
    roles = roles_of(tuple(name for name, _ in columns))
    if not (is_plan(roles) or is_members(roles)):
        return None
    whole = [
        whole_times(cells) if role == "deadline" else rejoined(cells)
        for role, (_, cells) in zip(roles, columns, strict=True)
    ]
    number = len(whole[roles.index("deadline") if "deadline" in roles else 0])
    if "deadline" in roles[-1:] and len(whole[0]) < number:
        number = len(whole[0])
    spare = max(0, len(whole[-1]) - number)
    whole[-1] = whole[-1][:number] if "deadline" in roles[-1:] else whole[-1]
    fitted = [fitted_to(cells, number) for cells in whole]
    bare = [fitted[0], *(without_numbers(cells, fitted[0]) for cells in fitted[1:])]
    if number < MIN_ROWS or any(len(cells) != number for cells in fitted):
        return None
    return Evened(bare, 0 if fitted[-1] != whole[-1] else spare, fitted != whole)
