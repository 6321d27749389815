"""What stands above and below a plan's activities can be checked before it is approved."""

import json
from pathlib import Path

import pytest

ROWS = """\
| Nr | Aktivitet | Ansvarig | Tidplan |
|---|---|---|---|
| 1 | Räkna lediga båtplatser | Gruppen | 31 mars 2027 |
| 2 | Måla om bryggans räcken | Gruppen | 30 april 2027 |
"""
PLAN = f"""\
# Uppdragsdirektiv för båtplatser

Arbetsgrupp: Båtplatser

Uppdragsgivare: Hamnrådet

Uppdragsägare: Hamnrådets utskott

## Mål

- fler lediga båtplatser i hamnen
- sprida goda exempel

## Krav

- Arbetet ska vara öppet för insyn.

## Arbetssätt

- Gruppen träffas varje månad.

## Aktiviteter

{ROWS}"""
REVISED = (
    PLAN.replace("Uppdragsgivare: Hamnrådet", "Uppdragsgivare: Sjörådet")
    .replace("fler lediga båtplatser i hamnen", "fler lediga båtplatser i hela hamnen")
    .replace("- Arbetet ska vara öppet för insyn.", "- Arbetet ska vara billigt.")
    .replace("båtplatser\n\nArbetsgrupp", "platser\n\nArbetsgrupp")
)
GIVEN = ("--group", "Båtplatser", "--reference", "2026-09-01")


def written(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def followed(tidplan, tmp_path: Path):
    plan = written(tmp_path / "plan.md", PLAN)
    assert tidplan("plan", "import", plan, *GIVEN, "--today", "2026-09-01", "--yes").code == 0
    return tidplan


def test_goals_requirements_and_methods_are_shown(followed, tmp_path: Path) -> None:
    for said in (
        followed("plan", "read", written(tmp_path / "plan.md", PLAN)).out,
        followed("plan", "show").out,
    ):
        assert "Mål:\n  – fler lediga båtplatser i hamnen\n  – sprida goda exempel\n" in said
        assert "Krav:\n  – Arbetet ska vara öppet för insyn.\n" in said
        assert "Arbetssätt:\n  – Gruppen träffas varje månad.\n" in said


def test_long_goals_are_wrapped(tidplan, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    long = PLAN.replace("sprida goda exempel", " ".join(["sprida goda exempel"] * 8))
    said = tidplan("plan", "read", written(tmp_path / "plan.md", long)).out
    lines = said[said.index("Mål:") : said.index("Krav:")].splitlines()
    assert len(lines) > 4
    assert max(map(len, lines)) <= 60


def test_what_reads_otherwise_is_shown_with_both_wordings(followed, tmp_path: Path) -> None:
    said = followed("plan", "diff", written(tmp_path / "plan.md", REVISED), *GIVEN).out
    assert "uppdragsgivare, ändrad: Hamnrådet → Sjörådet" in said
    assert "titel, ändrad: Uppdragsdirektiv för båtplatser → Uppdragsdirektiv för platser" in said
    assert (
        "mål, ändrad: fler lediga båtplatser i hamnen → fler lediga båtplatser i hela hamnen"
        in said
    )
    assert "krav, ny: Arbetet ska vara billigt." in said
    assert "krav, borttagen: Arbetet ska vara öppet för insyn." in said
    assert "uppdragsägare" not in said
    assert "arbetssätt" not in said


def test_what_the_new_document_does_not_state_is_gone(followed, tmp_path: Path) -> None:
    bare = written(tmp_path / "plan.md", ROWS)
    said = followed("plan", "diff", bare, *GIVEN).out
    for line in (
        "uppdragsgivare, borttagen: Hamnrådet",
        "uppdragsägare, borttagen: Hamnrådets utskott",
        "mål, borttagen: sprida goda exempel",
        "arbetssätt, borttagen: Gruppen träffas varje månad.",
    ):
        assert line in said
    found = json.loads(followed("plan", "diff", bare, *GIVEN, "--json").out)
    assert ("owner", "gone") in {(one["part"], one["change"]) for one in found}
    followed("plan", "import", bare, *GIVEN)
    assert "uppdragsgivare, borttagen: Hamnrådet" in followed("plan", "show").out
