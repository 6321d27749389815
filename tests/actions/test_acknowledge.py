"""A case that somebody takes on rests a while, and comes back unless something is heard."""

import re
from datetime import date, timedelta

import pytest
from office import LATE, House
from sqlalchemy import Engine, select

from actions.decide import Verdict
from models.store import transaction
from models.tables.following import AuditEvent, Escalation
from models.tables.plans import Activity

READER = "Eva Holm"
BACK = LATE + timedelta(days=14)


@pytest.fixture
def house(engine: Engine) -> House:
    house = House(engine)
    house.follows()
    house.lives(LATE)
    house.sends()
    return house


def case(house: House, number: int = 1) -> Escalation:
    with transaction(house.engine) as session:
        return session.get_one(Escalation, number)


def digest(house: House, day: date) -> str:
    house.lives(day)
    letter = house.letter_to(READER, day=day)
    house.sends()
    return letter


def test_what_is_taken_on_leaves_the_list_and_comes_back_as_new(house: House) -> None:
    house.rules(1, Verdict("acknowledge"), today=LATE)
    resting = digest(house, LATE + timedelta(days=7))
    assert "Eva Holm har tagit på sig ärendet" in resting
    assert "20 februari 2023" in resting
    assert "Ärende 1" not in resting
    back = digest(house, BACK)
    assert "Ärende nummer: 1" in back.split("Väntar fortfarande på beslut", maxsplit=1)[0]
    assert (case(house).acknowledged_on, case(house).returned_on) == (None, BACK)


def test_an_answer_gives_as_long_again(house: House) -> None:
    house.rules(1, Verdict("acknowledge"), today=LATE)
    with transaction(house.engine) as session:
        uid = session.scalar(select(Activity.uid).where(Activity.id == case(house).activity_id))
    house.hears(str(uid), "in_progress", today=LATE + timedelta(days=10))
    assert "Ärende nummer: 1" not in digest(house, BACK)
    assert case(house).acknowledged_by == READER


def test_a_decision_ends_it(house: House) -> None:
    house.rules(1, Verdict("acknowledge"), today=LATE)
    house.rules(1, Verdict("raise"), today=LATE)
    assert (case(house).acknowledged_by, case(house).decision) == (None, "raise")
    house.rules(1, Verdict("acknowledge"), today=LATE)
    assert (case(house).acknowledged_by, case(house).decision) == (READER, None)


def test_it_is_written_down(house: House) -> None:
    house.rules(1, Verdict("acknowledge"), today=LATE)
    with transaction(house.engine) as session:
        [noted] = session.scalars(select(AuditEvent).where(AuditEvent.action == "decide"))
    assert (noted.actor, noted.details["decision"]) == (READER, "acknowledge")


def test_what_a_group_is_late_with_for_one_reason_is_one_item(house: House) -> None:
    letter = house.letter_to(READER, day=LATE)
    assert "3 aktiviteter är sena" in letter
    assert re.search(r"Ärende \d+: 2\. Aktivitet 2", letter)
    assert letter.count("Arbetsutskottet beslutar") == 0
