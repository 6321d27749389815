"""Invariant 6: no activity goes silent, whatever kind of time it has, whatever people do."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import AUTUMN_22, a_deadline
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office import COMMITTEE, LATE, MEMBERS, MONDAY, SECRETARY, House, a_person, a_plan, a_row
from silence import KINDS, MARCH, a_house, assert_never_silent
from sqlalchemy import select, update

from actions.decide import Verdict
from deadlines.deadline import Deadline
from models.store import transaction
from models.tables.mail import OutboxMessage
from models.tables.plans import Activity
from models.values import COUNCIL
from rules.working_days import WorkingCalendar


@pytest.fixture
def house(sqlite_url: str, tmp_path: Path) -> House:
    return a_house(sqlite_url, tmp_path)


def live_through(house: House, first: date, days: int, step: int = 1) -> list[tuple[date, str]]:
    """Who was written to, when."""
    letters = []
    for number in range(0, days, step):
        day = first + timedelta(days=number)
        letters += [(day, name) for name in house.lives(day)]
    return letters


@pytest.mark.parametrize("deadline", KINDS.values(), ids=KINDS)
def test_each_kind_is_asked_about_escalated_or_waits_for_a_named_day(
    house: House, deadline: Deadline
) -> None:
    house.follows(a_plan([a_row("1", deadline)], reporting=[]))
    for week in range(60):
        today = MONDAY + timedelta(weeks=week)
        house.lives(today)
        assert_never_silent(house, today)
        assert_asked_in_time(house, today)


def assert_asked_in_time(house: House, today: date) -> None:
    """After a run nothing has been waiting to be asked for longer than the quiet days."""
    with transaction(house.engine) as session:
        waiting = session.scalars(
            select(Activity.ask_on).where(Activity.closed_on.is_(None), Activity.ask_on < today)
        ).all()
    assert [day for day in waiting if day and day < today - timedelta(days=7)] == []


@given(data=st.data())
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_mix_of_runs_answers_and_decisions_makes_anything_silent(
    data: st.DataObject, empty_sqlite: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("house")
    (folder / "house.db").write_bytes(empty_sqlite.read_bytes())
    house = a_house(f"sqlite:///{folder / 'house.db'}", folder)
    rows = data.draw(st.lists(st.sampled_from(list(KINDS.values())), min_size=1, max_size=4))
    house.follows(a_plan([a_row(str(n), row) for n, row in enumerate(rows, 1)]))
    today = MONDAY
    for _ in range(data.draw(st.integers(3, 10))):
        today += timedelta(days=data.draw(st.integers(1, 60)))
        act(house, data, today, len(rows))
        house.evaluates(today)
        assert_never_silent(house, today)


def act(house: House, data: st.DataObject, today: date, rows: int) -> None:
    """A day's work, an answer, or a decision."""
    number = str(data.draw(st.integers(1, rows)))
    still_open = [one for one in house.cases() if one.closed_on is None]
    match data.draw(st.sampled_from(["live", "answer", "done", "decide"])):
        case "live":
            house.lives(today)
        case "answer":
            house.hears(number, "in_progress", today=today)
        case "done":
            house.hears(number, "done", today=today)
        case "decide" if still_open:
            verdict = data.draw(
                st.sampled_from(
                    [
                        Verdict("drop"),
                        Verdict("raise"),
                        Verdict("reassign", to="Bo Asp"),
                        Verdict("park", until=today + timedelta(days=40)),
                    ]
                )
            )
            house.rules(still_open[0].id, verdict, today=today)


def test_what_recurs_comes_again_after_it_was_done(house: House) -> None:
    house.follows(a_plan([a_row("1", MARCH)], reporting=[]))
    house.hears("1", "done", today=date(2022, 3, 20))
    following = house.activity("1")
    assert (following.due, following.status) == (date(2023, 3, 31), "not_started")
    letters = live_through(house, date(2022, 3, 21), 380)
    assert "Anna Ek" in [name for day, name in letters if day >= date(2023, 3, 1)]


