"""Notes and comments are no part of a row, and are told all the same."""

import openpyxl
import pytest
from openpyxl.comments import Comment

from intake.read import read_plan

HEAD = ("Aktivitet", "Ansvarig", "Klart")
ROWS = [("Bygg en brygga", "Alva Ek", "maj 2026"), ("Måla boden", "Bo Lund", "juni 2026")]


def told(path, *, rows: int = 2) -> list[str]:
    plan = read_plan(path, reference=None)
    assert [one.description for one in plan.activities][:1] == ["Bygg en brygga"]
    assert len(plan.activities) == rows
    return [one for one in plan.warnings if "lyder" in one or "kommentar" in one]


def a_page(typesetter, *, ruled: bool):
    setter = typesetter(ruled=ruled)
    setter.put("Handlingsplan för hamnen", size=18, bold=True, below=30)
    setter.put("Det här är den plan som gruppen har gjort för det kommande året.")
    setter.put("Aktiviteter", size=14, bold=True, below=20)
    setter.table([HEAD, *ROWS])
    return setter


def raise_number(page, behind: str) -> None:
    """Sets a small 1 above the line, right behind the words."""
    drawn = f"({behind}) Tj"
    assert drawn in page.operations
    page.operations = page.operations.replace(drawn, f"{drawn} /R 6 Tf 5 Ts (1) Tj 0 Ts")


@pytest.mark.parametrize("ruled", [True, False])
def test_a_note_at_the_foot_of_the_page_stands_beside_its_words(
    typesetter, saved_pdf, ruled
) -> None:
    setter = a_page(typesetter, ruled=ruled)
    raise_number(setter.pages[0], "Bygg en brygga")
    setter.pages[0].text(60, 700, "1 Om bygglovet finns, annars", size=7)
    setter.pages[0].text(60, 710, "senare.", size=7)
    (note,) = told(saved_pdf(setter))
    assert "”Bygg en brygga” lyder: ”Om bygglovet finns, annars senare.”" in note


def test_notes_of_running_text_are_left_alone(typesetter, saved_pdf) -> None:
    setter = a_page(typesetter, ruled=True)
    raise_number(
        setter.pages[0], "Det här är den plan som gruppen har gjort för det kommande året."
    )
    setter.pages[0].text(60, 700, "1 Se rapporten.", size=7)
    assert told(saved_pdf(setter)) == []


def test_a_comment_upon_the_page_is_told(typesetter, saved_pdf) -> None:
    setter = a_page(typesetter, ruled=True)
    setter.pages[0].comment = "Flytta till juli"
    assert told(saved_pdf(setter)) == [
        "På sida 1 står en kommentar: ”Flytta till juli” Ändrar den något, rätta planen."
    ]


def test_a_comment_that_nobody_can_read_hides_no_plan(typesetter, saved_pdf) -> None:
    setter = a_page(typesetter, ruled=True)
    setter.pages[0].comment = "Flytta"
    path = saved_pdf(setter)
    path.write_bytes(
        path.read_bytes().replace(b"/Rect [300 600 320 620]", b"/Rect [300 600 320]    ")
    )
    (warning,) = (one for one in read_plan(path, reference=None).warnings if "omment" in one)
    assert warning.startswith("Kommentarerna på sida 1")


@pytest.mark.parametrize("sign", ["*", "†"])
def test_a_note_below_a_table_that_opens_with_its_sign_is_told(written, sign) -> None:
    text = (
        f"Plan för hamnen\n\nAktivitet; Ansvarig; Klart\nBygg en brygga; Alva Ek{sign}; maj 2026\n"
        f"Måla boden; Bo Lund; juni 2026\n\n{sign} Tillsammans med båtklubben.\n"
    )
    assert len(told(written("plan.txt", text))) == 1


def test_a_sign_that_no_word_has_explains_nothing(written) -> None:
    text = (
        "Plan för hamnen\n\nAktivitet; Ansvarig; Klart\nBygg en brygga; Alva Ek; maj 2026\n"
        "Måla boden; Bo Lund; juni 2026\n\n† Tillsammans med båtklubben.\n"
    )
    assert told(written("plan.txt", text)) == []


def test_footnotes_of_markdown_are_told_beside_their_words(written) -> None:
    text = """# Plan för arkivet

Skrevs i mars.[^c]

| Aktivitet | Ansvarig | Klart |
|---|---|---|
| Bygg en brygga[^a] | Alva Ek | maj 2026 |
| Måla boden | Bo Lund | [^b] |

[^a]: Bara de före 1900,
    om skannern lagas.
[^b]: Beror på bidraget.
[^c]: Av rådet.
"""
    lead = "Noten vid ”{}” lyder: ”{}” Ändrar den något, rätta raden."
    assert told(written("plan.md", text)) == [
        lead.format("Bygg en brygga", "Bara de före 1900, om skannern lagas."),
        lead.format("Måla boden Bo Lund", "Beror på bidraget."),
    ]


def test_comments_on_the_cells_of_a_workbook_are_told(tmp_path) -> None:
    book = openpyxl.Workbook()
    for row in (HEAD, *ROWS):
        book.active.append(row)
    book.active["C2"].comment = Comment("Flyttas om skannern inte lagas.", "AE")
    book.active["F9"].comment = Comment("Beside nothing.", "AE")
    book.save(tmp_path / "plan.xlsx")
    (note,) = told(tmp_path / "plan.xlsx")
    assert "”maj 2026” lyder: ”Flyttas om skannern inte lagas.”" in note
