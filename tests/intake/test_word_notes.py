"""Footnotes of Word documents: told beside their words, or read in their place."""

import zipfile
from datetime import date

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from intake.read import read_plan

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ROWS = [("Aktivitet", "Ansvarig", "Klart"), ("Bygg en brygga", "Alva Ek", "maj 2026")]
REFERENCE = date(2026, 2, 1)


def refer(paragraph, kind: str) -> None:
    reference = OxmlElement(f"w:{kind}Reference")
    reference.set(qn("w:id"), "2")
    paragraph.add_run()._r.append(reference)


def saved(document, tmp_path, *, kind: str, text: str):
    path = tmp_path / "plan.docx"
    document.save(str(path))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(
            f"word/{kind}s.xml",
            f'<w:{kind}s xmlns:w="{W}"><w:{kind} w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
            f"</w:{kind}></w:{kind}s>",
        )
    return path


def a_plan(when: str = "maj 2026"):
    document = docx.Document()
    document.add_heading("Plan", 0)
    document.add_paragraph("Bakgrunden är känd.")
    table = document.add_table(rows=0, cols=3)
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    table.rows[1].cells[2].text = when
    return document, table.rows[1].cells[2].paragraphs[0]


@pytest.mark.parametrize("kind", ["footnote", "endnote", "comment"])
def test_a_note_in_a_row_is_told(tmp_path, kind) -> None:
    document, cell = a_plan()
    refer(cell, kind)
    path = saved(document, tmp_path, kind=kind, text="Om bygglovet finns, annars 2027.")
    plan = read_plan(path, reference=REFERENCE, reader="en")
    assert any(
        "“maj 2026”" in one and "“Om bygglovet finns, annars 2027.”" in one
        for one in plan.warnings
    )
    assert plan.activities[0].deadline.text == "maj 2026"
    assert plan.activities[0].warnings == ()


def test_a_cell_that_is_only_a_note_says_what_the_note_says(tmp_path) -> None:
    document, cell = a_plan(when="")
    refer(cell, "footnote")
    path = saved(document, tmp_path, kind="footnote", text="Hösten 2026")
    plan = read_plan(path, reference=REFERENCE)
    assert plan.activities[0].deadline.text == "Hösten 2026"


def test_a_comment_is_no_value_of_an_empty_cell(tmp_path) -> None:
    document, cell = a_plan(when="")
    refer(cell, "comment")
    path = saved(document, tmp_path, kind="comment", text="Hösten 2026")
    assert read_plan(path, reference=REFERENCE).activities[0].deadline is None


def test_sources_of_running_text_are_left_alone(tmp_path) -> None:
    document, _ = a_plan()
    refer(document.paragraphs[1], "footnote")
    path = saved(document, tmp_path, kind="footnote", text="Se rapporten av år 2020.")
    assert read_plan(path, reference=REFERENCE).warnings == ()
