"""The small rules: time in words, columns, numbers, names, duties, and what is said of them."""

import re
from pathlib import Path

import pytest

import intake
from intake import opening
from intake.as_json import plan_as_json
from intake.columns import roles_of, split_headings
from intake.names import name_in, principal_of
from intake.points import name_before
from intake.read import read_plan
from intake.reporting import is_duty, wording_in
from intake.timewords import bracketed_time, due_in, is_time, leading_time, trailing_time
from intake.topics import topic_of
from intake.wording import fold, split_number
from language.catalog import keys


@pytest.mark.parametrize(
    "text",
    [
        "Klart hösten -22",
        "Klart under -24",
        "Dec. 31, 2021",
        "Juni-\naugust",
        "14. august 14.00– 15.30",
        "mai/juni 2024",
        "Q3 2025",
        "v. 20",
        "2024-05-01",
        "Desember 2021 - januar 2022",
        "Årligen i september",
        "nästa möte",
        "Tidig höst",
    ],
)
def test_wordings_of_time(text) -> None:
    assert is_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rådsmöte",
        "Kartlägga behovet",
        "VFU-arbetsgruppen",
        "1",
        "",
        "15 oktober Rådsmöte",
        "Bo Maj Ek",
    ],
)
def test_other_words(text) -> None:
    assert not is_time(text)


@pytest.mark.parametrize(
    ("text", "before", "wording"),
    [
        ("VFU-arbetsgruppen Klart hösten -22", "VFU-arbetsgruppen", "Klart hösten -22"),
        (
            "Sluttbehandling i bystyret mai/juni 2024",
            "Sluttbehandling i bystyret",
            "mai/juni 2024",
        ),
        (
            "Medvirkningsmøter oktober 2022 - juni 2023",
            "Medvirkningsmøter",
            "oktober 2022 - juni 2023",
        ),
        ("Träffa kommunerna", "Träffa kommunerna", ""),
    ],
)
def test_time_at_the_end(text, before, wording) -> None:
    assert trailing_time(text) == (before, wording)


def test_time_elsewhere() -> None:
    assert leading_time("Januari: uppstart") == ("Januari", "uppstart")
    assert bracketed_time("Møtet er holdt (17.01.2022)") == ("Møtet er holdt", "17.01.2022")
    assert bracketed_time("Karta (bilaga 2)") == ("Karta (bilaga 2)", "")
    assert due_in("Reply to the survey by Apr 12.") == "Apr 12"
    assert due_in("Skickar utkastet senast den 5 april.") == "senast den 5 april"
    assert due_in("Send it to the council") == ""


@pytest.mark.parametrize(
    ("headings", "roles"),
    [
        (("Aktivitet", "Ansvarig", "Tidplan"), ("description", "responsible", "deadline")),
        (
            ("Action", "Who is responsible for action?", "Timescale & Review Date", "Achieved?"),
            ("description", "responsible", "deadline", "other"),
        ),
        (
            ("Nr", "Tiltak", "Ansvarlig", "Frist"),
            ("number", "description", "responsible", "deadline"),
        ),
        (("Tid", "Aktiviteter", "Bemærkninger"), ("deadline", "description", "other")),
        (("Namn", "Organisation"), ("person", "organisation")),
        (("Färg", "Form"), ("", "")),
    ],
)
def test_columns_are_told_by_their_headings(headings, roles) -> None:
    assert roles_of(headings) == roles


@pytest.mark.parametrize(
    ("line", "headings"),
    [
        ("Aktivitet Ansvarig Tidplan", ("Aktivitet", "Ansvarig", "Tidplan")),
        ("Milepæler i planarbeidet Når?", ("Milepæler i planarbeidet", "Når?")),
        ("Aktiviteter med tidplan redovisas nedan.", ()),
        ("Aktiviteter och tidplan", ()),
    ],
)
def test_headings_on_one_line(line, headings) -> None:
    assert split_headings(line) == headings


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1. Kartlägg", ("1", "Kartlägg")),
        ("2a Granska", ("2a", "Granska")),
        ("1.1 Assess", ("1.1", "Assess")),
        ("UNAct1: Define", ("UNAct1", "Define")),
        ("D3.a) Scope", ("D3.a", "Scope")),
        ("M1: Når planen er vedtatt", ("M1", "Når planen er vedtatt")),
        ("Interim deliverable 3: Report", ("3", "Report")),
        ("1. marts 2024: Start", (None, "1. marts 2024: Start")),
        ("2024 års plan", (None, "2024 års plan")),
        ("Kartlägg 2 orter", (None, "Kartlägg 2 orter")),
    ],
)
def test_numbers_before_a_text(text, parts) -> None:
    assert split_number(text) == parts


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("vårdkompetens-\nråden", "vårdkompetensråden"),
        ("tids-\nog handlingsplan", "tids- og handlingsplan"),
        ("VFU-\nsamordnaren", "VFU-samordnaren"),
        ("Juni-\naugust", "Juni- august"),
        ("a\u00a0b\u00ad\n  c", "a bc"),
    ],
)
def test_broken_words_are_healed(text, folded) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna: skickar ut", "Anna"),
        ("Olle och Siv: tar fram", "Olle och Siv"),
        ("[Ann] Send it", "Ann"),
        ("Ann and Bo to draft it", "Ann and Bo"),
        ("Final report: as agreed", None),
        ("Fas 1: kartläggning", None),
        ("Kartlägg behovet", None),
    ],
)
def test_who_a_point_opens_with(text, name) -> None:
    assert name_before(text)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prorektor Mona Rask", "Mona Rask"),
        ("Hälso- och sjukvårdsdirektör Ulla Norén", "Ulla Norén"),
        ("enhetschef", ""),
        ("Vikby kommun", ""),
    ],
)
def test_names_stand_behind_titles(text, name) -> None:
    assert name_in(text) == name


