"""A row that a version leaves out and a later one holds again is that activity again."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builders import DURING_24, a_deadline
from office import LATE, MONDAY, House, a_plan, a_row, written
from sqlalchemy import Engine, select

from actions.decide import Verdict
from actions.planned_change import History, OpenCase, PlannedChange
from actions.undo import undo_answer
from models.link_queries import report_with_id
from models.queries import group_activities
from models.store import transaction
from models.tables.plans import Activity
from notifications.delivery.settings import MailSettings

SPRING = a_deadline("during", date(2023, 1, 1), date(2023, 6, 30), "season", "våren -23")
LEFT_OUT, BACK = date(2022, 12, 1), date(2022, 12, 8)
WHOLE = a_plan()
SHORTER = a_plan(WHOLE["activities"][1:])
UID = "handledargruppen-1"


@pytest.fixture
def house(engine: Engine, tmp_path: Path) -> House:
    mail = MailSettings(url=f"eml:{tmp_path / 'mail'}", sender="Tidplan <tidplan@example.se>")
    house = House(engine, mail=mail)
    house.follows(WHOLE)
    return house


def there_and_back(house: House, content: dict[str, Any] = WHOLE) -> list[PlannedChange]:
    house.revises(SHORTER, LEFT_OUT)
    return house.revises(content, BACK)


def test_it_goes_on_with_its_name_its_status_and_what_was_said(house: House) -> None:
    house.hears("1", "in_progress", today=MONDAY)
    [change] = there_and_back(house)
    assert (change.change, change.done, change.edits) == ("back", False, ())
    assert change.history == (History(UID, "in_progress", MONDAY, "Anna Ek", "Så här gick det"),)
    row = house.activities()[UID]
    assert (row.status, row.closed_on, row.left_out_as) == ("in_progress", None, None)
    assert len(house.activities()) == 7
    assert house.imports(WHOLE).unchanged


def test_its_case_goes_on_with_the_time_that_the_group_asked_for(house: House) -> None:
    house.hears("1", "in_progress", today=MONDAY, new=SPRING)
    house.revises(SHORTER, LEFT_OUT)
    assert [case.closed_on for case in house.cases()] == [LEFT_OUT]
    [change] = house.revises(WHOLE, BACK)
    [case] = house.cases()
    assert change.history[0].case == OpenCase(case.id, "proposed", proposed=SPRING.text)
    assert (case.closed_on, case.proposed and case.proposed["text"]) == (None, SPRING.text)
    house.rules(case.id, Verdict("accept_new_time"), today=BACK)
    assert house.activities()[UID].due == SPRING.due


def test_what_the_document_says_anew_counts(house: House) -> None:
    again = a_plan([a_row("1", SPRING), *WHOLE["activities"][1:]])
    [change] = there_and_back(house, again)
    assert change.moved is not None
    assert (house.activities()[UID].due, house.activities()[UID].status) == (
        SPRING.due,
        "not_started",
    )


def test_an_accepted_time_is_kept_where_the_document_says_what_it_said(house: House) -> None:
    house.hears("1", "in_progress", today=MONDAY, new=SPRING)
    house.rules(house.cases()[0].id, Verdict("accept_new_time"), today=MONDAY)
    there_and_back(house)
    assert house.activities()[UID].due == SPRING.due


def test_what_was_done_stays_done(house: House) -> None:
    house.hears("1", "done", today=MONDAY)
    [change] = there_and_back(house)
    assert (change.change, change.done) == ("back", True)
    row = house.activities()[UID]
    assert (row.status, row.closed_on) == ("done", MONDAY)


def test_what_people_ended_themselves_begins_anew(house: House) -> None:
    house.lives(LATE)
    house.rules(house.cases()[0].id, Verdict("drop"), today=LATE)
    house.revises(SHORTER, LATE)
    [change] = house.revises(WHOLE, LATE)
    assert (change.change, change.history) == ("new", ())
    assert house.activities()[f"{UID}-v2"].status == "not_started"


def test_what_is_said_while_it_is_away_counts_more_than_what_it_was(house: House) -> None:
    house.revises(SHORTER, LEFT_OUT)
    with transaction(house.engine) as session:
        known = group_activities(session, house.activities()[UID].group_id)
        assert UID in {one.uid for one in known}
    house.hears(UID, "done", today=LEFT_OUT)
    [change] = house.revises(WHOLE, BACK)
    assert change.done
    assert house.activities()[UID].status == "done"


def test_an_answer_that_is_taken_back_leaves_it_as_it_was_left_out(house: House) -> None:
    house.hears("1", "blocked", today=MONDAY)
    house.revises(SHORTER, LEFT_OUT)
    answered = house.hears(UID, "done", today=LEFT_OUT)
    with house.open() as (session, council):
        report = report_with_id(session, council.id, answered.report_id)
        assert report is not None
        undo_answer(session, report=report, by="Anna Ek", today=LEFT_OUT, now=report.reported_at)
    house.revises(WHOLE, BACK)
    assert house.activities()[UID].status == "blocked"


def test_a_time_that_ran_out_while_it_was_away_is_an_old_row(house: House) -> None:
    house.hears("1", "in_progress", today=MONDAY)
    house.revises(SHORTER, LEFT_OUT)
    house.revises(WHOLE, LATE)
    assert house.activities()[UID].passed_on == LATE
    house.evaluates(LATE)
    assert UID not in {activities_by_id(house)[one.activity_id] for one in house.cases()}


def activities_by_id(house: House) -> dict[int, str]:
    return {one.id: uid for uid, one in house.activities().items()}


def test_it_is_asked_about_again(house: House) -> None:
    there_and_back(house)
    house.lives(BACK)
    assert house.activities()[UID].ask_on is not None


def test_a_row_that_the_group_added_itself_is_none_that_was_left_out(house: House) -> None:
    """It stands beyond the document's rows, whatever version it was added to."""
    added = a_row("9", DURING_24, description="Något som gruppen lade till")
    with transaction(house.engine) as session:
        row = session.scalars(select(Activity).where(Activity.uid == UID)).one()
        row.position, row.description = 7, added["description"]
    house.revises(SHORTER, LEFT_OUT)
    changes = house.revises(a_plan([*WHOLE["activities"], added]), BACK)
    assert ("new", "9") in {(one.change, one.number) for one in changes}


