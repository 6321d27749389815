"""A plan goes out by `plan export` and comes back by `plan import`, at the keyboard."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook

EXAMPLE = files("cli") / "example"
UID = "handledargruppen-{}"


@pytest.fixture
def followed(tidplan, tmp_path: Path):
    """A plan with its people, approved."""
    document = tmp_path / "uppdragsdirektiv.docx"
    shutil.copy(str(EXAMPLE / "uppdragsdirektiv.docx"), document)
    assert tidplan("people", "import", EXAMPLE / "people.csv").code == 0
    assert tidplan("plan", "import", document, "--yes").code == 0
    return tidplan


@pytest.fixture
def sheet(followed, tmp_path: Path) -> Path:
    file = tmp_path / "plan.xlsx"
    assert followed("plan", "export", "--output", file).code == 0
    return file


def fill_in(file: Path, cells: Mapping[str, object]) -> Path:
    book = load_workbook(file)
    for place, value in cells.items():
        book.worksheets[0][place] = value
    book.save(file)
    return file


def one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and text.strip().endswith(".") and "Traceback" not in text


def standing(tidplan) -> dict[str, dict[str, object]]:
    found = json.loads(tidplan("status", "--json").out)["activities"]
    return {one["uid"]: one for one in found}


def test_the_plan_as_a_workbook_and_as_a_paper(followed, tmp_path: Path) -> None:
    for name in ("plan.xlsx", "plan.docx", "PLAN.XLSX"):
        said = followed("plan", "export", "Handledargruppen", "--output", tmp_path / name)
        assert said.code == 0
        assert "11 rader" in said.out
    [table] = Document(str(tmp_path / "plan.docx")).tables
    assert len(table.rows) == 12


def test_a_council_that_speaks_english(followed, home: Path, tmp_path: Path) -> None:
    (home / "council.yaml").write_text("name: Rådet\nlanguage: en\n", encoding="utf-8")
    sent = tmp_path / "plan.xlsx"
    assert followed("plan", "export", "--output", sent).code == 0
    headings = [cell.value for cell in load_workbook(sent).worksheets[0][1]]
    assert "Responsible" in headings
    assert "Ansvarig" not in headings


def test_a_file_is_never_written_over_unless_told(followed, sheet: Path) -> None:
    before = sheet.read_bytes()
    said = followed("plan", "export", "--output", sheet)
    assert said.code == 2
    assert one_sentence(said.err)
    assert sheet.read_bytes() == before
    sheet.write_bytes(b"mine")
    assert followed("plan", "export", "--output", sheet, "--force").code == 0
    assert load_workbook(sheet).worksheets[0]["A2"].value == UID.format(1)
    assert [one.name for one in sheet.parent.glob(".*")] == []


@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize("name", ["no-such-folder/plan.xlsx", "/proc/plan.xlsx"])
def test_a_place_that_cannot_be_written(followed, tmp_path: Path, name: str, force) -> None:
    said = followed("plan", "export", "--output", tmp_path / name, *force)
    assert said.code == 2
    assert one_sentence(said.err)
    assert "(mappen finns inte)" in said.err


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_folder_is_no_file(followed, tmp_path: Path, force) -> None:
    (tmp_path / "plan.xlsx").mkdir()
    said = followed("plan", "export", "--output", tmp_path / "plan.xlsx", *force)
    assert said.code == 2
    assert one_sentence(said.err)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_not_ours(followed, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    said = followed("plan", "export", "--output", tmp_path / "locked" / "plan.xlsx")
    assert said.code == 2
    assert one_sentence(said.err)


@pytest.mark.parametrize("arguments", [["9"], ["Ingen grupp"]])
def test_a_plan_that_is_not_there(followed, tmp_path: Path, arguments) -> None:
    said = followed("plan", "export", *arguments, "--output", tmp_path / "plan.xlsx")
    assert said.code == 2
    assert one_sentence(said.err)
    assert not (tmp_path / "plan.xlsx").exists()


def test_a_format_that_we_do_not_write(followed, tmp_path: Path) -> None:
    said = followed("plan", "export", "--output", tmp_path / "plan.pdf")
    assert said.code == 2
    assert ".xlsx, .docx" in said.err


def test_an_untouched_sheet_changes_nothing(followed, sheet: Path) -> None:
    before = standing(followed)
    said = followed("plan", "import", sheet, "--yes")
    assert said.code == 0
    assert "inget ändras" in said.out
    assert standing(followed) == before
    assert len(json.loads(followed("plan", "list", "--json").out)) == 1


def test_three_edited_rows_are_shown_before_they_count(followed, sheet: Path) -> None:
    fill_in(
        sheet,
        {
            "G2": "klar",
            "H2": "Färdigt!",
            "C3": "En helt annan uppgift än den som stod här",
            "E4": "Klart våren 2028",
        },
    )
    before = standing(followed)
    shown = followed("plan", "import", sheet)
    assert "3 rader" in shown.out
    assert "Läge: inte påbörjad → klar" in shown.out
    assert "(2028-06-30)" in shown.out
    assert "Inget är sparat" in shown.out
    difference = json.loads(followed("plan", "diff", sheet, "--json").out)
    assert [one["uid"] for one in difference] == [UID.format(row) for row in (1, 2, 3)]
    assert "3 rader" in followed("plan", "diff", sheet).out
    assert standing(followed) == before
    assert "3 rader är sparade" in followed("plan", "import", sheet, "--yes").out
    after = standing(followed)
    assert after[UID.format(1)]["status"] == "done"
    assert after[UID.format(2)]["description"] == "En helt annan uppgift än den som stod här"
    assert "inget ändras" in followed("plan", "import", sheet, "--yes").out


DOUBTS = {
    "E2": ("när det passar", "Rad 2, handledargruppen-1: ”när det passar” ger ingen dag"),
    "E3": (None, "Rad 3, handledargruppen-2: tiden är borttagen"),
    "D4": ("Okänd Person", "Rad 4, handledargruppen-3: ingen i gruppen heter ”Okänd Person”"),
    "D5": (None, "Rad 5, handledargruppen-4: ingen står som ansvarig"),
}


@pytest.mark.parametrize("command", ["diff", "import"])
def test_what_a_person_should_look_at_is_told(followed, sheet: Path, command: str) -> None:
    said = followed("plan", command, fill_in(sheet, {at: one for at, (one, _) in DOUBTS.items()}))
    assert said.code == 0
    assert [
        line.startswith(f"! {DOUBTS[at][1]}")
        for at, line in zip(
            DOUBTS, [one for one in said.out.splitlines() if one.startswith("!")], strict=True
        )
    ] == [True] * len(DOUBTS)
    listed = json.loads(followed("plan", "diff", sheet, "--json").out)
    assert [len(one["warnings"]) for one in listed] == [1] * len(DOUBTS)


def test_a_member_and_a_day_are_no_doubt(followed, sheet: Path) -> None:
    said = followed("plan", "diff", fill_in(sheet, {"D4": "Handledargruppen", "E4": "våren 2028"}))
    assert "!" not in said.out


def test_how_a_filled_in_sheet_is_approved_is_told(followed, sheet: Path) -> None:
    shown = followed("plan", "import", fill_in(sheet, {"G2": "klar"})).out
    assert "inget utkast väntar" in shown
    assert "`tidplan plan import FIL --yes`" in shown
    said = followed("plan", "approve")
    assert said.code == 2
    assert said.err.startswith("Det finns inget utkast att godkänna: ")
    assert "`tidplan plan import FIL --yes`" in said.err


def test_the_states_that_a_cell_may_hold_are_told_in_one_language(followed, sheet: Path) -> None:
    said = followed("plan", "import", fill_in(sheet, {"G3": "kanske"}))
    assert "inte påbörjad, pågår, står still, klar, avslutad utan att bli klar;" in said.err


def test_what_is_not_changed_is_told(followed, sheet: Path) -> None:
    fill_in(sheet, {"F2": "2030-01-01", "A9": None, "C9": "En ny idé"})
    said = followed("plan", "import", sheet, "--yes").out
    assert "Rad 2" in said
    assert "Rad 9 saknar id" in said
    assert "1 rad av planen finns inte" in said


@pytest.mark.parametrize(
    ("cells", "named"),
    [
        pytest.param({"G3": "kanske"}, "rad 3", id="a word that is no status"),
        pytest.param({"E3": "blablabla"}, "rad 3", id="a time that nobody understands"),
        pytest.param({"C3": None}, "rad 3", id="an empty activity"),
        pytest.param({"A3": "x-1"}, "rad 3", id="an id that was never sent"),
        pytest.param({"A3": UID.format(1)}, "rad 3", id="one id twice"),
        pytest.param({"A1": "Något"}, "plan.xlsx", id="no column of ids"),
    ],
)
def test_a_sheet_that_is_wrong_stores_nothing(followed, sheet: Path, cells, named: str) -> None:
    before = standing(followed)
    said = followed("plan", "import", fill_in(sheet, {"G2": "klar"} | cells), "--yes")
    assert said.code == 2
    assert one_sentence(said.err)
    assert named in said.err
    assert standing(followed) == before


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_sheet_is_one_sentence(followed, sheet: Path, seed: int) -> None:
    """Some letters of each part change, so that the package itself stays whole."""
    before = standing(followed)
    chance = Random(seed)  # noqa: S311 - damage, not secrets
    with ZipFile(sheet) as package:
        parts = {name: bytearray(package.read(name)) for name in package.namelist()}
    with ZipFile(sheet, "w") as package:
        for name, content in parts.items():
            for _ in range(chance.randint(0, 3)):
                content[chance.randrange(len(content))] = chance.randrange(32, 127)
            package.writestr(name, bytes(content))
    said = followed("plan", "import", sheet)
    assert said.code == 0 or (said.code == 2 and one_sentence(said.err))
    assert standing(followed) == before


def test_a_sheet_of_another_database_is_refused(followed, sheet: Path, tmp_path: Path) -> None:
    said = followed("plan", "import", sheet, home=str(tmp_path / "another"))
    assert said.code == 2
    assert one_sentence(said.err)


def test_the_libraries_behind_the_files_are_loaded_only_when_needed() -> None:
    script = "import sys, cli.plan, cli.people; print({'openpyxl', 'docx'} & set(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert run.stdout == "set()\n"
