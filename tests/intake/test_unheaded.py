"""Tables of which no heading is known, and tables that only look like plans."""

import pytest

from intake.read import read_plan

ROWS = """| Gräv rabatten vid grinden | Alva Ek | maj 2026 |
| Plantera äppelträd längs muren | Bo Lund | juni 2026 |
| Bygg en kompost av pallkragar | Siv Dal | hösten 2026 |
"""
RULE = "|---|---|---|"


def read(written, text):
    return read_plan(written("plan.md", text), reference=None)


@pytest.mark.parametrize(
    ("section", "head"),
    [
        pytest.param("Det här gör vi", "| Grej | Kompis | Dags |", id="unknown headings"),
        pytest.param("Åtgärder", "| Grej | Kompis | Dags |", id="below a heading of tasks"),
        pytest.param(
            "Åtgärder", "| Sätt upp staketet runt dammen | Per Moe | maj 2026 |", id="no headings"
        ),
    ],
)
def test_columns_told_by_their_cells_are_asked_about_on_each_row(written, section, head) -> None:
    plan = read(written, f"# Trädgården\n\n## {section}\n\n{head}\n{RULE}\n{ROWS}")
    last = plan.activities[-3:]
    assert [(one.responsible, one.deadline.text) for one in last] == [
        ("Alva Ek", "maj 2026"),
        ("Bo Lund", "juni 2026"),
        ("Siv Dal", "hösten 2026"),
    ]
    assert all(one.warnings for one in plan.activities)
    assert len(plan.activities) == (4 if "staketet" in head else 3)


@pytest.mark.parametrize("head", ["| Post | Kontakt | Belopp |", "| Ändring | Namn | Utgåva |"])
def test_other_tables_are_not_guessed_at(written, head) -> None:
    assert not read(written, f"# Trädgården\n\n{head}\n{RULE}\n{ROWS}").activities


def test_letters_of_who_has_which_part_are_no_plan(written) -> None:
    matrix = """| Aktivitet | Ansvarig | Stöd | Informeras |
|---|---|---|---|
| Rabatten | R | C | I |
| Komposten | A/R | I | C |
"""
    plan = read(written, f"# Trädgården\n\n## Vem gör vad\n\n{matrix}")
    assert not plan.activities
    assert any("Tabell 1" in one for one in plan.warnings)
