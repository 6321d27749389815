"""One person at a time: who joins, who leaves, and by which other names people are known."""

import json
import shlex
from pathlib import Path

import pytest
from openpyxl import Workbook

PLAN = """\
Nr,Aktivitet,Ansvarig,Tidplan
1,Skriva en rapport om praktik,Anna Ekvall,Klart senast 31 mars 2027
2,Hålla ett möte om praktik,Sjögruppen,Klart hösten 2027
"""
PEOPLE = """\
name,email,roles
Anna Ekvall,anna@example.se,convenor:Sjögruppen
Eva Holm,eva@example.se,committee;secretariat
"""
TODAY = "2026-03-02"


@pytest.fixture
def followed(tidplan, tmp_path: Path):
    plan, people = tmp_path / "plan.csv", tmp_path / "people.csv"
    plan.write_text(PLAN, encoding="utf-8")
    people.write_text(PEOPLE, encoding="utf-8")
    given = ("--group", "Sjögruppen", "--yes", "--reference", "2026-01-01", "--today", TODAY)
    assert tidplan("plan", "import", plan, *given).code == 0
    assert tidplan("people", "import", people).code == 0
    return tidplan


def listed(tidplan) -> dict[str, dict[str, object]]:
    return {one["name"]: one for one in json.loads(tidplan("people", "list", "--json").out)}


def gaps(tidplan, today: str = TODAY) -> list[dict[str, object]]:
    return json.loads(tidplan("people", "list", "--gaps", "--today", today, "--json").out)


def test_a_principal_names_a_further_member(followed) -> None:
    said = followed(
        *("people", "add", "Bo  Asp", "--email", "bo@example.se", "--group", "sjögruppen"),
        *("--organisation", "Region Ån", "--since", "2026-03-09", "--today", TODAY),
    )
    assert said.out == "Bo Asp är nu medlem i Sjögruppen.\n"
    person = listed(followed)["Bo Asp"]
    assert (person["organisation"], person["roles"]) == ("Region Ån", ["member:Sjögruppen"])
    foreseen = ("simulate", "--from", "2027-10-25", "--to", "2027-11-15", "--json")
    assert "Bo Asp" in {one["name"] for one in json.loads(followed(*foreseen).out)["letters"]}


@pytest.mark.parametrize("role", ["chair", "Ordförande"])
def test_whoever_is_known_gets_the_role_besides(followed, role: str) -> None:
    given = ("people", "add", "Eva Holm", "--group", "Sjögruppen", "--role", role)
    assert followed(*given).code == 0
    roles = listed(followed)["Eva Holm"]["roles"]
    assert roles == ["committee", "secretariat", "chair:Sjögruppen"]
    assert "var redan med" in followed(*given).out


def test_a_member_whose_address_is_still_to_come_is_a_gap(followed) -> None:
    said = followed("people", "add", "Bo Asp", "--group", "Sjögruppen").out
    assert "har ingen adress ännu" in said
    assert {"kind": "no_address", "name": "Bo Asp", "group": "Sjögruppen"} in gaps(followed)
    given = ("people", "add", "Bo Asp", "--group", "Sjögruppen", "--email", "bo@example.se")
    assert followed(*given).code == 0
    assert gaps(followed) == []


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        pytest.param(["--group", "Sjogrupen"], "är: Sjögruppen", id="a slip in the group"),
        pytest.param([], "--group", id="no group"),
        pytest.param(["--group", "Sjögruppen", "--email", "bo"], "”bo”", id="no address"),
        pytest.param(["--group", "Sjögruppen", "--role", "kung"], "kung", id="no role"),
    ],
)
def test_what_is_wrong_adds_nobody(followed, arguments: list[str], named: str) -> None:
    said = followed("people", "add", "Bo Asp", *arguments)
    assert said.code == 2
    assert named in said.err
    assert "Bo Asp" not in listed(followed)


