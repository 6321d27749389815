"""Reads the rows of a directory from the first sheet of a workbook."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, Final

from openpyxl import load_workbook

from intake.opening import BrokenDocumentError, Limits, open_document

MOST_ROWS: Final = 200_000
MOST_COLUMNS: Final = 60
LIMITS: Final = Limits(megabytes=20)


def rows_of_workbook(path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    """(row as the sheet counts it, what its cells say); a workbook is hostile until opened."""
    opened = open_document(path, LIMITS)
    if opened.kind != "xlsx":
        raise BrokenDocumentError(path=path)
    try:
        book = load_workbook(
            BytesIO(opened.content), read_only=True, data_only=True, keep_links=False
        )
        sheet: Any = book.worksheets[0]
        sheet.reset_dimensions()
        cells = islice(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), MOST_ROWS)
        for at, row in enumerate(cells, start=1):
            yield at, [_text(value) for value in row]
    except Exception as error:  # a file from elsewhere can make any library fail in any way
        raise BrokenDocumentError(path=path) from error


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)
