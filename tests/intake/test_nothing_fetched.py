"""What a document links to is never fetched: a local listener hears nobody while it is read."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from queue import Queue
from urllib.request import urlopen
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml

from intake.read import read_plan
from tests.intake.open_documents import heading, save, table

HEAD, ROW = ("Aktivitet", "Ansvarig", "Tidplan"), ("Måla bänkarna", "Siv Dal", "3 maj 2027")
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{RELATION}"'
)


class Listener:
    """An address on this machine that knows who knocked."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.address = self.socket.getsockname()
        self.url = f"http://127.0.0.1:{self.address[1]}"
        self.callers: Queue[object] = Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, caller = self.socket.accept()
                self.callers.put(caller)
                connection.close()

    def others(self) -> list[object]:
        """Who knocked before this call, which knocks itself to be sure that all were heard."""
        with socket.create_connection(self.address) as mine:
            me = mine.getsockname()
            return list(iter(lambda: self.callers.get(timeout=10), me))


@pytest.fixture
def listener() -> Iterator[Listener]:
    """Known to hear before it is trusted to have heard nothing."""
    found = Listener()
    with contextlib.suppress(OSError):
        urlopen(found.url, timeout=5)  # noqa: S310 - its own address
    assert len(found.others()) == 1
    yield found
    found.socket.close()


def as_docx(path: Path, url: str) -> None:
    document = docx.Document()
    cells = document.add_table(rows=2, cols=3)
    for row, said in zip(cells.rows, (HEAD, ROW), strict=True):
        for cell, text in zip(row.cells, said, strict=True):
            cell.text = text
    image = document.part.relate_to(f"{url}/b.png", f"{RELATION}/image", is_external=True)
    document.add_paragraph().add_run()._r.append(
        parse_xml(f'<w:drawing {NAMES}><a:blip r:link="{image}"/></w:drawing>')
    )
    settings = document.part._settings_part
    template = settings.relate_to(
        f"{url}/t.dotm", f"{RELATION}/attachedTemplate", is_external=True
    )
    settings.element.append(parse_xml(f'<w:attachedTemplate {NAMES} r:id="{template}"/>'))
    document.save(str(path))


def as_xlsx(path: Path, url: str) -> None:
    """A cell from another workbook, a picture from the web and a link."""
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    book.active.append(ROW)
    book.active["D2"] = f'=IMAGE("{url}/b.png")'
    book.active["E2"] = f"='{url}/[annan.xlsx]Blad1'!A1"
    book.active["A2"].hyperlink = f"{url}/sida"
    book.save(path)
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" TargetMode="External" '
        f'Type="{RELATION}/externalLinkPath" Target="{url}/annan.xlsx"/>'
        "</Relationships>"
    )
    with ZipFile(path, "a") as package:
        package.writestr("xl/externalLinks/_rels/externalLink1.xml.rels", relation)


def as_odt(path: Path, url: str) -> None:
    picture = f'<draw:image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{url}/b.png"/>'
    body = heading("Plan") + f"<text:p>{picture}</text:p>" + table([HEAD, ROW])
    save(path, body)


def page(url: str) -> str:
    cells = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in (HEAD, ROW))
    return f"""<html><head><base href="{url}/"><link rel="stylesheet" href="{url}/s.css">
<link rel="icon" href="/i.ico"><style>@import url({url}/t.css);</style>
<script src="{url}/s.js"></script>
<meta http-equiv="refresh" content="0;url={url}/ny"></head><body background="{url}/b.png">
<h1>Plan</h1><img src="{url}/b.png" srcset="{url}/c.png 2x"><iframe src="{url}/f"></iframe>
<object data="{url}/o"></object><embed src="{url}/e"><video poster="{url}/p" src="{url}/v"></video>
<p><a href="{url}/a" ping="{url}/p">Läs mer</a></p><table>{cells}</table></body></html>"""


def as_html(path: Path, url: str) -> None:
    path.write_text(page(url), encoding="utf-8")


def as_markdown(path: Path, url: str) -> None:
    rows = "\n".join(f"| {' | '.join(row)} |" for row in (HEAD, ("---",) * 3, ROW))
    text = f'# Plan\n\n![bild]({url}/b.png) ![annan][a]\n\n<img src="{url}/c.png">\n\n{rows}\n\n'
    path.write_text(f"{text}[a]: {url}/d.png\n", encoding="utf-8")


def as_email(path: Path, url: str) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "siv.dal@example.se", "Plan"
    message.set_content(page(url), subtype="html")
    path.write_bytes(message.as_bytes())


WRITERS: dict[str, Callable[[Path, str], None]] = {
    "docx": as_docx,
    "xlsx": as_xlsx,
    "odt": as_odt,
    "html": as_html,
    "md": as_markdown,
    "eml": as_email,
}


@pytest.mark.parametrize("ending", WRITERS)
def test_a_document_with_links_is_read_and_nothing_is_fetched(tmp_path, listener, ending) -> None:
    path = tmp_path / f"plan.{ending}"
    WRITERS[ending](path, listener.url)
    [row] = read_plan(path, reference=None).activities
    assert (row.description, row.responsible) == ROW[:2]
    assert listener.others() == []
