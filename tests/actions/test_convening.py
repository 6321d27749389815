"""The group's convenor hears first, then the committee, then the council."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import a_deadline
from office import COMMITTEE, GROUP, MONDAY, SECRETARY, House, a_person, a_plan, a_row, noon
from sqlalchemy import Engine

from actions.absences import go_away
from actions.find_person import find_person
from notifications.delivery.settings import MailSettings

ANNA, BO, CLARA = "Anna Ek", "Bo Asp", "Clara Berg"
DUE = MONDAY + timedelta(days=14)
EIGHT = DUE + timedelta(days=8)
DIGEST = DUE + timedelta(days=14)


@pytest.fixture
def house(engine: Engine, tmp_path: Path) -> House:
    mail = MailSettings(url=f"eml:{tmp_path / 'mail'}", sender="Tidplan <tidplan@example.se>")
    return House(engine, mail=mail)


def follows(
    house: House, *, convenor: str | None, responsible: str = ANNA, dues: tuple[date, ...] = (DUE,)
) -> None:
    roles = {name: "convenor" if name == convenor else "member" for name in (ANNA, BO, CLARA)}
    house.people(
        *(a_person(name, (role, GROUP)) for name, role in roles.items()),
        *(a_person(name, ("committee", None)) for name in COMMITTEE),
        a_person(SECRETARY, ("secretariat", None)),
    )
    rows = [
        a_row(str(number), a_deadline("by", due=due), responsible=responsible)
        for number, due in enumerate(dues, start=1)
    ]
    house.imports(a_plan(rows, reporting=[]))
    house.approves()


def lives_until(house: House, last: date) -> dict[str, list[date]]:
    """On which days each person was written to."""
    written: dict[str, list[date]] = {}
    for number in range((last - MONDAY).days + 1):
        day = MONDAY + timedelta(days=number)
        for name in house.lives(day):
            written.setdefault(name, []).append(day)
    return written


def test_the_convenor_hears_before_the_committee(house: House) -> None:
    follows(house, convenor=CLARA)
    lives_until(house, EIGHT)
    letter = house.letter_to(CLARA, day=EIGHT)
    assert "Försenat i gruppen" in letter
    assert "Anna Ek har fått 3 mejl utan att svara" in letter
    assert "Det här kan du göra: Tala med gruppen" in letter
    assert "26 december 2022" in letter
    assert "ärende" not in house.letter_to(COMMITTEE[0], day=DUE + timedelta(days=7)).lower()
    lives_until(house, DIGEST)
    assert "Ärende nummer: 1" in house.letter_to(COMMITTEE[0], day=DIGEST)


def test_a_group_without_convenor_is_spoken_for_by_the_secretariat(house: House) -> None:
    follows(house, convenor=None)
    lives_until(house, EIGHT)
    assert "Försenat i gruppen" in house.letter_to(SECRETARY, day=EIGHT)
    asked = house.letter_to(ANNA, day=DUE + timedelta(days=2))
    assert "berättar vi det för kansliet" in asked


def test_a_level_that_was_skipped_is_told_in_the_same_run(house: House) -> None:
    follows(house, convenor=CLARA)
    house.lives(DIGEST)
    assert "Försenat i gruppen" in house.letter_to(CLARA, day=DIGEST)
    assert "Ärende nummer: 1" in house.letter_to(COMMITTEE[0], day=DIGEST)
    assert [case.level for case in house.cases()] == [2]


def test_the_convenor_is_told_of_a_case_once(house: House) -> None:
    follows(house, convenor=CLARA, responsible=ANNA)
    lives_until(house, DIGEST + timedelta(days=60))
    told = [
        one.day
        for one in house.outbox()
        if one.recipient == "clara.berg@example.se"
        and "Försenat i gruppen" in house.letter_to(CLARA, day=one.day)
    ]
    assert told == [EIGHT]


def test_the_convenor_is_told_of_the_next_case_as_well(house: House) -> None:
    later = timedelta(days=28)
    follows(house, convenor=CLARA, dues=(DUE, DUE + later))
    lives_until(house, EIGHT + later)
    assert "Försenat i gruppen" in house.letter_to(CLARA, day=EIGHT)
    letter = house.letter_to(CLARA, day=EIGHT + later)
    assert "Försenat i gruppen" in letter
    assert "Aktivitet 2" in letter


def test_who_becomes_convenor_is_told_of_what_the_other_one_knows(house: House) -> None:
    follows(house, convenor=CLARA, responsible=ANNA)
    lives_until(house, EIGHT)
    house.people(a_person(BO, ("convenor", GROUP)))
    house.lives(EIGHT + timedelta(days=1))
    assert "Försenat i gruppen" in house.letter_to(BO, day=EIGHT + timedelta(days=1))


def test_who_stands_in_is_told_of_what_the_convenor_knows(house: House) -> None:
    follows(house, convenor=CLARA, responsible=ANNA)
    lives_until(house, EIGHT)
    tomorrow = EIGHT + timedelta(days=1)
    with house.open() as (session, council):
        clara, bo = (
            find_person(session, council_id=council.id, wanted=name) for name in (CLARA, BO)
        )
        go_away(
            session,
            person=clara,
            days=(tomorrow, DIGEST),
            instead=bo,
            actor="test",
            today=EIGHT,
            now=noon(EIGHT),
        )
    house.lives(tomorrow)
    assert "Försenat i gruppen" in house.letter_to(BO, day=tomorrow)


def test_an_answer_closes_what_only_the_convenor_knows_of(house: House) -> None:
    follows(house, convenor=CLARA)
    lives_until(house, EIGHT)
    house.hears("1", "in_progress", today=EIGHT)
    lives_until(house, DIGEST)
    assert [(one.closed_on, one.closed_because) for one in house.cases()] == [
        (EIGHT, "in_progress")
    ]
    assert "Löst" not in house.letter_to(COMMITTEE[0], day=DIGEST)


def test_a_convenor_who_is_asked_as_well_gets_one_line(house: House) -> None:
    follows(house, convenor=CLARA, responsible=GROUP)
    lives_until(house, EIGHT)
    letter = house.letter_to(CLARA, day=EIGHT)
    assert letter.count("Aktivitet 1") == 1
    assert "Anna Ek, Bo Asp har fått" in letter


@pytest.mark.parametrize(
    ("convenor", "besides"),
    [
        pytest.param(CLARA, [CLARA], id="the convenor"),
        pytest.param(ANNA, [BO, CLARA], id="the others, when the convenor was asked already"),
        pytest.param(None, [BO, CLARA], id="the others, where nobody is convenor"),
    ],
)
def test_after_two_unanswered_mails_somebody_else_is_asked_besides(
    house: House, convenor: str | None, besides: list[str]
) -> None:
    follows(house, convenor=convenor)
    for day in (MONDAY, DUE - timedelta(days=3)):
        assert set(house.lives(day)) & {ANNA, BO, CLARA} == {ANNA}
    day = DUE + timedelta(days=2)
    assert set(house.lives(day)) & {BO, CLARA} == set(besides)
    for name in besides:
        letter = house.letter_to(name, day=day)
        assert "Anna Ek har fått 2 mejl utan att svara" in letter
    assert "Därför frågar vi också dig" not in house.letter_to(ANNA, day=day)
    assert besides[0] in house.letter_to(ANNA, day=day)
