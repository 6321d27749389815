"""What each format hides: numbers that Word shows, typed dates, bars, spans, page breaks."""

import time
from datetime import date, datetime

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from openpyxl.styles import PatternFill

from intake.read import read_plan

REFERENCE = date(2026, 2, 1)


def rows(path):
    plan = read_plan(path, reference=REFERENCE)
    return [
        (one.number, one.description, one.responsible, one.deadline and one.deadline.text)
        for one in plan.activities
    ]


def a_table(document, content, *, style=None):
    table = document.add_table(rows=0, cols=len(content[0]))
    for row in content:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for row in table.rows[1:] if style else ():
        row.cells[0].paragraphs[0].style = document.styles[style]
    return table


def saved(document, tmp_path):
    path = tmp_path / "plan.docx"
    document.save(str(path))
    return path


def test_automatic_numbers_are_counted(tmp_path) -> None:
    document = docx.Document()
    a_table(
        document,
        [("Aktivitet", "Klart"), ("Kartlägg", "våren 2026"), ("Föreslå", "hösten 2026")],
        style="List Number",
    )
    assert rows(saved(document, tmp_path)) == [
        ("1", "Kartlägg", None, "våren 2026"),
        ("2", "Föreslå", None, "hösten 2026"),
    ]


def test_cells_merged_downwards_count_for_each_row(tmp_path) -> None:
    document = docx.Document()
    table = a_table(
        document,
        [
            ("Aktivitet", "Ansvarig", "Klart"),
            ("Kartlägg", "", "maj 2026"),
            ("Föreslå", "", "juni 2026"),
        ],
    )
    table.cell(1, 1).merge(table.cell(2, 1)).text = "Alva Ek"
    assert [row[2] for row in rows(saved(document, tmp_path))] == ["Alva Ek", "Alva Ek"]


