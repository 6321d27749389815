"""What the council lives through, from the directive to the digest."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import AUTUMN_22, DURING_24, a_deadline
from office import (
    COMMITTEE,
    LATE,
    MEMBERS,
    MONDAY,
    SECRETARY,
    House,
    a_person,
    a_plan,
    a_row,
    noon,
)
from sqlalchemy import Engine, select

from actions.decide import Verdict
from actions.undo import undo_answer
from models.ledger import mandate_of, moves_of
from models.store import transaction
from models.tables.following import AuditEvent, ProgressReport
from models.tables.plans import DeadlineMove
from models.values import COMMITTEE as BEFORE_THE_COMMITTEE
from notifications.delivery.settings import MailSettings
from rules.working_days import WorkingCalendar


@pytest.fixture
def house(engine: Engine, tmp_path: Path) -> House:
    mail = MailSettings(url=f"eml:{tmp_path / 'mail'}", sender="Tidplan <tidplan@example.se>")
    return House(engine, mail=mail)


@pytest.fixture
def cut_off(engine: Engine) -> House:
    """Nothing leaves this house."""
    return House(engine)


def test_each_member_is_reminded_once_of_all_that_is_near(house: House) -> None:
    house.follows()
    assert sorted(house.lives(MONDAY)) == sorted(MEMBERS + COMMITTEE)
    letter = house.letter_to("Anna Ek", day=MONDAY)
    assert "Aktivitet 1" in letter
    assert "Aktivitet 2" in letter
    assert "Återrapport vid årets slut." in letter
    assert "Klart hösten -22" in letter
    assert "Aktivitet 3" not in letter
    assert "fortlöpande" not in letter


def test_the_same_day_again_says_nothing(house: House) -> None:
    house.follows()
    house.lives(MONDAY)
    assert house.lives(MONDAY) == []
    assert house.lives(MONDAY + timedelta(days=1)) == []


def test_what_is_done_is_in_no_later_mail(house: House) -> None:
    house.follows()
    house.lives(MONDAY)
    house.hears("2", "done", today=MONDAY)
    house.lives(LATE)
    late = house.letter_to("Anna Ek", day=LATE) + house.letter_to("Eva Holm", day=LATE)
    asked = late.split("Aktivitet 2")
    assert "Aktivitet 1" in late
    assert len(asked) <= 2  # told once, as reported, in the digest


def test_a_queued_letter_that_is_no_longer_true_is_taken_back(cut_off: House) -> None:
    cut_off.follows()
    cut_off.lives(MONDAY)
    answered = cut_off.hears("2", "done", today=MONDAY)
    assert answered.cancelled == len(MEMBERS)
    cut_off.evaluates(MONDAY)
    assert sorted(cut_off.reminds(MONDAY).letters) == sorted(MEMBERS)
    letter = cut_off.letter_to("Bo Asp", day=MONDAY)
    assert "Aktivitet 1" in letter
    assert "Aktivitet 2" not in letter


@pytest.mark.parametrize(
    "days",
    [
        pytest.param([], id="no run in between"),
        pytest.param([MONDAY], id="one reminder in between"),
        pytest.param([MONDAY + timedelta(n) for n in range(70)], id="every day in between"),
        pytest.param(
            [date(2022, 11, 1) + timedelta(n) for n in range(0, 90, 11)], id="now and then"
        ),
    ],
)
def test_nobody_answers_and_the_committee_hears_of_everything_late(
    house: House, days: list[date]
) -> None:
    house.follows()
    for day in days:
        house.lives(day)
    house.lives(LATE)
    digest = house.letter_to("Eva Holm", day=LATE)
    for late in ("Aktivitet 1", "Aktivitet 2", "Återrapport vid årets slut."):
        assert late in digest
    assert "Aktivitet 3" not in digest
    assert {case.level for case in house.cases()} == {BEFORE_THE_COMMITTEE}
    assert house.activities()["handledargruppen-3"].health == "waiting"


def test_the_digest_goes_to_each_reader_once_a_week(house: House) -> None:
    house.follows()
    assert sorted(house.escalates(LATE).letters) == sorted(COMMITTEE)
    assert house.escalates(LATE + timedelta(days=1)).letters == []
    assert sorted(house.escalates(LATE + timedelta(days=7)).letters) == sorted(COMMITTEE)


def test_a_holiday_monday_moves_the_digest(house: House) -> None:
    house.calendar = WorkingCalendar(frozenset({LATE}))
    house.follows()
    assert house.escalates(LATE).nobody_works
    assert sorted(house.escalates(LATE + timedelta(days=1)).letters) == sorted(COMMITTEE)


def test_nothing_is_said_on_a_day_on_which_nobody_works(house: House) -> None:
    house.follows()
    sunday = MONDAY - timedelta(days=1)
    assert house.lives(sunday) == []
    assert set(MEMBERS) <= set(house.lives(MONDAY))


def test_who_reads_the_digest_and_is_asked_gets_one_mail(house: House) -> None:
    house.people(a_person("Anna Ek", ("committee", None)), a_person("Bo Asp"))
    house.imports(a_plan())
    house.approves()
    house.lives(MONDAY)
    letter = house.letter_to("Anna Ek", day=MONDAY)
    assert "Aktivitet 1" in letter
    assert len(house.outbox(day=MONDAY)) == 2


def test_all_on_track_is_said_too(house: House) -> None:
    house.follows(a_plan([a_row("1", DURING_24)], reporting=[]))
    house.lives(MONDAY)
    assert len(house.outbox(day=MONDAY)) == len(COMMITTEE)


def test_a_member_without_address_is_told_to_the_secretariat(house: House) -> None:
    house.people(a_person("Anna Ek"), a_person(SECRETARY, ("secretariat", None)))
    house.imports(a_plan())
    house.approves()
    assert SECRETARY in house.lives(MONDAY)
    assert "Bo Asp" in house.letter_to(SECRETARY, day=MONDAY)
    assert SECRETARY not in house.lives(MONDAY + timedelta(days=1))


def test_an_address_that_comes_later_finds_its_member(house: House) -> None:
    house.people(a_person("Anna Ek"))
    house.imports(a_plan())
    house.approves()
    assert house.people(a_person("Bo Asp")).without_address == []
    assert "Bo Asp" in house.lives(MONDAY)


def test_a_row_without_a_time_is_a_question_to_the_secretariat(house: House) -> None:
    house.follows(a_plan([a_row("1", None)], reporting=[]))
    assert SECRETARY in house.lives(MONDAY)
    assert "Aktivitet 1" in house.letter_to(SECRETARY, day=MONDAY)


def test_a_later_time_is_proposed_and_then_decided(house: House) -> None:
    house.follows()
    spring = a_deadline("during", date(2023, 1, 1), date(2023, 6, 30), "season", "våren -23")
    house.lives(MONDAY)
    house.hears("1", "in_progress", today=MONDAY, new=spring)
    [case] = house.cases()
    assert (case.proposed or {})["text"] == "våren -23"
    house.lives(MONDAY + timedelta(days=7))
    assert "våren -23" in house.letter_to("Eva Holm", day=MONDAY + timedelta(days=7))
    house.rules(case.id, Verdict("accept_new_time", new_deadline=spring), today=date(2022, 12, 7))
    moved = house.activities()["handledargruppen-1"]
    assert (moved.due, moved.wording) == (date(2023, 6, 30), "våren -23")
    house.lives(LATE)
    assert "Aktivitet 1" not in house.letter_to("Anna Ek", day=LATE)


def test_an_earlier_time_counts_at_once_and_is_remembered(house: House) -> None:
    house.follows()
    november = a_deadline("during", date(2022, 11, 1), date(2022, 11, 30), "month", "november")
    house.hears("1", "in_progress", today=date(2022, 9, 1), new=november)
    narrowed = house.activities()["handledargruppen-1"]
    assert (narrowed.due, narrowed.wording) == (date(2022, 11, 30), "Klart hösten -22")
    with transaction(house.engine) as session:
        [move] = session.scalars(select(DeadlineMove))
        assert (move.from_due, move.to_due, move.from_wording, move.to_wording, move.reason) == (
            AUTUMN_22.due,
            date(2022, 11, 30),
            "Klart hösten -22",
            "november",
            "sharpened",
        )
        assert moves_of(session, [narrowed.id]) == {}
    assert house.cases() == []


def test_a_sharpened_time_may_change_within_the_mandate_and_no_further(house: House) -> None:
    house.follows()
    november = a_deadline("during", date(2022, 11, 1), date(2022, 11, 30), "month", "november")
    december = a_deadline("during", date(2022, 12, 1), date(2022, 12, 31), "month", "december")
    january = a_deadline("during", date(2023, 1, 1), date(2023, 1, 31), "month", "januari")
    for time in (november, december, january):
        house.hears("1", "in_progress", today=date(2022, 9, 1), new=time)
    narrowed = house.activities()["handledargruppen-1"]
    assert (narrowed.due, narrowed.wording) == (date(2022, 12, 31), "Klart hösten -22")
    [case] = house.cases()
    assert (case.proposed or {})["text"] == "januari"


def test_a_sharpening_that_is_taken_back_leaves_the_mandate_as_it_was(house: House) -> None:
    house.follows()
    november = a_deadline("during", date(2022, 11, 1), date(2022, 11, 30), "month", "november")
    october = a_deadline("during", date(2022, 10, 1), date(2022, 10, 31), "month", "oktober")
    day = date(2022, 9, 1)
    house.hears("1", "in_progress", today=day, new=november)
    said = house.hears("1", "in_progress", today=day, new=october)
    with transaction(house.engine) as session:
        report = session.get_one(ProgressReport, said.report_id)
        session.refresh(report, ["activity"])
        undo_answer(session, report=report, by="Anna Ek", today=day, now=noon(day))
        assert report.activity.due == date(2022, 11, 30)
        assert mandate_of(session, report.activity).due == AUTUMN_22.due
        assert moves_of(session, [report.activity_id]) == {}


def test_letters_quote_the_mandate_and_say_the_sharpened_time(house: House) -> None:
    house.follows()
    october = a_deadline("by", None, date(2022, 10, 14), "day", "14 oktober")
    house.hears("1", "in_progress", today=date(2022, 9, 1), new=october)
    day = date(2022, 10, 17)
    house.lives(day)
    letter = house.letter_to("Anna Ek", day=day)
    assert "Klart hösten -22" in letter
    assert "14 oktober 2022" in letter


@pytest.mark.parametrize(
    ("verdict", "status", "still_open"),
    [
        pytest.param(Verdict("drop"), "cancelled", False, id="dropped"),
        pytest.param(Verdict("reassign", to="Bo Asp"), "not_started", False, id="reassigned"),
        pytest.param(Verdict("park", until=date(2023, 4, 3)), "not_started", True, id="parked"),
        pytest.param(Verdict("raise"), "not_started", True, id="raised"),
    ],
)
def test_what_a_decision_does(
    house: House, verdict: Verdict, status: str, still_open: bool
) -> None:
    house.follows()
    house.lives(LATE)
    case = next(
        one
        for one in house.cases()
        if one.activity_id == house.activities()["handledargruppen-1"].id
    )
    house.rules(case.id, verdict, today=LATE)
    assert house.activities()["handledargruppen-1"].status == status
    again = next(one for one in house.cases() if one.id == case.id)
    assert (again.closed_on is None) is still_open
    house.lives(LATE + timedelta(days=7))
    letters = "".join(house.letter_to(name, day=LATE + timedelta(days=7)) for name in COMMITTEE)
    assert ("Aktivitet 1" in letters) is (verdict.decision != "park")


def test_a_parked_case_comes_back_on_its_day(house: House) -> None:
    house.follows()
    house.lives(LATE)
    first = house.cases()[0]
    house.rules(first.id, Verdict("park", until=date(2023, 4, 3)), today=LATE)
    house.lives(date(2023, 4, 3))
    again = next(one for one in house.cases() if one.id == first.id)
    assert (again.decision, again.parked_until, again.raised_on) == (None, None, date(2023, 4, 3))


def test_a_case_closes_by_itself_when_its_cause_is_gone(house: House) -> None:
    house.follows()
    house.lives(LATE)
    house.hears("1", "done", today=LATE)
    closed = [one for one in house.cases() if one.closed_on == LATE]
    assert [one.closed_because for one in closed] == ["done"]


def test_a_report_back_is_owed_every_year_of_the_plan(house: House) -> None:
    house.follows()
    dues = sorted(
        one.due for one in house.activities().values() if one.kind == "report_back" and one.due
    )
    assert dues == [date(2022, 12, 31), date(2023, 12, 31), date(2024, 12, 31)]
    house.evaluates(date(2026, 1, 7))
    dues = sorted(
        one.due for one in house.activities().values() if one.kind == "report_back" and one.due
    )
    assert dues[-2:] == [date(2025, 12, 31), date(2026, 12, 31)]


def test_every_step_leaves_its_trail(house: House) -> None:
    house.follows()
    house.lives(MONDAY)
    house.hears("2", "done", today=MONDAY)
    with transaction(house.engine) as session:
        done = [
            event.action for event in session.scalars(select(AuditEvent).order_by(AuditEvent.id))
        ]
    assert done == [
        "people.import",
        "plan.import",
        "plan.approve",
        "evaluate",
        "escalate",
        "remind",
        "report",
    ]


def test_a_council_never_sees_anothers_activities(house: House) -> None:
    house.follows()
    other = House(house.engine, slug="other")
    other.people(a_person("Hanna Dal", ("committee", None)))
    assert other.evaluates(LATE).reviewed == 0
    assert other.lives(LATE) == ["Hanna Dal"]
    assert "Aktivitet" not in other.letter_to("Hanna Dal", day=LATE)


def test_the_next_question_is_announced_for_a_working_day(house: House) -> None:
    house.follows()
    house.lives(MONDAY)
    assert "12 december 2022" in house.letter_to("Anna Ek", day=MONDAY)  # the 10th is a Saturday


def test_after_an_outage_there_is_one_mail_and_no_backlog(cut_off: House) -> None:
    cut_off.follows()
    for week in range(4):
        cut_off.lives(MONDAY + timedelta(weeks=week))
    queued = [(one.recipient, one.day) for one in cut_off.outbox()]
    assert len(queued) == len({recipient for recipient, _ in queued})
    letter = cut_off.letter_to("Anna Ek", day=max(day for _, day in queued))
    assert "Aktivitet 1" in letter


def test_an_answer_written_down_years_later_does_not_move_the_questions(house: House) -> None:
    house.follows()
    house.lives(MONDAY)
    house.hears("2", "done", today=date(2026, 11, 22))
    house.lives(LATE)
    assert "Aktivitet 1" in house.letter_to("Anna Ek", day=LATE)
