"""Rows of a sheet become blocks: what stands above the table says what the plan is."""

from collections.abc import Iterator, Sequence

from intake.document import Block, Heading, Paragraph, Place, Row, Table
from intake.rows import heading_row
from intake.wording import fold


def sheet_blocks(rows: Sequence[Row], place: Place) -> Iterator[Block]:
    """The preamble as text, the rest as one table."""
    table = Table(tuple(rows), place)
    at = heading_row(table)
    if at is None:
        yield table
        return
    for row in rows[:at]:
        yield from _preamble(row, first=row is rows[0])
    yield Table(tuple(rows[at:]), place)


def _preamble(row: Row, *, first: bool) -> Iterator[Block]:
    cells = [fold(cell) for cell in row.cells if fold(cell)]
    if len(cells) == 1 and first:
        yield Heading(cells[0], 1, row.place)
    elif len(cells) == 1:
        yield Paragraph(cells[0], row.place, (cells[0],))
    elif cells:
        text = f"{cells[0].rstrip(':')}: {', '.join(cells[1:])}"
        yield Paragraph(text, row.place, (text,))
