"""Tells Tidplan's own printed plan, which is for reading, from a plan that somebody wrote."""

from typing import Final

from intake.document import Document, Row, Table
from intake.wording import key
from language.catalog import LANGUAGES, keys, say

_HEADING: Final = "reports.heading."
_ENOUGH: Final = 8  # of ten: somebody may have taken a column away


def is_own_export(document: Document) -> bool:
    tables = (block for block in document.blocks if isinstance(block, Table) and block.rows)
    return any(_is_ours(table.rows[0]) for table in tables)


def _is_ours(row: Row) -> bool:
    cells = {key(cell) for cell in row.cells}
    for language in LANGUAGES:
        ours = {key(say(one, language)) for one in keys(language) if one.startswith(_HEADING)}
        uid = key(say(f"{_HEADING}uid", language))
        if uid in cells and len(cells & ours) >= _ENOUGH:
            return True
    return False
