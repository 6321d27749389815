from collections import Counter
from dataclasses import asdict, replace
from datetime import date, timedelta
from statistics import mean
from typing import Any

import pytest
from builders import AUTUMN_22, a_deadline
from office import GROUP, LATE, MEMBERS, MONDAY, House, a_person, a_plan, a_row
from sqlalchemy import Engine, func, select

from actions.simulate import simulate
from actions.suppose import NOBODY, Supposing
from deadlines.conventions import DEFAULT, Conventions
from deadlines.deadline import Deadline
from deadlines.parse import parse_deadline
from models.store import open_database, transaction
from models.tables.every import METADATA
from models.tables.mail import OutboxItem
from models.tables.plans import Activity
from reports.foreseen import Future
from rules.policy import Policy
from rules.supposed import Answering


def future_of(
    house: House,
    first: date,
    last: date,
    supposing: Supposing = NOBODY,
    conventions: Conventions = DEFAULT,
) -> Future:
    with house.open() as (_, council):
        council_id = council.id
    return simulate(
        house.engine,
        council_id=council_id,
        first=first,
        last=last,
        office_on=house.office,
        supposing=supposing,
        conventions=conventions,
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
    """The same letters with the same lines, and the same cases on the same days."""
    house = House(engine)
    house.follows()
    foreseen = future_of(house, MONDAY, LATE)
    letters, opened, raised = [], [], []
    for number in range((LATE - MONDAY).days + 1):
        day = MONDAY + timedelta(days=number)
        result = house.evaluates(day)
        opened += [(day, uid) for uid in result.opened]
        raised += [(day, uid) for uid in result.raised]
        house.escalates(day)
        house.reminds(day)
        letters += [(day, *one) for one in letters_of(house, day)]
        house.sends()
    found = [
        (one.day, one.recipient, one.subject, sorted(one.asks), sorted(one.cases))
        for one in foreseen.letters
    ]
    assert found == letters
    assert (foreseen.opened, foreseen.raised) == (opened, raised)
    assert opened
    assert any(one.cases for one in foreseen.letters)


def letters_of(house: House, day: date) -> list[tuple[str, str, list[str], list[str]]]:
    """To whom, the subject, and what is asked or wants a decision, as the outbox remembers it."""
    lines = (
        select(OutboxItem.message_id, Activity.uid, OutboxItem.escalation_id)
        .join(Activity, Activity.id == OutboxItem.activity_id)
        .order_by(Activity.uid)
    )
    with transaction(house.engine) as session:
        said = session.execute(lines).tuples().all()
    return [
        (
            one.recipient,
            one.subject,
            [uid for message, uid, case in said if message == one.id and case is None],
            [uid for message, uid, case in said if message == one.id and case is not None],
        )
        for one in house.outbox(day=day)
    ]


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


def supposed(house: House, answering: Answering, seed: int = 1) -> Future:
    return future_of(house, date(2022, 8, 1), date(2023, 6, 30), Supposing(answering, seed))


def test_where_everybody_answers_nothing_comes_before_the_committee(sqlite_url: str) -> None:
    house = House(open_database(sqlite_url))
    house.follows()
    future = supposed(house, "everybody")
    assert future.opened == []
    done = {one.uid for one in future.answers if one.what == "done"}
    assert {one.uid for one in future.windows if one.closed_on} == done
    assert len(done) >= 3
    assert counted(house.engine)["progress_report"] == 0


def test_a_mix_lies_between_and_a_seed_gives_the_same_course_again(sqlite_url: str) -> None:
    house = House(open_database(sqlite_url))
    house.follows(a_plan([a_row(str(n), AUTUMN_22) for n in range(1, 9)]))
    silence, mix = supposed(house, "nobody"), supposed(house, "mix")
    assert 0 < len(mix.opened) < len(silence.opened) + len(mix.decisions)
    assert {one.what for one in mix.answers} >= {"done", "in_progress", "more_time"}
    assert mix.decisions
    moved = {one.uid for one in mix.windows if one.due != one.first_due}
    assert moved >= {one.uid for one in mix.decisions if one.what == "accept_new_time"}
    assert asdict(mix) == asdict(supposed(house, "mix"))
    assert asdict(mix) != asdict(supposed(house, "mix", seed=2))
    assert len({(one.day, one.recipient) for one in mix.letters}) == len(mix.letters)


def test_what_recurs_comes_next_when_the_council_says(sqlite_url: str) -> None:
    early = replace(DEFAULT, autumn_sv=(9, 11))
    house = House(open_database(sqlite_url))
    autumn = parse_deadline("varje höst", reference=date(2022, 8, 1), conventions=early)
    house.follows(a_plan([a_row("1", autumn)], reporting=[]))
    everybody, first, last = Supposing("everybody"), date(2022, 8, 1), date(2022, 12, 31)
    future = future_of(house, first, last, everybody, conventions=early)
    assert {one.what for one in future.answers} >= {"done"}
    assert [one.due for one in future.windows] == [date(2023, 11, 30)]


def test_a_letter_that_was_sent_today_is_not_foreseen_again(engine: Engine) -> None:
    house = House(engine)
    house.follows()
    house.lives(MONDAY)
    assert [one.day for one in future_of(house, MONDAY, MONDAY).letters] == []


def test_another_council_is_not_looked_at(engine: Engine) -> None:
    house, other = House(engine), House(engine, slug="other")
    house.follows()
    alone = future_of(house, MONDAY, LATE)
    other.follows()
    assert asdict(future_of(house, MONDAY, LATE)) == asdict(alone)


def test_a_day_of_unusually_many_letters_is_foreseen_as_held(engine: Engine) -> None:
    """Week after week one row falls due; then four at once, after days of one letter each."""
    house = House(engine)
    house.policy = Policy.model_validate({"volume": {"times": 2, "at_least": 3}})
    house.people(*(a_person(f"Person {name}", ("member", GROUP)) for name in "ABCDE"))
    alone = [
        a_row(
            str(week), a_deadline("by", due=MONDAY + timedelta(weeks=week)), responsible="Person A"
        )
        for week in range(2, 10)
    ]
    together = [
        a_row(
            str(number),
            a_deadline("by", due=MONDAY + timedelta(weeks=30)),
            responsible=f"Person {name}",
        )
        for number, name in enumerate("ABCDE", 90)
    ]
    house.imports(a_plan([*alone, *together], reporting=[], members=[]))
    house.approves()
    future = future_of(house, MONDAY, MONDAY + timedelta(weeks=30))
    letters = Counter(one.day for one in future.letters)
    assert future.held
    for day, held in future.held:
        before = [
            count for then, count in letters.items() if day - timedelta(days=91) <= then < day
        ]
        assert held == letters[day] > max(3, 2 * mean(before))


def test_what_is_written_today_already_counts_with_what_is_foreseen_for_today(
    engine: Engine,
) -> None:
    """Days of one letter, a morning of four, and at noon a plan that makes one more."""
    house = House(engine)
    house.policy = Policy.model_validate({"volume": {"times": 2, "at_least": 4}, "welcome": False})
    names = [f"Person {name}" for name in "ABCD"]
    house.people(*(a_person(name, ("member", GROUP)) for name in names))
    peak = MONDAY + timedelta(weeks=6)
    alone = [MONDAY + timedelta(weeks=week) for week in range(6)]
    rows = [(due_of(day), names[0]) for day in alone] + [(due_of(peak), name) for name in names]
    house.imports(plan_of(rows, GROUP))
    house.approves()
    for number, day in enumerate((*alone, peak), 1):
        house.lives(day)
        house.sends()
        house.hears(str(number), "done", today=day)
    assert [len(house.outbox(day=day)) for day in (*alone, peak)] == [1] * 6 + [4]
    house.people(a_person("Person E", ("member", "Metodgruppen")))
    house.imports(plan_of([(due_of(peak), "Person E")], "Metodgruppen"))
    house.approves()
    future = future_of(house, peak, peak)
    assert [one.name for one in future.letters] == ["Person E"]
    assert future.held == [(peak, 1)]


def due_of(day: date) -> Deadline:
    """First asked about on that day."""
    return a_deadline("by", due=day + timedelta(weeks=2))


def plan_of(rows: list[tuple[Deadline, str]], group: str) -> dict[str, Any]:
    activities = [
        a_row(str(number), due, responsible=name) for number, (due, name) in enumerate(rows, 1)
    ]
    return a_plan(activities, group=group, reporting=[], members=[])
