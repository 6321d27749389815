"""The files that go out: what an Office program, a printer and a screen reader find in them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from language.catalog import LANGUAGES, Language, say
from models.values import STATUSES
from reports import plan_paper, plan_sheet
from reports.exported import COLUMNS, ExportedPlan, ExportedRow, LastReport, heading
from reports.filled_sheet import (
    BrokenSheetError,
    NamelessRowError,
    RepeatedRowError,
    UnknownStatusError,
    read_filled_sheet,
)
from reports.marker import MARKER, is_plan_sheet
from reports.round_trip import FilledSheet, UnknownRowError

DANGEROUS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://example.se","x")',
    "=cmd|' /C x'!A0",
]
ROWS = (
    ExportedRow(
        uid="gruppen-1",
        number="1",
        activity="Skriva en rapport",
        responsible="Anna Ek",
        wording="Klart hösten -26",
        due=date(2026, 12, 31),
        status="in_progress",
        report=LastReport(date(2026, 9, 1), "Anna Ek", "in_progress", "=halvvägs"),
        moves=2,
        days=184,
    ),
    ExportedRow("gruppen-2", None, "Hålla kontakt", None, "Löpande", None, "not_started"),
)
PLAN = ExportedPlan(
    plan_id=7,
    council="council",
    group="Gruppen",
    title="Uppdragsdirektiv",
    written_at=datetime(2026, 9, 2, 6, tzinfo=UTC),
    day=date(2026, 9, 2),
    language="sv",
    rows=ROWS,
)


def a_plan(*activities: str, **given: Any) -> ExportedPlan:
    rows = tuple(
        replace(ROWS[0], uid=f"gruppen-{at}", activity=text, responsible=text)
        for at, text in enumerate(activities, start=1)
    )
    return replace(PLAN, rows=rows or ROWS, **given)


def opened(plan: ExportedPlan) -> Any:
    return load_workbook(BytesIO(plan_sheet.write(plan)))


def shown(plan: ExportedPlan) -> list[list[Any]]:
    return [list(row) for row in opened(plan).worksheets[0].iter_rows(values_only=True)]


def test_the_sheet_says_what_the_plan_says() -> None:
    headings, first, second = shown(PLAN)
    assert headings == [heading(column, "sv") for column in COLUMNS]
    assert first[:5] == ["gruppen-1", "1", "Skriva en rapport", "Anna Ek", "Klart hösten -26"]
    assert first[5:8] == [datetime(2026, 12, 31), "pågår", None]  # noqa: DTZ001 - a sheet's day
    assert first[8:] == ["2026-09-01 Anna Ek: pågår. ”=halvvägs”", "2 gånger, +184 dagar"]
    assert second[3] is second[5] is second[8] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_council_reads_its_own_language(language: Language) -> None:
    assert shown(replace(PLAN, language=language))[0][2] == heading("activity", language)
    assert heading("activity", "sv") != heading("activity", "en")


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_of_a_document_never_becomes_a_formula(text: str) -> None:
    book = opened(a_plan(text, title=text, group=text))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    written = [cell for cell in cells if cell.value == text]
    assert len(written) == 4  # seen and remembered, twice each
    assert all(cell.quotePrefix for cell in written)


def test_the_sheet_can_be_filled_in() -> None:
    sheet = opened(PLAN).worksheets[0]
    assert sheet.freeze_panes == "D2"
    [choice] = sheet.data_validations.dataValidation
    words = str(choice.formula1).strip('"').split(",")
    assert words == [say(f"status.{status}", "sv") for status in STATUSES]
    assert len(str(choice.formula1)) <= 255  # what Excel can hold
    assert str(choice.sqref) == "G2:G3"
    assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)
    assert all(sheet.column_dimensions[letter].width >= 7 for letter in "ABCDEFGHIJ")


def test_a_screen_reader_finds_a_table_with_headings_and_a_language() -> None:
    book = opened(PLAN)
    [table] = book.worksheets[0].tables.values()
    assert (table.ref, table.headerRowCount) == ("A1:J3", 1)
    assert book.properties.language == "sv"
    assert "Gruppen" in book.properties.title
    assert [sheet.sheet_state for sheet in book.worksheets] == ["visible", "visible", "veryHidden"]


def test_a_plan_without_rows_is_still_a_file() -> None:
    content = plan_sheet.write(replace(PLAN, rows=()))
    assert read_filled_sheet(Path("p.xlsx"), content).rows == ()
    assert Document(BytesIO(plan_paper.write(replace(PLAN, rows=())))).tables


def test_characters_that_no_file_can_hold_are_left_out() -> None:
    plan = a_plan("Skriva\x00 en\x0b rapport\ud800", "x" * 50_000)
    assert shown(plan)[1][2] == "Skriva en rapport"
    assert len(shown(plan)[2][2]) == 32_000
    assert read(plan_sheet.write(plan)).rows[1].filled == ()
    assert (
        Document(BytesIO(plan_paper.write(plan))).tables[0].cell(1, 2).text == "Skriva en rapport"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_can_be_read_and_printed(language: Language) -> None:
    document = Document(BytesIO(plan_paper.write(replace(PLAN, language=language))))
    [table] = document.tables
    assert [cell.text for cell in table.rows[0].cells] == [
        heading(column, language) for column in COLUMNS
    ]
    assert table.cell(1, 4).text == "Klart hösten -26"
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert document.paragraphs[0].style.name == "Heading 1"
    assert document.paragraphs[1].text == "Uppdragsdirektiv"
    assert document.sections[0].page_width > document.sections[0].page_height
    assert "PAGE" in document.sections[0].footer._element.xml
    assert document.core_properties.language.startswith(language)


def read(content: bytes) -> FilledSheet:
    return read_filled_sheet(Path("plan.xlsx"), content)


def changed(change: Any, plan: ExportedPlan = PLAN) -> bytes:
    book = opened(plan)
    change(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_an_untouched_sheet_comes_back_as_it_was_sent() -> None:
    content = plan_sheet.write(PLAN)
    sheet = read(content)
    assert is_plan_sheet(content)
    assert (sheet.plan_id, sheet.council, sheet.written_at) == (7, "council", PLAN.written_at)
    assert [(row.uid, row.filled, row.comment) for row in sheet.rows] == [
        ("gruppen-1", (), None),
        ("gruppen-2", (), None),
    ]
    assert (sheet.unnamed, sheet.missing) == ((), ())


def _moved_about(book: Any) -> None:
    sheet = book.worksheets[0]
    sheet.tables.clear()
    sheet.insert_rows(1, amount=2)
    sheet["A1"] = "Hej! Fyll i och skicka tillbaka."
    sheet.insert_cols(2)
    sheet.delete_cols(11)


def _saved_elsewhere(book: Any) -> None:
    """As a program that guesses types saves it."""
    sheet = book.worksheets[0]
    sheet["B2"], sheet["G2"] = 1.0, " IN progress "
    book[MARKER].sheet_state = "hidden"


@pytest.mark.parametrize("change", [_moved_about, _saved_elsewhere])
def test_a_sheet_may_be_moved_about_and_saved_by_any_program(change: Any) -> None:
    sheet = read(changed(change))
    assert [row.filled for row in sheet.rows] == [(), ()]


def test_rows_taken_out_and_put_in_are_told() -> None:
    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        sheet.delete_rows(2)
        sheet["C3"] = "En ny idé"

    sheet = read(changed(change))
    assert (sheet.missing, sheet.unnamed) == (("gruppen-1",), (3,))


def _set(cell: str, text: str | None) -> Any:
    return lambda book: book.worksheets[0].__setitem__(cell, text)


def _copy(book: Any) -> None:
    book.worksheets[0].append([cell.value for cell in book.worksheets[0][2]])


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        pytest.param(_set("G2", "kanske"), UnknownStatusError, id="a word that is no status"),
        pytest.param(_set("A2", "gruppen-9"), UnknownRowError, id="an id that was never sent"),
        pytest.param(_set("C2", None), NamelessRowError, id="an activity that was emptied"),
        pytest.param(_copy, RepeatedRowError, id="a row twice"),
        pytest.param(_set("A1", "Namn"), BrokenSheetError, id="no column of ids"),
        pytest.param(
            lambda book: book[MARKER].delete_rows(1), BrokenSheetError, id="a hidden sheet cut"
        ),
        pytest.param(
            lambda book: book[MARKER].__setitem__("D1", "2026-09-02T08:00:00"),
            BrokenSheetError,
            id="a hidden sheet of no known zone",
        ),
        pytest.param(
            lambda book: book[MARKER].__setitem__("B1", str(10**30)),
            BrokenSheetError,
            id="a number that no database can hold",
        ),
        pytest.param(
            lambda book: book[MARKER].__setitem__("D1", 5),
            BrokenSheetError,
            id="a hidden sheet bent",
        ),
    ],
)
def test_a_sheet_that_cannot_be_read_back(change: Any, problem: type[Exception]) -> None:
    with pytest.raises(problem):
        read(changed(change))


def test_another_workbook_is_not_ours() -> None:
    def change(book: Any) -> None:
        del book[MARKER]

    assert not is_plan_sheet(changed(change))
