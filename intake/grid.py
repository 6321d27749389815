"""Visual lines with cells in known columns become rows: which lines belong together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from intake.columns import Roles
from intake.document import Place, Row
from intake.timewords import is_time
from intake.wording import split_number

WIDER = 1.2


@dataclass(frozen=True, slots=True)
class GridLine:
    """gap: whether more space than usual was left above it; parted: whether only that counts.

    ruled: whether a rule, or the edge of a shade, lies above it.
    """

    cells: tuple[str, ...]
    place: Place
    gap: bool = False
    parted: bool = False
    ruled: bool = False


def parted(grid: list[GridLine], steps: list[float]) -> list[GridLine]:
    """Lines whose gaps are told by rules, or by how far apart they stand."""
    if sum(line.ruled for line in grid) > 1:
        return [replace(line, gap=line.ruled, parted=True) for line in grid]
    known = sorted(step for step in steps[1:] if step)
    wider = [b for a, b in pairwise(known) if b > WIDER * a]
    if not wider:
        return grid
    return [
        replace(line, gap=step >= wider[0], parted=step > 0)
        for line, step in zip(grid, steps, strict=True)
    ]


def grid_rows(lines: Sequence[GridLine], roles: Roles) -> list[Row]:
    """Rows of cells, lines within a cell kept apart."""
    opens = _numbered if _is_numbered(lines, roles) else _by_content
    gapped = any(line.gap for line in lines[1:])
    found: list[list[GridLine]] = []
    for line in lines:
        if not found or opens(found[-1], line, roles, gapped=gapped):
            found.append([line])
        else:
            found[-1].append(line)
    return [_row(group, at) for at, group in enumerate(found, start=2)]


def _row(group: list[GridLine], at: int) -> Row:
    width = len(group[0].cells)
    cells = (
        "\n".join(line.cells[column] for line in group if line.cells[column])
        for column in range(width)
    )
    return Row(tuple(cells), replace(group[0].place, row=at))


def _number(line: GridLine, roles: Roles) -> str | None:
    if "number" in roles:
        return line.cells[roles.index("number")] or None
    return split_number(line.cells[roles.index("description")])[0]


def _is_numbered(lines: Sequence[GridLine], roles: Roles) -> bool:
    """Whether rows open with numbers: the first line has one, and so has another."""
    return (
        bool(lines)
        and _number(lines[0], roles) is not None
        and (sum(_number(line, roles) is not None for line in lines) > 1 or len(lines) == 1)
    )


def _numbered(_above: list[GridLine], line: GridLine, roles: Roles, *, gapped: bool) -> bool:  # noqa: ARG001
    return _number(line, roles) is not None


def _by_content(above: list[GridLine], line: GridLine, roles: Roles, *, gapped: bool) -> bool:
    """A row opens with an activity that begins anew and brings its own deadline or name."""
    text = line.cells[roles.index("description")]
    if line.parted:
        return line.gap
    if not text or text[0].islower():
        return False
    if gapped and line.gap:
        return True
    beside = [
        line.cells[roles.index(role)] for role in ("deadline", "responsible") if role in roles
    ]
    if not any(beside):
        return False
    return not _goes_on(above, line, roles)


def _goes_on(above: list[GridLine], line: GridLine, roles: Roles) -> bool:
    """Whether the cell of time is only the rest of the one above it: "December 31," and "2021"."""
    if "deadline" not in roles:
        return False
    column = roles.index("deadline")
    before, now = above[-1].cells[column], line.cells[column]
    if not before or not now:
        return bool(before)
    return before[-1] in ",-–/" or now.isdigit() or (now[0].islower() and not is_time(now))
