"""Text tables that an extraction has unrolled: one cell after another, on lines of its own."""

from collections.abc import Sequence

from intake import column_vocabulary as words
from intake.columns import Roles, is_plan, role_of, roles_of
from intake.cut_tables import cells_below
from intake.document import Doubt, Place, Row, Table, doubt
from intake.line import Line
from intake.timewords import is_clock, is_time
from intake.whole_cells import is_open, rejoined
from intake.wording import key

Cell = tuple[Line, str]
MAX_COLUMNS = 8
MAX_LINES = 3_000


def stacked_table(lines: Sequence[Line], at: int, table: int) -> tuple[int, Table] | None:
    """(first line after it, the table) when known headings follow one another line by line."""
    width = _headings(lines, at)
    head = tuple(line.text.strip() for line in lines[at : at + width])
    roles = roles_of(head)
    if width < 2 or not is_plan(roles) or "deadline" not in roles:  # noqa: PLR2004
        return None
    if _is_section(head, lines[at : at + width]):
        return None
    near = lines[at + width : at + width + MAX_COLUMNS * 6]
    if not any(is_time(line.text) for line in near):
        return None
    below = lines[at + width : at + width + MAX_LINES]
    parted = any(line.gap for line in near[1:])
    cells = cells_below(below) if parted else _lines_as_cells(below)
    rows, used = _rows(cells, roles, table)
    if not rows:
        return None
    taken = at + width + MAX_LINES
    end = lines.index(cells[used][0], at) if used < len(cells) else min(taken, len(lines))
    place = Place(lines[at].page, table, None, lines[at].number)
    return end, Table((Row(head, place), *rows), place)


def _is_section(head: tuple[str, ...], lines: Sequence[Line]) -> bool:
    """Whether the first line only names what follows, apart from the headings."""
    again = role_of(head[0]) in map(role_of, head[1:])
    return again and lines[1].gap and not any(line.gap for line in lines[2:])


def _lines_as_cells(lines: Sequence[Line]) -> list[Cell]:
    """A cell a line, where nothing parts them; a line that begins small goes on with the last."""
    cells: list[Cell] = []
    for line in lines:
        text = line.text.strip()
        if line.gap and cells:
            break
        begun = bool(cells) and (text[:1].islower() or is_open(cells[-1][1]))
        if begun and not is_time(text):
            cells[-1] = (cells[-1][0], f"{cells[-1][1]}\n{text}")
        else:
            cells.append((line, text))
    return cells


def _headings(lines: Sequence[Line], at: int) -> int:
    width = 0
    while (
        at + width < len(lines)
        and width < MAX_COLUMNS
        and key(lines[at + width].text) in words.COLUMNS
    ):
        width += 1
    return width


def _rows(cells: list[Cell], roles: Roles, table: int) -> tuple[list[Row], int]:
    """Rows told by their cell of time, and how many cells they take."""
    when, width = roles.index("deadline"), len(roles)
    starts = _starts(cells, when, width)
    rows: list[Row] = []
    used = 0
    for nth, (first, anchor) in enumerate(starts):
        following = (
            starts[nth + 1][0] if nth + 1 < len(starts) else min(len(cells), anchor + width - when)
        )
        row, used = _row(cells[first:following], anchor - first, roles), following
        texts, doubts = row
        rows.append(
            Row(texts, Place(cells[first][0].page, table, nth + 2, cells[first][0].number), doubts)
        )
    return rows, used


def _starts(cells: list[Cell], when: int, width: int) -> list[tuple[int, int]]:
    """(first cell, last cell of time) of each row; the table ends where no time comes in time."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(cells):
        if not is_time(cells[at][1]):
            at += 1
            if not found and at > 2 * width:
                break
            continue
        after = found[-1][1] + 1 if found else 0
        first = after if when == width - 1 else max(at - when, after)
        while at + 1 < len(cells) and _is_when(cells[at + 1][1]):
            at += 1
        if found and first - found[-1][1] > 2 * width:
            break
        found.append((first, at))
        at += 1
    return found


def _is_when(text: str) -> bool:
    return is_time(text) or is_clock(text)


def _row(
    cells: list[Cell], anchor: int, roles: Roles
) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
    """Cells to columns, in order; what is left over, or missing, is said."""
    when = roles.index("deadline")
    begin = next(n for n in range(anchor, -1, -1) if n == 0 or not _is_when(cells[n - 1][1]))
    begin = begin if when == len(roles) - 1 else when
    timed = [text for _, text in cells[begin : anchor + 1]]
    others = [text for _, text in cells[:begin]] + [text for _, text in cells[anchor + 1 :]]
    room = len(roles) - 1
    others = rejoined(others) if len(others) > room else others
    doubts = () if len(others) == room else (doubt("shifted_row"),)
    kept = [*others[: room - 1], "\n".join(others[room - 1 :])] if len(others) > room else others
    kept += [""] * (room - len(kept))
    return (*kept[:when], "\n".join(timed), *kept[when:]), doubts
