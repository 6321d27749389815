"""Rows of a sheet become blocks: what stands above the table says what the plan is."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from intake import vocabulary as words
from intake.column_roles import heading_row
from intake.column_vocabulary import COLUMNS
from intake.columns import is_plan, roles_of
from intake.document import Block, Heading, Item, Paragraph, Place, Row, Table
from intake.group_titles import says_kind
from intake.member_tables import heads_members, members_row
from intake.names import name_in
from intake.topics import topic_of
from intake.wording import fold, key

PAIR = 2
MAX_TITLE = 8  # words
MAX_REMARKS = 3  # lines, its title among them


def sheet_blocks(rows: Sequence[Row], place: Place) -> Iterator[Block]:
    """The preamble as text, the rest as tables: one for each row that heads another one."""
    table = Table(tuple(rows), place)
    at = heading_row(table)
    if at is None:
        yield from _without_plan(table)
        return
    yield from preamble_blocks(rows[:at])
    end = _next_headings(rows, at)
    named = end < len(rows) and _is_name(rows[end - 1]) and end - 1 > at
    yield Table(tuple(rows[at : end - named]), place)
    if named:
        yield Heading(next(filter(None, map(fold, rows[end - 1].cells))), 2, rows[end - 1].place)
    if end < len(rows):
        yield from sheet_blocks(rows[end:], place)


def _next_headings(rows: Sequence[Row], at: int) -> int:
    """The first row below that heads other columns than the row `at` does."""
    for n in range(at + 1, len(rows)):
        cells = rows[n].cells
        if cells != rows[at].cells and (heads_members(cells) or _heads_others(rows, n, at)):
            return n
    return len(rows)


def _heads_others(rows: Sequence[Row], n: int, at: int) -> bool:
    filled = [cell for cell in rows[n].cells if fold(cell)]
    known = all(key(cell) in COLUMNS for cell in filled)
    roles = roles_of(rows[n].cells)
    return known and is_plan(roles) and roles != roles_of(rows[at].cells)


def _is_name(row: Row) -> bool:
    return sum(bool(fold(cell)) for cell in row.cells) == 1


def preamble_blocks(rows: Sequence[Row]) -> Iterator[Block]:
    """Rows above the table: a title, and what is said of the plan; and of its people."""
    among_people = False
    for row in rows:
        cells = [fold(cell) for cell in row.cells if fold(cell)]
        if len(cells) == 1 and row is not rows[0]:
            among_people = topic_of(cells[0]) == "members"
        if among_people and len(cells) == 1:
            yield Heading(cells[0], 2, row.place)
        elif among_people and cells and name_in(cells[0]):
            yield Paragraph(", ".join(cells), row.place, (", ".join(cells),))
        else:
            yield from _preamble(cells, row.place, first=row is rows[0])


def _without_plan(table: Table) -> Iterator[Block]:
    """Members stay a table; one column is a list, and two may be labels and values."""
    filled = [[fold(cell) for cell in row.cells if fold(cell)] for row in table.rows]
    at = members_row(table.rows)
    if at is not None:
        yield from preamble_blocks(table.rows[:at])
        yield Table(table.rows[at:], table.place)
    elif all(len(cells) == 1 for cells in filled):
        texts = [cells[0] for cells in filled]
        titled = _is_title(texts[0])  # of the plan that stands in another sheet
        if titled:
            yield Heading(texts[0], 1, table.rows[0].place)
        yield from (
            Item(text, row.place)
            for text, row in zip(texts[titled:], table.rows[titled:], strict=True)
        )
    elif _is_about(filled):
        yield from preamble_blocks(table.rows)
    elif _has_title(filled):
        yield Heading(filled[0][0], 1, table.rows[0].place)
        yield Table(table.rows[1:], table.place)
    else:
        yield table


def _has_title(filled: list[list[str]]) -> bool:
    """One cell, maybe with remarks below it, above rows of several."""
    below = list(dropwhile(lambda cells: len(cells) == 1, filled))
    wide = bool(below) and len(filled) - len(below) <= MAX_REMARKS and len(below[0]) > PAIR
    first = filled[0]
    return wide and len(first) == 1 and first[0][-1] not in ".:;," and _is_short(first[0])


def _is_title(text: str) -> bool:
    return says_kind(text) and text[-1] not in ".:;," and _is_short(text)


def _is_short(text: str) -> bool:
    return len(text.split()) <= MAX_TITLE


def _is_about(filled: list[list[str]]) -> bool:
    """A sheet that says what the plan is: labels and values, maybe below a title, and remarks."""
    known = any(key(cells[0].partition(":")[0]) in words.LABELS for cells in filled if cells)
    return known and all(len(cells) <= PAIR for cells in filled)


def _preamble(cells: list[str], place: Place, *, first: bool) -> Iterator[Block]:
    if len(cells) == 1 and first:
        yield Heading(cells[0], 1, place)
    elif len(cells) == 1:
        yield Paragraph(cells[0], place, (cells[0],))
    elif cells:
        for text in _labelled(cells):
            yield Paragraph(text, place, (text,))


def _labelled(cells: list[str]) -> list[str]:
    """A label and what stands beside it; or several of them in a row."""
    pairs = [cells[at : at + PAIR] for at in range(0, len(cells), PAIR)]
    if len(pairs) > 1 and all(key(pair[0]) in words.LABELS for pair in pairs):
        return [f"{pair[0].rstrip(':')}: {' '.join(pair[1:])}" for pair in pairs]
    return [f"{cells[0].rstrip(':')}: {', '.join(cells[1:])}"]
