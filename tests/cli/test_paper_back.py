"""The plan as a paper is for reading: sent back, it is refused and nothing is changed."""

import csv
import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from docx import Document

from language.catalog import LANGUAGES, keys
from reports.exported import COLUMNS

EXAMPLE = files("cli") / "example"


@pytest.fixture(params=["sv", "en"])
def paper(request, tidplan, home: Path, tmp_path: Path) -> Path:
    """A followed plan written out, in the council's language."""
    document = tmp_path / "uppdragsdirektiv.docx"
    shutil.copy(str(EXAMPLE / "uppdragsdirektiv.docx"), document)
    assert tidplan("people", "import", EXAMPLE / "people.csv").code == 0
    assert tidplan("plan", "import", document, "--yes").code == 0
    council = f"name: Rådet\nlanguage: {request.param}\n"
    (home / "council.yaml").write_text(council, encoding="utf-8")
    assert tidplan("plan", "export", "--output", tmp_path / "ut.docx").code == 0
    return tmp_path / "ut.docx"


def as_csv(paper: Path) -> Path:
    [table] = Document(str(paper)).tables
    with paper.with_suffix(".csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([cell.text for cell in row.cells] for row in table.rows)
    return paper.with_suffix(".csv")


def without_comments(paper: Path) -> Path:
    document = Document(str(paper))
    for row in document.tables[0].rows:
        cell = row.cells[COLUMNS.index("comment")]._tc
        cell.getparent().remove(cell)
    document.save(str(paper))
    return paper


@pytest.mark.parametrize("changed", [Path, as_csv, without_comments])
def test_the_paper_sent_back_is_refused_with_a_word_about_the_workbook(
    tidplan, paper: Path, changed
) -> None:
    before = tidplan("status", "--json").out
    said = tidplan("plan", "import", changed(paper), "--yes")
    assert said.code == 2
    assert said.err.count("\n") == 1
    assert "XLSX" in said.err
    assert tidplan("status", "--json").out == before


def test_the_paper_is_known_by_the_columns_that_are_written() -> None:
    for language in LANGUAGES:
        named = {one for one in keys(language) if one.startswith("reports.heading.")}
        assert named == {f"reports.heading.{column}" for column in COLUMNS}
