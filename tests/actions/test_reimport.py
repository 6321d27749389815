"""A revised plan never loses what people have answered and decided."""

import shutil
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from builders import AUTUMN_22, DURING_24, a_deadline
from hypothesis import given, settings
from hypothesis import strategies as st
from office import LATE, MONDAY, YEAR_END, House, a_person, a_plan, a_row, written
from sqlalchemy import Engine, select

from actions.decide import Verdict
from actions.planned_change import Edited, History, OpenCase
from models.store import open_database, transaction
from models.tables.following import Escalation, ProgressReport
from models.tables.people import Membership, Person
from notifications.delivery.settings import MailSettings

SPRING = a_deadline("during", date(2023, 1, 1), date(2023, 6, 30), "season", "våren -23")
APPROVED = date(2022, 12, 1)


@pytest.fixture
def house(engine: Engine, tmp_path: Path) -> House:
    mail = MailSettings(url=f"eml:{tmp_path / 'mail'}", sender="Tidplan <tidplan@example.se>")
    return House(engine, mail=mail)


def open_cases(house: House) -> list[Escalation]:
    with transaction(house.engine) as session:
        return list(session.scalars(select(Escalation).where(Escalation.closed_on.is_(None))))


def corrected(**given: Any) -> dict[str, Any]:
    """The same plan with one word mended in its third row."""
    mended = a_row("3", DURING_24, description="Aktivitet 3 som gruppen ska göra helt klar")
    return a_plan([a_row("1", AUTUMN_22), a_row("2", AUTUMN_22), mended], **given)


def test_a_mended_word_is_the_only_change(house: House) -> None:
    house.follows()
    [change] = house.revises(corrected())
    assert (change.part, change.change, change.moved) == ("activity", "changed", None)
    [edit] = change.edits
    assert edit.was == "Aktivitet 3 som gruppen ska göra klar"
    assert not change.probably_same
    assert len(house.activities()) == 7


def test_an_accepted_time_survives_a_mended_word(house: House) -> None:
    house.follows()
    house.hears("1", "in_progress", today=MONDAY, new=SPRING)
    [case] = open_cases(house)
    house.rules(case.id, Verdict("accept_new_time"), today=MONDAY)
    house.revises(corrected())
    assert house.activities()["handledargruppen-1"].due == SPRING.due


def test_a_dropped_row_stays_dropped_while_the_document_holds_it(house: House) -> None:
    house.follows()
    house.lives(LATE)
    house.rules(open_cases(house)[0].id, Verdict("drop"), today=LATE)
    house.revises(corrected(), today=LATE)
    assert len(house.activities()) == 7
    assert [one.status for one in house.activities().values() if one.kind == "activity"].count(
        "cancelled"
    ) == 1


def test_a_time_that_the_document_moves_moves_and_is_said(house: House) -> None:
    house.follows()
    [change] = house.revises(
        a_plan([a_row("1", SPRING), a_row("2", AUTUMN_22), a_row("3", DURING_24)])
    )
    assert change.edits == (Edited("deadline", "Klart hösten -22", "våren -23", SPRING.due),)
    assert house.activities()["handledargruppen-1"].due == SPRING.due


def test_a_row_that_is_done_says_so_when_its_time_moves(house: House) -> None:
    house.follows()
    house.hears("1", "done", today=MONDAY)
    [change] = house.revises(
        a_plan([a_row("1", SPRING), a_row("2", AUTUMN_22), a_row("3", DURING_24)])
    )
    assert change.done
    assert house.activities()["handledargruppen-1"].status == "done"


def test_a_row_that_is_gone_takes_its_case_and_its_letters_along(house: House) -> None:
    house.follows()
    house.lives(LATE)
    house.revises(a_plan([a_row("2", AUTUMN_22), a_row("3", DURING_24)]), today=LATE)
    gone = house.activities()["handledargruppen-1"]
    assert gone.status == "cancelled"
    assert gone.id not in {case.activity_id for case in open_cases(house)}
    later = LATE + timedelta(days=7)
    house.lives(later)
    decisions = house.letter_to("Eva Holm", day=later).split("Löst sedan sist")[0]
    assert "Aktivitet 1" not in decisions


