"""Columns that nobody can place, in tables that miss one: who or when may stand there unread."""

from collections.abc import Sequence

from intake.column_vocabulary import SUBJECTS
from intake.columns import Roles
from intake.document import Doubt, Row, doubt
from intake.timewords import is_time
from intake.wording import fold, key

FILLED = 0.7
MAX_WORDS = 5  # a name or a time takes no more, on the average


def unread_columns(headings: Sequence[str], rows: Sequence[Row], roles: Roles) -> list[Doubt]:
    """One question, where the table tells no who or no when and an unknown column could."""
    if not headings or {"responsible", "deadline"} <= set(roles):
        return []
    unknown = (at for at, role in enumerate(roles) if not role and at < len(headings))
    found = (fold(headings[at]) for at in unknown if _could_tell(headings[at], rows, at))
    return [doubt("unread_column", heading=heading) for heading in found][:1]


def _could_tell(heading: str, rows: Sequence[Row], column: int) -> bool:
    name = key(heading)
    if not name or name in SUBJECTS or is_time(fold(heading)):
        return False
    cells = [fold(row.cells[column]) for row in rows if column < len(row.cells)]
    told = [cell for cell in cells if cell[:1].isupper()]
    words = sum(len(cell.split()) for cell in told)
    return bool(told) and len(told) >= FILLED * len(rows) and words <= MAX_WORDS * len(told)