def test_table_inside_a_cell_is_read(tmp_path) -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    inner = cell.add_table(rows=2, cols=2)
    for at, text in enumerate(("Aktivitet", "Klart", "Kartlägg", "maj 2026")):
        inner.cell(at // 2, at % 2).text = text
    assert rows(saved(document, tmp_path)) == [(None, "Kartlägg", None, "maj 2026")]


def test_a_table_inside_a_row_of_a_plan_is_asked_about(tmp_path) -> None:
    document = docx.Document()
    outer = document.add_table(rows=2, cols=2)
    for at, text in enumerate(("Aktivitet", "Klart", "Kartlägg", "maj 2026")):
        outer.cell(at // 2, at % 2).text = text
    inner = outer.cell(1, 0).add_table(rows=2, cols=2)
    for at, text in enumerate(("Delmoment", "Klart", "Fråga alla", "mars 2026")):
        inner.cell(at // 2, at % 2).text = text
    plan = read_plan(saved(document, tmp_path), reference=None)
    assert [one.description for one in plan.activities] == ["Kartlägg", "Fråga alla"]
    assert [bool(one.warnings) for one in plan.activities] == [False, True]


def test_points_of_a_deeper_style_tell_of_the_point_above(tmp_path) -> None:
    document = docx.Document()
    document.add_heading("Actions", 1)
    for task, who, when in (("Scan maps", "Jo Holm", "May 2026"), ("Tag photos", "IT", "Q3 2026")):
        document.add_paragraph(task, style="List Bullet")
        document.add_paragraph(f"Who: {who}", style="List Bullet 2")
        document.add_paragraph(f"When: {when}", style="List Bullet 2")
    assert rows(saved(document, tmp_path)) == [
        (None, "Scan maps", "Jo Holm", "May 2026"),
        (None, "Tag photos", "IT", "Q3 2026"),
    ]


def test_text_box_is_read_once(tmp_path) -> None:
    document = docx.Document()
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = (
        "<w:txbxContent><w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr>"
        "<w:r><w:t>Aktiviteter</w:t></w:r></w:p><w:p><w:r>"
        "<w:t>• Kartlägg, ansvarig: Alva Ek, klart: maj 2026</w:t></w:r></w:p></w:txbxContent>"
    )
    document.add_paragraph("Plan")._p.append(
        parse_xml(
            f"<w:r {w} {mc}><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    assert rows(saved(document, tmp_path)) == [(None, "Kartlägg", "Alva Ek", "maj 2026")]


def test_words_deleted_by_track_changes_are_not_read(tmp_path) -> None:
    document = docx.Document()
    table = a_table(document, [("Aktivitet", "Klart"), ("Kartlägg", "maj 2026")])
    paragraph = table.cell(1, 0).paragraphs[0]
    deleted, run, text = OxmlElement("w:del"), OxmlElement("w:r"), OxmlElement("w:delText")
    text.text = " inte"
    run.append(text)
    deleted.append(run)
    paragraph._p.append(deleted)
    inserted, run, text = OxmlElement("w:ins"), OxmlElement("w:r"), OxmlElement("w:t")
    text.text, text.attrib[qn("xml:space")] = " behovet", "preserve"
    run.append(text)
    inserted.append(run)
    paragraph._p.append(inserted)
    assert rows(saved(document, tmp_path))[0][1] == "Kartlägg behovet"


def test_bold_paragraphs_are_headings(tmp_path) -> None:
    document = docx.Document()
    for text in ("Handlingsplan", "Mål"):
        document.add_paragraph().add_run(text).bold = True
    document.add_paragraph("Fler handledare", style="List Bullet")
    plan = read_plan(saved(document, tmp_path), reference=None)
    assert (plan.title, plan.goals) == ("Handlingsplan", ("Fler handledare",))


def test_headings_are_activities(tmp_path) -> None:
    document = docx.Document()
    document.add_heading("Aktivitetsplan", 0)
    for name, who, when in (
        ("Kartlägg", "Alva Ek", "maj 2026"),
        ("Föreslå", "Bo Lund", "juni 2026"),
    ):
        document.add_heading(name, 2)
        document.add_paragraph(f"Ansvarig: {who}")
        document.add_paragraph(f"Tidplan: {when}")
    assert [row[1:] for row in rows(saved(document, tmp_path))] == [
        ("Kartlägg", "Alva Ek", "maj 2026"),
        ("Föreslå", "Bo Lund", "juni 2026"),
    ]


def a_book(tmp_path, content, *, formats=None):
    book = openpyxl.Workbook()
    for row in content:
        book.active.append(row)
    for cell, form in (formats or {}).items():
        book.active[cell].number_format = form
    path = tmp_path / "plan.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("what", "form", "shown"),
    [
        pytest.param("Se över planen", "yyyy-mm-dd", "2026-05-31", id="Swedish, the usual format"),
        pytest.param(
            "Review of the plan and its goals",
            "yyyy-mm-dd h:mm:ss",
            "May 31, 2026",
            id="English, the usual format",
        ),
        pytest.param(
            "Se över planen", "d mmm yyyy", "31 maj 2026", id="a format with a month's name"
        ),
        pytest.param("Se över planen", "d/m/yyyy", "31/5/2026", id="a format in figures"),
    ],
)
def test_typed_dates_are_written_as_shown(tmp_path, what, form, shown) -> None:
    content = [("Aktivitet", "Deadline"), (what, datetime(2026, 5, 31))]  # noqa: DTZ001 - no zone
    found = read_plan(
        a_book(tmp_path, content, formats={"B2": form}), reference=REFERENCE
    ).activities[0]
    assert found.deadline.text == shown
    assert found.deadline.due == date(2026, 5, 31)


def test_preamble_and_merged_cells_of_a_sheet(tmp_path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ("Plan för handledning",),
        ("Uppdragsgivare", "Vårdrådet"),
        (),
        ("Nr", "Aktivitet", "Ansvarig", "Klart"),
        (1, "Kartlägg", "Alva Ek", "maj 2026"),
        (2, "Föreslå", None, "juni 2026"),
    ):
        sheet.append(row)
    sheet.merge_cells("C5:C6")
    path = tmp_path / "plan.xlsx"
    book.save(path)
    plan = read_plan(path, reference=REFERENCE)
    assert (plan.title, plan.commissioner) == ("Plan för handledning", "Vårdrådet")
    assert [one.responsible for one in plan.activities] == ["Alva Ek", "Alva Ek"]


def test_hidden_sheets_are_told(tmp_path) -> None:
    book = openpyxl.Workbook()
    book.active.append(("Aktivitet", "Klart"))
    book.active.append(("Kartlägg", "maj 2026"))
    book.create_sheet("Gömt").sheet_state = "hidden"
    path = tmp_path / "plan.xlsx"
    book.save(path)
    assert any("dolda blad" in warning for warning in read_plan(path, reference=None).warnings)


def test_formula_without_a_stored_value_is_a_question(tmp_path) -> None:
    content = [("Aktivitet", "Klart"), ("Kartlägg", "=A1+30")]
    found = read_plan(a_book(tmp_path, content), reference=None).activities[0]
    assert found.deadline is None
    assert "formel" in found.warnings[0]


@pytest.mark.parametrize("mark", ["x", "fill"])
def test_bars_of_a_gantt_sheet(tmp_path, mark) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append((None, None, 2026))
    sheet.append((None, None, *range(1, 7)))
    for code, name, months in (("A1", "Kartlägg", (3, 4)), ("A2", "Föreslå", (5, 7))):
        sheet.append((code, name))
        for column in range(months[0], months[1] + 1):
            cell = sheet.cell(sheet.max_row, column)
            if mark == "x":
                cell.value = "x"
            else:
                cell.fill = PatternFill("solid", fgColor="FF0070C0")
    path = tmp_path / "plan.xlsx"
    book.save(path)
    plan = read_plan(path, reference=None)
    assert [(one.number, one.description, one.deadline) for one in plan.activities] == [
        ("A1", "Kartlägg", None),
        ("A2", "Föreslå", None),
    ]
    assert [one.source.text.split(" | ")[-1] for one in plan.activities] == [
        "2026-01 – 2026-02",
        "2026-03 – 2026-05",
    ]
    assert any("markerade perioder" in warning for warning in plan.warnings)


def test_a_title_just_above_the_headings_of_a_gantt_sheet(tmp_path) -> None:
    book = openpyxl.Workbook()
    book.active.append(("Tidplan för flytt av arkivet",))
    book.active.append(())
    book.active.append(("Moment", "Ansvarig", "Klart senast", "v10", "v11", "v12", "v13"))
    book.active.append(("Packa lådor", "Arkivet", "2026-03-29", "x", "x"))
    book.save(tmp_path / "plan.xlsx")
    plan = read_plan(tmp_path / "plan.xlsx", reference=None)
    assert plan.title == "Tidplan för flytt av arkivet"
    assert [one.description for one in plan.activities] == ["Packa lådor"]


HEAD = ("Activity", "Responsible", "Deadline")


@pytest.mark.parametrize("ruled", [True, False])
def test_row_cut_by_a_page_is_one_row(typesetter, saved_pdf, ruled) -> None:
    setter = typesetter(ruled=ruled, foot=200)
    setter.put("Action plan of the group", size=18, bold=True, below=30)
    setter.put("This is the plan that the group has made for the coming year.")
    long = (
        "Describe what is needed for the placements of students in all the smaller towns, and why"
    )
    setter.table(
        [
            HEAD,
            ("1. Map the needs", "Ann Reed", "May 2026"),
            (f"2. {long}", "Bo Frank", "June 2026"),
            ("3. Report", "Ann Reed", "July 2026"),
        ]
    )
    assert rows(saved_pdf(setter)) == [
        ("1", "Map the needs", "Ann Reed", "May 2026"),
        ("2", long, "Bo Frank", "June 2026"),
        ("3", "Report", "Ann Reed", "July 2026"),
    ]


def test_headings_repeated_on_each_page_are_no_rows(typesetter, saved_pdf) -> None:
    setter = typesetter(foot=180)
    setter.put("Action plan of the group", size=18, bold=True, below=30)
    setter.put("This is the plan that the group has made for the coming year.")
    setter.table([HEAD, ("Map the needs", "Ann Reed", "May 2026")])
    setter.y = 1_000
    setter.table([HEAD, ("Report", "Bo Frank", "June 2026")])
    assert [row[1] for row in rows(saved_pdf(setter))] == ["Map the needs", "Report"]


def test_footers_and_notes_are_not_read_into_rows(typesetter, saved_pdf) -> None:
    setter = typesetter(ruled=False)
    setter.put("Action plan of the group", size=18, bold=True, below=30)
    setter.put("This is the plan that the group has made for the coming year.")
    setter.table(
        [HEAD, ("Map the needs", "Ann Reed", "May 2026"), ("Report", "Bo Frank", "June 2026")]
    )
    setter.pages[-1].text(60, 700, "1. See the report of the council.", size=7)
    setter.pages[-1].text(280, 820, "Page 1 of 1")
    assert rows(saved_pdf(setter))[-1] == (None, "Report", "Bo Frank", "June 2026")


def test_page_that_is_only_a_picture_is_told(tmp_path) -> None:
    from PIL import Image  # noqa: PLC0415 - comes with pdfplumber

    path = tmp_path / "scan.pdf"
    Image.new("RGB", (200, 200), "white").save(path)
    plan = read_plan(path, reference=None)
    assert any("Sida 1" in warning for warning in plan.warnings)


def test_type_too_small_to_see_costs_nothing(typesetter, saved_pdf) -> None:
    setter = typesetter()
    setter.put("Action plan of the group", size=18, bold=True, below=30)
    setter.pages[-1].text(500, 300, "May 2026", size=0.000001)
    path = saved_pdf(setter)
    began = time.monotonic()
    assert rows(path) == []
    assert time.monotonic() - began < 2
