"""Activities listed within one cell, beside the label that says what they are."""

from collections.abc import Iterator, Sequence

from intake.column_roles import heading_row
from intake.document import Block, Item, Row, Table
from intake.labels import is_card
from intake.topics import topic_of
from intake.wording import fold

PAIR = 2
MAX_LABEL = 4
_SIGNS = " \t•▪–-*"


def lists_in_cells(blocks: Sequence[Block]) -> Iterator[list[Item]]:
    """The lines of such cells, in tables of labels and values."""
    for table in blocks:
        if isinstance(table, Table) and heading_row(table) is None and not is_card(table):
            for row in table.rows:
                if len(items := _listed(row)) >= PAIR:
                    yield items


def _listed(row: Row) -> list[Item]:
    cells = [cell for cell in row.cells if fold(cell)]
    if len(cells) != PAIR or len(cells[0].split()) > MAX_LABEL:
        return []
    if topic_of(fold(cells[0]).rstrip(":")) != "activities":
        return []
    return [
        Item(line, row.place)
        for line in lines_of_cell(cells[1], wrapped=row.place.page is not None)
    ]


def lines_of_cell(cell: str, *, wrapped: bool) -> list[str]:
    """wrapped: whether a line may be the rest of the one above, as on a page."""
    lines: list[str] = []
    for line in filter(fold, cell.split("\n")):
        if lines and wrapped and line[:1].islower():
            lines[-1] = fold(f"{lines[-1]}\n{line}")
        else:
            lines.append(fold(line).lstrip(_SIGNS))
    return lines
