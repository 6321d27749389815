"""Writes a plan as a Word document, to read and to print."""

from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from language.catalog import say
from reports.exported import COLUMNS, Column, ExportedPlan, cells, heading
from reports.printable import printable

WIDTHS: Final[dict[Column, int]] = {  # millimetres; A4 across, less its margins
    "uid": 24,
    "number": 10,
    "activity": 66,
    "responsible": 30,
    "wording": 30,
    "due": 21,
    "status": 22,
    "comment": 28,
    "report": 28,
    "moves": 18,
}
_TAGS: Final = {"sv": "sv-SE", "en": "en-GB"}


def write(plan: ExportedPlan) -> bytes:
    document = Document()
    _turn(document.sections[0])
    _speak(document, _TAGS[plan.language])
    document.core_properties.title = printable(plan.heading)[:255]
    document.core_properties.author = "Tidplan"
    document.core_properties.language = _TAGS[plan.language]
    document.add_heading(printable(plan.heading), level=1)
    if plan.title:
        document.add_paragraph(printable(plan.title))
    _table(document, plan)
    _number_pages(document, plan)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _turn(section: Any) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(10)
    section.top_margin = section.bottom_margin = Mm(15)


def _speak(document: Any, tag: str) -> None:
    """The language that a screen reader should use."""
    style = document.styles["Normal"]
    style.font.size = Pt(9)
    properties = style.element.get_or_add_rPr()
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), tag)
    properties.append(spoken)


def _table(document: Any, plan: ExportedPlan) -> None:
    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    for cell, column in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.paragraphs[0].add_run(heading(column, plan.language)).bold = True
        cell.width = Mm(WIDTHS[column])
    _mark(table.rows[0], "w:tblHeader")
    for row in plan.rows:
        added = table.add_row()
        _mark(added, "w:cantSplit")
        for cell, (column, text) in zip(
            added.cells, cells(row, plan.language).items(), strict=True
        ):
            cell.text, cell.width = printable(text), Mm(WIDTHS[column])


def _mark(row: Any, property_: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(property_))  # noqa: SLF001 - python-docx has no name for it


def _number_pages(document: Any, plan: ExportedPlan) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run(say("reports.page", plan.language) + " ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields
