"""The first letter says what Tidplan is; it is no extra mail where a letter goes anyway."""

from datetime import date

import pytest
from builders import DURING_24
from office import COMMITTEE, MEMBERS, MONDAY, SECRETARY, House, a_person, a_plan, a_row
from sqlalchemy import Engine

from rules.policy import Policy

ANNA = MEMBERS[0]
TUESDAY, SATURDAY = date(2022, 11, 29), date(2022, 11, 26)
HEADING = "Välkommen till Tidplan"


@pytest.fixture
def house(engine: Engine) -> House:
    return House(engine, policy=Policy())


def far_away() -> dict[str, object]:
    """A plan about which nobody is asked for long."""
    return a_plan([a_row("1", DURING_24), a_row("2", DURING_24)], reporting=[])


def test_members_of_a_followed_group_are_welcomed_once(house: House) -> None:
    house.follows(far_away())
    assert set(MEMBERS) <= set(house.lives(MONDAY))
    text = house.letter_to(ANNA, day=MONDAY)
    assert HEADING in text
    assert "Handledargruppen\r\n  2 aktiviteter pågår eller väntar" in text
    assert "Närmaste sista dag: 31 december 2024" in text
    assert "Adressen är tidplan@example.se." in text
    house.sends()
    assert ANNA not in house.lives(TUESDAY)


def test_the_welcome_is_part_of_a_letter_that_goes_anyway(house: House) -> None:
    house.follows()
    house.lives(MONDAY)
    text = house.letter_to(ANNA, day=MONDAY)
    assert text.startswith(HEADING)
    assert "Det här vill vi veta" in text


def test_those_without_a_group_at_work_are_not_welcomed(house: House) -> None:
    house.follows(far_away())
    house.people(a_person("Disa Ro", ("member", "Lokalgruppen")))
    assert "Disa Ro" not in house.lives(MONDAY)
    for name in (*COMMITTEE, SECRETARY):
        assert all(HEADING not in one.subject for one in house.outbox() if name in one.recipient)


def test_whoever_joins_later_is_welcomed_then(house: House) -> None:
    house.follows(far_away())
    house.lives(MONDAY)
    house.sends()
    house.people(a_person("Disa Ro", ("member", "Handledargruppen")))
    assert house.lives(TUESDAY) == ["Disa Ro"]


def test_nobody_is_welcomed_on_a_day_off(house: House) -> None:
    house.follows(far_away())
    assert house.lives(SATURDAY) == []


def test_a_welcome_that_never_left_comes_with_the_next_letter(house: House) -> None:
    house.follows(far_away())
    house.lives(MONDAY)
    assert ANNA in house.lives(TUESDAY)
    assert HEADING in house.letter_to(ANNA, day=TUESDAY)


def test_a_council_may_do_without(engine: Engine) -> None:
    house = House(engine, policy=Policy(welcome=False))
    house.follows(far_away())
    assert ANNA not in house.lives(MONDAY)
