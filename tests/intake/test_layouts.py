"""Layouts in which secretariats keep tasks: boards, grids, columns of actions, dated lines."""

import pytest

from intake.read import read_plan


def told(path) -> list[tuple]:
    return [
        (one.description, one.responsible, one.deadline.text if one.deadline else None)
        for one in read_plan(path, reference=None).activities
    ]


def test_cards_of_a_board_are_tasks_but_those_that_are_done(written) -> None:
    text = (
        "Att göra;Pågår;Klart\n"
        '"Ringa kommunen (Alva Ek, 15 maj 2026)";"Skriva ansökan (Bo Lund, april 2026)";'
        '"Boka lokal (Siv Dal, 1 mars 2026)"\n'
        '"Trycka affischer (Siv Dal, juni 2026)";;\n'
    )
    path = written("tavla.csv", text)
    assert told(path) == [
        ("Ringa kommunen", "Alva Ek", "15 maj 2026"),
        ("Trycka affischer", "Siv Dal", "juni 2026"),
        ("Skriva ansökan", "Bo Lund", "april 2026"),
    ]
    assert any("”Klart”" in one for one in read_plan(path, reference=None).warnings)


@pytest.mark.parametrize(
    ("heading", "asked"),
    [
        pytest.param("Ansvarig", False, id="named by its heading"),
        pytest.param("Del", True, id="told by its cells, and asked about"),
    ],
)
def test_a_grid_of_people_and_quarters_holds_a_task_a_cell(written, heading, asked) -> None:
    text = f"""# Färdplan

| {heading} | Q1 2026 | Q2 2026 | Q3 2026 |
|---|---|---|---|
| Alva Ek | Fråga besökare | Skriva uppdraget | |
| Bo Lund | | Köpa licenser | Utbilda personalen |
"""
    path = written("plan.md", text)
    assert told(path) == [
        ("Fråga besökare", "Alva Ek", "Q1 2026"),
        ("Skriva uppdraget", "Alva Ek", "Q2 2026"),
        ("Köpa licenser", "Bo Lund", "Q2 2026"),
        ("Utbilda personalen", "Bo Lund", "Q3 2026"),
    ]
    warned = [bool(one.warnings) for one in read_plan(path, reference=None).activities]
    assert warned == [asked] * 4


def test_figures_in_such_a_grid_are_no_tasks(written) -> None:
    text = "# Utfall\n\n| Ansvarig | Q1 2026 | Q2 2026 |\n|---|---|---|\n| Alva Ek | 12 | 14 |\n"
    assert told(written("plan.md", text)) == []


def test_a_column_of_actions_names_who_and_when_in_its_cells(written) -> None:
    text = """# Notes of the Estates Group, 9 April 2026

| Item | Discussion | Action |
|---|---|---|
| 1. Heating | The boiler failed twice. | Tim Roe to get three quotes by 30 April |
| 2. Parking | The lines are popular. | |
| 3. Garden | Beds. | Jane Poe to draw a plan by 15 May<br>Ann Reed to buy soil by June |
"""
    path = written("notes.md", text)
    assert told(path) == [
        ("get three quotes by 30 April", "Tim Roe", "30 April"),
        ("draw a plan by 15 May", "Jane Poe", "15 May"),
        ("buy soil by June", "Ann Reed", "June"),
    ]
    assert [one.number for one in read_plan(path, reference=None).activities] == ["1", "3", "3"]


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_lines_that_open_with_a_time_are_points(written, apart) -> None:
    lines = (
        "15 april 2026 – Alva Ek lämnar underlag",
        "1 juni 2026 – Bo Lund skickar förslaget på remiss",
        "september 2026 – Siv Dal sammanställer svaren",
    )
    text = f"Tidplan för översynen\n\n{apart.join(lines)}\n"
    assert told(written("plan.txt", text)) == [
        ("Alva Ek lämnar underlag", "Alva Ek", "15 april 2026"),
        ("Bo Lund skickar förslaget på remiss", "Bo Lund", "1 juni 2026"),
        ("Siv Dal sammanställer svaren", "Siv Dal", "september 2026"),
    ]


def test_one_column_for_who_and_when_is_parted(written) -> None:
    text = """# Minnesanteckningar

| Beslut/åtgärd | Vem och när |
|---|---|
| Boka scenen | Alva Ek, 20 mars |
| Skriva om reglerna | Bo Lund, före sommaren |
| Ta bort gamla sidor | Alla |
| Läsa svaren | som förra gången |
"""
    path = written("anteckningar.md", text)
    assert told(path)[:3] == [
        ("Boka scenen", "Alva Ek", "20 mars"),
        ("Skriva om reglerna", "Bo Lund", "före sommaren"),
        ("Ta bort gamla sidor", "Alla", None),
    ]
    assert read_plan(path, reference=None).activities[3].warnings


def test_names_before_colons_on_lines_of_their_own_are_points(written) -> None:
    text = """Åtgärder efter mötet

Alva Ek: mäta djupet i farleden senast
  maj 2026
Bo Lund: laga bryggan senast 1 juni
"""
    assert told(written("plan.txt", text)) == [
        ("mäta djupet i farleden senast maj 2026", "Alva Ek", "senast maj 2026"),
        ("laga bryggan senast 1 juni", "Bo Lund", "senast 1 juni"),
    ]


def test_tasks_beyond_the_hundredth_do_not_hide_those_before(written) -> None:
    tasks = [f"{n}. Laga bro {n}\nAnsvarig: Alva Ek\nKlart: maj 2026" for n in range(1, 121)]
    text = "Handlingsplan för broarna\n\n" + "\n".join(tasks)
    assert len(told(written("plan.txt", text))) == len(tasks)


def test_a_name_alone_above_points_is_theirs_with_a_question(written) -> None:
    text = """# Spring tasks

- Ann Reed
    - mend the gate by 3 May 2026
    - order compost by June 2026
- Tim Roe
    - cut the hedge by June 2026
"""
    found = read_plan(written("plan.md", text), reference=None).activities
    assert [one.responsible for one in found] == ["Ann Reed", "Ann Reed", "Tim Roe"]
    assert all(one.warnings for one in found)


def test_first_names_of_members_and_everybody_open_points(written) -> None:
    text = """# Minnesanteckningar

Närvarande: Alva Ek, Bo Lund, Siv Dal

## Att göra

- Bo bokar scenen, senast 20 mars
- Alva och Siv skriver ansökan, klart 1 april
- Alla läser manus
"""
    path = written("anteckningar.md", text)
    assert [who for _, who, _ in told(path)] == ["Bo", "Alva och Siv", "Alla"]


def test_a_time_before_who_does_it_is_asked_about_in_running_text(written) -> None:
    text = (
        "Uppdrag om skolskjutsar\n\nSenast den 1 maj 2026 ska Alva Ek ha kartlagt linjerna. "
        "Under hösten 2026 prövar Bo Lund två nya linjer. Arbetet redovisas i december.\n"
    )
    path = written("uppdrag.txt", text)
    assert [row[1:] for row in told(path)] == [
        ("Alva Ek", "Senast den 1 maj 2026"),
        ("Bo Lund", "Under hösten 2026"),
    ]
    assert all(one.warnings for one in read_plan(path, reference=None).activities)
