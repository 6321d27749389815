"""A group's own rules, and rules that change while a case is open."""

from datetime import timedelta

import pytest
from builders import a_deadline
from office import MONDAY, House, a_plan, a_row
from sqlalchemy import Engine, select

from models.store import transaction
from models.tables.following import Escalation
from rules.policy import Policy


@pytest.fixture
def house(engine: Engine) -> House:
    house = House(engine)
    house.follows(a_plan([a_row("1", a_deadline("by", due=MONDAY))], reporting=[]))
    return house


def levels(house: House) -> list[int]:
    with transaction(house.engine) as session:
        return list(session.scalars(select(Escalation.level).order_by(Escalation.id)))


def test_a_groups_own_days_are_the_ones_that_count(house: House) -> None:
    house.policy = Policy.model_validate({"groups": {"handledargruppen": {"convenor": 2}}})
    house.evaluates(MONDAY + timedelta(days=2))
    assert levels(house) == [1]


def test_a_case_keeps_the_rules_that_it_began_with(house: House) -> None:
    house.evaluates(MONDAY + timedelta(days=8))
    house.policy = Policy(convenor=20, escalate=(60, 90))
    house.evaluates(MONDAY + timedelta(days=14))
    assert levels(house) == [2]
