"""What a new version of a plan changes, compared with the version before it.

Documents are compared with documents, never with what people have decided since: an accepted new
time or a dropped row is no difference (docs/decisions/0007).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from sqlalchemy.orm import Session

from actions.losses import losses
from actions.planned_change import NO_DEADLINE, Lost, PlannedChange, head_changes, planned
from models.people_queries import member_names
from models.plan_content import plan_from_json
from models.queries import approved_plan, group_activities
from models.tables.people import Group
from models.tables.plans import Activity, PlanVersion
from models.values import Plan, PlanActivity
from rules.differences import Difference, Row, differences
from rules.recipients import name_key


@dataclass(frozen=True, slots=True)
class Comparison:
    """rows and duties: differences by position; kept, owed: what stands at the old positions.

    lost: what would be closed with each row, by the activity's number in the database.
    """

    plan: Plan
    previous: Plan | None
    kept: Sequence[Activity]
    rows: Sequence[Difference]
    owed: Sequence[Sequence[Activity]]
    duties: Sequence[Difference]
    joined: tuple[str, ...]
    left: tuple[str, ...]
    lost: Mapping[int, Lost]

    def changes(self) -> list[PlannedChange]:
        head = head_changes(self.previous, self.plan) if self.previous else ()
        return [*self._row_changes(), *self._duty_changes(), *self._member_changes(), *head]

    def _row_changes(self) -> Iterator[PlannedChange]:
        before = self.previous.activities if self.previous else ()
        for one in self.rows:
            was = before[self.kept[one.before].position] if one.before is not None else None
            now = self.plan.activities[one.after] if one.after is not None else None
            held = [self.kept[one.before]] if one.before is not None else []
            done = any(each.closed_on is not None for each in held)
            yield planned("activity", one, was, now, done=done, lost=self._lost(one, held))

    def _duty_changes(self) -> Iterator[PlannedChange]:
        before = self.previous.reporting if self.previous else ()
        for one in self.duties:
            was = before[one.before] if one.before is not None else None
            now = self.plan.reporting[one.after] if one.after is not None else None
            owed = self.owed[one.before] if one.before is not None else ()
            yield planned("report", one, was, now, lost=self._lost(one, owed))

    def _lost(self, found: Difference, rows: Sequence[Activity]) -> tuple[Lost, ...]:
        if found.change != "gone":
            return ()
        return tuple(self.lost[one.id] for one in rows if one.id in self.lost)

    def _member_changes(self) -> Iterator[PlannedChange]:
        yield from (PlannedChange("member", "new", name) for name in self.joined)
        yield from (PlannedChange("member", "gone", name) for name in self.left)


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
    owed = _owed(session, version, previous)
    return Comparison(
        plan=plan,
        previous=previous,
        kept=kept,
        rows=differences(_rows_before(previous, kept), rows_of_plan(plan)),
        owed=owed,
        duties=differences(_duties(previous), _duties(plan)),
        joined=_joined(session, group, previous, plan),
        left=_left(previous, plan),
        lost=losses(session, [*kept, *chain.from_iterable(owed)]),
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
