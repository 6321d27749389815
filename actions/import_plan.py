"""A document becomes a draft, with its difference to what is approved."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from actions.audit import record
from actions.people import ensure_group
from deadlines.deadline import Deadline
from language.problems import Problem
from models.plan_content import plan_from_json
from models.queries import approved_plan, group_activities
from models.tables.people import Group
from models.tables.plans import Activity, PlanVersion
from models.values import Plan
from rules.differences import Difference, Row, differences

NO_DEADLINE = Deadline(text="", kind="none", start=None, due=None, precision="unknown")


class NoGroupError(Problem):
    """A plan that names no working group cannot be followed."""


@dataclass
class Imported:
    """unchanged: this very plan is approved already, and nothing was stored."""

    plan_id: int
    group: str
    unchanged: bool = False
    changes: list[tuple[Difference, str]] = field(default_factory=list)


def import_plan(
    session: Session,
    *,
    council_id: int,
    content: dict[str, Any],
    document: str,
    sha256: str,
    reference: date | None,
    group_name: str | None = None,
    actor: str,
    now: datetime,
) -> Imported:
    """Store a draft with its difference to what is approved; replaces the group's older draft."""
    plan = plan_from_json(content)
    name = group_name or plan.group
    if not name:
        raise NoGroupError(document=document)
    group = ensure_group(session, council_id, name)
    current = approved_plan(session, group.id)
    if current is not None and current.content == content:
        return Imported(current.id, group.name, unchanged=True)
    _drop_drafts(session, group)
    draft = PlanVersion(
        council_id=council_id,
        group_id=group.id,
        state="draft",
        title=plan.title,
        document=document,
        sha256=sha256,
        reference=reference,
        content=content,
        imported_at=now,
    )
    session.add(draft)
    session.flush()
    record(
        session,
        council_id=council_id,
        now=now,
        actor=actor,
        action="plan.import",
        subject=group.slug,
        document=document,
        sha256=sha256,
    )
    return Imported(draft.id, group.name, changes=plan_changes(session, group, plan))


def _drop_drafts(session: Session, group: Group) -> None:
    for draft in session.query(PlanVersion).filter_by(group_id=group.id, state="draft"):
        session.delete(draft)


def plan_changes(session: Session, group: Group, plan: Plan) -> list[tuple[Difference, str]]:
    """Every row of both versions with its description."""
    kept = kept_activities(session, group)
    found = differences([_row(activity) for activity in kept], _rows(plan))
    return [(one, _description(one, kept, plan)) for one in found]


def _description(one: Difference, kept: Sequence[Activity], plan: Plan) -> str:
    if one.after is not None:
        return plan.activities[one.after].description
    assert one.before is not None  # noqa: S101 - each difference has a side
    return kept[one.before].description


def kept_activities(session: Session, group: Group) -> list[Activity]:
    """Rows that the next version is compared with: all but what an earlier one had dropped."""
    return [
        activity
        for activity in group_activities(session, group.id)
        if activity.kind == "activity" and activity.status != "cancelled"
    ]


def _row(activity: Activity) -> Row:
    return Row(activity.number, activity.description, activity.responsible, activity.deadline)


def _rows(plan: Plan) -> list[Row]:
    return [
        Row(row.number, row.description, row.responsible, row.deadline or NO_DEADLINE)
        for row in plan.activities
    ]
