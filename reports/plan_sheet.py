"""Writes a plan as a workbook that is sent round, filled in and read back."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from language.catalog import Language, say
from models.values import STATUSES
from reports.exported import COLUMNS, SENT, Column, ExportedPlan, ExportedRow, cells, heading
from reports.marker import FORMAT, MARKER
from reports.printable import printable

WIDTHS: Final[dict[Column, int]] = {
    "uid": 22,
    "number": 7,
    "activity": 55,
    "responsible": 24,
    "wording": 24,
    "due": 13,
    "status": 20,
    "comment": 40,
    "report": 36,
    "moves": 18,
}
TO_FILL_IN: Final[tuple[Column, ...]] = ("status", "comment")
_HEAD: Final = PatternFill("solid", fgColor="1F3864")
_FILL_IN: Final = PatternFill("solid", fgColor="FFF8E1")
_LINE: Final = Side(style="thin", color="BFBFBF")


def write(plan: ExportedPlan) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = say("reports.sheet", plan.language)
    _fill(sheet, plan)
    _make_usable(sheet, plan)
    _explain(book.create_sheet(say("reports.readme", plan.language)), plan)
    _remember(book.create_sheet(MARKER), plan)
    book.properties.title = printable(plan.heading)
    book.properties.language = plan.language
    book.properties.creator = "Tidplan"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _text(cell: Any, text: str) -> None:
    """Always text: what a document wrote as "=…" must not run in someone's Excel."""
    cell.value = printable(text)
    cell.data_type = "s"
    cell.quotePrefix = bool(text)  # and stays text when the cell is edited


def _fill(sheet: Worksheet, plan: ExportedPlan) -> None:
    for at, column in enumerate(COLUMNS, start=1):
        _head(sheet.cell(1, at), heading(column, plan.language))
        sheet.column_dimensions[get_column_letter(at)].width = WIDTHS[column]
    for at, row in enumerate(plan.rows, start=2):
        _row(sheet, at, row, plan.language)


def _head(cell: Any, text: str) -> None:
    _text(cell, text)
    cell.font, cell.fill = Font(bold=True, color="FFFFFF"), _HEAD
    cell.alignment = Alignment(wrap_text=True, vertical="center")


def _row(sheet: Worksheet, at: int, row: ExportedRow, language: Language) -> None:
    for place, (column, text) in enumerate(cells(row, language).items(), start=1):
        cell = sheet.cell(at, place)
        if column == "due" and row.due:
            _day(cell, row.due)
        elif text:
            _text(cell, text)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.border = Border(bottom=_LINE)
        if column in TO_FILL_IN:
            cell.fill = _FILL_IN


def _day(cell: Any, day: date) -> None:
    cell.value, cell.number_format = day, "yyyy-mm-dd"


def _make_usable(sheet: Worksheet, plan: ExportedPlan) -> None:
    """Headings that stay, a table that programs can read aloud, a list to choose from."""
    sheet.freeze_panes = "D2"
    last = f"{get_column_letter(len(COLUMNS))}{len(plan.rows) + 1}"
    if plan.rows:
        table = Table(displayName="Plan", ref=f"A1:{last}")
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
        sheet.add_table(table)
        sheet.add_data_validation(_choices(plan))
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", "9"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _choices(plan: ExportedPlan) -> DataValidation:
    words = ",".join(say(f"status.{status}", plan.language) for status in STATUSES)
    column = get_column_letter(COLUMNS.index("status") + 1)
    return DataValidation(
        type="list",
        formula1=f'"{words}"',
        allow_blank=True,
        showErrorMessage=True,
        error=say("reports.status.unknown", plan.language),
        showInputMessage=True,
        prompt=say("reports.status.choose", plan.language),
        sqref=f"{column}2:{column}{len(plan.rows) + 1}",
    )


def _explain(sheet: Worksheet, plan: ExportedPlan) -> None:
    sheet.column_dimensions["A"].width = 90
    lines = [plan.heading, *say("reports.how", plan.language).split("\n")]
    for at, line in enumerate(lines, start=1):
        cell = sheet.cell(at, 1)
        _text(cell, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.cell(1, 1).font = Font(bold=True, size=14)


def _remember(sheet: Worksheet, plan: ExportedPlan) -> None:
    """What was sent, so that only what people changed counts when it comes back."""
    sheet.sheet_state = "veryHidden"
    written = (FORMAT, str(plan.plan_id), plan.council, plan.written_at.isoformat())
    _append(sheet, 1, written)
    _append(sheet, 2, ("uid", *SENT))
    for at, row in enumerate(plan.rows, start=3):
        said = {**cells(row, plan.language), "status": row.status}
        _append(sheet, at, (row.uid, *(said[column] for column in SENT)))


def _append(sheet: Worksheet, at: int, texts: Sequence[str]) -> None:
    for place, text in enumerate(texts, start=1):
        cell = sheet.cell(at, place)
        assert isinstance(cell, Cell)  # noqa: S101 - no cell of a new sheet is merged
        if text:
            _text(cell, text)
