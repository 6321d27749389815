"""What waits for another activity, and groups that rest: nobody is asked, and it is said."""

from datetime import date, timedelta

import pytest
from builders import a_deadline
from office import COMMITTEE, GROUP, MONDAY, House, a_plan, a_row, noon
from sqlalchemy import Engine, select

from actions.answers import Progress, find_activity, report_progress
from actions.blocking import BlockedInCircleError, BlockerClosedError
from actions.pauses import PauseDaysError, find_group, pause_group, resume_group
from models.store import transaction
from models.tables.following import Escalation
from models.tables.plans import Activity

DUE = MONDAY + timedelta(days=7)
LONG_LATE = DUE + timedelta(days=35)
ANNA = "Anna Ek"


@pytest.fixture
def house(engine: Engine) -> House:
    house = House(engine)
    rows = [a_row(number, a_deadline("by", due=DUE)) for number in ("1", "2")]
    house.follows(a_plan(rows, reporting=[]))
    return house


def is_blocked(house: House, number: str, by: str, today: date = MONDAY) -> None:
    with house.open() as (session, council):
        blocked, other = (
            find_activity(session, council_id=council.id, name=name) for name in (number, by)
        )
        answer = Progress(status="blocked", said_by=ANNA, blocked_by=other)
        report_progress(session, blocked, answer, today=today, now=noon(today))


def rests(house: House, first: date, last: date, today: date = MONDAY) -> None:
    with house.open() as (session, council):
        group = find_group(session, council_id=council.id, name=GROUP.lower())
        pause_group(
            session, group=group, days=(first, last), actor="test", today=today, now=noon(today)
        )


def lives(house: House, first: date, last: date) -> dict[date, str]:
    """Anna's letters."""
    letters = {}
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if ANNA in house.lives(day):
            letters[day] = house.letter_to(ANNA, day=day)
        house.sends()
    return letters


def cases(house: House) -> dict[str, Escalation]:
    with transaction(house.engine) as session:
        found = session.execute(
            select(Activity.number, Escalation).join(
                Escalation, Escalation.activity_id == Activity.id
            )
        )
        return {str(number): case for number, case in found}


def test_nobody_is_asked_about_what_waits_for_another(house: House) -> None:
    is_blocked(house, "2", "1")
    letters = lives(house, MONDAY + timedelta(days=1), LONG_LATE)
    assert letters
    assert not [day for day, letter in letters.items() if "Aktivitet 2" in letter]
    assert list(cases(house)) == ["1"]


def test_the_group_is_asked_at_once_when_the_other_is_over(house: House) -> None:
    is_blocked(house, "2", "1")
    lives(house, MONDAY + timedelta(days=1), LONG_LATE)
    house.hears("1", "done", today=LONG_LATE)
    free = LONG_LATE + timedelta(days=2)
    letters = lives(house, LONG_LATE + timedelta(days=1), free)
    assert "Det som stod i vägen är över" in "".join(letters.values())
    assert "2" not in cases(house)
    lives(house, free, free + timedelta(days=9))
    assert cases(house)["2"].level == 1


def test_an_open_case_of_what_waits_is_closed_with_its_reason(house: House) -> None:
    lives(house, MONDAY, LONG_LATE)
    is_blocked(house, "2", "1", LONG_LATE)
    digest_day = LONG_LATE + timedelta(days=7)
    lives(house, LONG_LATE + timedelta(days=1), digest_day)
    assert cases(house)["2"].closed_because == "waits"
    assert "väntar på handledargruppen-1" in house.letter_to(COMMITTEE[0], day=digest_day)


def test_two_activities_cannot_wait_for_each_other(house: House) -> None:
    is_blocked(house, "2", "1")
    with pytest.raises(BlockedInCircleError):
        is_blocked(house, "1", "2")
    with pytest.raises(BlockedInCircleError):
        is_blocked(house, "1", "1")


def test_what_is_over_stands_in_nobodys_way(house: House) -> None:
    house.hears("1", "done", today=MONDAY)
    with pytest.raises(BlockerClosedError):
        is_blocked(house, "2", "1")


def test_a_group_that_rests_is_not_asked_and_the_digest_says_so(house: House) -> None:
    last = DUE + timedelta(days=28)
    rests(house, MONDAY, last)
    assert lives(house, MONDAY, last) == {}
    assert cases(house) == {}
    digest = house.letter_to(COMMITTEE[0], day=last)
    assert "Gruppen vilar till och med 2 januari 2023" in digest
    letters = lives(house, last + timedelta(days=1), last + timedelta(days=10))
    assert "Aktivitet 1" in letters[last + timedelta(days=1)]
    assert {case.level for case in cases(house).values()} == {1}


def test_a_rest_can_end_before_its_time(house: House) -> None:
    rests(house, MONDAY, LONG_LATE)
    with house.open() as (session, council):
        group = find_group(session, council_id=council.id, name="handledargruppen")
        day = MONDAY + timedelta(days=3)
        given = {"group": group, "actor": "test", "now": noon(day)}
        assert resume_group(session, today=day, **given)
        assert not resume_group(session, today=day, **given)
    assert ANNA in house.lives(day)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        pytest.param(DUE, MONDAY, id="backwards"),
        pytest.param(MONDAY - timedelta(9), MONDAY - timedelta(1), id="over"),
        pytest.param(MONDAY, MONDAY + timedelta(400), id="for ever"),
    ],
)
def test_a_rest_has_days_that_make_sense(house: House, first: date, last: date) -> None:
    with pytest.raises(PauseDaysError):
        rests(house, first, last)
