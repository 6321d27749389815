"""A filled-in sheet that changes rows makes a version of its own; the one before is kept."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import update
from sqlalchemy.orm import Session

from actions.corrections import corrected
from actions.planned_change import NO_DEADLINE
from models.plan_content import deadline_as_json
from models.queries import approved_plan
from models.tables.plans import Activity, PlanVersion
from models.version_queries import remember_rows
from reports.exported import Column
from reports.round_trip import Edit, FilledSheet, RowChange

FIELDS: Final[dict[Column, str]] = {
    "number": "number",
    "activity": "description",
    "responsible": "responsible",
    "wording": "deadline",
}


def next_version(
    session: Session,
    plan: PlanVersion,
    edited: Sequence[tuple[Activity, RowChange]],
    sheet: FilledSheet,
    sha256: str,
    *,
    actor: str,
    now: datetime,
) -> PlanVersion:
    """The approved plan with the edited rows; the one before can still be shown."""
    current = approved_plan(session, plan.group_id) or plan
    version = PlanVersion(
        council_id=current.council_id,
        group_id=current.group_id,
        state="approved",
        title=current.title,
        document=sheet.path.name,
        sha256=sha256,
        reference=current.reference,
        content=_content(current.content, edited),
        imported_at=now,
        approved_at=now,
        approved_by=actor,
    )
    current.state = "superseded"
    session.add(version)
    session.flush()
    session.execute(
        update(Activity).where(Activity.plan_id == current.id).values(plan_id=version.id)
    )
    remember_rows(session, version.id)
    return version


def _content(
    before: Mapping[str, Any], edited: Sequence[tuple[Activity, RowChange]]
) -> dict[str, Any]:
    """Like corrections: the document that is imported once more does not undo them."""
    rows = list(before["activities"])
    for activity, change in edited:
        fields = {FIELDS[one.column]: _field(one) for one in change.edits if one.column in FIELDS}
        rows[activity.position] = corrected(rows[activity.position], fields)
    return {**before, "activities": rows}


def _field(edit: Edit) -> Any:
    if edit.column != "wording":
        return edit.after or None
    to = edit.deadline or NO_DEADLINE
    return None if to == NO_DEADLINE else deadline_as_json(to)
