from datetime import date, timedelta

import pytest
from office import LATE, MEMBERS, MONDAY, House, a_plan
from sqlalchemy import Engine, func, select

from actions.simulate import Future, simulate
from models.store import open_database, transaction
from models.tables.every import METADATA


def future_of(house: House, first: date, last: date) -> Future:
    with house.open() as (_, council):
        council_id = council.id
    return simulate(
        house.engine, council_id=council_id, first=first, last=last, office_on=house.office
    )


def counted(engine: Engine) -> dict[str, int]:
    with transaction(engine) as session:
        return {
            table.name: session.scalar(select(func.count()).select_from(table)) or 0
            for table in METADATA.sorted_tables
        }


def test_a_look_into_the_future_leaves_no_trace(engine: Engine) -> None:
    house = House(engine)
    house.follows()
    before = counted(engine)
    assert future_of(house, MONDAY, LATE).letters
    assert counted(engine) == before


def test_what_is_foreseen_is_what_then_happens(engine: Engine) -> None:
    house = House(engine)
    house.follows()
    foreseen = future_of(house, MONDAY, LATE)
    happened = []
    for number in range((LATE - MONDAY).days + 1):
        day = MONDAY + timedelta(days=number)
        house.lives(day)
        happened += [(day, one.recipient, one.subject) for one in house.outbox(day=day)]
        house.sends()
    assert [(one.day, one.recipient, one.subject) for one in foreseen.letters] == happened


def test_what_stays_late_is_raised_once_and_nobody_is_mailed_twice_a_day(sqlite_url: str) -> None:
    house = House(open_database(sqlite_url))
    house.follows(a_plan(reporting=[]))
    future = future_of(house, MONDAY, MONDAY + timedelta(days=400))
    assert len(future.opened) == len({uid for _, uid in future.opened})
    assert len({(one.day, one.recipient) for one in future.letters}) == len(future.letters)
    assert {one.name for one in future.letters} >= set(MEMBERS)


@pytest.mark.parametrize("days", [0, 6])
def test_a_span_may_be_short_or_fall_on_days_off(sqlite_url: str, days: int) -> None:
    house = House(open_database(sqlite_url))
    house.follows()
    sunday = MONDAY - timedelta(days=1)
    letters = future_of(house, sunday, sunday + timedelta(days=days)).letters
    assert bool(letters) is (days > 0)
