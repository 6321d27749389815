"""Changed rules count from the next run on, for all that is open; what was stays known."""

from dataclasses import replace

from office import LATE, MONDAY, House
from sqlalchemy import Engine

from actions.rules_in_force import Changed, rules_changed
from rules.policy import Policy

PATIENT = Policy.model_validate({"convenor": 400, "escalate": [400, 800]})


def changed(house: House) -> list[Changed]:
    with house.open() as (session, council):
        return rules_changed(session, council.id)


def test_a_stricter_policy_opens_cases_the_same_day(engine: Engine) -> None:
    house = House(engine, policy=PATIENT)
    house.follows()
    assert house.evaluates(LATE).opened == []
    assert house.evaluates(LATE).reviewed == 0
    assert "handledargruppen-1" in replace(house, policy=Policy()).evaluates(LATE).opened


def test_the_same_rules_again_look_at_nothing_anew(engine: Engine) -> None:
    house = House(engine)
    house.follows()
    house.evaluates(LATE)
    assert house.evaluates(LATE).reviewed == 0
    assert changed(house) == []


def test_what_was_changed_and_when_is_known(engine: Engine) -> None:
    house = House(engine, policy=PATIENT)
    house.follows()
    house.evaluates(MONDAY)
    replace(house, policy=Policy()).evaluates(LATE)
    assert changed(house) == [
        Changed(
            LATE,
            {"policy.convenor": (400, 8), "policy.escalate": ([400, 800], [14, 70])},
        )
    ]
