"""Tables that lie on their side: a label opens each row, and each column is an activity."""

from collections.abc import Sequence
from dataclasses import replace

from intake.column_roles import heading_row, padded
from intake.columns import is_plan, roles_of
from intake.document import Row, Table
from intake.wording import fold

MIN_WIDTH = 3  # two columns are a card
MAX_WIDTH = 20


def upright(table: Table) -> Table:
    """The table, turned where it lies on its side."""
    width = max((len(row.cells) for row in table.rows), default=0)
    if not MIN_WIDTH <= width <= MAX_WIDTH or heading_row(table) is not None:
        return table
    columns = [[padded(row.cells, width)[at] for row in table.rows] for at in range(width)]
    if not is_plan(roles_of(tuple(columns[0]))) or not _are_filled(columns[1:]):
        return table
    place = table.place
    rows = (Row(tuple(cells), replace(place, row=at)) for at, cells in enumerate(columns, start=1))
    return replace(table, rows=tuple(rows))


def _are_filled(columns: Sequence[list[str]]) -> bool:
    """Whether each activity says nearly everything that the labels ask for."""
    return all(sum(bool(fold(cell)) for cell in column) * 2 > len(column) for column in columns)
