"""The directory at the keyboard: workbooks, and what the secretariat should look at."""

import json
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

HEADINGS = ("Name", "email", "organisation", "language", "roles")
PLAN = """\
Nr,Aktivitet,Ansvarig,Tidplan
1,Skriva en rapport om praktik,Anna Ekvall,Klart senast 31 mars 2026
2,Hålla ett möte om praktik,Sjögruppen,Klart hösten 2026
"""


def a_workbook(file: Path, *rows: tuple[Any, ...], headings: tuple[Any, ...] = HEADINGS) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (headings, *rows):
        sheet.append(row)
    book.create_sheet("Annat").append(["inget", "att läsa"])
    book.save(file)
    return file


def one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and text.strip().endswith(".") and "Traceback" not in text


def test_a_directory_in_a_workbook(tidplan, tmp_path: Path) -> None:
    people = a_workbook(
        tmp_path / "people.xlsx",
        ("Åsa Öst", "asa@example.se", "Region Ån", None, "committee; convenor:Sjögruppen"),
        (None, None, None, None, None),
        ("Bo Asp", " bo@example.se ", 2026, "en", ""),
    )
    assert "Nya personer: 2" in tidplan("people", "import", people).out
    listed = {one["name"]: one for one in json.loads(tidplan("people", "list", "--json").out)}
    assert sorted(listed["Åsa Öst"]["roles"]) == ["committee", "convenor:Sjögruppen"]
    assert (listed["Bo Asp"]["organisation"], listed["Bo Asp"]["language"]) == ("2026", "en")
    assert "Oförändrade: 2" in tidplan("people", "import", people).out


@pytest.mark.parametrize(
    ("row", "named"),
    [
        pytest.param(("Anna Ek", "inte-en-adress"), "email: ”inte-en-adress”", id="no address"),
        pytest.param(("Bo  asp", None), "Name: Bo asp står redan på rad 2", id="a name twice"),
        pytest.param((None, "anna@example.se"), "Name: cellen är tom", id="no name"),
        pytest.param(("Anna Ek", "bo@example.se"), "email: adressen står", id="an address twice"),
        pytest.param(("Anna Ek", "a@example.se", None, "de"), "language: ”de”", id="language"),
        pytest.param(("Anna Ek", date(2026, 1, 1)), "email: ”2026-01-01", id="a date"),
        pytest.param(("Anna", "a@example.se", None, None, "kung"), "roles: ”kung”", id="a role"),
    ],
)
def test_a_wrong_row_of_a_workbook_stores_nothing(
    tidplan, home: Path, tmp_path: Path, row: tuple[Any, ...], named: str
) -> None:
    people = a_workbook(tmp_path / "people.xlsx", ("Bo Asp", "bo@example.se"), row)
    said = tidplan("people", "import", people)
    assert said.code == 2
    assert one_sentence(said.err)
    assert f"people.xlsx, rad 3, kolumn {named}" in said.err
    assert not (home / "tidplan.db").exists()


@pytest.mark.parametrize(
    "content", [b"", b"name,email\n", b"PK\x03\x04 broken", b"%PDF-1.7"], ids=repr
)
def test_a_file_that_is_no_workbook(tidplan, tmp_path: Path, content: bytes) -> None:
    people = tmp_path / "people.xlsx"
    people.write_bytes(content)
    said = tidplan("people", "import", people)
    assert said.code == 2
    assert one_sentence(said.err)


def test_a_workbook_without_our_columns(tidplan, tmp_path: Path) -> None:
    people = a_workbook(tmp_path / "people.xlsx", headings=("namn", "adress"))
    said = tidplan("people", "import", people)
    assert said.code == 2
    assert one_sentence(said.err)


NAMED = [("Anna Ek", "anna@example.se"), ("Bo Asp", "bo@example.se")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Namn,Mejl\n{},{}\n{},{}\n", id="mejl"),
        pytest.param("Adresslista 2026\n\nNAMN;Mejladress\n{};{}\n{};{}\n", id="a title row"),
        pytest.param(
            "Lista, ny;;\nNr;Namn*;Epost (arbete):\n1;{};{}\n2;{};{}\n", id="a comma above"
        ),
        pytest.param("sep=;\nNavn;E-mailadresse\n{};{}\n{};{}\n", id="danish"),
        pytest.param("Telefon\tName\tE-mail address\n1\t{}\t{}\n2\t{}\t{}\n", id="tabs"),
    ],
)
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_list_as_people_head_and_save_it(tidplan, tmp_path: Path, text: str, code: str) -> None:
    people = tmp_path / "people.csv"
    people.write_bytes(text.format(*NAMED[0], *NAMED[1]).encode(code))
    assert tidplan("people", "import", people).code == 0
    listed = json.loads(tidplan("people", "list", "--json").out)
    assert [(one["name"], one["email"]) for one in listed] == NAMED


@pytest.mark.parametrize(
    "headings",
    [
        *(("Efternamn", "Förnamn", "E-post"), ("Surname", "First name", "Email")),
        *(("Etternavn", "Fornavn", "E-post"), ("Efternamn", "Namn", "Epostadress")),
    ],
    ids=str,
)
def test_first_and_last_names_in_two_columns(
    tidplan, tmp_path: Path, headings: tuple[str, ...]
) -> None:
    people = a_workbook(
        *(tmp_path / "people.xlsx", ("Medlemmar våren 2026",), (), headings),
        *(("Ek", "Anna", "anna@example.se"), ("Asp", "Bo", "bo@example.se")),
        headings=("Sjögruppen",),
    )
    assert tidplan("people", "import", people).code == 0
    listed = json.loads(tidplan("people", "list", "--json").out)
    assert [(one["name"], one["email"]) for one in listed] == NAMED


