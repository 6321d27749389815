"""Two people of the directory turn out to be one: everything goes on, once."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from office import GROUP, LATE, MONDAY, House, a_person, address, noon
from sqlalchemy import Engine, select

from actions.absences import go_away
from actions.aliases import change_aliases
from actions.find_person import SeveralPeopleError, find_person
from actions.joining import leave
from actions.personal import export_person
from models.tables.absences import Absence
from models.tables.people import Person

OTHER = "anna@other.example.se"
BY_TEST: dict[str, Any] = {"actor": "test", "now": noon(MONDAY)}


@pytest.fixture
def house(engine: Engine) -> House:
    """Anna Ek stands in the directory with two addresses, and belongs to the group by both."""
    house = House(engine)
    house.follows()
    twice = replace(a_person("ANNA EK", ("member", GROUP)), email=OTHER, organisation="Sjö kommun")
    house.people(twice)
    return house


def becomes_one(house: House, wanted: str = address("Anna Ek"), other: str = OTHER) -> None:
    with house.open() as (session, council):
        change_aliases(
            session,
            person=find_person(session, council_id=council.id, wanted=wanted),
            written=[other],
            remove=False,
            same=True,
            **BY_TEST,
        )


def recipients(house: House) -> list[str]:
    return [one.recipient for one in house.outbox(day=MONDAY)]


def test_who_has_had_the_days_letter_by_either_address_gets_no_second(house: House) -> None:
    house.lives(MONDAY)
    house.sends()
    before = recipients(house)
    assert {OTHER, address("Anna Ek")} <= set(before)
    becomes_one(house)
    assert house.lives(MONDAY) == []
    assert recipients(house) == before


def test_not_even_the_committees_digest_on_that_day(house: House) -> None:
    with house.open() as (session, council):
        anna = find_person(session, council_id=council.id, wanted=address("Anna Ek"))
        leave(session, person=anna, group=None, last_day=MONDAY, today=LATE, **BY_TEST)
    house.evaluates(LATE)
    assert house.reminds(LATE).letters.count("ANNA EK") == 1
    house.sends()
    becomes_one(house)
    house.people(a_person("Anna Ek", ("committee", None)))
    assert "Anna Ek" not in house.escalates(LATE).letters
    assert "Anna Ek" in house.escalates(LATE + timedelta(days=1)).letters


def test_letters_that_wait_become_one(house: House) -> None:
    house.lives(MONDAY)
    becomes_one(house)
    house.lives(MONDAY)
    assert recipients(house).count(address("Anna Ek")) == 1
    assert OTHER not in recipients(house)


def test_what_was_said_and_sent_is_the_one_persons(house: House) -> None:
    house.lives(MONDAY)
    house.sends()
    becomes_one(house)
    with house.open() as (session, council):
        anna = find_person(session, council_id=council.id, wanted=OTHER)
        kept = export_person(session, anna)
        names = session.scalars(select(Person.name_key)).all()
    assert {row["recipient"] for row in kept["outbox_message"]} == {OTHER, address("Anna Ek")}
    assert list(names).count("anna ek") == 1


def test_nobody_stands_in_for_themselves(house: House) -> None:
    with house.open() as (session, council):
        both = [
            find_person(session, council_id=council.id, wanted=one)
            for one in (address("Anna Ek"), OTHER)
        ]
        go_away(
            session,
            person=both[0],
            days=(MONDAY, MONDAY),
            instead=both[1],
            today=MONDAY,
            **BY_TEST,
        )
    becomes_one(house)
    with house.open() as (session, _):
        [absence] = session.scalars(select(Absence))
        assert absence.instead_id is None


def test_a_name_that_may_be_several_is_no_answer(house: House) -> None:
    with pytest.raises(SeveralPeopleError):
        becomes_one(house, wanted=address("Bo Asp"), other="Anna Ek")
