"""Tables of PDF pages without rules between their columns: told by where their words stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from intake.columns import Roles, is_plan, role_of, roles_of, split_headings
from intake.document import Paragraph, Place, Row, Table
from intake.grid import GridLine, grid_rows, parted
from intake.pdf_lines import Set
from intake.wording import fold

WIDE = 0.6  # of the type size: more than any space between words
NARROW = 0.35
SLACK = 2.0
FAR = 3.0  # times the usual step: the table is over
MIN_COLUMNS = 2
MAX_ROWS = 3_000
MAX_WORDS = 30
MAX_BAND = 7
LARGER = 1.1
TIGHT = 0.4
_NOTE_SIGN = re.compile(r"[*†‡]+")


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, and how far to the left and right what stands below it reaches."""

    heading: str
    left: float
    right: float


def positioned_table(lines: Sequence[Set], at: int) -> tuple[int, Table, list[Paragraph]] | None:
    """(first line after it, the table, its notes) when the line at `at` heads such columns."""
    found = _headings(lines, at)
    if found is None:
        return None
    columns, first = found
    roles = roles_of(tuple(column.heading for column in columns))
    columns = _reaching(columns, lines[first : first + MAX_ROWS])
    if any(a.left >= b.left for a, b in pairwise(columns)):
        return None
    last, grid, steps = _body(lines, first, columns)
    rows = grid_rows(parted(grid, steps, roles), roles)
    if not rows:
        return None
    place = Place(lines[at].page, None, None, at + 1)
    head = Row(tuple(column.heading for column in columns), place)
    end = _past_note(lines, last) if _opens_note(lines, last, grid) else last
    return end, Table((head, *rows), place), list(_notes(lines[last:end]))


def _headings(lines: Sequence[Set], at: int) -> tuple[list[Column], int] | None:
    """Columns, and the first line below their headings."""
    line = lines[at]
    if len(line.words) < MIN_COLUMNS or len(line.words) > MAX_WORDS:
        return None
    for pieces in (_pieces(line, WIDE), _known_pieces(line), _pieces(line, NARROW)):
        if len(pieces) >= MIN_COLUMNS and is_plan(_roles(pieces)):
            return _wrapped(pieces, lines, at + 1)
    return None


def _roles(pieces: Sequence[Column]) -> Roles:
    return roles_of(tuple(piece.heading for piece in pieces))


def _pieces(line: Set, gap: float) -> list[Column]:
    """Runs of words with no more than `gap` times the type size between them."""
    found: list[Column] = []
    for word in line.words:
        if found and word.x0 - found[-1].right <= gap * line.size:
            before = found[-1]
            found[-1] = Column(f"{before.heading} {word.text}", before.left, word.x1)
        else:
            found.append(Column(word.text, word.x0, word.x1))
    return found


def _known_pieces(line: Set) -> list[Column]:
    """The words parted into headings that are known whole."""
    found: list[Column] = []
    left = list(line.words)
    for name in split_headings(" ".join(word.text for word in line.words)):
        number = len(name.split())
        found.append(Column(name, left[0].x0, left[number - 1].x1))
        left = left[number:]
    return found


def _wrapped(
    columns: list[Column], lines: Sequence[Set], at: int
) -> tuple[list[Column], int] | None:
    """Headings that go on below: bold lines under a bold one, above plain rows."""
    while at < len(lines) and _goes_on(lines[at - 1], lines[at]):
        for piece in _pieces(lines[at], WIDE):
            columns = [
                replace(
                    one, heading=f"{one.heading} {piece.heading}", left=min(one.left, piece.left)
                )
                if _overlap(one, piece)
                else one
                for one in columns
            ]
        at += 1
    return columns, at


def _goes_on(above: Set, line: Set) -> bool:
    close = above.page == line.page and line.top - above.top < FAR / 2 * line.size
    return above.bold and line.bold and close and len(line.words) <= MAX_WORDS


def _overlap(one: Column, other: Column) -> bool:
    return other.left < one.right and one.left < other.right


def _reaching(columns: list[Column], body: Sequence[Set]) -> list[Column]:
    """Columns as wide as what stands below them alone."""
    for line in body:
        for piece in _pieces(line, WIDE):
            below = [at for at, one in enumerate(columns) if _overlap(one, piece)]
            if len(below) == 1 and _fits(columns, below[0], piece):
                one = columns[below[0]]
                columns[below[0]] = replace(
                    one, left=min(one.left, piece.left), right=max(one.right, piece.right)
                )
        if _crosses(line, columns):
            break
    return columns


def _fits(columns: list[Column], at: int, piece: Column) -> bool:
    """Whether it stays clear of the columns on both sides."""
    after = columns[at + 1].left if at + 1 < len(columns) else float("inf")
    before = columns[at - 1].right if at else float("-inf")
    return before < piece.left and piece.right < after


def _crosses(line: Set, columns: Sequence[Column]) -> bool:
    """Whether words run over the edge of a column, as running text does."""
    edges = [column.left for column in columns[1:]]
    return any(
        word.x0 < edge - SLACK and word.x1 > edge + SLACK for word in line.words for edge in edges
    ) or any(
        a.x1 <= edge <= b.x0 + SLACK and b.x0 - a.x1 < TIGHT * line.size
        for a, b in pairwise(line.words)
        for edge in edges
        if b.x0 - edge > SLACK
    )


