"""What a new version of a plan changes, compared with the version before it.

Documents are compared with documents, never with what people have decided since: an accepted new
time or a dropped row is no difference (docs/decisions/0007).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from sqlalchemy.orm import Session

from deadlines.deadline import Deadline
from models.people_queries import member_names
from models.plan_content import plan_from_json
from models.queries import approved_plan, group_activities
from models.tables.people import Group
from models.tables.plans import Activity, PlanVersion
from models.values import Plan, PlanActivity, ReportingDuty
from rules.differences import Change, Difference, Row, differences
from rules.recipients import name_key

NO_DEADLINE = Deadline(text="", kind="none", start=None, due=None, precision="unknown")

SURELY_SAME = 90.0  # of 100

HeadPart = Literal["title", "commissioner", "owner"]
ListPart = Literal["goals", "requirements", "methods"]
Part = Literal["activity", "report", "member"] | HeadPart | ListPart
HEAD_PARTS: tuple[HeadPart, ...] = get_args(HeadPart)
LIST_PARTS: tuple[ListPart, ...] = get_args(ListPart)


@dataclass(frozen=True, slots=True)
class Edited:
    """One cell that reads otherwise; due: the last day that a new time means."""

    column: Literal["number", "description", "responsible", "deadline", "text"]
    was: str
    now: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """One thing that a version changes, for people to look at before they approve.

    edits: what reads otherwise in the row. likeness: of 100, how far its words are the old ones.
    done: the row is closed already.
    """

    part: Part
    change: Change
    text: str
    number: str | None = None
    edits: tuple[Edited, ...] = ()
    likeness: float = 100.0
    done: bool = False

    @property
    def moved(self) -> Edited | None:
        """The time plan's old and new wording, where it moved."""
        return next((one for one in self.edits if one.column == "deadline"), None)

    @property
    def text_before(self) -> str | None:
        """What a title, a goal or the like read before, where it reads otherwise."""
        return next((one.was for one in self.edits if one.column == "text"), None)

    @property
    def probably_same(self) -> bool:
        """Its words are so different that a person should look whether it is the same row."""
        return self.change == "changed" and self.likeness < SURELY_SAME


@dataclass(frozen=True, slots=True)
class Comparison:
    """rows and duties: differences by position; kept, owed: what stands at the old positions."""

    plan: Plan
    previous: Plan | None
    kept: Sequence[Activity]
    rows: Sequence[Difference]
    owed: Sequence[Sequence[Activity]]
    duties: Sequence[Difference]
    joined: tuple[str, ...]
    left: tuple[str, ...]

    def changes(self) -> list[PlannedChange]:
        head = head_changes(self.previous, self.plan) if self.previous else ()
        return [*self._row_changes(), *self._duty_changes(), *self._member_changes(), *head]

    def _row_changes(self) -> Iterator[PlannedChange]:
        before = self.previous.activities if self.previous else ()
        for one in self.rows:
            was = before[self.kept[one.before].position] if one.before is not None else None
            now = self.plan.activities[one.after] if one.after is not None else None
            closed = one.before is not None and self.kept[one.before].closed_on is not None
            yield _planned("activity", one, was, now, done=closed)

    def _duty_changes(self) -> Iterator[PlannedChange]:
        before = self.previous.reporting if self.previous else ()
        for one in self.duties:
            was = before[one.before] if one.before is not None else None
            now = self.plan.reporting[one.after] if one.after is not None else None
            yield _planned("report", one, was, now)

    def _member_changes(self) -> Iterator[PlannedChange]:
        yield from (PlannedChange("member", "new", name) for name in self.joined)
        yield from (PlannedChange("member", "gone", name) for name in self.left)


def head_changes(was: Plan, now: Plan) -> Iterator[PlannedChange]:
    """Only what differs; what the new document does not state is gone."""
    for name in HEAD_PARTS:
        yield from _changed_text(name, getattr(was, name), getattr(now, name))
    for part in LIST_PARTS:
        before, after = getattr(was, part), getattr(now, part)
        for one in differences(_texts(before), _texts(after)):
            yield from _changed_text(
                part,
                before[one.before] if one.before is not None else None,
                after[one.after] if one.after is not None else None,
            )


def _texts(texts: Sequence[str]) -> list[Row]:
    return [Row(None, text, None, NO_DEADLINE) for text in texts]


def _changed_text(part: Part, was: str | None, now: str | None) -> Iterator[PlannedChange]:
    if was and now and was != now:
        yield PlannedChange(part, "changed", now, edits=(Edited("text", was, now),))
    elif was and not now:
        yield PlannedChange(part, "gone", was)
    elif now and not was:
        yield PlannedChange(part, "new", now)


