"""A group in nearly the same words is asked about, never founded a second time by chance."""

import json
from pathlib import Path

import pytest
from keyboard import typed

PLAN = """\
# Uppdrag: båtplatser

Arbetsgrupp: {group}

| Nr | Aktivitet | Ansvarig | Tidplan |
|---|---|---|---|
| 1 | Räkna lediga båtplatser | Gruppen | 31 mars 2027 |
| 2 | Måla om bryggans räcken | Gruppen | 30 april 2027 |
| 3 | Bjuda in till öppet hus | Gruppen | 31 maj 2027 |
"""
OTHERS = """\
| 1 | Köpa in nya segel | Gruppen | 31 mars 2027 |
| 2 | Laga masten | Gruppen | 30 april 2027 |
"""
OLD, NEW = "arbetsgruppen Båtplatser", "arbetsgruppen för båtplatser"
DAY = ("--reference", "2026-09-01", "--today", "2026-09-01")


def written(folder: Path, group: str, text: str = PLAN) -> Path:
    file = folder / "plan.md"
    file.write_text(text.format(group=group), encoding="utf-8")
    return file


@pytest.fixture
def followed(tidplan, tmp_path: Path):
    assert tidplan("plan", "import", written(tmp_path, OLD), *DAY, "--yes").code == 0
    return tidplan


def groups(tidplan) -> list[str]:
    return [one["group"] for one in json.loads(tidplan("plan", "list", "--json").out)]


@pytest.mark.parametrize("way", [("diff",), ("import", "--yes")])
def test_another_spelling_is_asked_about_and_nothing_is_stored(
    followed, tmp_path: Path, way: tuple[str, ...]
) -> None:
    said = followed("plan", *way, written(tmp_path, NEW), *DAY[:2])
    assert said.code == 2
    assert f"”{NEW}” är ingen känd arbetsgrupp, men stavas nästan som ”{OLD}”" in said.err
    assert f'--group "{OLD}"' in said.err
    assert "--new-group" in said.err
    assert groups(followed) == [OLD]


def test_the_old_name_goes_on_with_the_old_plan(followed, tmp_path: Path) -> None:
    file = written(tmp_path, NEW)
    assert "Oförändrade: 3" in followed("plan", "diff", file, *DAY[:2], "--group", OLD).out
    assert followed("plan", "import", file, *DAY, "--group", OLD, "--yes").code == 0
    assert set(groups(followed)) == {OLD}


def test_a_new_group_is_founded_when_someone_says_so(followed, tmp_path: Path) -> None:
    file = written(tmp_path, NEW)
    assert followed("plan", "import", file, *DAY, "--new-group", "--yes").code == 0
    assert groups(followed) == [OLD, NEW]
    assert followed("plan", "import", file, *DAY, "--yes").code == 0


def test_another_name_above_the_same_activities_is_asked_about(followed, tmp_path: Path) -> None:
    said = followed("plan", "import", written(tmp_path, "Hamnrådet"), *DAY, "--yes")
    assert said.code == 2
    assert f"3 av dokumentets 3 aktiviteter står redan i planen för ”{OLD}”" in said.err
    assert groups(followed) == [OLD]


def test_a_slip_in_the_option_is_asked_about(followed, tmp_path: Path) -> None:
    given = ("--group", "Båtplasser", "--yes")
    assert followed("plan", "import", written(tmp_path, OLD), *DAY, *given).code == 2


def test_another_group_with_a_plan_of_its_own_is_not_asked_about(followed, tmp_path: Path) -> None:
    text = PLAN[: PLAN.index("| 1 |")] + OTHERS
    file = written(tmp_path, "arbetsgruppen för segel", text)
    assert followed("plan", "import", file, *DAY, "--yes").code == 0


@pytest.mark.parametrize(
    ("answer", "code", "founded"),
    [("samma grupp", 0, {OLD}), ("ny grupp", 0, {OLD, NEW}), ("", 2, {OLD})],
)
def test_who_sits_at_the_keyboard_can_answer_at_once(
    followed, tmp_path: Path, answer: str, code: int, founded: set[str]
) -> None:
    file = str(written(tmp_path, NEW))
    said = typed("plan", "import", file, *DAY, answers=f"{answer}\n\n", code=code)
    assert "Är det samma grupp? (avbryt, samma grupp, ny grupp) [avbryt]:" in said
    assert set(groups(followed)) == founded


def test_a_role_in_a_group_of_nearly_that_name_is_asked_about(followed, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text(f"name,email,roles\nDisa Falk,disa.falk@example.se,convenor:{NEW}\n")
    said = followed("people", "import", people)
    assert said.code == 2
    assert f"stavas nästan som ”{OLD}”. Inget är sparat: skriv ”{OLD}” i filen" in said.err
    assert "Disa Falk" not in followed("people", "list").out
    assert followed("people", "import", people, "--new-group").code == 0
    assert followed("people", "import", people).code == 0
