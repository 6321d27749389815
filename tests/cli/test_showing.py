"""A plan as it was on a day, at the keyboard."""

import json
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

FIRST = """\
Nr,Aktivitet,Ansvarig,Tidplan
1,Skriva en rapport om praktik,Sjögruppen,Klart senast 31 mars 2027
2,Hålla ett möte om praktik,Sjögruppen,Klart hösten 2027
"""
SECOND = FIRST.replace("31 mars 2027", "30 april 2027").replace("2,Hålla", "5,Hålla")


NOW = ("--today", "2026-04-01")


@pytest.fixture
def followed(tidplan, tmp_path: Path):
    """A plan that was approved in January, answered in February and revised in March."""
    for day, text in (("2026-01-12", FIRST), ("2026-03-02", SECOND)):
        plan = tmp_path / "plan.csv"
        plan.write_text(text, encoding="utf-8")
        given = ("--group", "Sjögruppen", "--yes", "--reference", "2026-01-01", "--today", day)
        assert tidplan("plan", "import", plan, *given).code == 0
        reported = ("--status", "in-progress", "--by", "Anna Ek", "--today", "2026-02-02")
        assert tidplan("report", "1", *reported).code == 0
    return tidplan


def test_the_versions_rows_times_and_states_of_that_day(followed) -> None:
    said = followed("plan", "show", "Sjögruppen", "--on", "2026-02-01", *NOW).out
    assert "som den var 2026-02-01" in said
    assert "Klart senast 31 mars 2027" in said
    assert "pågår" not in said
    found = json.loads(followed("plan", "show", "--on", "2026-02-02", *NOW, "--json").out)
    assert [(row["number"], row["status"]) for row in found["rows"]] == [
        ("1", "in_progress"),
        ("2", "not_started"),
    ]
    later = followed("plan", "show", "--on", "2026-03-02", *NOW).out
    assert "Klart senast 30 april 2027" in later
    assert "Klart senast 31 mars 2027" not in later


def test_before_the_first_approval_there_was_no_plan(followed) -> None:
    said = followed("plan", "show", "--on", "2026-01-11", *NOW)
    assert said.code == 2
    assert "hade ingen godkänd plan 2026-01-11" in said.err


def test_the_files_can_be_had_as_of_a_day(followed, tmp_path: Path) -> None:
    sheet, paper = tmp_path / "then.xlsx", tmp_path / "then.docx"
    for file in (sheet, paper):
        assert followed("plan", "export", "--on", "2026-02-01", *NOW, "--output", file).code == 0
    assert load_workbook(sheet).worksheets[0]["F2"].value.date().isoformat() == "2027-03-31"
    assert "2026-02-01" in Document(str(paper)).paragraphs[0].text
    assert "inget ändras" in followed("plan", "import", sheet, "--yes").out


@pytest.mark.parametrize("command", [("show",), ("export", "--output", "later.xlsx")])
def test_no_plan_is_told_as_it_will_be(followed, command: tuple[str, ...]) -> None:
    said = followed("plan", *command, "--on", "2026-04-02", *NOW)
    assert said.code == 2
    assert said.err.startswith("2026-04-02 har inte varit än")
    assert followed("plan", "show", "--on", "2026-04-01", *NOW).code == 0
