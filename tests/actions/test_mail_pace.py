"""One mail a day or a week, as people want; what would be lost by waiting does not wait."""

from datetime import date, timedelta

import pytest
from builders import a_deadline
from office import MONDAY, House, a_plan, a_row, noon
from sqlalchemy import Engine, select

from actions.find_person import find_person
from actions.mail_pace import set_mail_pace
from models.store import transaction
from models.tables.following import AuditEvent
from rules.policy import Policy
from rules.working_days import WorkingCalendar

ANNA = "Anna Ek"


@pytest.fixture
def house(engine: Engine) -> House:
    return House(engine)


def by_the_week(house: House, name: str = ANNA) -> None:
    with house.open() as (session, council):
        set_mail_pace(
            session,
            person=find_person(session, council_id=council.id, wanted=name),
            pace="week",
            actor="test",
            now=noon(MONDAY),
        )


def due_on(*days: date) -> dict[str, object]:
    rows = [a_row(str(n), a_deadline("by", due=day)) for n, day in enumerate(days, 1)]
    return a_plan(rows, reporting=[])


def letters(house: House, first: date, days: int) -> dict[date, str]:
    found = {}
    for number in range(days):
        day = first + timedelta(days=number)
        if ANNA in house.lives(day):
            found[day] = house.letter_to(ANNA, day=day)
        house.sends()
    return found


TWO_WEEKS_ON = (MONDAY + timedelta(14), MONDAY + timedelta(15), MONDAY + timedelta(16))


def test_what_comes_up_on_neighbouring_days_is_gathered(house: House) -> None:
    house.follows(due_on(*TWO_WEEKS_ON))
    written = letters(house, MONDAY, 4)
    assert list(written) == [MONDAY, MONDAY + timedelta(2)]
    gathered = written[MONDAY + timedelta(2)]
    assert "Aktivitet 2" in gathered
    assert "Aktivitet 3" in gathered


def test_by_the_week_all_waits_for_the_next_weeks_letter(house: House) -> None:
    house.follows(due_on(*TWO_WEEKS_ON))
    by_the_week(house)
    written = letters(house, MONDAY, 8)
    assert list(written) == [MONDAY, MONDAY + timedelta(7)]
    assert "Hör vi inget frågar vi igen den 12 december" in written[MONDAY]
    assert "Aktivitet 2" in written[MONDAY + timedelta(7)]


def test_what_ends_before_the_next_letter_does_not_wait(house: House) -> None:
    house.follows(due_on(MONDAY + timedelta(14), MONDAY + timedelta(4)))
    by_the_week(house)
    house.policy = Policy.model_validate({"lead": {"day": [14, 3]}, "quiet": 0})
    written = letters(house, MONDAY - timedelta(5), 10)
    assert MONDAY + timedelta(1) in written
    assert "sista dagen" in written[MONDAY + timedelta(1)].lower()


def test_what_ends_before_the_next_working_day_uses_a_squeeze_day(house: House) -> None:
    friday = MONDAY + timedelta(days=4)
    house.calendar = WorkingCalendar(frozenset({friday}), squeeze=frozenset({friday}))
    house.follows(due_on(friday + timedelta(days=1), friday + timedelta(days=4)))
    house.policy = Policy.model_validate({"lead": {"day": [4, 1]}, "quiet": 0})
    written = letters(house, friday, 1)
    assert "Aktivitet 1" in written[friday]
    house.calendar = WorkingCalendar(frozenset({friday}))
    assert letters(house, friday, 1) == {}


def test_what_can_wait_does_not_use_a_squeeze_day(house: House) -> None:
    friday = MONDAY + timedelta(days=4)
    house.calendar = WorkingCalendar(frozenset({friday}), squeeze=frozenset({friday}))
    house.follows(due_on(friday + timedelta(days=14)))
    assert letters(house, friday, 1) == {}
    assert house.reminds(friday).nobody_works


def test_the_council_may_choose_weeks_for_all(house: House) -> None:
    house.policy = Policy(pace="week")
    house.follows(due_on(*TWO_WEEKS_ON))
    assert list(letters(house, MONDAY, 8)) == [MONDAY, MONDAY + timedelta(7)]


def test_a_wish_is_written_down_once(house: House) -> None:
    house.follows()
    by_the_week(house)
    by_the_week(house)
    with transaction(house.engine) as session:
        noted = session.scalars(select(AuditEvent).where(AuditEvent.action == "mail_pace")).all()
    assert [one.details for one in noted] == [{"pace": "week"}]
