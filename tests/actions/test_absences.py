"""Who is away gets nothing; somebody else is asked, and told for whom."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office import MONDAY, House, a_person, noon
from sqlalchemy import Engine, select

from actions.absences import AwayDaysError, StandInError, come_back, go_away
from actions.find_person import NoSuchPersonError, find_person
from models.people_queries import absences_on
from models.store import open_database, transaction
from models.tables.absences import Absence

CHRISTMAS = (MONDAY, date(2022, 12, 31))


@pytest.fixture
def house(engine: Engine) -> House:
    followed = House(engine)
    followed.follows()
    return followed


def leaves(
    house: House,
    name: str,
    days: tuple[date, date] = CHRISTMAS,
    *,
    instead: str | None = None,
    today: date = MONDAY,
) -> None:
    with house.open() as (session, council):
        go_away(
            session,
            person=find_person(session, council_id=council.id, wanted=name),
            days=days,
            instead=find_person(session, council_id=council.id, wanted=instead)
            if instead
            else None,
            actor="test",
            today=today,
            now=noon(today),
        )


def returns(house: House, name: str, today: date) -> int:
    with house.open() as (session, council):
        person = find_person(session, council_id=council.id, wanted=name)
        return come_back(session, person=person, actor="test", today=today, now=noon(today))


def test_who_stands_in_is_asked_and_told_for_whom(house: House) -> None:
    house.people(a_person("Dag Vik"))
    leaves(house, "Anna Ek", instead="Dag Vik")
    written = house.lives(MONDAY)
    assert "Anna Ek" not in written
    letter = house.letter_to("Dag Vik", day=MONDAY)
    assert "Aktivitet 1" in letter
    assert "Du svarar för: Anna Ek, som är borta" in letter


def test_without_anybody_instead_the_others_are_enough(house: House) -> None:
    leaves(house, "Anna Ek")
    assert "Anna Ek" not in house.lives(MONDAY)
    assert "som är borta" not in house.letter_to("Bo Asp", day=MONDAY)


def test_what_was_queued_for_someone_who_goes_away_is_taken_back(house: House) -> None:
    house.lives(MONDAY)
    leaves(house, "Anna Ek")
    left = {one.recipient for one in house.outbox()}
    assert "anna.ek@example.se" not in left
    assert "bo.asp@example.se" in left


def test_who_comes_back_is_asked_again(house: House) -> None:
    leaves(house, "Anna Ek", (MONDAY, date(2022, 12, 9)))
    for day in (MONDAY, date(2022, 12, 5)):
        house.lives(day)
        house.sends()
    assert "Anna Ek" in house.lives(date(2022, 12, 12))


def test_a_group_that_is_away_as_a_whole_is_asked_when_somebody_is_back(house: House) -> None:
    leaves(house, "Anna Ek", (MONDAY, date(2022, 12, 9)))
    leaves(house, "Bo Asp", (MONDAY, date(2022, 12, 9)))
    house.evaluates(MONDAY)
    posted = house.reminds(MONDAY)
    assert posted.letters == []
    assert len(posted.unreachable) >= 2
    assert {"Anna Ek", "Bo Asp"} <= set(house.lives(date(2022, 12, 12)))


def test_coming_back_early_ends_it(house: House) -> None:
    leaves(house, "Anna Ek")
    assert returns(house, "Anna Ek", date(2022, 12, 5)) == 1
    assert returns(house, "Anna Ek", date(2022, 12, 5)) == 0
    with house.open() as (session, council):
        assert absences_on(session, council.id, date(2022, 12, 5)) == []
        assert len(absences_on(session, council.id, date(2022, 12, 4))) == 1


@pytest.mark.parametrize(
    "days",
    [
        pytest.param((date(2022, 12, 2), date(2022, 12, 1)), id="the end before the beginning"),
        pytest.param((date(2022, 10, 1), date(2022, 10, 31)), id="over already"),
    ],
)
def test_days_that_cannot_be(house: House, days: tuple[date, date]) -> None:
    with pytest.raises(AwayDaysError):
        leaves(house, "Anna Ek", days)


def test_nobody_stands_in_for_themselves(house: House) -> None:
    with pytest.raises(StandInError):
        leaves(house, "Anna Ek", instead="Anna Ek")


def test_a_name_that_nobody_has_is_told(house: House) -> None:
    with pytest.raises(NoSuchPersonError):
        leaves(house, "Ingen Alls")


@contextmanager
def a_house(url: str) -> Iterator[House]:
    engine = open_database(url)
    house = House(engine)
    house.people()
    yield house
    engine.dispose()


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20)), min_size=1, max_size=6),
)
@settings(max_examples=25)
def test_the_last_word_counts_for_every_day(spans: list[tuple[int, int]]) -> None:
    with a_house("sqlite://") as house:
        planned: dict[date, int] = {}
        for number, (begin, length) in enumerate(spans):
            first = MONDAY + timedelta(days=begin)
            days = [first + timedelta(days=day) for day in range(length + 1)]
            leaves(house, "Anna Ek", (days[0], days[-1]))
            planned |= dict.fromkeys(days, number)
        with transaction(house.engine) as session:
            rows = session.scalars(select(Absence)).all()
            covered = [
                one.first + timedelta(days=day)
                for one in rows
                for day in range((one.last - one.first).days + 1)
            ]
        assert len(covered) == len(set(covered))
        assert set(covered) <= set(planned)
        last_first = MONDAY + timedelta(days=spans[-1][0])
        assert last_first in covered