Written = PlanActivity | ReportingDuty | None


def _planned(
    part: Part, one: Difference, was: Written, now: Written, *, done: bool = False
) -> PlannedChange:
    row = now or was
    return PlannedChange(
        part=part,
        change=one.change,
        text=_cells(row).get("description", ""),
        number=row.number if isinstance(row, PlanActivity) else None,
        edits=tuple(_edits(was, now)) if was and now else (),
        likeness=one.likeness,
        done=done,
    )


Cells = dict[Literal["number", "description", "responsible", "deadline"], str]


def _edits(was: Written, now: Written) -> Iterator[Edited]:
    before, after = _cells(was), _cells(now)
    for column, text in after.items():
        if text != before[column]:
            due = now.deadline.due if column == "deadline" and now and now.deadline else None
            yield Edited(column, before[column], text, due)
        elif column == "deadline" and was and now and _days(was) != _days(now):
            yield Edited(column, _with_days(was), _with_days(now), _days(now)[1])


def _cells(written: Written) -> Cells:
    if written is None:
        return {}
    wording = written.deadline.text if written.deadline else ""
    if isinstance(written, PlanActivity):
        return {
            "number": written.number or "",
            "description": written.description,
            "responsible": written.responsible or "",
            "deadline": wording,
        }
    return {"description": written.text, "deadline": wording}


def _days(written: PlanActivity | ReportingDuty) -> tuple[date | None, date | None]:
    deadline = written.deadline
    return (deadline.start, deadline.due) if deadline else (None, None)


def _with_days(written: PlanActivity | ReportingDuty) -> str:
    """The same words that mean other days than before: counted from another date."""
    text = written.deadline.text if written.deadline else ""
    return f"{text} ({_days(written)[1] or '–'})"


def compare(session: Session, group: Group, plan: Plan) -> Comparison:
    """The plan beside the group's approved version; all is new where there is none.

    A document without members or duties says nothing about them: they stay as they were.
    """
    version = approved_plan(session, group.id)
    previous = plan_from_json(version.content) if version else None
    if previous is not None:
        plan = replace(
            plan,
            members=plan.members or previous.members,
            reporting=plan.reporting or previous.reporting,
        )
    rows = _of_version(session, version, "activity")
    kept = [one for one in rows if previous and one.position < len(previous.activities)]
    return Comparison(
        plan=plan,
        previous=previous,
        kept=kept,
        rows=differences(_rows_before(previous, kept), rows_of_plan(plan)),
        owed=_owed(session, version, previous),
        duties=differences(_duties(previous), _duties(plan)),
        joined=_joined(session, group, previous, plan),
        left=_left(previous, plan),
    )


def _of_version(session: Session, version: PlanVersion | None, kind: str) -> list[Activity]:
    if version is None:
        return []
    known = group_activities(session, version.group_id)
    return [one for one in known if one.plan_id == version.id and one.kind == kind]


def _rows_before(previous: Plan | None, kept: Sequence[Activity]) -> list[Row]:
    return [row_of(previous.activities[one.position]) for one in kept] if previous else []


def rows_of_plan(plan: Plan) -> list[Row]:
    return [row_of(one) for one in plan.activities]


def row_of(one: PlanActivity) -> Row:
    return Row(one.number, one.description, one.responsible, one.deadline or NO_DEADLINE)


def _duties(plan: Plan | None) -> list[Row]:
    duties = plan.reporting if plan else ()
    return [Row(None, one.text, None, one.deadline or NO_DEADLINE) for one in duties]


def _owed(
    session: Session, version: PlanVersion | None, previous: Plan | None
) -> list[list[Activity]]:
    """Every year's report-back of each duty."""
    known = _of_version(session, version, "report_back")
    duties = previous.reporting if previous else ()
    return [[one for one in known if one.position == at] for at, _ in enumerate(duties)]


def _joined(session: Session, group: Group, previous: Plan | None, plan: Plan) -> tuple[str, ...]:
    """Whom the document names and the one before did not; who has left since stays away."""
    if previous is not None:
        known = {name_key(one.name) for one in previous.members}
    else:
        known = {name_key(name) for name in member_names(session, group.id)}
    return tuple(one.name for one in plan.members if name_key(one.name) not in known)


def _left(previous: Plan | None, plan: Plan) -> tuple[str, ...]:
    if previous is None:
        return ()
    named = {name_key(one.name) for one in plan.members}
    return tuple(one.name for one in previous.members if name_key(one.name) not in named)
