"""Each flow as a plain function, with a real database."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from office import LATE, MEMBERS, MONDAY, House, a_plan, noon
from openpyxl import load_workbook
from prefect.client.schemas.objects import State

from actions.answers import find_activity
from actions.export_plan import export_plan
from flows.deliver import deliver_mail
from flows.escalate import escalate_cases
from flows.evaluate import evaluate_activities
from flows.import_plan import import_document
from flows.remind import remind_members
from flows.retain import retain_mail
from models.store import open_database
from reports.plan_sheet import write

DIRECTIVE = Path(__file__).parents[2] / "cli" / "example" / "uppdragsdirektiv.docx"
HOLIDAY = date(2022, 12, 26)


@dataclass
class Place:
    house: House
    mail: Path


@pytest.fixture
def place(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    for name, value in {
        "TIDPLAN_HOME": str(tmp_path),
        "TIDPLAN_DATABASE_URL": sqlite_url,
        "TIDPLAN_MAIL_URL": f"eml:{tmp_path / 'mail'}",
        "TIDPLAN_MAIL_FROM": "Tidplan <tidplan@example.se>",
    }.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "council.yaml").write_text("calendar: {quiet_hours: null}\n")
    engine = open_database(sqlite_url)
    yield Place(House(engine), tmp_path / "mail")
    engine.dispose()


def ended(state: State[Any]) -> tuple[str, str]:
    return state.type.value, str(state.message)


def shown(state: State[Any]) -> str:
    return str(state.data)


def test_evaluate_shows_the_health_of_what_it_looked_at(place: Place) -> None:
    place.house.follows()
    state = evaluate_activities.fn(MONDAY)
    assert ended(state) == ("COMPLETED", "7 aktiviteter bedömdes för 2022-11-28.")
    assert "| Läge | Antal |" in shown(state)


def test_evaluate_shows_the_cases_that_it_opened(place: Place) -> None:
    place.house.follows()
    state = evaluate_activities.fn(LATE)
    assert "| Öppnat | handledargruppen-1 | Aktivitet 1 som gruppen ska göra klar" in shown(state)


def test_a_run_may_be_given_rules_of_its_own(place: Place) -> None:
    place.house.follows()
    patient = {"convenor": 400, "escalate": [400, 800]}
    assert "Öppnat" not in shown(evaluate_activities.fn(LATE, patient))
    assert "| Öppnat | handledargruppen-1 |" in shown(evaluate_activities.fn(LATE))


@pytest.mark.usefixtures("place")
def test_rules_that_mean_nothing_fail_the_run_with_their_name() -> None:
    state = evaluate_activities.fn(LATE, {"groups": {"handledargruppen": {"escalade": [1, 2]}}})
    assert ended(state)[0] == "FAILED"
    assert "groups.handledargruppen.escalade" in ended(state)[1]


def test_a_second_evaluation_of_the_day_has_nothing_to_show(place: Place) -> None:
    place.house.follows()
    evaluate_activities.fn(LATE)
    assert "Öppnat" not in shown(evaluate_activities.fn(LATE))


def test_remind_shows_who_gets_a_letter_and_not_what_it_says(place: Place) -> None:
    place.house.follows()
    place.house.evaluates(MONDAY)
    text = shown(remind_members.fn(MONDAY))
    assert all(f"- {name}" in text for name in MEMBERS)
    assert "@" not in text


def test_remind_twice_queues_nothing_more(place: Place) -> None:
    place.house.follows()
    place.house.evaluates(MONDAY)
    remind_members.fn(MONDAY)
    assert ended(remind_members.fn(MONDAY))[1].startswith("0 brev")


def test_nobody_is_reminded_on_a_holiday(place: Place) -> None:
    place.house.follows()
    place.house.evaluates(HOLIDAY)
    assert ended(remind_members.fn(HOLIDAY))[1].startswith("Ingen arbetar den 2022-12-26")


def test_who_cannot_be_reached_is_shown(place: Place) -> None:
    place.house.imports(a_plan())
    place.house.approves()
    place.house.evaluates(MONDAY)
    text = shown(remind_members.fn(MONDAY))
    assert "### Ingen med e-postadress svarar för" in text
    assert "- handledargruppen-1" in text


def test_escalate_shows_to_whom_the_digest_goes(place: Place) -> None:
    place.house.follows()
    place.house.evaluates(LATE)
    state = escalate_cases.fn(LATE)
    assert ended(state) == ("COMPLETED", "2 veckobrev har köats.")
    assert "- Eva Holm" in shown(state)


def test_deliver_sends_and_shows_it(place: Place) -> None:
    place.house.follows()
    place.house.evaluates(MONDAY)
    place.house.reminds(MONDAY)
    state = deliver_mail.fn(MONDAY)
    sent = len(list(place.mail.iterdir()))
    assert ended(state) == ("COMPLETED", f"{sent} brev har skickats.")
    assert f"| Skickade | {sent} |" in shown(state)


def test_deliver_sends_no_more_than_its_limit(place: Place) -> None:
    place.house.follows()
    place.house.evaluates(MONDAY)
    place.house.reminds(MONDAY)
    assert ended(deliver_mail.fn(MONDAY, limit=1)) == ("COMPLETED", "1 brev har skickats.")


def test_nothing_is_sent_at_night(place: Place, tmp_path: Path) -> None:
    place.house.follows()
    place.house.reminds(MONDAY)
    all_day = "calendar: {quiet_hours: {from: '00:00', to: '23:59:59.999999'}}\n"
    (tmp_path / "council.yaml").write_text(all_day)
    assert ended(deliver_mail.fn()) == ("COMPLETED", "Det är natt: brev skickas i morgon bitti.")
    assert not place.mail.exists()


@pytest.mark.usefixtures("place")
def test_deliver_shows_nothing_when_there_was_nothing_to_send() -> None:
    state = deliver_mail.fn()
    assert ended(state) == ("COMPLETED", "0 brev har skickats.")
    assert state.data is None


def test_a_relay_that_is_down_fails_the_run_and_is_shown_without_its_password(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIDPLAN_MAIL_URL", "mailto://user:hemligt@127.0.0.1:9")
    place.house.follows()
    place.house.evaluates(MONDAY)
    place.house.reminds(MONDAY)
    state = deliver_mail.fn(MONDAY)
    assert state.type.value == "FAILED"
    assert "hemligt" not in f"{state.message} {state.data}"
    assert "127.0.0.1:9" in shown(state)


def test_without_a_relay_the_run_says_so_and_does_not_fail(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TIDPLAN_MAIL_URL")
    place.house.follows()
    place.house.evaluates(MONDAY)
    place.house.reminds(MONDAY)
    state = deliver_mail.fn()
    assert state.type.value == "COMPLETED"
    assert "TIDPLAN_MAIL_URL" in str(state.message)
    assert state.data is None


def test_import_shows_the_plan_and_keeps_a_draft(place: Place) -> None:
    state = import_document.fn(str(DIRECTIVE))
    assert state.type.value == "COMPLETED", state.message
    assert "utkast" in str(state.message)
    assert "| Nr | Vad | Ansvarig | Planens ord | Sista dag |" in shown(state)
    assert "### Skillnad mot den godkända planen" in shown(state)
    assert place.house.evaluates(date(2026, 2, 2)).reviewed == 0


def test_import_approves_when_told_to(place: Place) -> None:
    state = import_document.fn(str(DIRECTIVE), approve=True)
    assert "godkänd" in str(state.message)
    assert place.house.evaluates(date(2026, 2, 2)).reviewed > 0


@pytest.mark.usefixtures("place")
def test_the_same_document_again_changes_nothing() -> None:
    import_document.fn(str(DIRECTIVE), approve=True)
    assert "inget ändrades" in str(import_document.fn(str(DIRECTIVE), approve=True).message)


@pytest.mark.usefixtures("place")
def test_goals_are_shown_and_what_is_said_of_them_no_longer(tmp_path: Path) -> None:
    rows = "| Nr | Aktivitet | Klart |\n|---|---|---|\n| 1 | Räkna båtplatser | 31 mars 2027 |\n"
    document, day = tmp_path / "plan.md", date(2026, 9, 1)
    document.write_text(
        f"Uppdragsgivare: Hamnrådet\n\n## Mål\n\n- fler båtplatser\n\n## Plan\n\n{rows}"
    )
    first = import_document.fn(str(document), day, group="Båtplatser", approve=True)
    assert "### Mål\n\n- fler båtplatser" in shown(first)
    document.write_text(rows)
    text = shown(import_document.fn(str(document), day, group="Båtplatser"))
    assert "- uppdragsgivare, borttagen: Hamnrådet" in text
    assert "- mål, borttagen: fler båtplatser" in text


@pytest.mark.usefixtures("place")
def test_a_group_in_nearly_the_same_words_is_asked_about(tmp_path: Path) -> None:
    document = tmp_path / "plan.csv"
    document.write_text("Nr,Aktivitet,Ansvarig,Klart\n1,Räkna båtplatser,Gruppen,31 mars 2027\n")
    day = date(2026, 9, 1)
    import_document.fn(str(document), day, group="Båtplatser", approve=True)
    asked = import_document.fn(str(document), day, group="Gruppen för båtplats", approve=True)
    assert asked.type.value == "FAILED"
    assert "stavas nästan som ”Båtplatser”. Inget är sparat" in str(asked.message)
    assert "new\\_group" in shown(asked)
    assert "Räkna båtplatser" in shown(asked)
    assert "inget ändrades" in str(
        import_document.fn(str(document), day, group="Båtplatser").message
    )
    told = import_document.fn(str(document), day, group="Gruppen för båtplats", new_group=True)
    assert "utkast" in str(told.message)


@pytest.mark.usefixtures("place")
def test_a_wording_without_a_year_is_not_guessed(tmp_path: Path) -> None:
    document = tmp_path / "plan.csv"
    document.write_text(
        "Nr,Aktivitet,Ansvarig,Klart\n1,Kartlägga handledningen,Gruppen,till hösten\n"
    )
    state = import_document.fn(str(document), group="Handledargruppen", approve=True)
    assert state.type.value == "FAILED"
    assert "ange ett referensdatum" in str(state.message)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(None, "finns inte", id="no such file"),
        pytest.param(b"", "är tom", id="empty file"),
    ],
)
@pytest.mark.usefixtures("place")
def test_a_bad_document_fails_the_run_in_one_sentence(
    tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    document = tmp_path / "plan.docx"
    if content is not None:
        document.write_bytes(content)
    state = import_document.fn(str(document))
    assert state.type.value == "FAILED"
    assert sentence in str(state.message)


@pytest.mark.usefixtures("place")
def test_an_unknown_setting_fails_the_run_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIDPLAN_MAILURL", "mailto://localhost")
    assert ended(remind_members.fn())[0] == "FAILED"


@pytest.mark.usefixtures("place")
def test_artifacts_are_in_the_councils_language(tmp_path: Path) -> None:
    (tmp_path / "council.yaml").write_text("name: The Council\nlanguage: en\n")
    assert shown(remind_members.fn(MONDAY)).startswith("## Reminders 2022-11-28")


def test_a_sheet_of_ours_that_comes_back_is_shown_and_stored_when_told_to(
    place: Place, tmp_path: Path
) -> None:
    sheet = _filled_sheet(place.house, tmp_path / "plan.xlsx")
    state = import_document.fn(str(sheet))
    assert "Inget är sparat: kör igen med approve" in str(state.message)
    assert "handledargruppen-1: Aktivitet 1 som gruppen ska göra klar" in shown(state)
    assert "Läge: inte påbörjad → klar; Kommentar: Skickad" in shown(state)
    assert _status(place.house) == "not_started"
    stored = import_document.fn(str(sheet), approve=True)
    assert ended(stored) == ("COMPLETED", "1 rad är sparad i planen för Handledargruppen.")
    assert _status(place.house) == "done"
    again = import_document.fn(str(sheet), approve=True)
    assert "inget ändrades" in str(again.message)


def _filled_sheet(house: House, file: Path) -> Path:
    house.follows()
    with house.open() as (session, council):
        plan = export_plan(session, council=council, name=None, today=MONDAY, now=noon(MONDAY))
    file.write_bytes(write(plan))
    book = load_workbook(file)
    book.worksheets[0]["G2"], book.worksheets[0]["H2"] = "klar", "Skickad"
    book.save(file)
    return file


def _status(house: House) -> str:
    with house.open() as (session, council):
        return find_activity(session, council_id=council.id, name="handledargruppen-1").status


@pytest.mark.usefixtures("place")
def test_rows_that_are_older_than_their_approval_are_named(tmp_path: Path) -> None:
    document = tmp_path / "plan.csv"
    document.write_text("Nr,Aktivitet,Ansvarig,Klart\n1,Kartlägga allt,Gruppen,våren 2019\n")
    state = import_document.fn(str(document), group="Handledargruppen", approve=True)
    assert "### Tiden hade redan gått ut" in shown(state)
    assert "- handledargruppen-1" in shown(state)


def test_a_document_without_activities_fails_the_run(place: Place, tmp_path: Path) -> None:
    document = tmp_path / "brev.txt"
    document.write_text("Hej! Här kommer bara en hälsning från oss i gruppen.\n")
    state = import_document.fn(str(document), group="Handledargruppen")
    assert ended(state)[0] == "FAILED"
    assert place.house.evaluates(MONDAY).reviewed == 0


@pytest.mark.usefixtures("place")
def test_a_new_version_shows_what_it_changes(tmp_path: Path) -> None:
    document = tmp_path / "plan.csv"
    rows = "Nr,Aktivitet,Ansvarig,Klart\n1,Kartlägga all handledning,Gruppen,{}\n"
    document.write_text(rows.format("våren 2026") + "2,Pröva en grundkurs,Gruppen,2027\n")
    import_document.fn(str(document), group="Handledargruppen", approve=True)
    document.write_text(rows.format("hösten 2026"))
    text = shown(import_document.fn(str(document), group="Handledargruppen"))
    assert "- ändrad, ny tid: 1. Kartlägga all handledning" in text
    assert "(Planens ord: våren 2026 → hösten 2026)" in text
    assert "- borttagen: 2. Pröva en grundkurs" in text


def test_retain_takes_nothing_away_without_a_rule(place: Place) -> None:
    place.house.follows()
    assert "allt sparas" in ended(retain_mail.fn(LATE))[1]


def test_retain_takes_away_what_the_rule_says_and_shows_how_much(
    place: Place, tmp_path: Path
) -> None:
    rule = "records: {keep: {reminder: 30}}\n"
    (tmp_path / "council.yaml").write_text("calendar: {quiet_hours: null}\n" + rule)
    place.house.follows()
    place.house.evaluates(MONDAY)
    sent = len(place.house.reminds(MONDAY).letters)
    deliver_mail.fn(MONDAY)
    state = retain_mail.fn(LATE)
    assert ended(state)[1].startswith(f"Innehållet i {sent} mejl gallrades")
    assert f"| reminder | {sent} |" in shown(state)
    assert "i 0 mejl" in ended(retain_mail.fn(LATE))[1]