def test_what_ends_with_a_row_is_known_before_approval(house: House) -> None:
    house.follows()
    house.hears("1", "blocked", today=MONDAY, new=SPRING)
    rows = [a_row("2", AUTUMN_22), a_row("3", DURING_24)]
    [gone] = [one for one in house.imports(a_plan(rows)).changes if one.change == "gone"]
    case = OpenCase(open_cases(house)[0].id, "proposed", proposed=SPRING.text)
    assert gone.history == (
        History("handledargruppen-1", "blocked", MONDAY, "Anna Ek", "Så här gick det", case),
    )


def test_queued_letters_about_a_gone_row_are_taken_back(engine: Engine) -> None:
    house = House(engine)
    house.follows()
    house.lives(MONDAY)
    house.revises(a_plan([a_row("2", AUTUMN_22), a_row("3", DURING_24)]), today=MONDAY)
    house.reminds(MONDAY)
    assert "Aktivitet 1" not in house.letter_to("Anna Ek", day=MONDAY)


def test_report_backs_go_on_after_a_revision(house: House) -> None:
    house.follows()
    house.revises(corrected())
    house.evaluates(date(2026, 1, 7))
    dues = sorted(
        one.due for one in house.activities().values() if one.kind == "report_back" and one.due
    )
    assert dues[-2:] == [date(2025, 12, 31), date(2026, 12, 31)]


def a_duty(text: str, deadline: Any) -> dict[str, Any]:
    return {"text": text, "deadline": written(deadline), "source": {"text": text}}


def test_a_duty_whose_day_moves_moves_in_every_year(house: House) -> None:
    house.follows(a_plan(reporting=[a_duty("Återrapport vid årets slut.", YEAR_END)]))
    november = a_deadline("by", due=date(2022, 11, 1), text="senast 1 november")
    [change] = house.revises(
        a_plan(reporting=[a_duty("Återrapport vid årets slut, 1 november.", november)])
    )
    assert (change.part, change.change) == ("report", "changed")
    dues = {one.due for one in house.activities().values() if one.kind == "report_back"}
    assert dues == {date(year, 11, 1) for year in (2022, 2023, 2024)}


def test_a_duty_that_is_put_first_doubles_nothing(house: House) -> None:
    house.follows()
    duties = [a_duty("Berätta muntligt på våren.", SPRING), *a_plan()["reporting"]]
    changes = house.revises(a_plan(reporting=duties))
    assert [(one.part, one.change) for one in changes] == [("report", "new")]
    texts = [one.description for one in house.activities().values() if one.kind == "report_back"]
    assert texts.count("Rapportera fortlöpande.") == 1
    assert texts.count("Återrapport vid årets slut.") == 3


def test_a_duty_that_is_gone_is_asked_for_no_more(house: House) -> None:
    house.follows()
    house.revises(a_plan(reporting=a_plan()["reporting"][:1]))
    owed = [one for one in house.activities().values() if one.due and one.kind == "report_back"]
    assert {one.status for one in owed} == {"cancelled"}


def test_a_sheet_of_activities_alone_says_nothing_of_members_and_duties(house: House) -> None:
    house.follows()
    mended = "Aktivitet 3 som gruppen ska göra helt klar"
    changes = house.revises(corrected(members=[], reporting=[]))
    assert [(one.part, one.change, one.text) for one in changes] == [
        ("activity", "changed", mended)
    ]
    assert "Anna Ek" in house.lives(MONDAY)
    assert len([one for one in house.activities().values() if one.kind == "report_back"]) == 4


def test_who_leaves_and_who_joins_is_said_and_done(house: House) -> None:
    house.follows()
    members = [
        {"name": name, "organisation": None, "principal": None} for name in ("Anna Ek", "Cia Dal")
    ]
    changes = house.revises(a_plan(members=members))
    assert [(one.change, one.text) for one in changes] == [("new", "Cia Dal"), ("gone", "Bo Asp")]
    assert "Bo Asp" not in house.lives(APPROVED)


def test_a_role_from_the_directory_outlives_the_plans_list(house: House) -> None:
    house.people(a_person("Bo Asp", ("convenor", "Handledargruppen")), a_person("Anna Ek"))
    house.imports(a_plan())
    house.approves()
    house.revises(a_plan(members=[{"name": "Anna Ek", "organisation": None, "principal": None}]))
    with transaction(house.engine) as session:
        held = session.execute(
            select(Person.name, Membership.role).join(Membership).where(Membership.until.is_(None))
        ).all()
    assert ("Bo Asp", "convenor") in [tuple(one) for one in held]