def test_who_leaves_is_listed_with_what_was_theirs(followed) -> None:
    said = followed("people", "leave", "Anna Ekvall", "--on", "2026-03-01", "--today", TODAY).out
    assert "Anna Ekvall är sammankallande i Sjögruppen till och med 2026-03-01." in said
    assert "står som ansvarig för en öppen aktivitet" in said
    assert "sjogruppen-1: Skriva en rapport om praktik" in said
    assert listed(followed)["Anna Ekvall"]["roles"] == []
    kinds = {one["kind"] for one in gaps(followed)}
    assert kinds == {"no_members", "responsible", "no_convenor", "left"}
    shown = followed("people", "list", "--gaps", "--today", TODAY).out
    assert "Anna Ekvall har lämnat Sjögruppen (sista dag 1 mars 2026)." in shown
    assert "left" not in {one["kind"] for one in gaps(followed, "2026-07-01")}


def test_who_has_left_is_not_brought_back_by_a_revised_plan(followed, tmp_path: Path) -> None:
    document = "# Plan för Sjögruppen\n\n## Medlemmar\n\n- Bo Asp, Region Ån\n- Cia Dal, Region Ån\n\n## Aktiviteter\n\n| Nr | Aktivitet | Tidplan |\n|---|---|---|\n| 1 | Skriva en rapport om praktik | {when} |\n"  # noqa: E501
    plan = tmp_path / "plan.md"
    given = ("--group", "Sjögruppen", "--yes", "--reference", "2026-01-01", "--today", TODAY)
    for when in ("Klart hösten 2027", "Klart våren 2028"):
        plan.write_text(document.format(when=when), encoding="utf-8")
        assert followed("plan", "import", plan, *given).code == 0
        followed("people", "leave", "Bo Asp", "--on", TODAY, "--today", TODAY)
    people = listed(followed)
    assert (people["Bo Asp"]["roles"], people["Cia Dal"]["roles"]) == ([], ["member:Sjögruppen"])


def test_leaving_without_a_role_changes_nothing(followed) -> None:
    followed("people", "leave", "Eva Holm")
    said = followed("people", "leave", "Eva Holm")
    assert said.code == 0
    assert "hade ingen roll" in said.out


def test_another_name_makes_the_plans_stranger_the_person(followed) -> None:
    followed("people", "add", "Anna Ekwall", "--group", "Sjögruppen")
    assert "alike" in {one["kind"] for one in gaps(followed)}
    said = followed("people", "alias", "Anna Ekvall", "Anna Ekwall", "anna.gammal@example.se")
    assert said.out == "Anna Ekvall är också känd som: Anna Ekwall; anna.gammal@example.se\n"
    people = listed(followed)
    assert "Anna Ekwall" not in people
    assert people["Anna Ekvall"]["roles"] == ["convenor:Sjögruppen", "member:Sjögruppen"]
    assert gaps(followed) == []
    assert "Anna Ekvall" in followed("people", "away", "Anna Ekwall", "--to", "2099-01-01").out


