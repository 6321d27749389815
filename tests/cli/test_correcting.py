"""What was read wrongly is put right in the draft, and stays right when it is read again."""

import json
from importlib.resources import files
from pathlib import Path

import openpyxl
import pytest

PLAN = """\
Nr,Aktivitet,Ansvarig,Tidplan
1,Skriva en raport om praktik,Sjögruppen,Klart senast 31 mars 2027
2,Hålla ett möte om praktik,Sjögruppen,Klart när det passar
3,Sammanfattning av alla rader,,
"""
ASKED = ("--group", "Sjögruppen", "--reference", "2026-01-01", "--today", "2026-01-12")


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return written(tmp_path / "plan.csv", PLAN)


def written(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def draft(tidplan, document: Path):
    """The plan as it was read, corrected in two rows, less one, with one that was missed."""
    assert tidplan("plan", "import", document, *ASKED).code == 0
    assert tidplan("plan", "correct", "1", "--activity", "Skriva en  rapport").code == 0
    assert tidplan("plan", "correct", "2", "--deadline", "hösten 2027").code == 0
    assert tidplan("plan", "correct", "3", "--remove").code == 0
    new = ("--number", "4", "--activity", "Bjuda in alla lärosäten", "--deadline", "maj 2027")
    assert tidplan("plan", "correct", "new", *new).code == 0
    return tidplan


def rows(tidplan) -> list[tuple[str, str, str | None]]:
    found = json.loads(tidplan("plan", "show", "--json").out)["activities"]
    return [
        (one["number"], one["description"], (one["deadline"] or {}).get("due")) for one in found
    ]


RIGHT = [
    ("1", "Skriva en rapport", "2027-03-31"),
    ("2", "Hålla ett möte om praktik", "2027-12-31"),
    ("4", "Bjuda in alla lärosäten", "2027-05-31"),
]


def test_a_corrected_row_counts_and_shows_what_was_read(draft) -> None:
    assert rows(draft) == RIGHT
    said = draft("plan", "show").out
    assert "~ rättad: 1. Skriva en rapport · Sjögruppen" in said
    assert "lästes som: 1. Skriva en raport om praktik" in said
    assert "~ tillagd för hand: 4. Bjuda in alla lärosäten" in said
    assert "~ utelämnad: 3. Sammanfattning av alla rader" in said
    found = json.loads(draft("plan", "show", "--json").out)["activities"]
    assert found[0]["source"]["row"] == 2
    assert found[1]["warnings"] == []
    draft("plan", "approve", "--today", "2026-01-12")
    assert json.loads(draft("status", "--json").out)["activities"][1]["deadline"]["due"] == "2027-12-31"  # fmt: skip # noqa: E501


def test_a_draft_that_is_read_again_stays_corrected(draft, document: Path) -> None:
    assert draft("plan", "import", document, *ASKED).code == 0
    assert rows(draft) == RIGHT


def test_an_approved_plan_that_is_read_again_stays_corrected(draft, document: Path) -> None:
    draft("plan", "approve", "--today", "2026-01-12")
    assert "redan godkänd" in draft("plan", "import", document, *ASKED, "--yes").out
    difference = json.loads(draft("plan", "diff", document, *ASKED[:4], "--json").out)
    assert {one["change"] for one in difference} == {"same"}


def test_what_the_document_itself_changes_is_taken_over(draft, tmp_path: Path) -> None:
    draft("plan", "approve", "--today", "2026-01-12")
    revised = PLAN.replace("31 mars 2027", "30 april 2027")
    draft("plan", "import", written(tmp_path / "plan.csv", revised), *ASKED, "--yes")
    assert rows(draft) == [("1", "Skriva en rapport", "2027-04-30"), *RIGHT[1:]]


def test_a_sheet_that_came_back_is_not_undone_by_the_old_document(
    tidplan, document: Path, tmp_path: Path
) -> None:
    from openpyxl import load_workbook  # noqa: PLC0415 - heavy

    tidplan("plan", "import", document, *ASKED, "--yes")
    sheet = tmp_path / "plan.xlsx"
    tidplan("plan", "export", "--output", sheet)
    book = load_workbook(sheet)
    book.worksheets[0]["D2"] = "Anna Ekvall"
    book.save(sheet)
    assert "1 rad är sparad" in tidplan("plan", "import", sheet, "--yes").out
    assert "redan godkänd" in tidplan("plan", "import", document, *ASKED, "--yes").out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        pytest.param(["9", "--activity", "x"], "1–3", id="no such row"),
        pytest.param(["1"], "--deadline", id="nothing to correct"),
        pytest.param(["1", "--deadline", "kaffe"], "kaffe", id="no time"),
        pytest.param(["1", "--activity", " "], "--activity", id="a row that says nothing"),
        pytest.param(["r9", "--deadline", "maj 2027"], "r9", id="no such duty"),
        pytest.param(["new", "--deadline", "maj 2027"], "--activity", id="a row without words"),
        pytest.param(["1", "--remove", "--plan", "7"], "7", id="no such draft"),
    ],
)
def test_what_is_wrong_corrects_nothing(
    tidplan, document: Path, arguments: list[str], named: str
) -> None:
    tidplan("plan", "import", document, *ASKED)
    before = tidplan("plan", "show", "--json").out
    said = tidplan("plan", "correct", *arguments)
    assert said.code == 2
    assert named in said.err
    assert said.err.count("\n") == 1
    assert tidplan("plan", "show", "--json").out == before


