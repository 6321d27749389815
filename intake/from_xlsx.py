"""Reads workbooks: typed dates as people write them, merged cells, bars of Gantt sheets."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import partial
from io import BytesIO
from typing import Any, Final

from openpyxl import load_workbook

from intake.bars import Sheet, SheetCell, barred_table
from intake.document import Block, Document, Doubt, Heading, Place, Row, doubt, left_out
from intake.opening import CellBudget, Limits, Opened
from intake.sheet_comments import column_number, comments
from intake.sheet_hidden import hidden_rows
from intake.sheets import preamble_blocks, sheet_blocks
from intake.tongue import language_of_words
from intake.written_dates import written_date
from models.values import Language

_MERGED: Final = re.compile(
    rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"'
)
MAX_COLUMNS: Final = 400
MAX_MERGED: Final = 20_000


def read(opened: Opened, limits: Limits) -> Document:
    shown = load_workbook(
        BytesIO(opened.content), read_only=True, data_only=True, keep_links=False
    )
    written = load_workbook(
        BytesIO(opened.content), read_only=True, data_only=False, keep_links=False
    )
    blocks: list[Block] = []
    doubts: list[Doubt] = []
    sheets = [one for one in shown.worksheets if one.sheet_state == "visible"]
    budget = CellBudget(limits, opened)
    for number, values in enumerate(sheets, start=1):
        sheet, struck = _sheet(values, written[values.title], budget, opened)
        found = list(_blocks(sheet, number))
        doubts += comments(opened.content, _path(values), sheet)
        filled = {row for row, _ in sheet}
        doubts += hidden_rows(opened.content, _path(values), filled, values.title)
        doubts += left_out("struck", struck)
        if len(sheets) > 1 and found and not isinstance(found[0], Heading):
            blocks.append(Heading(values.title, 2, Place(table=number)))
        blocks += found
    if hidden := len(shown.worksheets) - len(sheets):
        doubts.append(doubt("hidden_sheets", number=hidden))
    return Document(tuple(blocks), tuple(doubts))


def _sheet(
    values: Any, formulas: Any, budget: CellBudget, opened: Opened
) -> tuple[Sheet, list[str]]:
    """(cells by row and column, what is struck out); claims of far ends are not believed."""
    cells: Sheet = {}
    struck: list[str] = []
    for source in (values, formulas):
        source.reset_dimensions()
    for shown, written in zip(values.iter_rows(), formulas.iter_rows(), strict=False):
        near = shown[:MAX_COLUMNS]
        budget.take(len(near) or 1)
        for cell, source in zip(near, written, strict=False):
            if _is_struck(cell):
                struck.append(str(cell.value))
            elif one := _cell(cell, source):
                cells[cell.row, cell.column] = one
    _merge(cells, _merged_ranges(opened.content, values))
    return cells, struck


def _cell(cell: Any, source: Any) -> SheetCell | None:
    if not hasattr(cell, "row"):
        return None
    formula = isinstance(source.value, str) and source.value.startswith("=")
    filled = cell.value is None and _is_filled(cell)
    if cell.value is None and not formula and not filled:
        return None
    return SheetCell(cell.value, str(cell.number_format or ""), formula, filled)


def _is_struck(cell: Any) -> bool:
    return cell.value is not None and bool(cell.font and cell.font.strike)


def _is_filled(cell: Any) -> bool:
    fill = cell.fill
    return bool(
        fill
        and fill.fill_type == "solid"
        and str(fill.fgColor.rgb) not in ("FFFFFFFF", "00000000", "00FFFFFF")
    )


def _merged_ranges(content: bytes, sheet: Any) -> list[tuple[int, int, int, int]]:
    """(first row, first column, last row, last column); huge ones are only decoration."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        raw = package.read(_path(sheet))
    found = []
    for left, top, right, bottom in _MERGED.findall(raw):
        one = (int(top), column_number(left.decode()), int(bottom), column_number(right.decode()))
        if 0 < (one[2] - one[0] + 1) * (one[3] - one[1] + 1) <= MAX_MERGED // 10:
            found.append(one)
    return found[:MAX_MERGED]


def _path(sheet: Any) -> str:
    """Where it lies in the package: read-only sheets tell neither merged cells nor comments."""
    return str(sheet._worksheet_path).lstrip("/")  # noqa: SLF001 - nothing else names it


def _merge(cells: Sheet, ranges: list[tuple[int, int, int, int]]) -> None:
    """A cell merged downwards says the same in each of its rows."""
    for top, left, bottom, _ in ranges:
        if (first := cells.get((top, left))) and not first.formula:
            for row in range(top + 1, bottom + 1):
                cells[row, left] = first


def _blocks(cells: Sheet, number: int) -> Iterator[Block]:
    if not cells:
        return
    place = Place(table=number)
    language = language_of_words(str(cell.value) for cell in cells.values())
    rows = list(_rows(cells, number, language))
    if barred := barred_table(cells, place, partial(text_of, language=language)):
        above = [row for row in rows if (row.place.row or 0) < barred.head]
        yield from preamble_blocks(above)
        yield barred.table
        return
    yield from sheet_blocks(rows, place)


def _rows(cells: Sheet, number: int, language: Language) -> Iterator[Row]:
    columns = sorted({column for _, column in cells})
    for row in sorted({row for row, _ in cells}):
        here = [cells.get((row, column)) for column in columns]
        texts = tuple(text_of(cell, language) for cell in here)
        doubts = (doubt("formula"),) if any(_is_lost(cell) for cell in here) else ()
        if any(texts):
            yield Row(texts, Place(table=number, row=row), doubts)


def _is_lost(cell: SheetCell | None) -> bool:
    return cell is not None and cell.formula and cell.value is None


def text_of(cell: SheetCell | None, language: Language) -> str:
    value = cell.value if cell else None
    if cell is None or value is None:
        return ""
    if isinstance(value, datetime | date):
        return written_date(value, cell.form, language)
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