def test_roles_in_the_words_of_the_group(tidplan, tmp_path: Path) -> None:
    given = "Arbetsutskottet; Kansli; sammankallande:Sjögruppen; Ordförande: Ågruppen"
    headings = ("Namn", "E-post", "Arbetsplats", "Roll")
    row = ("Anna Ek", "anna@example.se", "Region Ån", given)
    tidplan("people", "import", a_workbook(tmp_path / "p.xlsx", row, headings=headings))
    [anna] = json.loads(tidplan("people", "list", "--json").out)
    roles = ["committee", "secretariat", "convenor:Sjögruppen", "chair:Ågruppen"]
    assert (anna["roles"], anna["organisation"]) == (roles, "Region Ån")


def test_who_has_no_address_is_taken_and_told(tidplan, tmp_path: Path) -> None:
    rows = [("Bo Asp", "–", None, None, "medlem:Sjögruppen"), ("Anna Ek", "anna@example.se")]
    said = tidplan("people", "import", a_workbook(tmp_path / "people.xlsx", *rows))
    assert (said.code, "Nya personer: 2" in said.out) == (0, True)
    assert "En person i filen saknar e-postadress" in said.out
    assert "inga brev: Bo Asp\n" in said.out
    gaps = json.loads(tidplan("people", "list", "--gaps", "--json").out)
    assert {"kind": "no_address", "name": "Bo Asp", "group": "Sjögruppen"} in gaps


def test_an_address_that_is_known_stays_where_a_row_has_none(tidplan, tmp_path: Path) -> None:
    tidplan("people", "import", a_workbook(tmp_path / "a.xlsx", ("Bo Asp", "bo@example.se")))
    again = a_workbook(tmp_path / "b.xlsx", ("Bo Asp", None, "Region Ån"))
    assert "saknar e-postadress" not in tidplan("people", "import", again).out
    [bo] = json.loads(tidplan("people", "list", "--json").out)
    assert (bo["email"], bo["organisation"]) == ("bo@example.se", "Region Ån")


def test_a_row_that_may_mean_several_people_is_left_out_and_told(tidplan, tmp_path: Path) -> None:
    both = [("Bo Asp", f"{at}@example.se", f"Region {at.title()}") for at in ("ån", "sjön")]
    both = [(name, email.replace("å", "a").replace("ö", "o"), at) for name, email, at in both]
    tidplan("people", "import", a_workbook(tmp_path / "a.xlsx", *both))
    unclear = a_workbook(tmp_path / "b.xlsx", ("Bo Asp", None), ("Anna Ek", "anna@example.se"))
    said = tidplan("people", "import", unclear).out
    assert "Nya personer: 1  Ändrade: 0  Oförändrade: 0" in said
    assert "En rad utan e-postadress är utelämnad" in said
    clear = a_workbook(tmp_path / "c.xlsx", ("Bo Asp", None, "Region Sjön"))
    assert "Oförändrade: 1" in tidplan("people", "import", clear).out


def test_a_file_without_a_column_of_languages_changes_none(tidplan, tmp_path: Path) -> None:
    spoken = ("Bo Asp", "bo@example.se", None, "engelska")
    tidplan("people", "import", a_workbook(tmp_path / "a.xlsx", spoken))
    row, headings = ("Bo Asp", "bo@example.se"), ("Namn", "E-post")
    again = a_workbook(tmp_path / "b.xlsx", row, headings=headings)
    assert "Oförändrade: 1" in tidplan("people", "import", again).out


@pytest.mark.parametrize("name", ["nope.csv", "nope.xlsx", "folder"])
def test_a_file_that_is_not_there_and_a_folder(tidplan, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    said = tidplan("people", "import", tmp_path / name)
    assert (said.code, one_sentence(said.err)) == (2, True)
    expected = "är en mapp" if name == "folder" else "finns inte eller får inte läsas"
    assert expected in said.err


def test_the_secretariat_is_told_what_to_look_at(tidplan, tmp_path: Path) -> None:
    plan, people = tmp_path / "plan.csv", tmp_path / "people.csv"
    plan.write_text(PLAN, encoding="utf-8")
    people.write_text("name,email,roles\nAnna Ek,a@example.se,member:Sjögruppen\n")
    imported = ("plan", "import", plan, "--group", "Sjögruppen", "--yes")
    assert tidplan(*imported, "--reference", "2026-01-01").code == 0
    said = tidplan("people", "import", people).out
    assert "Grupper utan sammankallande: Sjögruppen" in said
    assert "arbetsutskottet" in said
    assert "sekretariatet" in said


def test_a_complete_directory_says_no_more_than_its_numbers(tidplan, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text(
        "name,email,roles\nAnna Ek,a@example.se,committee;secretariat;convenor:Sjögruppen\n",
        encoding="utf-8",
    )
    assert tidplan("people", "import", people).out.count("\n") == 1


def test_a_person_chooses_how_often_letters_come(tidplan, tmp_path: Path) -> None:
    tidplan("people", "import", a_workbook(tmp_path / "p.xlsx", ("Bo Asp", "bo@example.se")))
    assert "en gång i veckan" in tidplan("people", "pace", "bo asp", "week").out
    assert json.loads(tidplan("people", "list", "--json").out)[0]["mail_pace"] == "week"
    assert "rådet har bestämt" in tidplan("people", "pace", "bo@example.se", "default").out
    assert tidplan("people", "pace", "Bo Asp", "month").code == 2


def test_addresses_are_never_broken_however_narrow_the_screen(
    tidplan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    tidplan("people", "import", files("cli") / "example" / "people.csv")
    said = tidplan("people", "list").out
    assert "cecilia.dahlgren@example.se" in said
    assert "Även känd" not in said  # nobody is
