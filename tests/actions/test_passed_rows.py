"""A plan that is older than its approval: one question about its past, and no flood."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import AUTUMN_22, DURING_24, a_deadline
from office import LATE, MONDAY, SECRETARY, House, a_plan, a_row
from sqlalchemy import Engine, select

from models.store import transaction
from models.tables.plans import Activity
from notifications.delivery.settings import MailSettings

OLD = [
    a_deadline("during", date(year, 1, 1), date(year, 6, 30), "season", f"Klart våren {year}")
    for year in range(2017, 2022)
]
APPROVED = date(2022, 2, 7)  # a Monday
AGAIN = APPROVED + timedelta(days=28)
COMMITTEE = 2  # the level of its digest


@pytest.fixture
def house(engine: Engine, tmp_path: Path) -> House:
    mail = MailSettings(url=f"eml:{tmp_path / 'mail'}", sender="Tidplan <tidplan@example.se>")
    house = House(engine, mail=mail)
    house.people()
    rows = [a_row(str(at), deadline) for at, deadline in enumerate([*OLD, DURING_24], 1)]
    house.imports(a_plan(rows, reporting=[]))
    house.approves(APPROVED)
    return house


def row(house: House, number: str) -> Activity:
    with transaction(house.engine) as session:
        return session.scalars(select(Activity).where(Activity.number == number)).one()


def live(house: House, days: int, first: date = APPROVED) -> list[tuple[date, str]]:
    """Letters to members, day by day."""
    letters = []
    for number in range(days):
        day = first + timedelta(days=number)
        letters += [(day, name) for name in house.lives(day)]
    return [(day, name) for day, name in letters if name in {"Anna Ek", "Bo Asp"}]


def test_one_letter_asks_once_about_all_of_them(house: House) -> None:
    assert live(house, 27) == [(APPROVED, "Anna Ek"), (APPROVED, "Bo Asp")]
    letter = house.letter_to("Anna Ek", day=APPROVED)
    assert "Berätta vad det blev av 5 äldre aktiviteter" in letter
    assert letter.count("redan gått ut när planen godkändes den 7 februari 2022") == 1
    assert letter.count("Också frågade: Bo Asp.") == 1
    assert "Klart våren 2017" in letter
    assert "dagar försenad" not in letter
    assert "Aktivitet 6" not in letter


def test_they_open_no_case_until_somebody_has_answered(house: House) -> None:
    live(house, 120)
    assert house.cases() == []


def test_who_lets_the_question_go_by_is_asked_again_and_told_of(house: House) -> None:
    house.lives(APPROVED)
    assert house.outbox(day=APPROVED)[-1].recipient != "greta.ny@example.se"
    assert [name for day, name in live(house, 1, AGAIN) if day == AGAIN] == ["Anna Ek", "Bo Asp"]
    told = house.letter_to(SECRETARY, day=AGAIN)
    assert "Handledargruppen har inte svarat på vad det blev av aktiviteter" in told
    assert "(5 st)" in told


def test_an_answer_ends_the_question_for_that_row_alone(house: House) -> None:
    house.lives(APPROVED)
    house.hears("1", "done", today=APPROVED)
    house.hears("2", "cancelled", today=APPROVED)
    house.lives(AGAIN)
    letter = house.letter_to("Bo Asp", day=AGAIN)
    assert "Aktivitet 1" not in letter
    assert "Aktivitet 2" not in letter
    assert "vad det blev av 3 äldre aktiviteter" in letter


def test_what_goes_on_is_followed_from_the_answer_and_not_from_its_old_day(house: House) -> None:
    house.lives(APPROVED)
    house.hears("1", "in_progress", today=APPROVED)
    house.evaluates(APPROVED + timedelta(days=1))
    assert house.cases() == []
    house.evaluates(APPROVED + timedelta(days=30))
    assert [one.level for one in house.cases()] == [COMMITTEE]


def test_a_row_that_a_revision_moves_into_the_past_is_asked_about_in_the_same_way(
    house: House,
) -> None:
    rows = [a_row(str(at), deadline) for at, deadline in enumerate([*OLD, OLD[0]], 1)]
    house.imports(a_plan(rows, reporting=[]))
    house.approves(APPROVED)
    assert row(house, "6").passed_on == APPROVED
    assert row(house, "1").passed_on == APPROVED


def test_a_time_that_ends_on_the_day_of_approval_has_not_passed(house: House) -> None:
    today = a_deadline("by", due=APPROVED)
    house.imports(a_plan([a_row("7", today)], reporting=[]))
    house.approves(APPROVED)
    assert row(house, "7").passed_on is None


def test_report_backs_of_past_years_belong_to_the_same_question(house: House) -> None:
    year_end = a_deadline("by", due=date(2019, 12, 31), precision="year", text="Vid årets slut")
    duty = {"text": "Återrapport vid årets slut.", "source": {"text": "x"}}
    plan = a_plan([a_row("1", DURING_24)])
    plan["reporting"] = [duty | {"deadline": a_row("1", year_end)["deadline"]}]
    house.imports(plan)
    house.approves(APPROVED)
    house.lives(APPROVED)
    assert "vad det blev av 3 äldre aktiviteter" in house.letter_to("Anna Ek", day=APPROVED)


def test_the_days_before_the_approval_are_as_they_were(house: House) -> None:
    """Who plays through an old plan's past meets its ladder and its cases."""
    house.imports(a_plan([a_row("7", AUTUMN_22)], group="Kursgruppen", reporting=[]))
    house.approves(date(2026, 11, 25))
    house.lives(MONDAY)
    assert "Aktivitet 7" in house.letter_to("Anna Ek", day=MONDAY)
    house.evaluates(LATE)
    assert [one.level for one in house.cases()] == [COMMITTEE]
