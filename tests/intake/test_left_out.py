"""What a document says of finished work, and what it strikes out or hides, is told."""

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.styles import Font

from intake.read import read_plan

HEAD = ("Nr", "Aktivitet", "Ansvarig", "Tidplan")


def a_document(tmp_path, change):
    document = docx.Document()
    document.add_heading("Plan för båtarna", 0)
    table = document.add_table(rows=0, cols=4)
    for cells in (
        HEAD,
        ("1", "Måla båten", "Alva Ek", "maj 2027"),
        ("2", "Laga seglet", "Bo", ""),
    ):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    change(table)
    path = tmp_path / "plan.docx"
    document.save(str(path))
    return read_plan(path, reference=None)


def rows(plan) -> list[tuple]:
    return [
        (one.description, one.responsible, one.deadline and one.deadline.text)
        for one in plan.activities
    ]


def strike(table) -> None:
    cell = table.rows[1].cells[3]
    cell.paragraphs[0].runs[0].font.strike = True
    cell.paragraphs[0].add_run(" juni 2027")


def hide(table) -> None:
    cell = table.rows[1].cells[3]
    cell.paragraphs[0].runs[0].text = "juni 2027"
    cell.paragraphs[0].add_run(" (egentligen maj 2028)").font.hidden = True


@pytest.mark.parametrize(
    ("change", "said"), [(strike, "maj 2027"), (hide, "(egentligen maj 2028)")]
)
def test_words_that_nobody_is_to_read_are_left_out_and_told(tmp_path, change, said) -> None:
    plan = a_document(tmp_path, change)
    assert rows(plan)[0] == ("Måla båten", "Alva Ek", "juni 2027")
    assert any(f"”{said}”" in one for one in plan.warnings)


def test_a_row_that_is_struck_out_is_no_activity(tmp_path) -> None:
    def change(table) -> None:
        for cell in table.rows[2].cells:
            for run in cell.paragraphs[0].runs:
                run.font.strike = True

    plan = a_document(tmp_path, change)
    assert [one[0] for one in rows(plan)] == ["Måla båten"]
    assert any("Laga seglet" in one for one in plan.warnings)


def test_the_prompt_of_an_empty_field_is_no_value(tmp_path) -> None:
    def change(table) -> None:
        paragraph = table.rows[1].cells[2].paragraphs[0]
        paragraph.runs[0].text = ""
        control, facts, content = (
            OxmlElement(f"w:{one}") for one in ("sdt", "sdtPr", "sdtContent")
        )
        facts.append(OxmlElement("w:showingPlcHdr"))
        run, words = OxmlElement("w:r"), OxmlElement("w:t")
        words.text = "Klicka här för att ange text."
        run.append(words)
        content.append(run)
        control.append(facts)
        control.append(content)
        paragraph._p.append(control)

    assert rows(a_document(tmp_path, change))[0] == ("Måla båten", None, "maj 2027")


def test_runs_whose_mark_is_off_are_read(tmp_path) -> None:
    def change(table) -> None:
        run = table.rows[1].cells[3].paragraphs[0].runs[0]
        mark = OxmlElement("w:strike")
        mark.set(qn("w:val"), "0")
        run._r.get_or_add_rPr().append(mark)

    assert rows(a_document(tmp_path, change))[0][2] == "maj 2027"


@pytest.fixture
def a_book(tmp_path):
    def write(content, change=lambda _sheet: None):
        book = openpyxl.Workbook()
        sheet = book.active
        for row in content:
            sheet.append(row)
        change(sheet)
        book.save(tmp_path / "plan.xlsx")
        return tmp_path / "plan.xlsx"

    return write


ROWS = [HEAD, (1, "Måla båten", "Alva Ek", "maj 2027"), (2, "Laga seglet", "Bo Lund", "juni 2027")]


def test_cells_that_are_struck_out_in_a_sheet(a_book) -> None:
    def change(sheet) -> None:
        for cell in sheet[3]:
            cell.font = Font(strike=True)

    plan = read_plan(a_book(ROWS, change), reference=None)
    assert [one.description for one in plan.activities] == ["Måla båten"]
    assert any("”Laga seglet”" in one for one in plan.warnings)


def test_hidden_rows_of_a_sheet_are_read_and_told(a_book) -> None:
    def change(sheet) -> None:
        sheet.row_dimensions[3].hidden = True

    plan = read_plan(a_book(ROWS, change), reference=None)
    assert len(plan.activities) == 2
    assert any("Dolda rader" in one and "3" in one for one in plan.warnings)


def test_a_sheet_of_a_thousand_rows_is_not_too_large(a_book) -> None:
    content = [HEAD, *((at, f"Måla båt {at}", "Alva Ek", "maj 2027") for at in range(1, 1_001))]
    assert len(read_plan(a_book(content), reference=None).activities) == 1_000


