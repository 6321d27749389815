"""Rows that differ from their fellows as misread rows do are asked about; others are not."""

from dataclasses import replace

import pytest

from intake.candidates import Candidate
from intake.document import Place
from intake.doubtful import questioned
from intake.read import read_plan

HEAD = "| Nr | Aktivitet | Ansvarig | Klart |\n|---|---|---|---|"
ROWS = [
    "1|Bygg en ramp vid entrén|Alva Ek|1 maj 2026",
    "2|Byt dörrarna i trapphuset|Bo Lund|juni 2026",
    "3|Måla räckena|Siv Dal|hösten 2026",
    "4|Märk ut trappstegen|Alva Ek|1 oktober 2026",
]


def warned(tmp_path, rows, head=HEAD) -> list[bool]:
    path = tmp_path / "plan.md"
    lines = "\n".join(f"| {row.replace('|', ' | ')} |" for row in rows)
    path.write_text(f"# Plan för tillgänglighet\n\n{head}\n{lines}\n", encoding="utf-8")
    return [bool(one.warnings) for one in read_plan(path, reference=None).activities]


def test_rows_that_are_alike_are_not_asked_about(tmp_path) -> None:
    assert warned(tmp_path, ROWS) == [False] * 4


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("2|dörrarna i trapphuset byts|Bo Lund|juni 2026", id="begins small"),
        pytest.param("2|Byt dörrarna i trapphuset och|Bo Lund|juni 2026", id="ends open"),
        pytest.param("2|Byt dörrarna i trapphuset||juni 2026", id="nobody answers"),
        pytest.param("2|Byt dörrarna i trapphuset|Bo Lund|", id="no time"),
        pytest.param("2|Byt dörrarna i trapphuset||", id="neither"),
        pytest.param("2|Byt dörrarna|i trapphuset Bo Lund|juni 2026", id="words before the name"),
        pytest.param("2|Byt dörrarna i trapphuset|juni 2026|Bo Lund", id="cells exchanged"),
        pytest.param("2|Byt dörrarna Siv Dal|Bo Lund|juni 2026", id="somebody else's name"),
        pytest.param("2|Byt dörrarna|Bo Lund|Siv Dal juni 2026", id="a name beside the time"),
        pytest.param("2|Byt dörrarna|Bo Lund|juni 2026 Alla blir klara", id="words behind"),
        pytest.param("2|Byt dörrarna i trapphuset|Bo Lund|Klart under", id="half a time"),
        pytest.param(
            "2 Dnr 7|Byt dörrarna i trapphuset|Bo Lund|juni 2026", id="words by the number"
        ),
        pytest.param("|Byt dörrarna i trapphuset|Bo Lund|juni 2026", id="no number"),
        pytest.param("2|Byt dörrarna 3. Måla väggen|Bo Lund|juni 2026", id="two in one"),
    ],
)
def test_one_row_that_differs_is_asked_about(tmp_path, row) -> None:
    assert warned(tmp_path, [ROWS[0], row, *ROWS[2:]]) == [False, True, False, False]


def test_the_row_before_a_number_that_is_left_out_is_asked_about(tmp_path) -> None:
    rows = [*ROWS[:2], *ROWS[3:], "5|Lägg ut mattor|Bo Lund|november 2026"]
    assert warned(tmp_path, rows) == [False, True, False, False]


def test_a_number_that_stands_on_two_rows_is_asked_about_on_both(tmp_path) -> None:
    rows = [*ROWS[:2], ROWS[2].replace("3|", "2|"), ROWS[3].replace("4|", "3|")]
    assert warned(tmp_path, rows) == [False, True, True, False]


def test_numbers_that_begin_anew_are_in_step(tmp_path) -> None:
    again = [row.replace("|", " igen|", 2) for row in ROWS]
    assert (
        warned(tmp_path, [*ROWS, *(row.replace(" igen|", "|", 1) for row in again)]) == [False] * 8
    )


def test_numbers_within_parts_are_in_step(tmp_path) -> None:
    numbers = ("1.1", "1.2", "2.1", "3.1")
    rows = [f"{number}{row[1:]}" for number, row in zip(numbers, ROWS, strict=True)]
    assert warned(tmp_path, rows) == [False] * 4


def test_a_habit_of_the_whole_table_is_no_exception(tmp_path) -> None:
    small = [f"{row[:2]}{row[2].lower()}{row[3:]}" for row in ROWS]
    assert warned(tmp_path, small) == [False] * 4
    nobody = [row.replace("|Alva Ek|", "||") for row in ROWS]
    assert warned(tmp_path, nobody) == [False] * 4


@pytest.mark.parametrize(
    ("heading", "asked"),
    [("Fixare", True), ("Ansvarig", False), ("Kommentar", False), ("", False)],
)
def test_a_column_that_may_say_who_is_not_passed_over(tmp_path, heading, asked) -> None:
    head = f"| Nr | Aktivitet | {heading} | Klart |\n|---|---|---|---|"
    rows = [row.replace("Alva Ek", "Alla i huset").replace("Bo Lund", "Andra") for row in ROWS]
    assert warned(tmp_path, rows, head) == [asked] * 4


def test_rows_behind_a_page_that_lost_a_merged_time_are_asked_about() -> None:
    """The words of a cell that is merged over the page stand only where it began."""
    rows = [
        Candidate(
            f"Måla båt {at}", Place(page=page, table=1), "", responsible="Alva", deadline=when
        )
        for at, page, when in (
            (1, 1, "maj"),
            (2, 1, "juni"),
            (3, 2, None),
            (4, 2, None),
            (5, 2, "maj"),
        )
    ]
    assert [bool(one.doubts) for one in questioned(rows)] == [False, False, True, True, False]
    same_page = [replace(one, place=Place(page=1, table=1)) for one in rows]
    assert [bool(one.doubts) for one in questioned(same_page)] == [False] * 5
