"""Years that stand above rows whose times have none."""

from datetime import date

import docx
import pytest

from intake.read import read_plan

HEAD = ("Aktivitet", "Ansvarig", "Klart")


def dues(path) -> list[date | None]:
    plan = read_plan(path, reference=date(2020, 1, 1))
    return [one.deadline and one.deadline.due for one in plan.activities]


@pytest.mark.parametrize(
    "headings",
    [
        pytest.param(("2025", "2026"), id="years alone"),
        pytest.param(("År 2025", "År 2026:"), id="named as years"),
        pytest.param(("Aktiviteter 2025", "Aktiviteter under 2026"), id="behind other words"),
    ],
)
def test_a_heading_gives_its_year(written, headings) -> None:
    table = "| Aktivitet | Klart |\n|---|---|\n| Laga bron | maj |\n"
    text = "".join(f"## {heading}\n\n{table}\n" for heading in headings)
    assert dues(written("plan.md", f"# Färdplan\n\n{text}")) == [
        date(2025, 5, 31),
        date(2026, 5, 31),
    ]


def test_a_heading_of_several_years_gives_none(written) -> None:
    table = "| Aktivitet | Klart |\n|---|---|\n| Laga bron | maj |\n"
    path = written("plan.md", f"# Färdplan\n\n## Aktiviteter 2025–2026\n\n{table}")
    assert dues(path) == [date(2020, 5, 31)]


@pytest.mark.parametrize("bold", [True, False])
def test_a_line_right_above_a_table_gives_its_year(tmp_path, bold) -> None:
    book = docx.Document()
    book.add_heading("Färdplan", 0)
    for year in ("2025", "2026"):
        book.add_paragraph().add_run(year).bold = bold
        table = book.add_table(0, 3)
        for row in (HEAD, (f"Laga bron {year}", "Bo Lund", "maj")):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    book.save(tmp_path / "plan.docx")
    assert dues(tmp_path / "plan.docx") == [date(2025, 5, 31), date(2026, 5, 31)]


def test_a_row_across_the_table_gives_its_time(written) -> None:
    rows = "2025;;\nLaga bron;Bo Lund;maj\nMåla;Bo Lund;juni 2027\n2026;;\nSåga;Bo Lund;maj\n"
    assert dues(written("plan.csv", f"{';'.join(HEAD)}\n{rows}")) == [
        date(2025, 5, 31),
        date(2027, 6, 30),
        date(2026, 5, 31),
    ]


def test_rows_below_a_row_that_is_a_time_are_due_then(written) -> None:
    rows = "Våren 2026;\nLaga bron;Bo Lund\nHösten 2026;\nMåla;Alva Ek\n"
    plan = read_plan(written("plan.csv", f"Aktivitet;Ansvarig\n{rows}"), reference=None)
    assert [(one.description, one.deadline.text) for one in plan.activities] == [
        ("Laga bron", "Våren 2026"),
        ("Måla", "Hösten 2026"),
    ]


@pytest.mark.parametrize(
    ("row", "due"),
    [
        pytest.param("| | Rapportera | Bo Lund |", date(2020, 1, 31), id="below its month"),
        pytest.param("| | 1b. Rapportera | Bo Lund |", None, id="a row with a number of its own"),
    ],
)
def test_a_time_that_stands_once_is_carried_down_with_a_question(written, row, due) -> None:
    table = (
        f"| Månad | Aktivitet | Ansvarig |\n|---|---|---|\n| Januari | Städa | Alva Ek |\n{row}\n"
    )
    path = written("plan.md", f"# Plan\n\n{table}")
    assert dues(path)[1] == due
    plan = read_plan(path, reference=date(2020, 1, 1))
    assert bool(plan.activities[1].warnings) == (due is not None)
