"""What a new version of a plan changes, compared with the version before it.

Documents are compared with documents, never with what people have decided since: an accepted new
time or a dropped row is no difference (docs/decisions/0007).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy.orm import Session

from deadlines.deadline import Deadline
from models.plan_content import plan_from_json
from models.queries import approved_plan, group_activities, member_names
from models.tables.people import Group
from models.tables.plans import Activity, PlanVersion
from models.values import Plan, PlanActivity, ReportingDuty
from rules.differences import Change, Difference, Row, differences
from rules.recipients import name_key

NO_DEADLINE = Deadline(text="", kind="none", start=None, due=None, precision="unknown")

Part = Literal["activity", "report", "member"]


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """One thing that a version changes, for people to look at before they approve.

    was, now: a time plan's wording where it moved. done: the row is closed already.
    """

    part: Part
    change: Change
    text: str
    was: str | None = None
    now: str | None = None
    done: bool = False

    @property
    def deadline_moved(self) -> bool:
        return self.was != self.now


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
        return [*self._row_changes(), *self._duty_changes(), *self._member_changes()]

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


Written = PlanActivity | ReportingDuty | None


def _planned(
    part: Part, one: Difference, was: Written, now: Written, *, done: bool = False
) -> PlannedChange:
    moved = one.deadline_moved
    return PlannedChange(
        part=part,
        change=one.change,
        text=_text(now) or _text(was),
        was=_wording(was) if moved else None,
        now=_wording(now) if moved else None,
        done=done,
    )


def _text(written: Written) -> str:
    if isinstance(written, PlanActivity):
        return written.description
    return written.text if written else ""


def _wording(written: Written) -> str:
    return written.deadline.text if written and written.deadline else ""


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
        rows=differences(_rows_before(previous, kept), _rows(plan)),
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


def _rows(plan: Plan) -> list[Row]:
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