DUTIES = WHOLE["reporting"]
NOVEMBER = a_deadline("by", due=date(2022, 11, 1), text="senast 1 november")


def reports(house: House) -> dict[str, Activity]:
    return {
        uid: one
        for uid, one in house.activities().items()
        if one.due and one.kind == "report_back"
    }


def test_a_duty_that_comes_back_keeps_the_reports_that_were_made(house: House) -> None:
    before = reports(house)
    first = min(before)
    house.hears(first, "done", today=MONDAY)
    house.revises(a_plan(reporting=DUTIES[:1]), LEFT_OUT)
    assert {one.status for uid, one in reports(house).items() if uid != first} == {"cancelled"}
    [change] = house.revises(WHOLE, BACK)
    assert (change.part, change.change) == ("report", "back")
    after = reports(house)
    assert after.keys() == before.keys()
    assert after[first].status == "done"
    assert {one.status for uid, one in after.items() if uid != first} == {"not_started"}


def test_a_duty_that_comes_back_with_another_day_moves(house: House) -> None:
    house.revises(a_plan(reporting=DUTIES[:1]), LEFT_OUT)
    moved = DUTIES[1] | {"deadline": written(NOVEMBER)}
    [change] = house.revises(a_plan(reporting=[DUTIES[0], moved]), BACK)
    assert change.moved is not None
    assert {one.due for one in reports(house).values()} == {
        date(year, 11, 1) for year in (2022, 2023, 2024)
    }
