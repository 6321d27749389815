"""Writes OpenDocument texts and sheets, and e-mail, for the tests."""

import zipfile
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path
from xml.sax.saxutils import escape

from tests.intake import directive as said

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "fo": "xsl-fo-compatible",
        "draw": "drawing",
    }.items()
)
NUMBERS = (
    '<text:list-style style:name="Counted">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    "</text:list-style>"
)


def heading(text: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{escape(text)}</text:h>'


def paragraph(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'


def points(texts: Sequence[str], style: str = "Bullets") -> str:
    inner = "".join(f"<text:list-item>{paragraph(one)}</text:list-item>" for one in texts)
    return f'<text:list text:style-name="{style}">{inner}</text:list>'


def cell(text: str, spans: str = "") -> str:
    return f"<table:table-cell{spans}><text:p>{escape(text)}</text:p></table:table-cell>"


def table(rows: Sequence[Sequence[str]], name: str = "Plan") -> str:
    """Cells as texts, or as elements of their own."""
    inner = "".join(
        f"<table:table-row>{''.join(one if one[:1] == '<' else cell(one) for one in row)}"
        "</table:table-row>"
        for row in rows
    )
    return f'<table:table table:name="{name}">{inner}</table:table>'


def save(path: Path, body: str, *, kind: str = "text") -> Path:
    content = (
        f'<?xml version="1.0"?><office:document-content {NAMES}><office:automatic-styles>'
        f"{NUMBERS}</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}>"
        "</office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        package.writestr("content.xml", content)
    return path


def as_odt(path: Path) -> Path:
    """The directive, with the numbers of its methods counted by a list."""
    people = (f"{label}:\t{name}, {place}" for label, name, place in said.MEMBERS)
    body = (
        paragraph(said.TITLE, "Title"),
        heading("Bakgrund"),
        paragraph("De övergripande målen ska uppnås genom att:"),
        points(said.GOALS),
        heading("Krav på uppdraget"),
        points(said.REQUIREMENTS),
        heading("Aktiviteter"),
        table([said.HEAD, *said.numbered_rows()]),
        heading("Metod"),
        points(said.METHODS),
        heading("Organisation"),
        heading("Uppdragsgivare", 2),
        paragraph(said.COMMISSIONER),
        heading("Uppdragsägare", 2),
        paragraph(said.OWNER),
        heading("Arbetsgrupp", 2),
        *(paragraph(one).replace("\t", "<text:tab/>") for one in people),
        heading("Tidplan"),
        paragraph(said.REPORTING),
    )
    return save(path, "".join(body))


def letter(subject: str, text: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Alva Ek <alva.ek@example.se>"
    message["To"] = "Bo Lund <bo.lund@example.se>"
    message["Date"] = "Wed, 04 Feb 2026 10:12:00 +0100"
    message.set_content(text)
    return message


def as_email(path: Path) -> Path:
    """The directive, as a table that somebody has put into a letter."""

    def row(cells: Sequence[str]) -> str:
        return f"<tr>{''.join(f'<td>{escape(one)}</td>' for one in cells)}</tr>"

    def listed(texts: Sequence[str]) -> str:
        return f"<ul>{''.join(f'<li>{escape(one)}</li>' for one in texts)}</ul>"

    people = "<br>".join(f"{label}: {name}, {place}" for label, name, place in said.MEMBERS)
    page = (
        f"<h2>Bakgrund</h2><p>De övergripande målen ska uppnås genom att:</p>{listed(said.GOALS)}"
        f"<h2>Krav på uppdraget</h2>{listed(said.REQUIREMENTS)}<h2>Aktiviteter</h2>"
        f"<table>{''.join(map(row, [said.HEAD, *said.numbered_rows()]))}</table>"
        f"<h2>Metod</h2>{listed(said.METHODS)}<h2>Organisation</h2>"
        f"<h3>Uppdragsgivare</h3><p>{said.COMMISSIONER}</p>"
        f"<h3>Uppdragsägare</h3><p>{said.OWNER}</p><h3>Arbetsgrupp</h3><p>{people}</p>"
        f"<h2>Tidplan</h2><p>{said.REPORTING}</p>"
    )
    message = letter(said.TITLE, "Se tabellen.")
    message.add_alternative(f"<html><body>{page}</body></html>", subtype="html")
    path.write_bytes(message.as_bytes())
    return path
