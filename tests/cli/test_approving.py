"""Approving a plan whose oldest rows are gone already, at the keyboard."""

import json
from pathlib import Path

import pytest
from keyboard import typed

OLD = """\
Nr,Aktivitet,Ansvarig,Tidplan
1,Skriva en rapport om praktik,Sjögruppen,Klart senast 31 mars 2021
2,Hålla ett möte om praktik,Sjögruppen,Klart hösten 2021
3,Bygga en webbplats om praktik,Sjögruppen,Klart hösten 2027
"""
TODAY = "2026-02-02"
IMPORT = ("--group", "Sjögruppen", "--reference", "2021-01-01", "--today", TODAY)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    plan = tmp_path / "plan.csv"
    plan.write_text(OLD, encoding="utf-8")
    return plan


@pytest.fixture
def draft(tidplan, document: Path) -> None:
    tidplan("plan", "import", document, "--group", "Sjögruppen", "--reference", "2021-01-01")


def standing(tidplan) -> dict[str, str]:
    rows = json.loads(tidplan("status", "--json", "--today", TODAY).out)["activities"]
    return {one["number"]: one["status"] for one in rows}


@pytest.mark.usefixtures("draft")
def test_the_group_is_asked_once_unless_somebody_knows(tidplan) -> None:
    said = tidplan("plan", "approve", "--today", TODAY).out
    assert "Tiden för 2 aktiviteter hade redan gått ut:" in said
    assert "sjogruppen-1: Skriva en rapport om praktik" in said
    assert "sjogruppen-3" not in said
    assert "Sjögruppen får en enda fråga" in said
    assert tidplan("evaluate", "--today", TODAY).code == 0
    found = json.loads(tidplan("status", "--json", "--today", TODAY).out)
    assert found["escalations"] == []
    assert "dagar över tiden, redan vid godkännandet" in tidplan("status", "--today", TODAY).out


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize(("passed", "status"), [("done", "done"), ("cancelled", "cancelled")])
def test_what_is_known_is_written_down_at_approval(tidplan, passed: str, status: str) -> None:
    said = tidplan("plan", "approve", "--passed", passed, "--today", TODAY).out
    assert "2 svar är inskrivna." in said
    assert "en enda fråga" not in said
    found = standing(tidplan)
    assert [found[number] for number in "123"] == [status, status, "not_started"]


def test_import_and_approval_in_one_go_ask_the_group(tidplan, document: Path) -> None:
    arguments = ("plan", "import", document, "--group", "Sjögruppen", "--yes", "--today", TODAY)
    assert "en enda fråga" in tidplan(*arguments, "--reference", "2021-01-01").out


@pytest.mark.usefixtures("draft")
def test_a_plan_whose_time_is_still_to_come_asks_nothing(tidplan) -> None:
    assert "gått ut" not in tidplan("plan", "approve", "--today", "2021-01-04").out


@pytest.mark.usefixtures("draft")
def test_whoever_sits_at_the_keyboard_is_asked_row_by_row(tidplan) -> None:
    said = typed("plan", "approve", "--today", TODAY, answers="vet ej\nVar för sig\nklar\n\n")
    assert "(fråga, klar, pågår, blev inte av, var för sig) [fråga]:" in said
    assert "Svara med ett av orden: fråga, klar" in said
    assert "Error" not in said
    assert "Ett svar är inskrivet." in said
    assert "Sjögruppen får en enda fråga" in said
    assert [standing(tidplan)[number] for number in "12"] == ["done", "not_started"]


@pytest.mark.usefixtures("draft")
def test_the_words_of_the_options_are_answers_too(tidplan) -> None:
    typed("plan", "approve", "--today", TODAY, answers="in-progress\n")
    assert [standing(tidplan)[number] for number in "12"] == ["in_progress", "in_progress"]


@pytest.mark.usefixtures("tidplan")
@pytest.mark.parametrize("answer", ["j", "Ja", "y", "yes"])
def test_a_plan_is_approved_in_the_readers_language(document: Path, answer: str) -> None:
    said = typed("plan", "import", str(document), *IMPORT, answers=f"kanske\n{answer}\n\n")
    assert "Godkänn planen nu? [j/N]:" in said
    assert "Svara ja eller nej." in said
    assert "Error" not in said
    assert "Planen för Sjögruppen är godkänd" in said


@pytest.mark.usefixtures("tidplan")
@pytest.mark.parametrize("answer", ["n", "nej", "NO", ""])
def test_a_plan_that_is_not_approved_waits(document: Path, answer: str) -> None:
    said = typed("plan", "import", str(document), *IMPORT, answers=f"{answer}\n")
    assert "Utkast 1 är sparat" in said
    assert "Svara ja eller nej." not in said


@pytest.mark.usefixtures("tidplan")
def test_an_english_reader_may_say_ja(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIDPLAN_LANGUAGE", "en")
    said = typed("plan", "import", str(document), *IMPORT, answers="si\nja\nklar\n")
    assert "Approve the plan now? [y/N]:" in said
    assert "Answer yes or no." in said
    assert "2 answers are written down." in said


@pytest.mark.usefixtures("tidplan")
def test_the_day_of_a_document_is_asked_for_until_it_is_one(tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text("Nr,Aktivitet,Tidplan\n1,Skriva en rapport,Klart i höst\n", encoding="utf-8")
    answers = "i fjol\n2026-08-20\nn\n"
    said = typed("plan", "import", str(plan), "--group", "Sjögruppen", answers=answers)
    assert "Skriv dagen som ÅÅÅÅ-MM-DD." in said
    assert "Error" not in said
    assert "Utkast 1 är sparat" in said


def test_nobody_is_forgotten_before_somebody_says_yes(tidplan) -> None:
    tidplan(
        "people", "add", "Disa Falk", "--email", "disa.falk@example.se", "--role", "secretariat"
    )
    kept = typed("people", "forget", "Disa Falk", answers="x\nnej\n", code=130)
    assert "Det går inte att ångra. [j/N]:" in kept
    assert "Svara ja eller nej." in kept
    assert "Disa Falk" in tidplan("people", "list").out
    typed("people", "forget", "Disa Falk", answers="ja\n")
    assert "Disa Falk" not in tidplan("people", "list").out