def test_the_same_plan_again_changes_nothing(house: House) -> None:
    house.follows()
    house.lives(MONDAY)
    assert house.imports(a_plan()).unchanged


def test_a_row_in_other_words_is_said_to_be_probably_the_same(house: House) -> None:
    house.follows()
    house.hears("3", "in_progress", today=MONDAY)
    other = a_row("3", DURING_24, description="Aktivitet 3 gör hela gruppen nog klar i tid")
    [change] = house.revises(a_plan([a_row("1", AUTUMN_22), a_row("2", AUTUMN_22), other]))
    assert change.probably_same
    assert house.activities()["handledargruppen-3"].status == "in_progress"


def test_the_same_words_counted_from_another_day_are_a_moved_time(house: House) -> None:
    house.follows()
    next_year = a_deadline(
        "during", date(2023, 8, 1), date(2023, 12, 31), "season", AUTUMN_22.text
    )
    rows = [a_row("1", next_year), a_row("2", AUTUMN_22), a_row("3", DURING_24)]
    [change] = house.revises(a_plan(rows))
    assert change.moved is not None
    assert (change.moved.was, change.moved.now) == (
        "Klart hösten -22 (2022-12-31)",
        "Klart hösten -22 (2023-12-31)",
    )


WORDS = st.text("abcdefghijklmnopqrstuvwxyzåäö ", min_size=1, max_size=30)
EDITS = st.fixed_dictionaries(
    {},
    optional={
        "responsible": st.sampled_from(["Anna Ek", "Bo Asp", None]),
        "deadline": st.sampled_from([SPRING, None]),
        "description": WORDS,
    },
).filter(bool)
TASKS = (
    "Kartlägga vilka kurser som ges",
    "Intervjua studenter om handledning",
    "Skriva en gemensam riktlinje",
    "Ordna en konferens för handledare",
    "Utvärdera försöket vid lärosätena",
    "Sprida resultaten i regionen",
)
MANY = [
    a_row(str(at), AUTUMN_22 if at % 2 else DURING_24, description=task)
    for at, task in enumerate(TASKS, 1)
]


def an_edited(row: dict[str, Any], edits: dict[str, Any]) -> dict[str, Any]:
    """Words are added to what was there, so that the row is still the same."""
    changed = dict(row)
    if "description" in edits:
        changed["description"] = f"{row['description']} och {edits['description']}".strip()
    if "responsible" in edits:
        changed["responsible"] = edits["responsible"]
    if "deadline" in edits:
        changed["deadline"] = edits["deadline"] and written(edits["deadline"])
    return changed


@settings(max_examples=15)
@given(
    edits=st.dictionaries(st.integers(0, len(MANY) - 1), EDITS, max_size=4),
    said=st.lists(
        st.tuples(st.integers(1, len(MANY)), st.sampled_from(["in_progress", "blocked", "done"])),
        max_size=4,
    ),
    order=st.permutations(range(len(MANY))),
)
def test_exactly_the_edited_rows_change_and_all_that_was_said_survives(
    empty_sqlite: Path,
    edits: dict[int, dict[str, Any]],
    said: list[tuple[int, Any]],
    order: list[int],
) -> None:
    with TemporaryDirectory() as folder:
        shutil.copy(empty_sqlite, Path(folder) / "plan.db")
        house = House(open_database(f"sqlite:///{folder}/plan.db"))
        house.follows(a_plan(MANY))
        for number, status in said:
            house.hears(f"handledargruppen-{number}", status, today=MONDAY)
        before, reports = house.activities(), told(house)
        rows = [an_edited(MANY[at], edits.get(at, {})) for at in order]
        changes = house.imports(a_plan(rows)).changes
        changed = {one.number for one in changes if one.change != "same"}
        assert changed == {str(at + 1) for at in edits}
        if edits or order != sorted(order):
            house.approves(APPROVED)
        after = house.activities()
        assert after.keys() == before.keys()
        assert {uid: one.status for uid, one in after.items()} == {
            uid: one.status for uid, one in before.items()
        }
        assert told(house) == reports
        assert house.imports(a_plan(rows)).unchanged
        house.engine.dispose()


def told(house: House) -> list[tuple[int, str, str | None]]:
    with transaction(house.engine) as session:
        return [
            (one.activity_id, one.status, one.comment)
            for one in session.scalars(select(ProgressReport).order_by(ProgressReport.id))
        ]
