"""A plan goes out as a sheet and comes back: nothing is lost, only what people changed counts."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from builders import AUTUMN_22, DURING_24
from hypothesis import given, settings
from hypothesis import strategies as st
from office import GROUP, House, a_plan, a_row, noon
from openpyxl import load_workbook
from sqlalchemy import select

from actions.export_plan import NoApprovedPlanError, export_plan
from actions.read_back import (
    ChangedMeanwhileError,
    ForeignSheetError,
    UnclearWordingError,
    apply_sheet,
    compare_sheet,
)
from deadlines.conventions import DEFAULT, Conventions
from deadlines.deadline import Deadline
from language.catalog import say
from models.ledger import moves_of
from models.queries import plans
from models.store import open_database
from models.tables.following import AuditEvent, ProgressReport
from models.tables.mail import OutboxItem, OutboxMessage
from models.tables.plans import Activity, DeadlineMove
from models.values import STATUSES
from reports.exported import COLUMNS, Column, ExportedPlan
from reports.filled_sheet import read_filled_sheet
from reports.plan_sheet import write
from reports.printable import folded
from reports.round_trip import FilledSheet, ReadBack

SENT, BACK = date(2022, 9, 1), date(2022, 9, 15)
LATER = Deadline("Klart 2025", "during", date(2025, 1, 1), date(2025, 12, 31), "year", "2025")
Edits = Mapping[int, Mapping[Column, str]]


@dataclass
class Post:
    """A house whose plan travels."""

    house: House

    def export(self, name: str | None = None, *, today: date = SENT) -> ExportedPlan:
        with self.house.open() as (session, council):
            return export_plan(session, council=council, name=name, today=today, now=noon(today))

    def compare(
        self, sheet: FilledSheet, *, today: date = BACK, conventions: Conventions = DEFAULT
    ) -> ReadBack:
        with self.house.open() as (session, council):
            return compare_sheet(
                session, council=council, sheet=sheet, today=today, conventions=conventions
            )

    def accept(self, sheet: FilledSheet, found: ReadBack, *, today: date = BACK) -> None:
        with self.house.open() as (session, council):
            apply_sheet(
                session,
                council=council,
                sheet=sheet,
                approved=found,
                sha256="0",
                actor="greta",
                today=today,
                now=noon(today),
            )

    def comes_back(self, sheet: FilledSheet) -> ReadBack:
        found = self.compare(sheet)
        if found.changes:
            self.accept(sheet, found)
        return found

    def reports(self) -> list[tuple[str, str, str | None]]:
        with self.house.open() as (session, _):
            said = session.scalars(select(ProgressReport).order_by(ProgressReport.id))
            return [(one.said_by, one.status, one.comment) for one in said]


@pytest.fixture
def post(sqlite_url: str) -> Post:
    return Post(followed(sqlite_url))


def followed(url: str) -> House:
    house = House(open_database(url))
    house.follows()
    house.hears(f"{GROUP.lower()}-1", "in_progress", today=date(2022, 8, 1))
    return house


def filled(content: bytes, edits: Edits) -> FilledSheet:
    """The sheet after people wrote in its cells; rows count from 0."""
    book = load_workbook(BytesIO(content))
    sheet = book.worksheets[0]
    for row, cells in edits.items():
        for column, text in cells.items():
            cell = sheet.cell(row + 2, COLUMNS.index(column) + 1)
            cell.value = text
            cell.data_type = "s"
    stream = BytesIO()
    book.save(stream)
    return read_filled_sheet(Path("plan.xlsx"), stream.getvalue())


def test_what_goes_out(post: Post) -> None:
    plan = post.export()
    rows = [row.uid for row in plan.rows if row.kind == "activity"]
    assert rows == [f"{GROUP.lower()}-{number}" for number in (1, 2, 3)]
    owed = [row.activity for row in plan.rows[3:]]
    assert owed == ["Rapportera fortlöpande.", *["Återrapport vid årets slut."] * 3]
    first = plan.rows[0]
    assert (first.status, first.wording, first.due) == (
        "in_progress",
        AUTUMN_22.text,
        AUTUMN_22.due,
    )
    assert first.report is not None
    assert (first.report.said_by, first.report.comment) == ("Anna Ek", "Så här gick det")


@pytest.mark.parametrize("name", [None, GROUP, GROUP.lower(), "1"])
def test_a_plan_is_found_by_group_and_number(post: Post, name: str | None) -> None:
    assert post.export(name).group == GROUP


def test_a_draft_does_not_go_out(sqlite_url: str) -> None:
    house = House(open_database(sqlite_url))
    house.imports(a_plan())
    with pytest.raises(NoApprovedPlanError):
        Post(house).export()


def test_a_sheet_that_nobody_touched_changes_nothing(post: Post) -> None:
    found = post.compare(filled(write(post.export()), {}))
    assert (found.changes, found.left_out) == ((), ())


def test_three_edited_rows_are_three_changes(post: Post) -> None:
    sheet = filled(
        write(post.export()),
        {
            0: {"status": "klar", "comment": "Färdigt"},
            1: {"activity": "Något helt annat än det som stod här"},
            2: {"wording": "Klart våren 2025", "responsible": "Bo Asp"},
        },
    )
    found = post.comes_back(sheet)
    assert [[edit.column for edit in one.edits] for one in found.changes] == [
        ["status"],
        ["activity"],
        ["responsible", "wording"],
    ]
    after = post.export()
    assert [row.uid for row in after.rows] == [row.uid for row in post.export().rows]
    assert after.rows[0].status == "done"
    assert after.rows[1].activity == "Något helt annat än det som stod här"
    assert (after.rows[2].due, after.rows[2].moves) == (date(2025, 6, 30), 1)
    assert post.reports() == [
        ("Anna Ek", "in_progress", "Så här gick det"),
        ("greta", "done", "Färdigt"),
    ]


def test_the_edited_plan_is_a_version_of_its_own(post: Post) -> None:
    post.comes_back(filled(write(post.export()), {1: {"responsible": "Bo Asp"}}))
    with post.house.open() as (session, council):
        versions = [
            (one.state, one.content["activities"][1]) for one in plans(session, council.id)
        ]
        actions = set(session.scalars(select(AuditEvent.action)))
    assert [state for state, _ in versions] == ["superseded", "approved"]
    assert [row["responsible"] for _, row in versions] == [GROUP, "Bo Asp"]
    assert "plan.read_back" in actions


def test_reports_alone_make_no_version(post: Post) -> None:
    post.comes_back(filled(write(post.export()), {1: {"comment": "Vi har börjat"}}))
    with post.house.open() as (session, council):
        assert len(plans(session, council.id)) == 1
    assert post.reports()[-1] == ("greta", "not_started", "Vi har börjat")


def test_letters_with_the_old_words_are_taken_back(post: Post) -> None:
    day = date(2022, 12, 5)
    post.house.lives(day)
    assert f"{GROUP.lower()}-2" in _uids_written_of(post)
    sheet = filled(write(post.export(today=day)), {1: {"wording": "Klart 2025"}})
    post.accept(sheet, post.compare(sheet, today=day), today=day)
    assert f"{GROUP.lower()}-2" not in _uids_written_of(post)


def _uids_written_of(post: Post) -> set[str]:
    with post.house.open() as (session, _):
        told = (
            select(Activity.uid)
            .join(OutboxItem, OutboxItem.activity_id == Activity.id)
            .join(OutboxItem.message)
            .where(OutboxMessage.state == "queued")
        )
        return set(session.scalars(told))


def test_the_same_sheet_twice_says_nothing_twice(post: Post) -> None:
    sheet = filled(
        write(post.export()),
        {0: {"status": "klar", "comment": "Färdigt"}, 1: {"wording": "Klart 2025"}},
    )
    post.comes_back(sheet)
    before = post.reports()
    assert post.comes_back(sheet).changes == ()
    assert post.reports() == before


def test_what_changed_meanwhile_is_left_as_it_is(post: Post) -> None:
    content = write(post.export())
    post.house.hears(f"{GROUP.lower()}-1", "blocked", today=date(2022, 9, 10))
    found = post.comes_back(filled(content, {0: {"status": "klar", "comment": "Färdigt"}}))
    assert [(one.because, one.column) for one in found.left_out] == [("meanwhile", "status")]
    assert post.reports()[-1] == ("greta", "blocked", "Färdigt")


def test_an_old_sheet_does_not_undo_a_later_plan(post: Post) -> None:
    content = write(post.export())
    rows = [a_row("1", AUTUMN_22), a_row("2", LATER)]
    post.house.imports(a_plan(rows), sha256="1")
    post.house.approves(date(2022, 9, 5))
    found = post.comes_back(
        filled(content, {1: {"wording": "Klart 2026"}, 2: {"comment": "Vi gör den ändå"}})
    )
    assert found.changes == ()
    assert [one.because for one in found.left_out] == ["meanwhile", "gone"]
    assert post.export().rows[1].wording == LATER.text


def test_the_last_day_is_reckoned_and_not_written(post: Post) -> None:
    found = post.comes_back(filled(write(post.export()), {2: {"due": "2029-01-01"}}))
    assert found.changes == ()
    assert [one.because for one in found.left_out] == ["due"]


def test_a_word_afterwards_does_not_move_the_day_it_was_done(post: Post) -> None:
    post.house.hears(f"{GROUP.lower()}-2", "done", today=date(2022, 8, 20))
    post.comes_back(filled(write(post.export()), {1: {"comment": "Tack alla"}}))
    with post.house.open() as (session, _):
        closed = session.scalar(select(Activity.closed_on).where(Activity.number == "2"))
    assert closed == date(2022, 8, 20)
    assert post.reports()[-1] == ("greta", "done", "Tack alla")


def test_approval_counts_only_for_what_was_shown(post: Post) -> None:
    sheet = filled(write(post.export()), {0: {"status": "klar"}})
    shown = post.compare(sheet)
    post.house.hears(f"{GROUP.lower()}-1", "blocked", today=date(2022, 9, 10))
    with pytest.raises(ChangedMeanwhileError):
        post.accept(sheet, shown)
    assert post.reports()[-1][1] == "blocked"


def test_a_sheet_of_another_council_is_refused(post: Post) -> None:
    content = write(post.export())
    post.house.slug = "another"
    with pytest.raises(ForeignSheetError):
        post.compare(filled(content, {}))


def test_times_in_a_sheet_are_read_by_the_councils_own_words(post: Post) -> None:
    sheet = filled(write(post.export()), {1: {"wording": "Klart hösten 2025"}})
    found = post.compare(sheet, conventions=replace(DEFAULT, autumn_sv=(9, 11)))
    [edit] = found.changes[0].edits
    assert edit.deadline is not None
    assert edit.deadline.due == date(2025, 11, 30)


def test_a_time_that_cannot_be_understood_is_refused(post: Post) -> None:
    with pytest.raises(UnclearWordingError):
        post.compare(filled(write(post.export()), {1: {"wording": "blablabla"}}))


WRITTEN = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=60)
FORMULA = st.sampled_from(["=1+1", "+46 70", "-1", "@SUM(A1)", "=HYPERLINK('x')", "007", "1.0"])
CELLS: dict[Column, st.SearchStrategy[str]] = {
    "activity": (WRITTEN | FORMULA).filter(folded),
    "responsible": WRITTEN | FORMULA,
    "wording": st.sampled_from(["Klart 2025", "hösten -26", "löpande", "senast 1 maj 2027", ""]),
    "status": st.sampled_from([say(f"status.{status}", "sv") for status in STATUSES]),
    "comment": WRITTEN | FORMULA,
}
ROWS = [a_row(str(at), AUTUMN_22 if at % 2 else DURING_24) for at in range(1, 6)]


@contextmanager
def a_new_post(empty: Path) -> Iterator[Post]:
    with TemporaryDirectory() as folder:
        shutil.copy(empty, Path(folder) / "plan.db")
        house = House(open_database(f"sqlite:///{folder}/plan.db"))
        house.follows(a_plan(ROWS))
        house.hears(f"{GROUP.lower()}-1", "in_progress", today=SENT, new=AUTUMN_22)
        yield Post(house)
        house.engine.dispose()


@settings(max_examples=15)
@given(
    edits=st.dictionaries(
        st.integers(0, len(ROWS) - 1), st.fixed_dictionaries({}, optional=CELLS), max_size=5
    )
)
def test_whatever_people_write_is_a_change_once_and_history_survives(
    empty_sqlite: Path, edits: Edits
) -> None:
    with a_new_post(empty_sqlite) as post:
        before, said, moved = post.export(), post.reports(), _moves(post)
        sheet = filled(write(before), edits)
        found = post.comes_back(sheet)
        assert {one.uid for one in found.changes} == {
            before.rows[at].uid for at, cells in edits.items() if _differs(before, at, cells)
        }
        after = post.export(today=BACK)
        assert [row.uid for row in after.rows] == [row.uid for row in before.rows]
        for at, cells in edits.items():
            for column, text in cells.items():
                if column != "comment":
                    assert _cell(after, at, column) == folded(text)
        assert post.reports()[: len(said)] == said
        assert post.comes_back(sheet).changes == ()
        assert post.compare(filled(write(after), {})).changes == ()
        assert _moves(post) - moved == sum(
            "wording" in cells and _cell(before, at, "wording") != cells["wording"]
            for at, cells in edits.items()
        )


def _differs(plan: ExportedPlan, at: int, cells: Mapping[Column, str]) -> bool:
    return any(_cell(plan, at, column) != folded(text) for column, text in cells.items())


def _cell(plan: ExportedPlan, at: int, column: Column) -> str:
    row = plan.rows[at]
    held: dict[Column, Callable[[], str]] = {
        "activity": lambda: row.activity,
        "responsible": lambda: row.responsible or "",
        "wording": lambda: row.wording,
        "status": lambda: say(f"status.{row.status}", "sv"),
        "comment": str,
    }
    return folded(held[column]())


def _moves(post: Post) -> int:
    with post.house.open() as (session, _):
        ids = list(session.scalars(select(DeadlineMove.activity_id)))
        return sum(times for times, _ in moves_of(session, set(ids)).values())


def test_how_a_report_back_went_may_be_said_in_the_sheet_and_nothing_else(post: Post) -> None:
    plan = post.export()
    at = next(place for place, row in enumerate(plan.rows) if row.uid.endswith("-r2022-2"))
    edits: Edits = {at: {"status": "klar", "comment": "Skickad", "wording": "Klart 2030"}}
    found = post.comes_back(filled(write(plan), edits))
    assert [(one.because, one.column) for one in found.left_out] == [("duty", "wording")]
    assert post.reports()[-1] == ("greta", "done", "Skickad")
    assert post.export().rows[at].status == "done"