STATUS = """Nr,Aktivitet,Ansvarig,Tidplan,Status
1,Måla båten,Alva Ek,maj 2027,{first}
2,Laga seglet,Bo Lund,juni 2027,{second}
"""


@pytest.mark.parametrize(
    ("first", "second", "named"),
    [
        ("Klar", "Pågår", "1"),
        ("Ej påbörjad", "Utgår", "2"),
        ("Done 2027-01-02", "Cancelled", "1, 2"),
        ("100 %", "50 %", "1"),
        ("Pågår", "Ej klar", None),
    ],
)
def test_rows_that_a_document_calls_done_are_told(written, first, second, named) -> None:
    plan = read_plan(
        written("plan.csv", STATUS.format(first=first, second=second)), reference=None
    )
    told = [one for one in plan.warnings if "report NUMMER" in one]
    assert len(plan.activities) == 2
    assert told == [one for one in told if f": {named}. " in one]
    assert bool(told) is bool(named)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("plan.md", "# Plan\n\n- [x] Alva Ek: Måla båten, maj 2027\n- [ ] Bo Lund: Laga seglet, juni 2027\n"),  # noqa: E501
        ("plan.txt", "Plan\n\n☑ Alva Ek: Måla båten, maj 2027\n☐ Bo Lund: Laga seglet, juni 2027\n"),  # noqa: E501
        ("plan.html", "<h1>Plan</h1><ul><li><input type=checkbox checked> Alva Ek: Måla båten, maj 2027</li><li><input type=checkbox> Bo Lund: Laga seglet, juni 2027</li></ul>"),  # noqa: E501
    ],
)  # fmt: skip
def test_ticked_boxes_are_told(written, name, text) -> None:
    plan = read_plan(written(name, text), reference=None)
    told = [one for one in plan.warnings if "report NUMMER" in one]
    assert len(told) == 1
    assert "Måla båten" in told[0]
    assert "Laga seglet" not in told[0]


def test_the_status_of_milestones_without_times_is_told(written) -> None:
    text = (
        "# Roadmap\n\n## Milestones\n\nMilestone | Status\n---|---\n"
        "Paint the boat | done\nMend the sail | started\n"
    )
    plan = read_plan(written("plan.md", text), reference=None)
    assert len(plan.activities) == 2
    assert any("”Paint the boat”. " in one for one in plan.warnings)


def test_a_plan_that_stands_twice_in_a_workbook_is_asked_about(tmp_path) -> None:
    book = openpyxl.Workbook()
    for sheet in (book.active, book.create_sheet("Kopia")):
        for row in ROWS:
            sheet.append(row)
    book.save(tmp_path / "plan.xlsx")
    plan = read_plan(tmp_path / "plan.xlsx", reference=None)
    assert any("2 rader står ordagrant" in one for one in plan.warnings)


def test_sheets_named_by_groups_may_be_several_plans(tmp_path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Båtgruppen"
    for at, sheet in enumerate((book.active, book.create_sheet("Segelgruppen"))):
        sheet.append(HEAD)
        sheet.append((at, f"Måla båt {at}", "Alva Ek", "maj 2027"))
    book.save(tmp_path / "plan.xlsx")
    plan = read_plan(tmp_path / "plan.xlsx", reference=None)
    assert any("Båtgruppen, Segelgruppen" in one for one in plan.warnings)


def test_letters_of_old_macs_are_read(tmp_path) -> None:
    path = tmp_path / "plan.csv"
    text = "Aktivitet;Ansvarig;Tidplan\nMåla båten;Åsa Ö;våren 2027\n"
    path.write_bytes(text.encode("mac_roman"))
    assert rows(read_plan(path, reference=None)) == [("Måla båten", "Åsa Ö", "våren 2027")]
    path.write_bytes(text.encode("cp1252"))
    assert rows(read_plan(path, reference=None)) == [("Måla båten", "Åsa Ö", "våren 2027")]


@pytest.mark.parametrize(
    "task",
    [
        pytest.param("Paint the board’s boat… for 500 €", id="signs without a Nordic letter"),
        pytest.param("Ask Matuška and Saša Žižek’s crew…", id="letters of other languages"),
        pytest.param("Måla båten – den ”röda”…", id="Nordic letters beside signs"),
    ],
)
def test_letters_of_windows_are_not_taken_for_those_of_macs(tmp_path, task) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(f"Action;Lead;Due\n{task};Alva Ek;May 2027\n".encode("cp1252"))
    assert rows(read_plan(path, reference=None)) == [(task, "Alva Ek", "May 2027")]