def _body(
    lines: Sequence[Set], first: int, columns: Sequence[Column]
) -> tuple[int, list[GridLine], list[float]]:
    grid: list[GridLine] = []
    steps: list[float] = []
    at = first
    while at < len(lines) and len(grid) < MAX_ROWS:
        line = lines[at]
        cells = _cells(line, columns)
        if _repeats(line, columns) or _is_band(lines, at, columns):
            at += 1
            continue
        if _is_note(line, grid) or _leaves(lines, at, columns, cells, grid):
            break
        turned = at == first or lines[at - 1].page != line.page
        steps.append(0.0 if turned else line.top - lines[at - 1].top)
        grid.append(
            GridLine(cells, Place(line.page, None, None, at + 1), line.ruled, ruled=line.ruled)
        )
        at += 1
    return at, grid, steps


def _cells(line: Set, columns: Sequence[Column]) -> tuple[str, ...]:
    cells = [""] * len(columns)
    for word in line.words:
        at = max((n for n, one in enumerate(columns) if one.left <= word.x0 + SLACK), default=0)
        cells[at] = f"{cells[at]} {word.text}".strip()
    return tuple(cells)


def _repeats(line: Set, columns: Sequence[Column]) -> bool:
    """The headings again, at the head of a page."""
    said = " ".join(word.text for word in line.words)
    return said == " ".join(column.heading for column in columns)


def _is_band(lines: Sequence[Set], at: int, columns: Sequence[Column]) -> bool:
    """Whether words run on from the first column, as a name of the rows below them does."""
    line = lines[at]
    alone = len(_pieces(line, WIDE)) == 1 and abs(line.words[0].x0 - columns[0].left) < SLACK
    if not alone or len(line.words) > MAX_BAND or line.size > LARGER * lines[at - 1].size:
        return False
    over = _crosses(line, columns) or _is_over_numbers(line, columns)
    return over and _row_below(lines, at, columns)


def _is_over_numbers(line: Set, columns: Sequence[Column]) -> bool:
    """Whether words without a number fill the column of numbers and the next one."""
    numbered = role_of(columns[0].heading) == "number"
    codes = any(letter.isdigit() for letter in line.words[0].text)
    return numbered and not codes and sum(map(bool, _cells(line, columns))) > 1


def _opens_note(lines: Sequence[Set], at: int, grid: Sequence[GridLine]) -> bool:
    return at < len(lines) and _is_note(lines[at], grid)


def _notes(lines: Sequence[Set]) -> Iterator[Paragraph]:
    """Each from its sign on, over as many lines as it takes."""
    texts: list[tuple[str, int]] = []
    for line in lines:
        text = " ".join(word.text for word in line.words)
        if _NOTE_SIGN.match(text) or not texts:
            texts.append((text, line.page))
        else:
            texts[-1] = (f"{texts[-1][0]}\n{text}", texts[-1][1])
    for text, page in texts:
        yield Paragraph(fold(text), Place(page), (fold(text),))


def _is_note(line: Set, grid: Sequence[GridLine]) -> bool:
    """Whether a line opens with the sign that a cell above it ends with."""
    sign = _NOTE_SIGN.match(line.words[0].text)
    return sign is not None and any(
        cell.endswith(sign.group()) for row in grid for cell in row.cells
    )


def _past_note(lines: Sequence[Set], at: int) -> int:
    """The first line below the notes that close a table."""
    end = at + 1
    while end < len(lines) and _is_close(lines[end - 1], lines[end]):
        end += 1
    return end


def _is_close(above: Set, line: Set) -> bool:
    near = above.page == line.page and line.top - above.top < FAR / 2 * line.size
    return near and line.size <= LARGER * above.size


def _leaves(
    lines: Sequence[Set],
    at: int,
    columns: Sequence[Column],
    cells: tuple[str, ...],
    grid: list[GridLine],
) -> bool:
    """Running text, other headings, larger type, or words alone at the left with no row below."""
    line = lines[at]
    if _crosses(line, columns):
        return True
    other = _pieces(line, WIDE)
    if len(other) >= MIN_COLUMNS and is_plan(_roles(other)):
        return True
    if not grid or sum(map(bool, cells)) > 1:
        return False
    before = lines[at - 1]
    apart = before.page != line.page or line.top - before.top > FAR / 2 * line.size
    larger = line.size > LARGER * before.size
    alone = bool(cells[0]) and not any(cells[1:]) and not cells[0][:1].islower()
    return larger or (alone and apart and not _row_below(lines, at, columns))


def _row_below(lines: Sequence[Set], at: int, columns: Sequence[Column]) -> bool:
    """Whether the next line fills several columns, so that this one only names what follows."""
    if at + 1 >= len(lines) or _crosses(lines[at + 1], columns):
        return False
    return sum(map(bool, _cells(lines[at + 1], columns))) > 1
