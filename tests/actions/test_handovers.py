"""Who takes over is told, and who had it before is told that it is no longer theirs."""

from datetime import timedelta

import pytest
from builders import AUTUMN_22, DURING_24
from office import LATE, MEMBERS, House, a_person, a_plan, a_row, address
from sqlalchemy import Engine

from actions.decide import Verdict

ANNA, BO = MEMBERS
YOURS, NOT_YOURS = "Det här svarar du för nu", "Det här svarar du inte längre för"


@pytest.fixture
def house(engine: Engine) -> House:
    """Anna answers for the first activity; nobody has answered for months."""
    house = House(engine)
    house.follows(a_plan([a_row("1", AUTUMN_22, responsible=ANNA), a_row("2", DURING_24)]))
    house.lives(LATE)
    house.sends()
    return house


def lives_on(house: House, days: int = 7) -> dict[str, str]:
    """All that each person reads in the days after."""
    told: dict[str, str] = dict.fromkeys(MEMBERS, "")
    for number in range(1, days + 1):
        day = LATE + timedelta(days=number)
        house.lives(day)
        for name in MEMBERS:
            if any(one.recipient == address(name) for one in house.outbox(day=day)):
                told[name] += house.letter_to(name, day=day)
        house.sends()
    return told


def test_both_are_told_once_and_why(house: House) -> None:
    house.rules(1, Verdict("reassign", to=BO), today=LATE)
    told = lives_on(house, days=28)
    assert told[BO].count(YOURS) == 1
    assert "Varför: Eva Holm har beslutat det." in told[BO]
    assert f"Svarade för den förut: {ANNA}" in told[BO]
    assert told[ANNA].count(NOT_YOURS) == 1
    assert f"Svarar för den nu: {BO}" in told[ANNA]
    assert YOURS not in told[ANNA]
    assert NOT_YOURS not in told[BO]


def test_who_takes_over_is_asked_in_the_same_letter(house: House) -> None:
    house.rules(1, Verdict("reassign", to=BO), today=LATE)
    told = lives_on(house)
    assert told[BO].index(YOURS) < told[BO].index("Det här vill vi veta")
    assert "Också frågade" not in told[ANNA]


def test_a_letter_that_never_left_tells_it_anew(house: House) -> None:
    house.rules(1, Verdict("reassign", to=BO), today=LATE)
    wednesday, thursday = LATE + timedelta(days=2), LATE + timedelta(days=3)
    assert ANNA in house.lives(wednesday)
    house.lives(thursday)
    assert NOT_YOURS in house.letter_to(ANNA, day=thursday)


def test_several_changes_are_told_as_one(house: House) -> None:
    house.rules(1, Verdict("reassign", to=BO), today=LATE)
    house.imports(
        a_plan([a_row("1", AUTUMN_22, responsible="Hela gruppen"), a_row("2", DURING_24)]),
        sha256="1",
    )
    house.approves(LATE)
    told = lives_on(house)
    assert NOT_YOURS not in told[ANNA]
    assert told[BO].count(f"Svarade för den förut: {ANNA}") == 1


def test_a_revised_plan_tells_both(house: House) -> None:
    house.imports(
        a_plan([a_row("1", AUTUMN_22, responsible=BO), a_row("2", DURING_24)]), sha256="1"
    )
    house.approves(LATE)
    told = lives_on(house)
    assert "Varför: Gruppens plan har ändrats." in told[BO]
    assert NOT_YOURS in told[ANNA]


def test_people_of_other_groups_hear_nothing(house: House) -> None:
    house.people(a_person("Disa Ro", ("member", "Lokalgruppen")))
    house.rules(1, Verdict("reassign", to=BO), today=LATE)
    lives_on(house)
    assert address("Disa Ro") not in {one.recipient for one in house.outbox()}