def test_an_approved_plan_is_not_corrected_behind_its_back(tidplan, document: Path) -> None:
    tidplan("plan", "import", document, *ASKED, "--yes")
    assert tidplan("plan", "correct", "1", "--activity", "Något annat").code == 2


def test_a_row_without_a_number_is_named_by_its_place(tidplan, tmp_path: Path) -> None:
    plan = written(tmp_path / "plan.csv", PLAN.replace("2,Hålla", ",Hålla"))
    tidplan("plan", "import", plan, *ASKED)
    said = tidplan("plan", "correct", "2", "--responsible", "")
    assert "Raden är nu: Hålla ett möte om praktik · ”Klart när det passar”" in said.out


def test_reporting_duties_are_put_right_in_the_same_way(tidplan) -> None:
    directive = files("cli") / "example" / "uppdragsdirektiv.docx"
    assert tidplan("plan", "import", directive).code == 0
    duties = json.loads(tidplan("plan", "show", "--json").out)["reporting"]
    said = tidplan("plan", "correct", "r2", "--deadline", "1 december 2026").out
    assert f"Raden är nu: r2. {duties[1]['text']} · ”1 december 2026” · 2026-12-01" in said
    assert tidplan("plan", "correct", "r1", "--remove").code == 0
    for _ in range(2):
        kept = json.loads(tidplan("plan", "show", "--json").out)["reporting"]
        assert [(one["text"], one["deadline"]["due"]) for one in kept] == [
            (duties[1]["text"], "2026-12-01")
        ]
        assert tidplan("plan", "import", directive).code == 0
    said = tidplan("plan", "show").out
    assert f"~ utelämnad: {duties[0]['text']}" in said
    assert "lästes som: r1." in said
    tidplan("plan", "approve", "--today", "2026-01-12")
    assert "redan godkänd" in tidplan("plan", "import", directive, "--yes").out


def test_periods_that_are_only_marked_become_times_at_once(tidplan, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (
        ("Aktivitet", "Ansvarig", "v3", "v4", "v5", "v6"),
        ("Måla båten", "Alva Ek", "x", "x", None, None),
        ("Laga seglet", "Bo Lund", None, None, None, "x"),
    ):
        book.active.append(row)
    book.save(tmp_path / "plan.xlsx")
    told = tidplan("plan", "import", tmp_path / "plan.xlsx", *ASKED)
    assert "[v3 – v4]" in told.out
    assert rows(tidplan) == [(None, "Måla båten", None), (None, "Laga seglet", None)]
    assert tidplan("plan", "correct", "marked").code == 0
    assert rows(tidplan) == [
        (None, "Måla båten", "2026-01-25"),
        (None, "Laga seglet", "2026-02-08"),
    ]
    again = tidplan("plan", "correct", "marked")
    assert again.code == 2
    assert "Sjögruppen" in again.err
