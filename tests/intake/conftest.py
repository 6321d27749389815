"""Documents for the tests: a fictional directive in every format, and a small PDF writer."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.intake.directive import (
    COMMISSIONER,
    GOALS,
    HEAD,
    MEMBERS,
    METHODS,
    OWNER,
    REPORTING,
    REQUIREMENTS,
    ROWS,
    TITLE,
    numbered_rows,
)
from tests.intake.open_documents import as_email, as_odt


def as_text(path: Path) -> Path:
    table = "\n".join(f"{what}\n{who} {when}" for what, who, when in numbered_rows())
    text = f"""{TITLE}

1. Bakgrund
De övergripande målen ska uppnås genom att:
{_bullets(GOALS)}

2. Krav på uppdraget
{_bullets(REQUIREMENTS)}

3. Aktiviteter
{" ".join(HEAD)}
{table}

4. Metod
{_bullets(METHODS)}

5. Organisation
Uppdragsgivare
{COMMISSIONER}
Uppdragsägare
{OWNER}
Arbetsgrupp
{chr(10).join(f"{label}:  {name}, {place}" for label, name, place in MEMBERS)}

6. Tidplan
{REPORTING}
"""
    path.write_text(text, encoding="utf-8")
    return path


def _bullets(points: tuple[str, ...]) -> str:
    return "\n".join(f"• {point}" for point in points)


def as_docx(path: Path) -> Path:
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_heading("Bakgrund", 1)
    document.add_paragraph("De övergripande målen ska uppnås genom att:")
    _points(document, GOALS)
    document.add_heading("Krav på uppdraget", 1)
    _points(document, REQUIREMENTS)
    document.add_heading("Aktiviteter", 1)
    _table(document, [HEAD, *numbered_rows()])
    document.add_heading("Metod", 1)
    _points(document, METHODS)
    document.add_heading("Organisation", 1)
    for label, value in (("Uppdragsgivare", COMMISSIONER), ("Uppdragsägare", OWNER)):
        document.add_heading(label, 2)
        document.add_paragraph(value)
    document.add_heading("Arbetsgrupp", 2)
    for label, name, place in MEMBERS:
        document.add_paragraph(f"{label}:\t{name}, {place}")
    document.add_heading("Tidplan", 1)
    document.add_paragraph(REPORTING)
    document.save(str(path))
    return path


def _points(document, points: tuple[str, ...]) -> None:
    for point in points:
        document.add_paragraph(point, style="List Bullet")


def _table(document, rows) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def as_xlsx(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheets = {
        "Uppdrag": [("Titel", TITLE), ("Uppdragsgivare", COMMISSIONER), ("Uppdragsägare", OWNER)],
        "Mål": [(goal,) for goal in GOALS],
        "Krav": [(requirement,) for requirement in REQUIREMENTS],
        "Aktiviteter": [("Nr", *HEAD), *((int(number), *rest) for number, *rest in ROWS)],
        "Metod": [(method,) for method in METHODS],
        "Arbetsgrupp": [("Namn", "Organisation"), *((name, place) for _, name, place in MEMBERS)],
        "Rapportering": [(REPORTING,)],
    }
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


@dataclass
class Page:
    """A4 in points, from the top; text is Helvetica in the encoding of western Windows."""

    operations: str = ""
    comment: str = ""

    def text(self, x: float, y: float, text: str, *, size: float = 11, bold: bool = False) -> None:
        shown = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        face = "B" if bold else "R"
        self.operations += f"BT /{face} {size} Tf {x} {842 - y} Td ({shown}) Tj ET\n"

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.operations += f"{x0} {842 - y0} m {x1} {842 - y1} l S\n"


def save_pdf(path: Path, pages: list[Page]) -> Path:
    """The smallest PDF that has pages, two faces and a table of its objects."""
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    face = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        face.format("Helvetica"),
        face.format("Helvetica-Bold"),
    ]
    for at, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * at} 0 R "
            f"/Resources << /Font << /R 3 0 R /B 4 0 R >> >>{_annotated(page)} >>"
        )
        length = len(page.operations.encode("cp1252"))
        objects.append(f"<< /Length {length} >>\nstream\n{page.operations}\nendstream")
    path.write_bytes(_assembled(objects))
    return path


def _annotated(page: Page) -> str:
    if not page.comment:
        return ""
    note = f"/Type /Annot /Subtype /Text /Rect [300 600 320 620] /Contents ({page.comment})"
    return f" /Annots [<< {note} >>]"


def _assembled(objects: list[str]) -> bytes:
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return body + end.encode()


class Typesetter:
    """Sets text and tables down the page, and turns it when it is full."""

    def __init__(self, *, ruled: bool = True, foot: float = 780) -> None:
        self.pages = [Page()]
        self.y = 60.0
        self.ruled = ruled
        self.foot = foot

    def put(
        self, text: str, *, x: float = 60, size: float = 11, bold: bool = False, below: float = 16
    ) -> None:
        self._room()
        self.pages[-1].text(x, self.y, text, size=size, bold=bold)
        self.y += below

    def _room(self) -> None:
        if self.y > self.foot:
            self.pages.append(Page())
            self.y = 60.0

    def table(self, rows, edges=(60, 260, 400, 540)) -> None:
        """Cells broken over lines, and rows over pages."""
        for row in rows:
            broken = [_broken(text, 32) for text in row]
            self._rule(edges)
            for line in range(max(map(len, broken))):
                if self.y > self.foot:
                    self._room()
                    self._rule(edges)
                top = self.y - 11
                for x, lines in zip(edges, broken, strict=False):
                    if line < len(lines):
                        self.pages[-1].text(x + 4, self.y, lines[line])
                self.y += 15
                if self.ruled:
                    for x in edges:
                        self.pages[-1].line(x, top, x, self.y - 11)
            self._rule(edges)
            self.y += 0 if self.ruled else 6
        self.y += 20

    def _rule(self, edges) -> None:
        if self.ruled:
            self.pages[-1].line(edges[0], self.y - 11, edges[-1], self.y - 11)


def _broken(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def as_pdf(path: Path, *, ruled: bool = True, foot: float = 780) -> Path:
    setter = Typesetter(ruled=ruled, foot=foot)
    setter.put(TITLE, size=20, bold=True, below=34)
    sections = (
        (
            "1. Bakgrund",
            ("De övergripande målen ska uppnås genom att:", *(f"• {one}" for one in GOALS)),
        ),
        ("2. Krav på uppdraget", tuple(f"• {one}" for one in REQUIREMENTS)),
        ("3. Aktiviteter", ()),
        ("4. Metod", tuple(f"• {one}" for one in METHODS)),
        ("5. Organisation", ()),
        ("6. Tidplan", tuple(REPORTING.replace(". V", ".|V").split("|"))),
    )
    for heading, lines in sections:
        setter.put(heading, size=14, bold=True, below=22)
        for line in lines:
            setter.put(line)
        if heading.startswith("3"):
            setter.table([HEAD, *numbered_rows()])
        if heading.startswith("5"):
            _organisation(setter)
        setter.y += 10
    return save_pdf(path, setter.pages)


def _organisation(setter: Typesetter) -> None:
    for label, value in (("Uppdragsgivare", COMMISSIONER), ("Uppdragsägare", OWNER)):
        setter.put(label, bold=True)
        setter.put(value)
    setter.put("Arbetsgrupp", bold=True)
    for label, name, place in MEMBERS:
        setter.put(f"{label}:")
        setter.y -= 16
        setter.put(f"{name}, {place}", x=140)


Writer = Callable[[Path], Path]
WRITERS: dict[str, Writer] = {
    ".docx": as_docx,
    ".eml": as_email,
    ".odt": as_odt,
    ".pdf": as_pdf,
    ".txt": as_text,
    ".xlsx": as_xlsx,
}


@pytest.fixture
def directive(tmp_path) -> Callable[..., Path]:
    """Writes the directive with the given extension."""

    def write(extension: str, **how: object) -> Path:
        return WRITERS[extension](tmp_path / f"direktiv{extension}", **how)

    return write


@pytest.fixture
def typesetter() -> type[Typesetter]:
    return Typesetter


@pytest.fixture
def saved_pdf(tmp_path) -> Callable[[Typesetter], Path]:
    return lambda setter: save_pdf(tmp_path / "satt.pdf", setter.pages)


@pytest.fixture
def written(tmp_path) -> Callable[[str, str], Path]:
    """A text file with the given name and words."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write
