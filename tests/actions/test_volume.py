"""Unusually many letters wait in the outbox until somebody has looked."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import a_deadline
from office import MONDAY, House, a_person, a_plan, a_row, noon
from sqlalchemy import Engine, select

from actions.deliver import deliver
from actions.situations import recipient
from actions.volume import hold_unusual
from models.outbox_hold import hold, release
from models.people_queries import roles_in_own_groups
from models.store import transaction
from models.tables.mail import HOLD_NOTICE
from models.tables.people import Person
from notifications.delivery.settings import MailSettings
from notifications.messages import held_letter
from notifications.outbox import enqueue
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


def comes_to_the_peak(house: House) -> list[str]:
    """Some weeks like any other, then a day on which everybody is written to; to whom."""
    for week in range(WEEKS):
        day = MONDAY + timedelta(weeks=week)
        house.lives(day)
        assert holds(house, day) == 0
        house.hears(str(week), "done", today=day)
    house.evaluates(PEAK)
    return house.reminds(PEAK).letters


def states(house: House) -> set[str]:
    """Of the day's letters, but for the one that tells of the hold."""
    letters = house.outbox(day=PEAK)
    return {one.state for one in letters if not one.dedup_key.startswith(HOLD_NOTICE)}


def test_a_day_with_unusually_many_is_held_until_it_is_released(house: House) -> None:
    written = comes_to_the_peak(house)
    assert set(MANY) <= set(written)
    assert holds(house, PEAK) == len(written)
    assert holds(house, PEAK) == 0
    assert states(house) == {"held"}
    with transaction(house.engine) as session:
        release(session, by="test", now=noon(PEAK))
    assert states(house) == {"queued"}


def test_the_secretariat_hears_of_it_at_once_and_nobody_else_of_anything(house: House) -> None:
    comes_to_the_peak(house)
    held = holds(house, PEAK)
    deliver(house.engine, now=noon(PEAK), mail=house.mail)
    assert states(house) == {"held"}
    [told] = [one for one in house.outbox(day=PEAK) if one.state == "sent"]
    assert (told.recipient, told.kind) == (a_person("Greta Ny").email, "secretariat")
    assert told.subject == f"{held} brev väntar på ditt ja"


def test_letters_that_somebody_let_go_are_not_held_again_that_day(house: House) -> None:
    comes_to_the_peak(house)
    holds(house, PEAK)
    with transaction(house.engine) as session:
        release(session, by="test", now=noon(PEAK))
    assert holds(house, PEAK) == 0
    assert states(house) == {"queued"}


def test_a_day_is_held_where_nobody_can_be_told(house: House) -> None:
    with house.open() as (session, council):
        for one in roles_in_own_groups(session, council.id, PEAK):
            if one.kind == "secretariat":
                one.person.email = None
    comes_to_the_peak(house)
    assert holds(house, PEAK) > 0
    assert states(house) == {"held"}


def test_who_was_told_of_the_hold_gets_the_days_letter_too(house: House) -> None:
    house.people(a_person("Greta Ny", ("secretariat", None), ("member", "Handledargruppen")))
    for week in range(WEEKS):
        house.lives(MONDAY + timedelta(weeks=week))
        house.hears(str(week), "done", today=MONDAY + timedelta(weeks=week))
    house.evaluates(PEAK)
    with house.open() as (session, council):
        office = house.office(council, PEAK)
        greta = session.scalars(select(Person).where(Person.name == "Greta Ny")).one()
        told = held_letter(
            recipient(greta),
            council_id=council.id,
            council=council.name,
            letters=9,
            day=PEAK,
            mail=office.mail,
            now=office.now,
        )
        enqueue(session, told, council_id=council.id, person_id=greta.id, day=PEAK, now=office.now)
    assert "Greta Ny" in house.reminds(PEAK).letters


def test_a_hold_by_hand_holds_the_notice_as_well(house: House) -> None:
    comes_to_the_peak(house)
    holds(house, PEAK)
    with transaction(house.engine) as session:
        hold(session, because="by_hand", by="test", now=noon(PEAK))
    deliver(house.engine, now=noon(PEAK), mail=house.mail)
    assert {one.state for one in house.outbox(day=PEAK)} == {"held"}