def test_a_plan_may_call_the_responsible_party_by_another_name(followed, tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text(PLAN.replace("Anna Ekvall", "A. Öberg"), encoding="utf-8")
    given = ("--group", "Sjögruppen", "--yes", "--reference", "2026-01-01", "--today", TODAY)
    assert followed("plan", "import", plan, *given).code == 0
    assert [one["kind"] for one in gaps(followed)] == ["responsible"]
    followed("people", "alias", "Anna Ekvall", "A. Öberg")
    assert gaps(followed) == []


def test_a_name_that_is_somebody_elses_is_refused(followed) -> None:
    for taken in ("Eva Holm", "EVA@example.se"):
        said = followed("people", "alias", "Anna Ekvall", taken)
        assert said.code == 2
        assert "Anna Ekvall <anna@example.se>: Eva Holm <eva@example.se> heter" in said.err
    followed("people", "alias", "Eva Holm", "E. Holm")
    assert followed("people", "alias", "Anna Ekvall", "e. holm").code == 2


def test_a_name_can_be_forgotten(followed) -> None:
    followed("people", "alias", "Anna Ekvall", "Anna Öberg")
    said = followed("people", "alias", "Anna Ekvall", "anna öberg", "--remove").out
    assert said == "Anna Ekvall är inte känd under något annat namn.\n"


def test_a_name_is_not_forgotten_and_taken_for_the_same_person_at_once(followed) -> None:
    followed("people", "alias", "Anna Ekvall", "Anna Öberg")
    said = followed("people", "alias", "Anna Ekvall", "Anna Öberg", "--remove", "--same-person")
    assert said.code == 2
    assert "--remove och --same-person" in said.err
    known = followed("people", "alias", "Anna Ekvall").out
    assert "Anna Öberg" in known


def test_the_directory_file_keeps_other_names(followed, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(("Namn", "E-post", "Alias"))
    sheet.append(("Anna Ekvall", "anna@ny.example.se", "anna@example.se; Anna Öberg"))
    people = tmp_path / "people.xlsx"
    book.save(people)
    followed("people", "alias", "Anna Ekvall", "anna@example.se", "A. E.")
    assert "Ändrade: 1" in followed("people", "import", people).out
    assert "Oförändrade: 1" in followed("people", "import", people).out
    person = listed(followed)["Anna Ekvall"]
    assert person["email"] == "anna@ny.example.se"
    assert person["roles"] == ["convenor:Sjögruppen"]
    assert person["aliases"] == ["anna@example.se", "Anna Öberg"]
    assert followed("people", "list").out.count("Anna Öberg") == 1


def test_a_name_that_may_be_somebody_known_is_asked_about_at_approval(
    followed, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text(
        "# Plan\n\n## Medlemmar\n\n- Anna Ekwall\n\n"
        "| Nr | Aktivitet | Tidplan |\n|---|---|---|\n| 1 | Skriva en rapport | hösten 2027 |\n",
        encoding="utf-8",
    )
    given = ("--group", "Kursgruppen", "--yes", "--reference", "2026-01-01", "--today", TODAY)
    said = followed("plan", "import", plan, *given).out
    assert "Anna Ekwall (Kursgruppen) ~ Anna Ekvall <anna@example.se>" in said


def test_a_gap_told_at_the_keyboard_speaks_of_no_letter(tidplan) -> None:
    tidplan("people", "add", "Bo Asp", "--email", "bo@example.se", "--role", "committee")
    said = tidplan("people", "list", "--gaps", "--today", TODAY).out
    assert "inlagd som kansli" in said
    assert "det här mejlet" not in said


def test_somebody_else_without_an_address_is_no_other_name_unsaid(followed) -> None:
    followed("people", "add", "Erik Falk", "--group", "Sjögruppen")
    said = followed("people", "alias", "Anna Ekvall", "Erik Falk")
    assert said.code == 2
    assert "Anna Ekvall <anna@example.se>: Erik Falk heter eller kallas redan så" in said.err
    assert "--same-person" in said.err
    assert "Erik Falk" in listed(followed)
    said = followed("people", "alias", "anna@example.se", "Erik Falk", "--same-person")
    assert said.out == "Anna Ekvall är också känd som: Erik Falk\n"
    people = listed(followed)
    assert "Erik Falk" not in people
    assert people["Anna Ekvall"]["roles"] == ["convenor:Sjögruppen", "member:Sjögruppen"]


def test_nobody_new_is_called_as_somebody_is_known(followed) -> None:
    followed("people", "alias", "Anna Ekvall", "Erik Falk")
    given = ("people", "add", "Erik Falk", "--group", "Sjögruppen", "--email", "erik@example.se")
    said = followed(*given)
    assert said.code == 2
    assert "Anna Ekvall <anna@example.se> är redan också känd som Erik Falk" in said.err
    undone = said.err.split("skriv först: tidplan ")[1].rstrip(".\n")
    assert followed(*shlex.split(undone)).code == 0
    assert followed(*given).code == 0


@pytest.mark.parametrize(
    ("rows", "known_before"),
    [
        pytest.param(["Eva Holm,eva@example.se,", "Anna Ekvall,anna@example.se,Eva Holm"], False),
        pytest.param(["Anna Ekvall,anna@example.se,eva@example.se", "E H,eva@example.se,"], False),
        pytest.param(["Cia Dal,cia@example.se,", "Anna Ekvall,anna@example.se,"], True),
    ],
)
def test_a_file_gives_nobody_the_name_of_another_row(
    followed, tmp_path: Path, rows: list[str], known_before: bool
) -> None:
    if known_before:
        followed("people", "alias", "Anna Ekvall", "Cia Dal")
    before = listed(followed)
    people = tmp_path / "people.csv"
    people.write_text("\n".join(("name,email,alias", *rows)), encoding="utf-8")
    said = followed("people", "import", people)
    assert said.code == 2
    assert "Anna Ekvall <anna@example.se>" in said.err
    assert listed(followed) == before


def twice(followed, tmp_path: Path, *organisations: str) -> str:
    """Two rows of one name; what the import says."""
    people = tmp_path / "people.csv"
    at = (*organisations, "", "")
    rows = (f"Cia Dal,cia@example.se,{at[0]}", f"CIA  DAL,dal@example.se,{at[1]}")
    people.write_text("\n".join(("name,email,organisation", *rows)), encoding="utf-8")
    return followed("people", "import", people).out


def commands(gap: str) -> list[list[str]]:
    """What a gap tells to type, with what is left to fill in."""
    filled = gap.replace("ORGANISATION", "'Region Ö'").replace("ADRESS", "ny@example.se")
    return [shlex.split(one.split(". ")[0]) for one in filled.strip().split(": tidplan ")[1:]]


def shown_gap(followed, words: str) -> str:
    shown = followed("people", "list", "--gaps", "--today", TODAY).out
    return next((line for line in shown.splitlines() if words in line), "")


def test_one_name_with_two_addresses_is_asked_about(followed, tmp_path: Path) -> None:
    said = twice(followed, tmp_path)
    assert "Lika namn: Cia Dal <cia@example.se> och CIA DAL <dal@example.se>" in said
    same, _ = commands(shown_gap(followed, "heter lika"))
    followed("people", "add", "Cia Dal", "--email", "dal@example.se", "--group", "Sjögruppen")
    assert followed(*same).code == 0
    cia = listed(followed)["Cia Dal"]
    assert "CIA DAL" not in listed(followed)
    assert (cia["email"], cia["aliases"]) == ("cia@example.se", ["dal@example.se"])
    assert cia["roles"] == ["member:Sjögruppen"]
    assert not shown_gap(followed, "heter lika")
    assert "Cia Dal" in followed("people", "export", "dal@example.se").out


def test_a_file_that_has_two_rows_for_what_is_one_is_refused(followed, tmp_path: Path) -> None:
    twice(followed, tmp_path)
    followed("people", "alias", "cia@example.se", "dal@example.se", "--same-person")
    before = listed(followed)
    assert twice(followed, tmp_path) == ""
    assert listed(followed) == before


def test_two_of_one_name_are_told_apart_by_where_they_belong(followed, tmp_path: Path) -> None:
    twice(followed, tmp_path)
    for at, email in (("Ån", "cia@example.se"), ("Ön", "dal@example.se")):
        given = ("people", "add", "cia dal", "--email", email, "--organisation", f"Region {at}")
        assert f"<{email}> (Region {at}): uppgifterna är sparade." in followed(*given).out
    assert not shown_gap(followed, "heter lika")
    assert "Lika namn" not in twice(followed, tmp_path, "Region Ån", "Region Ön")
    said = followed("people", "leave", "Cia Dal")
    assert said.code == 2
    assert "Cia Dal <cia@example.se> (Region Ån); CIA DAL <dal@example.se> (Region Ön)" in said.err
    away = followed("people", "away", "dal@example.se", "--to", "2099-01-01").out
    assert away.startswith("CIA DAL <dal@example.se> (Region Ön) är borta")


def test_the_gap_tells_how_to_add_the_address(followed) -> None:
    followed("people", "add", "Erik Falk", "--group", "Sjögruppen")
    [command] = commands(shown_gap(followed, "ingen e-postadress"))
    assert followed(*command).out == "Erik Falk: uppgifterna är sparade.\n"
    erik = listed(followed)["Erik Falk"]
    assert (erik["email"], erik["roles"]) == ("ny@example.se", ["member:Sjögruppen"])
    assert not shown_gap(followed, "ingen e-postadress")


def test_the_gap_tells_which_of_two_has_no_address(followed, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    rows = ("Bo Asp,,Region Ån,medlem:Sjögruppen", "Bo Asp,,Region Ön,medlem:Sjögruppen")
    text = "\n".join(("namn,mejl,organisation,roll", *rows))
    people.write_text(text, encoding="utf-8")
    assert "Nya personer: 2" in followed("people", "import", people).out
    [command] = commands(shown_gap(followed, "Bo Asp (Region Ön)"))
    assert followed(*command).code == 0
    left = [one for one in gaps(followed) if str(one["kind"]).startswith("no_address")]
    assert left == [
        {
            "kind": "no_address_at",
            "name": "Bo Asp",
            "group": "Sjögruppen",
            "organisation": "Region Ån",
        }
    ]


@pytest.mark.parametrize(
    ("name", "email", "said"),
    [
        pytest.param("Bo Asp", "bo@example.se", "lägg till --group GRUPP för Bo Asp", id="nobody"),
        pytest.param("Eva Holm", "ANNA@example.se", "har redan Anna Ekvall", id="another's"),
    ],
)
def test_an_address_without_a_group_is_for_who_is_known(
    followed, name: str, email: str, said: str
) -> None:
    before = listed(followed)
    answer = followed("people", "add", name, "--email", email)
    assert (answer.code, listed(followed)) == (2, before)
    assert said in answer.err


def test_a_known_person_gets_a_new_address(followed) -> None:
    assert followed("people", "add", "Eva Holm", "--email", "holm@example.se").code == 0
    assert listed(followed)["Eva Holm"]["email"] == "holm@example.se"


def test_the_gap_about_likeness_tells_what_works_also_among_namesakes(
    followed, tmp_path: Path
) -> None:
    twice(followed, tmp_path, "Region Ån", "Region Ön")
    plan = tmp_path / "plan.md"
    plan.write_text(
        "# Plan för Sjögruppen\n\n## Medlemmar\n\n- Cia Dal, Region Åsen\n- Bo Asp, Region Ån\n\n"
        "| Nr | Aktivitet | Tidplan |\n|---|---|---|\n| 1 | Skriva en rapport | hösten 2027 |\n",
        encoding="utf-8",
    )
    given = ("--group", "Sjögruppen", "--yes", "--reference", "2026-01-01", "--today", TODAY)
    assert followed("plan", "import", plan, *given).code == 0
    [command] = commands(shown_gap(followed, "Är det CIA DAL <dal@example.se>"))
    assert followed(*command).code == 0
    assert listed(followed)["CIA DAL"]["roles"] == ["member:Sjögruppen"]
    assert "Cia Dal" not in shown_gap(followed, "saknar adress")


def test_which_of_two_has_left_is_told(followed, tmp_path: Path) -> None:
    twice(followed, tmp_path, "Region Ån", "Region Ön")
    joined = ("people", "add", "Cia Dal", "--email", "dal@example.se", "--group", "Sjögruppen")
    followed(*joined, "--since", "2026-02-01")
    left = ("people", "leave", "dal@example.se", "--on", "2026-03-01", "--today", TODAY)
    assert followed(*left).out.startswith("CIA DAL <dal@example.se> (Region Ön) är medlem")
    told = shown_gap(followed, "har lämnat")
    assert told.startswith("! CIA DAL <dal@example.se> (Region Ön) har lämnat Sjögruppen")
