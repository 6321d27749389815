"""An approved plan can be shown as it was on any day, whatever has happened since."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from builders import AUTUMN_22, DURING_24, a_deadline
from hypothesis import given, settings
from hypothesis import strategies as st
from office import GROUP, House, a_plan, a_row, noon
from sqlalchemy import Engine, delete, select
from sqlalchemy.orm import joinedload

from actions.as_it_was import ForgottenRowsError, Moment, NoPlanThenError
from actions.decide import Verdict
from actions.export_plan import export_plan
from actions.undo import undo_answer
from models.queries import open_cases
from models.store import open_database
from models.tables.following import ProgressReport
from models.tables.plans import PlanRow
from reports.exported import ExportedPlan, ExportedRow

FIRST = date(2022, 2, 1)
MARCH = a_deadline(
    "recurring", date(2022, 3, 1), date(2022, 3, 31), "recurring", "varje år i mars"
)
SPRING = a_deadline("during", date(2023, 1, 1), date(2023, 6, 30), "season", "våren -23")
SOONER = a_deadline("during", date(2022, 10, 1), date(2022, 10, 31), "month", "oktober 2022")
ROWS = [a_row("1", AUTUMN_22), a_row("2", MARCH), a_row("3", DURING_24)]


def shown(house: House, today: date, *, then: date | None = None) -> ExportedPlan:
    """As it stands, or as it was at the end of a day."""
    moment = None
    if then is not None:
        after = then + timedelta(days=1)
        moment = Moment(then, datetime(after.year, after.month, after.day, tzinfo=UTC))
    with house.open() as (session, council):
        return export_plan(
            session, council=council, name=GROUP, today=today, now=noon(today), then=moment
        )


def row(plan: ExportedPlan, number: str) -> ExportedRow:
    return next(one for one in plan.rows if one.number == number)


@pytest.fixture
def house(engine: Engine) -> House:
    house = House(engine)
    house.follows(a_plan(ROWS))
    return house


def test_before_its_first_approval_a_group_had_no_plan(house: House) -> None:
    with pytest.raises(NoPlanThenError):
        shown(house, FIRST, then=date(2022, 1, 31))


def test_a_version_whose_rows_were_never_kept_says_so(house: House) -> None:
    with house.open() as (session, _):
        session.execute(delete(PlanRow))
    with pytest.raises(ForgottenRowsError):
        shown(house, FIRST, then=FIRST)


def test_a_version_that_was_replaced_is_shown_with_its_own_rows(house: House) -> None:
    later = date(2022, 9, 1)
    house.imports(a_plan([a_row("1", SPRING), a_row("4", DURING_24)]))
    house.approves(later)
    before, after = shown(house, later, then=date(2022, 8, 31)), shown(house, later, then=later)
    assert [one.number for one in before.rows if one.kind == "activity"] == ["1", "2", "3"]
    assert [one.number for one in after.rows if one.kind == "activity"] == ["1", "4"]
    assert (row(before, "1").wording, row(after, "1").wording) == ("Klart hösten -22", "våren -23")
    assert row(before, "3").status == "not_started"


def test_who_was_responsible_then_is_what_the_plan_or_the_committee_had_said(
    house: House,
) -> None:
    decided, revised = date(2023, 2, 1), date(2023, 3, 1)
    house.evaluates(decided)
    with house.open() as (session, council):
        cases = {one.activity.number: one.id for one in open_cases(session, council.id)}
    house.rules(cases["1"], Verdict("reassign", to="Bo Asp"), today=decided)
    house.imports(a_plan([a_row("1", AUTUMN_22, responsible="Anna Ek"), *ROWS[1:]]))
    house.approves(revised)
    days = (date(2023, 1, 31), decided, date(2023, 2, 28), revised)
    found = [row(shown(house, revised, then=day), "1").responsible for day in days]
    assert found == [GROUP, "Bo Asp", "Bo Asp", "Anna Ek"]


def test_a_report_that_changed_hands_was_the_groups_before(house: House) -> None:
    decided = date(2023, 6, 1)
    house.evaluates(decided)
    with house.open() as (session, council):
        [case, *_] = [
            one.id for one in open_cases(session, council.id) if one.activity.kind == "report_back"
        ]
    house.rules(case, Verdict("reassign", to="Bo Asp"), today=decided)
    for day, named in ((date(2023, 5, 31), set[str | None]()), (decided, {"Bo Asp"})):
        rows = shown(house, decided, then=day).rows
        owed = {one.responsible for one in rows if one.kind == "report_back"}
        assert owed - {None} == named


def act(house: House, data: st.DataObject, today: date) -> None:
    """Something that changes how the plan stands."""
    number = str(data.draw(st.integers(1, 3)))
    match data.draw(st.sampled_from(["report", "time", "undo", "decide", "revise", "evaluate"])):
        case "report":
            status: Any = data.draw(st.sampled_from(["done", "blocked", "cancelled"]))
            house.hears(f"{GROUP.lower()}-{number}", status, today=today)
        case "time":
            new = data.draw(st.sampled_from([SOONER, SPRING]))
            if new.due and new.due >= today:
                house.hears(f"{GROUP.lower()}-{number}", "in_progress", today=today, new=new)
        case "undo":
            _undo(house, number, today)
        case "decide":
            _decide(house, data, today)
        case "revise":
            _revise(house, data, today)
        case "evaluate":
            house.evaluates(today)


def _undo(house: House, number: str, today: date) -> None:
    house.hears(f"{GROUP.lower()}-{number}", "done", today=today, new=None)
    with house.open() as (session, _):
        last = session.scalars(
            select(ProgressReport)
            .order_by(ProgressReport.id.desc())
            .options(joinedload(ProgressReport.activity))
        ).first()
        assert last is not None
        undo_answer(session, report=last, by="Anna Ek", today=today, now=noon(today))


def _decide(house: House, data: st.DataObject, today: date) -> None:
    house.evaluates(today)
    with house.open() as (session, council):
        cases = [one.id for one in open_cases(session, council.id)]
    if cases:
        verdict = data.draw(
            st.sampled_from([Verdict("drop"), Verdict("reassign", to="Bo Asp"), Verdict("raise")])
        )
        house.rules(cases[0], verdict, today=today)


def _revise(house: House, data: st.DataObject, today: date) -> None:
    rows = [
        a_row("1", data.draw(st.sampled_from([AUTUMN_22, SPRING]))),
        a_row("2", MARCH, responsible=data.draw(st.sampled_from([GROUP, "Anna Ek"]))),
        a_row("3", DURING_24),
    ]
    if not house.imports(a_plan(rows)).unchanged:
        house.approves(today)


@contextmanager
def a_new_house(empty: Path) -> Iterator[House]:
    with TemporaryDirectory() as folder:
        shutil.copy(empty, Path(folder) / "plan.db")
        house = House(open_database(f"sqlite:///{folder}/plan.db"))
        house.follows(a_plan(ROWS))
        yield house
        house.engine.dispose()


@settings(max_examples=25)
@given(data=st.data())
def test_every_day_of_the_past_is_shown_as_it_was_seen_on_that_day(
    data: st.DataObject, empty_sqlite: Path
) -> None:
    with a_new_house(empty_sqlite) as house:
        today, seen = FIRST, {}
        for _ in range(data.draw(st.integers(1, 8))):
            today += timedelta(days=data.draw(st.integers(1, 120)))
            act(house, data, today)
            seen[today] = shown(house, today).rows
        for day, rows in seen.items():
            assert shown(house, today, then=day).rows == rows
