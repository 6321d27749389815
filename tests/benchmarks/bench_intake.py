"""Rows read from a directive as PDF, beside pdfplumber's own tables; and what pages cost."""

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pdfplumber

from intake.read import read_plan
from tests.benchmarks.figure import Figure
from tests.intake.conftest import WRITERS, Typesetter, as_pdf, save_pdf
from tests.intake.directive import HEAD, ROWS

READ_ON = date(2026, 2, 1)
LAYOUTS: dict[str, dict[str, Any]] = {
    "plain": {},
    "cut": {"foot": 308},
    "borderless": {"ruled": False},
    "borderless_cut": {"ruled": False, "foot": 308},
}
PAGES, ALL_PAGES, ALL_SECONDS = 30, 300, 60
SECONDS = 2


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        for layout, how in LAYOUTS.items():
            path = as_pdf(Path(folder) / f"{layout}.pdf", **how)
            note = f"{_ours(path)} of {len(ROWS)} rows, pdfplumber {_theirs(path)}"
            yield Figure(f"intake_rows_of_{layout}_pdf", _ours(path) / len(ROWS), 1, note=note)
        yield _slowest_format(Path(folder))
        yield _long_document(Path(folder))


def _expected() -> set[tuple[str, str, str]]:
    return {(what, who, when) for _, what, who, when in ROWS}


def _ours(path: Path) -> int:
    rows = read_plan(path, reference=READ_ON).activities
    found = {
        (one.description, one.responsible, one.deadline and one.deadline.text) for one in rows
    }
    return len(found & _expected())


def _theirs(path: Path) -> int:
    """Rows whose cells are whole once line ends are folded and the number is taken off."""
    with pdfplumber.open(path) as pdf:
        tables = [table for page in pdf.pages for table in page.extract_tables()]
    folded = (
        [" ".join((cell or "").split()) for cell in row] for table in tables for row in table
    )
    found = {(row[0].partition(". ")[2], *row[1:]) for row in folded}
    return len(found & _expected())


def _slowest_format(folder: Path) -> Figure:
    took = {
        extension: _seconds(write(folder / f"plan{extension}"))
        for extension, write in WRITERS.items()
    }
    slowest = max(took, key=lambda extension: took[extension])
    note = f"{slowest} took {took[slowest]:.2f} s"
    return Figure(
        "intake_seconds_a_document", took[slowest] / SECONDS, 1, at_least=False, note=note
    )


def _long_document(folder: Path) -> Figure:
    setter = Typesetter()
    while len(setter.pages) < PAGES:
        setter.table(
            [HEAD, *((f"{number}. {what}", who, when) for number, what, who, when in ROWS)]
        )
    took = _seconds(save_pdf(folder / "long.pdf", setter.pages)) * ALL_PAGES / PAGES
    note = f"{took:.0f} s for {ALL_PAGES} pages"
    return Figure("intake_seconds_for_300_pages", took / ALL_SECONDS, 1, at_least=False, note=note)


def _seconds(path: Path) -> float:
    began = time.perf_counter()
    read_plan(path, reference=READ_ON)
    return time.perf_counter() - began