@pytest.mark.parametrize(
    ("text", "principal"),
    [
        ("Karlstads universitet", "university"),
        ("Högskolan i Norrby", "university"),
        ("Västra Götalandsregionen", "region"),
        ("Landstinget i Dalarna", "region"),
        ("Orsa kommun", "municipality"),
        ("Leith Council", None),
        ("Lärosäten", "university"),
        ("Länsstyrelsen i Norrby län", "agency"),
        ("Vägverket", "agency"),
        ("Department for Lakes", "agency"),
        ("Norrby Vatten AB", "company"),
        ("Lake Seeds Ltd.", "company"),
        ("Norrby kommuns bostadsbolag", "company"),
        ("Norrby filmförening", "other"),
        ("Friends of the Lake Society", "other"),
        ("Kommunförbundet Norrby", "municipality"),
        ("Department of Nursing", None),
        ("LRF", None),
    ],
)
def test_kinds_of_principals(text, principal) -> None:
    assert principal_of(text) == principal


@pytest.mark.parametrize(
    ("sentence", "duty", "wording"),
    [
        ("Gruppen ska fortlöpande rapportera till utskottet.", True, "fortlöpande"),
        ("Vid årets slut ska en kort rapport lämnas.", True, "Vid årets slut"),
        ("En slutrapport ska lämnas senast 31 december 2025.", True, "senast 31 december 2025"),
        ("The group will report twice a year.", True, "twice a year"),
        ("Gruppen möts två gånger.", False, ""),
    ],
)
def test_duties_to_report(sentence, duty, wording) -> None:
    assert (is_duty(sentence), wording_in(sentence)) == (duty, wording)


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("3. Aktiviteter", "activities"),
        ("Krav på uppdraget", "requirements"),
        ("Action items", "activities"),
        ("4. Metod", "methods"),
        ("Uppdragsdirektiv för arbetsgruppen Hållbar bemanning", ""),
        ("Discussion", "past"),
    ],
)
def test_topics_of_headings(heading, topic) -> None:
    assert topic_of(heading) == topic


def test_plan_as_json_keeps_the_contract(directive) -> None:
    plan = plan_as_json(read_plan(directive(".xlsx"), reference=None))
    assert list(plan) == [
        "title",
        "language",
        "group",
        "commissioner",
        "owner",
        "goals",
        "requirements",
        "members",
        "activities",
        "methods",
        "reporting",
        "warnings",
    ]
    first = plan["activities"][0]
    assert list(first) == [
        "number",
        "description",
        "responsible",
        "deadline",
        "methods",
        "source",
        "warnings",
    ]
    assert set(first["source"]) == {"text", "table", "row"}
    assert list(first["deadline"]) == ["text", "kind", "start", "due", "precision", "edtf", "note"]
    assert first["deadline"]["due"] == "2026-12-31"
    assert set(plan["reporting"][0]) == {"text", "deadline", "source"}
    assert plan["members"][0] == {
        "name": "Alva Ek",
        "organisation": "Norrby universitet",
        "principal": "university",
    }


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_doubt_and_problem_has_words(language) -> None:
    code = "".join(path.read_text() for path in Path(intake.__file__).parent.glob("*.py"))
    doubts = {f"intake.{name}" for name in re.findall(r"\b(?:doubt|left_out)\(\s*\"(\w+)\"", code)}
    doubts |= set(re.findall(r"\bsay\(\s*\"(intake\.\w+)\"", code))
    problems = {
        f"problem.{one.__name__}"
        for one in vars(opening).values()
        if isinstance(one, type) and issubclass(one, opening.UnreadableDocumentError)
    }
    said = {key for key in keys(language) if key.startswith("intake.")}
    assert doubts == said
    assert problems <= keys(language)


PASTED = """\
Handlingsplan för Sjögruppen
Datum: 2026-11-10

Nr\tAktivitet\tAnsvarig\tTidplan
1\tSkriva brev\tEva Ek\tmaj 2027
2\tRinga runt\tEva Ek och Bo Asp\tefter beslut
3\tSamla svar\tSjögruppen\t
4\tRapportera\tEva Ek\tlöpande
"""


def test_a_table_pasted_with_tabs_keeps_its_columns(tmp_path: Path) -> None:
    document = tmp_path / "plan.txt"
    document.write_text(PASTED, encoding="utf-8")
    rows = read_plan(document, reference=None).activities
    assert [(row.number, row.description, row.responsible) for row in rows] == [
        ("1", "Skriva brev", "Eva Ek"),
        ("2", "Ringa runt", "Eva Ek och Bo Asp"),
        ("3", "Samla svar", "Sjögruppen"),
        ("4", "Rapportera", "Eva Ek"),
    ]
    assert [row.deadline and row.deadline.text for row in rows] == [
        "maj 2027",
        "efter beslut",
        None,
        "löpande",
    ]