def test_a_row_without_a_time_does_not_hide_the_duty_to_report(house: House) -> None:
    running = {"text": "Rapportera fortlöpande.", "deadline": None, "source": {"text": "x"}}
    content = a_plan([a_row("1", None)], reporting=[])
    content["reporting"] = [running | {"deadline": a_plan()["reporting"][0]["deadline"]}]
    house.follows(content)
    assert "Anna Ek" in [name for _, name in live_through(house, date(2022, 2, 1), 100)]


def test_a_settled_case_does_not_come_back_the_next_day(house: House) -> None:
    house.follows()
    house.lives(date(2023, 4, 4))
    first = house.cases()[0]
    assert first.level == COUNCIL
    house.rules(first.id, Verdict("reassign", to="Bo Asp"), today=date(2023, 4, 4))
    letters = live_through(house, date(2023, 4, 5), 7)
    assert [one.id for one in house.cases() if one.activity_id == first.activity_id] == [first.id]
    assert "Bo Asp" in [name for _, name in letters]


def test_a_proposed_time_means_what_it_meant_when_it_was_said(house: House) -> None:
    house.follows()
    next_year = a_deadline("during", date(2023, 1, 1), date(2023, 12, 31), "year", "nästa år")
    house.hears("1", "in_progress", today=date(2022, 12, 20), new=next_year)
    house.rules(house.cases()[0].id, Verdict("accept_new_time"), today=date(2023, 1, 9))
    assert house.activity("1").due == date(2023, 12, 31)


def test_a_case_is_new_once_and_then_unchanged(house: House) -> None:
    house.follows()
    for week in range(12):
        house.lives(LATE + timedelta(weeks=week))
    digest = house.letter_to("Eva Holm", day=LATE + timedelta(weeks=11))
    assert "3 oförändrade" in digest
    assert "Nya: " not in digest


def test_a_report_is_told_in_one_digest(house: House) -> None:
    house.follows()
    house.hears("1", "in_progress", today=MONDAY)
    house.lives(MONDAY)
    house.lives(MONDAY + timedelta(weeks=1))
    assert "Så här gick det" in house.letter_to("Eva Holm", day=MONDAY)
    assert "Så här gick det" not in house.letter_to("Eva Holm", day=MONDAY + timedelta(weeks=1))


@pytest.mark.parametrize(
    ("roles", "reader", "said"),
    [
        pytest.param(
            [(SECRETARY, "secretariat")],
            SECRETARY,
            "Lägg till rollen arbetsutskott",
            id="no committee: the secretariat hears",
        ),
        pytest.param(
            [(COMMITTEE[0], "committee")],
            COMMITTEE[0],
            "Lägg till rollen kansli",
            id="no secretariat: the committee hears",
        ),
    ],
)
def test_an_empty_role_is_told_to_the_other(
    house: House, roles: list[tuple[str, str]], reader: str, said: str
) -> None:
    house.people(
        *(a_person(name, (role, None)) for name, role in roles),
        *(a_person(name) for name in MEMBERS),
    )
    house.imports(a_plan())
    house.approves()
    house.lives(MONDAY)
    assert said in house.letter_to(reader, day=MONDAY)


def test_mail_that_does_not_arrive_is_no_silence_of_the_members(house: House) -> None:
    house.follows()
    house.lives(MONDAY)
    with transaction(house.engine) as session:
        session.execute(update(OutboxMessage).values(state="failed", sent_at=None))
    house.lives(date(2022, 12, 12))
    assert "anna.ek@example.se" in house.letter_to(SECRETARY, day=date(2022, 12, 12))


def test_a_date_far_away_stops_nobody(house: House) -> None:
    house.follows(
        a_plan([a_row("1", a_deadline("by", due=date(9999, 12, 31))), a_row("2", AUTUMN_22)])
    )
    assert "Anna Ek" in house.lives(MONDAY)


def test_july_takes_no_step_of_the_ladder(house: House) -> None:
    july = frozenset(date(2023, 7, 1) + timedelta(days=n) for n in range(31))
    house.calendar = WorkingCalendar(july)
    house.follows(a_plan([a_row("1", a_deadline("by", due=date(2023, 6, 30)))], reporting=[]))
    live_through(house, date(2023, 6, 1), 60)
    assert house.cases() == []
    live_through(house, date(2023, 7, 31), 20)
    assert [one.opened_on for one in house.cases()] == [date(2023, 8, 8)]
