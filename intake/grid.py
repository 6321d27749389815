"""Visual lines with cells in known columns become rows: which lines belong together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from intake.columns import Roles
from intake.document import Doubt, Place, Row, doubt
from intake.timewords import has_year, is_time
from intake.whole_cells import is_open
from intake.wording import split_number

TOLD = ("description", "responsible", "deadline")
WIDER = 1.2
SURELY = 0.9  # of the widest line: letters differ in width


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


def parted(grid: list[GridLine], steps: list[float], roles: Roles) -> list[GridLine]:
    """Lines whose gaps are told by rules, or by how far apart they stand.

    Where several whole rows stand between two gaps, these only part groups of rows.
    """
    told = _told_by_rules(grid) or _told_by_steps(grid, steps)
    if not told:
        return grid
    return [replace(line, parted=False) for line in told] if _hold_rows(told, roles) else told


def _told_by_rules(grid: list[GridLine]) -> list[GridLine]:
    if sum(line.ruled for line in grid) <= 1:
        return []
    return [replace(line, gap=line.ruled, parted=True) for line in grid]


def _told_by_steps(grid: list[GridLine], steps: list[float]) -> list[GridLine]:
    known = sorted(step for step in steps[1:] if step)
    wider = [b for a, b in pairwise(known) if b > WIDER * a]
    if not wider:
        return []
    return [
        replace(line, gap=step >= wider[0], parted=step > 0)
        for line, step in zip(grid, steps, strict=True)
    ]


def _hold_rows(grid: Sequence[GridLine], roles: Roles) -> bool:
    """Whether a line that stands close below another says what and when all by itself."""
    return "deadline" in roles and any(
        not line.gap and _is_whole(above, roles) and _is_whole(line, roles)
        for above, line in pairwise(grid)
    )


def _is_whole(line: GridLine, roles: Roles) -> bool:
    what, when = (line.cells[roles.index(role)] for role in ("description", "deadline"))
    return what[:1].isupper() and not is_open(what) and is_time(when) and not is_open(when)


def grid_rows(lines: Sequence[GridLine], roles: Roles) -> list[Row]:
    """Rows of cells, lines within a cell kept apart."""
    opens = _numbered if _is_numbered(lines, roles) else _by_content
    gapped = any(line.gap for line in lines[1:])
    widest = max((len(line.cells[roles.index("description")]) for line in lines), default=0)
    found: list[list[GridLine]] = []
    asked: set[int] = set()
    for line in lines:
        if not found or opens(found[-1], line, roles, gapped=gapped):
            if found and opens is _by_content and _may_go_on(found[-1], line, roles, widest):
                asked |= {len(found) - 1, len(found)}
            found.append([line])
        else:
            if opens is _by_content and _may_open(line, roles):
                asked.add(len(found) - 1)
            found[-1].append(line)
    guessed = (doubt("guessed_rows"),)
    return [_row(one, at + 2, guessed if at in asked else ()) for at, one in enumerate(found)]


def _row(group: list[GridLine], at: int, doubts: tuple[Doubt, ...]) -> Row:
    width = len(group[0].cells)
    cells = (
        "\n".join(line.cells[column] for line in group if line.cells[column])
        for column in range(width)
    )
    return Row(tuple(cells), replace(group[0].place, row=at), doubts)


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
    """Whether a line only brings the rest of the cells above: "December 31," and "2021"."""
    if "deadline" not in roles:
        return False
    column = roles.index("deadline")
    before, now = above[-1].cells[column], line.cells[column]
    if not now:
        return any(_waits(above[-1].cells[at], line.cells[at]) for at in range(len(roles)))
    if not before:
        return False
    rest = (now.isdigit() and not has_year(before)) or (now[0].islower() and not is_time(now))
    return before[-1] in ",-–/" or rest


def _waits(before: str, now: str) -> bool:
    return bool(before and now) and (is_open(before) or now[0].islower())


def _may_open(line: GridLine, roles: Roles) -> bool:
    """Whether a line that only an open end above it makes a rest could be a row without time."""
    if line.parted or not {"responsible", "deadline"} <= set(roles):
        return False
    what, who, when = (line.cells[roles.index(one)] for one in TOLD)
    return what[:1].isupper() and who[:1].isupper() and not when


def _may_go_on(above: list[GridLine], line: GridLine, roles: Roles, widest: int) -> bool:
    """Whether a line without time, told as a new row by its words alone, may be none.

    It surely opens one where the line above it had room left, and so was not broken; and where
    it brings a name below lines without, as cells are filled from their tops.
    """
    if line.gap or "deadline" not in roles or line.cells[roles.index("deadline")]:
        return False
    if "responsible" in roles:
        who = roles.index("responsible")
        if line.cells[who] and above[0].cells[who] and not above[-1].cells[who]:
            return False
    what = roles.index("description")
    first = line.cells[what].split()[0]
    return len(above[-1].cells[what]) + 1 + len(first) > SURELY * widest
