"""Unusually many letters wait in the outbox until somebody has looked."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import a_deadline
from office import MONDAY, House, a_person, a_plan, a_row, noon
from sqlalchemy import Engine

from actions.volume import hold_unusual
from models.outbox_hold import release
from models.store import transaction
from notifications.delivery.settings import MailSettings
from rules.policy import Policy

MANY = [f"Person {letter}" for letter in ("Alm", "Berg", "Ceder", "Druva", "Ek", "Fura", "Gran")]
WEEKS = 8
PEAK = MONDAY + timedelta(weeks=WEEKS)


@pytest.fixture
def house(engine: Engine, tmp_path: Path) -> House:
    mail = MailSettings(url=f"eml:{tmp_path / 'mail'}", sender="Tidplan <tidplan@example.se>")
    house = House(engine, mail=mail)
    house.policy = Policy.model_validate({"volume": {"times": 2, "at_least": 3}})
    house.people(*(a_person(name, ("member", "Handledargruppen")) for name in MANY))
    rows = [
        a_row(
            str(week),
            a_deadline("by", due=MONDAY + timedelta(weeks=week + 2)),
            responsible=MANY[0] if week < WEEKS else None,
        )
        for week in range(WEEKS + 1)
    ]
    house.imports(a_plan(rows, reporting=[], members=[]))
    house.approves()
    house.people(a_person("Greta Ny", ("secretariat", None)))
    return house


def holds(house: House, day: date) -> int:
    with house.open() as (session, council):
        return hold_unusual(session, house.office(council, day))


def test_a_day_with_unusually_many_is_held_until_it_is_released(house: House) -> None:
    for week in range(WEEKS):
        day = MONDAY + timedelta(weeks=week)
        house.lives(day)
        assert holds(house, day) == 0
        house.hears(str(week), "done", today=day)
    house.evaluates(PEAK)
    written = house.reminds(PEAK).letters
    assert set(MANY) <= set(written)
    assert holds(house, PEAK) == len(written)
    assert holds(house, PEAK) == 0
    assert {one.state for one in house.outbox(day=PEAK)} == {"held"}
    with transaction(house.engine) as session:
        release(session, by="test", now=noon(PEAK))
    assert {one.state for one in house.outbox(day=PEAK)} == {"queued"}
