"""Matrices of who has which part in what: letters where a plan has names and times."""

import re

from intake.document import Table
from intake.wording import fold

MOST = 0.8
MIN_ROWS = 2
_PARTS = re.compile(r"[A-Z](?:\s*[/,+&]\s*[A-Z])*|[-–—]|[xX✓✔]")


def is_matrix(table: Table) -> bool:
    """Whether nearly every cell beside the first column is a letter such as those of RACI."""
    cells = [fold(cell) for row in table.rows[1:] for cell in row.cells[1:] if fold(cell)]
    letters = [cell for cell in cells if _PARTS.fullmatch(cell)]
    rows = len(table.rows) - 1
    return rows >= MIN_ROWS and len(letters) >= MOST * len(cells) and len(letters) > rows
