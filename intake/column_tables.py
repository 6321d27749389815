"""Text tables set in columns by spaces, as typed or as kept by a layout-preserving extraction."""

import re
from collections.abc import Sequence
from itertools import pairwise

from intake.columns import Roles, is_plan, roles_of
from intake.document import Place, Row, Table
from intake.grid import GridLine, grid_rows, parted
from intake.line import Line, is_label
from intake.timewords import is_time
from intake.wording import split_number

_PIECE = re.compile(r"\S+(?: \S+)*")
_SLACK = 2
NEAR = 12
SLANT = 4  # how far a line may stand before the others
PAIR = 2  # a number and its words


def column_table(lines: Sequence[Line], at: int, table: int) -> tuple[int, Table] | None:
    """(first line after it, the table) when known headings stand in columns."""
    pieces = _pieces(lines[at].text)
    head = tuple(text for _, text in pieces)
    roles = roles_of(head)
    if not is_plan(roles):
        return None
    starts = [start for start, _ in pieces]
    end = at + 1
    grid: list[GridLine] = []
    steps: list[float] = []
    while end < len(lines) and (cells := _cells(lines[end].text, starts)):
        if _leaves(lines[end], cells, grid) or _opens_section(cells, grid, roles):
            break
        grid.append(
            GridLine(cells, Place(lines[end].page, table, None, lines[end].number), lines[end].gap)
        )
        steps.append(lines[end].step)
        end += 1
    if _heads_labels(grid, lines[end : end + 1], roles):
        end, grid, steps = end - 1, grid[:-1], steps[:-1]
    rows = grid_rows(parted(grid, steps, roles), roles)
    place = Place(lines[at].page, table, None, lines[at].number)
    return (end, Table((Row(head, place), *rows), place)) if rows else None


def _leaves(line: Line, cells: tuple[str, ...], grid: list[GridLine]) -> bool:
    """A heading, or words alone in the first column after a gap, open something else."""
    if line.heading and not is_plan(roles_of(cells)):
        return True
    alone = not any(cells[1:]) and split_number(cells[0])[0] is None and not cells[0][:1].islower()
    return bool(grid) and line.gap and line.page == grid[-1].place.page and alone


def _opens_section(cells: tuple[str, ...], grid: list[GridLine], roles: Roles) -> bool:
    """A number that came before, and words alone beside it: "4  Organisation" below row 5."""
    apart = "number" in roles
    at = roles.index("number" if apart else "description")
    rows = (cells, *(row.cells for row in grid))
    told = [_number(one[at], apart=apart) for one in rows]
    alone = sum(bool(cell) for cell in cells) <= (PAIR if apart else 1)
    return alone and told[0] is not None and told[0] in told[1:]


def _heads_labels(grid: list[GridLine], below: Sequence[Line], roles: Roles) -> bool:
    """Whether the last line is a numbered heading: "3. Organisation" above "Uppdragsgivare"."""
    if not below or len(grid) < PAIR or "number" in roles:
        return False
    last = grid[-1].cells
    alone = sum(map(bool, last)) == 1 and grid[-1].gap
    numbered = split_number(last[roles.index("description")])[0] is not None
    return alone and numbered and is_label(below[0].text.partition(":")[0])


def _number(cell: str, *, apart: bool) -> str | None:
    """apart: whether numbers have a column of their own."""
    if apart:
        return cell.rstrip(".") if cell.rstrip(".").isdigit() else None
    return split_number(cell)[0]


def _pieces(text: str) -> list[tuple[int, str]]:
    return [(found.start(), found.group()) for found in _PIECE.finditer(text)]


def _cells(text: str, starts: list[int]) -> tuple[str, ...]:
    """The line's pieces by column; () when one runs across a column's edge: the table is over."""
    cells = [""] * len(starts)
    for start, piece in _pieces(text):
        column = max((at for at, edge in enumerate(starts) if edge <= start + _SLACK), default=0)
        beyond = starts[column + 1] if column + 1 < len(starts) else None
        if beyond is not None and start + len(piece) > beyond:
            return ()
        cells[column] = f"{cells[column]} {piece}".strip()
    return tuple(cells)


def time_labels(lines: Sequence[Line], at: int, table: int) -> tuple[int, Table] | None:
    """Times in the first column, what happens then beside and below them."""
    first = _label(lines[at].text)
    if first is None:
        return None
    rows: list[tuple[Line, str, str]] = []
    end, edge = at, first[2]
    several = _have_several(lines, at, edge)
    while end < len(lines):
        found = _label(lines[end].text)
        if found:
            rows.append((lines[end], found[0], found[1]))
            edge = min(edge, found[2])
        elif not _below(lines[end], rows, edge, several=several):
            break
        end += 1
    if len(rows) < 2 and end - at < 2 and not _labels_near(lines, at):  # noqa: PLR2004
        return None
    placed = tuple(
        Row((when, what), Place(line.page, table, n, line.number))
        for n, (line, when, what) in enumerate(rows, start=1)
    )
    return end, Table(
        placed, Place(lines[at].page, table, None, lines[at].number), ("deadline", "description")
    )


def _labels_near(lines: Sequence[Line], at: int) -> bool:
    """Whether other lines nearby also open with a time, so that this one is no chance."""
    near = [*lines[max(0, at - NEAR) : at], *lines[at + 1 : at + NEAR]]
    return any(_label(line.text) for line in near)


def _label(text: str) -> tuple[str, str, int] | None:
    """(time, what, column of what)."""
    pieces = _pieces(text)
    if len(pieces) != 2 or pieces[0][0] > 3 or not is_time(pieces[0][1]):  # noqa: PLR2004
        return None
    return pieces[0][1], pieces[1][1], pieces[1][0]


def _have_several(lines: Sequence[Line], at: int, edge: int) -> bool:
    """Whether more than one thing stands beside a time: a line begins large though it had room."""
    widest = max(len(line.text) for line in lines)
    for above, line in pairwise(lines[at:]):
        if _label(line.text):
            continue
        if line.indent < edge - SLANT:
            return False
        room = len(above.text) + 1 + len(line.text.split()[0]) <= widest
        if room and _begins(line.text.strip()):
            return True
    return False


def _begins(text: str) -> bool:
    return text[0].isupper() or text[0].isdigit()


def _below(line: Line, rows: list[tuple[Line, str, str]], edge: int, *, several: bool) -> bool:
    """An indented line: a new entry of the same time, or the rest of the one above it."""
    if line.indent < edge - SLANT:
        return False
    text = line.text.strip()
    _, when, before = rows[-1]
    if several and _begins(text):
        rows.append((line, when, text))
    else:
        rows[-1] = (rows[-1][0], when, f"{before}\n{text}")
    return True
