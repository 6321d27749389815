"""What a new version of a plan changes, compared with the version before it.

Documents are compared with documents, never with what people have decided since: an accepted new
time or a dropped row is no difference (docs/decisions/0007).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from sqlalchemy.orm import Session

from actions.histories import histories
from actions.planned_change import NO_DEADLINE, History, PlannedChange, head_changes, planned
from models.people_queries import member_names
from models.plan_content import activity_from_json, duty_from_json, plan_from_json
from models.queries import approved_plan, group_activities
from models.tables.people import Group
from models.tables.plans import Activity, PlanVersion
from models.values import Plan, PlanActivity, ReportingDuty
from models.version_queries import left_out
from rules.differences import Difference, Row, differences
from rules.recipients import name_key


@dataclass(frozen=True, slots=True)
class Followed:
    """An activity beside its row, as the last version that held it had it."""

    activity: Activity
    row: PlanActivity

    @property
    def is_closed(self) -> bool:
        """By people, not by a version that left it out."""
        return self.activity.closed_on is not None and self.activity.left_out_as is None


@dataclass(frozen=True, slots=True)
class Owed:
    """A reporting duty and its report-back of every year."""

    duty: ReportingDuty
    reports: Sequence[Activity]


@dataclass(frozen=True, slots=True)
class Comparison:
    """rows, duties: differences by position; known, owed: what stands at the old positions.

    known, owed: what the version before holds, then what older ones held and it does not.
    histories: how far each had come, by the activity's number in the database.
    """

    plan: Plan
    previous: Plan | None
    known: Sequence[Followed]
    rows: Sequence[Difference]
    owed: Sequence[Owed]
    duties: Sequence[Difference]
    joined: tuple[str, ...]
    left: tuple[str, ...]
    histories: Mapping[int, History]

    def changes(self) -> list[PlannedChange]:
        head = head_changes(self.previous, self.plan) if self.previous else ()
        return [*self._row_changes(), *self._duty_changes(), *self._member_changes(), *head]

    def _row_changes(self) -> Iterator[PlannedChange]:
        for one in self.rows:
            was = self.known[one.before] if one.before is not None else None
            now = self.plan.activities[one.after] if one.after is not None else None
            held = [was.activity] if was else []
            yield planned(
                "activity",
                one,
                was.row if was else None,
                now,
                done=was is not None and was.is_closed,
                history=self._histories(one, held),
                whole=self.known[one.part_of].row if one.part_of is not None else None,
            )

    def _duty_changes(self) -> Iterator[PlannedChange]:
        for one in self.duties:
            was = self.owed[one.before] if one.before is not None else None
            now = self.plan.reporting[one.after] if one.after is not None else None
            histories = self._histories(one, was.reports if was else ())
            yield planned("report", one, was.duty if was else None, now, history=histories)

    def _histories(self, found: Difference, rows: Sequence[Activity]) -> tuple[History, ...]:
        if found.change not in ("gone", "back"):
            return ()
        return tuple(self.histories[one.id] for one in rows if one.id in self.histories)

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
    kept, former = _kept(session, version, previous), _former(session, version)
    owed, owed_before = _owed(session, version, previous), _owed_before(session, version)
    known, all_owed = [*kept, *former], [*owed, *owed_before]
    return Comparison(
        plan=plan,
        previous=previous,
        known=known,
        rows=differences(_rows(kept), rows_of_plan(plan), _rows(former)),
        owed=all_owed,
        duties=differences(_duties(owed), _duties_of(plan), _duties(owed_before)),
        joined=_joined(session, group, previous, plan),
        left=_left(previous, plan),
        histories=histories(
            session,
            [
                *(one.activity for one in known),
                *chain.from_iterable(one.reports for one in all_owed),
            ],
        ),
    )


def _kept(session: Session, version: PlanVersion | None, previous: Plan | None) -> list[Followed]:
    """What a group has added since stands beyond the document's last row, and stays out of it."""
    rows = previous.activities if previous else ()
    known = sorted(_of_version(session, version, "activity"), key=lambda one: one.position)
    return [Followed(one, rows[one.position]) for one in known if one.position < len(rows)]


def _former(session: Session, version: PlanVersion | None) -> list[Followed]:
    """What versions before this one held, the latest last."""
    if version is None:
        return []
    return [
        Followed(activity, activity_from_json(content["activities"][activity.position]))
        for activity, content in left_out(session, version, "activity")
        if activity.position < len(content["activities"])
    ]


def _of_version(session: Session, version: PlanVersion | None, kind: str) -> list[Activity]:
    if version is None:
        return []
    known = group_activities(session, version.group_id)
    return [one for one in known if one.plan_id == version.id and one.kind == kind]


def _rows(known: Sequence[Followed]) -> list[Row]:
    return [replace(row_of(one.row), closed=one.is_closed) for one in known]


def rows_of_plan(plan: Plan) -> list[Row]:
    return [row_of(one) for one in plan.activities]


def row_of(one: PlanActivity) -> Row:
    return Row(one.number, one.description, one.responsible, one.deadline or NO_DEADLINE)


def _duties_of(plan: Plan) -> list[Row]:
    return [_row_of(one) for one in plan.reporting]


def _duties(owed: Sequence[Owed]) -> list[Row]:
    return [_row_of(one.duty) for one in owed]


def _row_of(duty: ReportingDuty) -> Row:
    return Row(None, duty.text, None, duty.deadline or NO_DEADLINE)


def _owed(session: Session, version: PlanVersion | None, previous: Plan | None) -> list[Owed]:
    known = _of_version(session, version, "report_back")
    return [
        Owed(duty, [one for one in known if one.position == at])
        for at, duty in enumerate(previous.reporting if previous else ())
    ]


def _owed_before(session: Session, version: PlanVersion | None) -> list[Owed]:
    """Duties that versions before this one held, the latest last."""
    found: dict[tuple[int, int], tuple[Mapping[str, Any], list[Activity]]] = {}
    for report, content in left_out(session, version, "report_back") if version else ():
        found.setdefault((report.plan_id, report.position), (content, []))[1].append(report)
    return [
        Owed(duty_from_json(content["reporting"][at]), reports)
        for (_, at), (content, reports) in found.items()
        if at < len(content["reporting"])
    ]


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
