"""Rows of a sheet become blocks: what stands above the table says what the plan is."""

from collections.abc import Iterator, Sequence

from intake import vocabulary as words
from intake.column_roles import heading_row
from intake.document import Block, Heading, Item, Paragraph, Place, Row, Table
from intake.member_tables import members_row
from intake.wording import fold, key

PAIR = 2


def sheet_blocks(rows: Sequence[Row], place: Place) -> Iterator[Block]:
    """The preamble as text, the rest as one table."""
    table = Table(tuple(rows), place)
    at = heading_row(table)
    if at is None:
        yield from _without_plan(table)
        return
    yield from preamble_blocks(rows[:at])
    yield Table(tuple(rows[at:]), place)


def preamble_blocks(rows: Sequence[Row]) -> Iterator[Block]:
    """Rows above the table: a title, and what is said of the plan."""
    for row in rows:
        yield from _preamble(row, first=row is rows[0])


def _without_plan(table: Table) -> Iterator[Block]:
    """Members stay a table; one column is a list, and two may be labels and values."""
    filled = [[fold(cell) for cell in row.cells if fold(cell)] for row in table.rows]
    at = members_row(table.rows)
    if at is not None:
        yield from preamble_blocks(table.rows[:at])
        yield Table(table.rows[at:], table.place)
    elif all(len(cells) == 1 for cells in filled):
        yield from (
            Item(cells[0], row.place) for cells, row in zip(filled, table.rows, strict=True)
        )
    elif _is_about(filled):
        yield from preamble_blocks(table.rows)
    else:
        yield table


def _is_about(filled: list[list[str]]) -> bool:
    """A sheet that says what the plan is: labels and values, maybe below a title."""
    pairs = filled[1:] if len(filled[0]) == 1 else filled
    known = [cells for cells in pairs if key(cells[0]) in words.LABELS]
    return bool(known) and all(len(cells) == PAIR for cells in pairs)


def _preamble(row: Row, *, first: bool) -> Iterator[Block]:
    cells = [fold(cell) for cell in row.cells if fold(cell)]
    if len(cells) == 1 and first:
        yield Heading(cells[0], 1, row.place)
    elif len(cells) == 1:
        yield Paragraph(cells[0], row.place, (cells[0],))
    elif cells:
        text = f"{cells[0].rstrip(':')}: {', '.join(cells[1:])}"
        yield Paragraph(text, row.place, (text,))
