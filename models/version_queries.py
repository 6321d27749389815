"""What may be asked of a group's plans over time: which version stood when, and what was said."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, Literal

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session, joinedload

from models.tables.following import AuditEvent, Escalation, ProgressReport
from models.tables.plans import Activity, PlanRow, PlanVersion

RowKind = Literal["activity", "report_back"]
LEFT_OUT: Final = "plan"  # why a case closed: a new version holds its activity no more


def remember_rows(session: Session, plan_id: int) -> None:
    """Which activity each row of the version is, for as long as there is a database."""
    session.flush()
    known = exists().where(PlanRow.plan_id == plan_id, PlanRow.activity_id == Activity.id)
    for activity in session.scalars(select(Activity).where(Activity.plan_id == plan_id, ~known)):
        session.add(PlanRow(plan_id=plan_id, activity_id=activity.id, position=activity.position))
    session.flush()


def versions_before(session: Session, group_id: int, until: datetime) -> Sequence[PlanVersion]:
    """Approved before a moment, the oldest first."""
    return session.scalars(
        select(PlanVersion)
        .where(PlanVersion.group_id == group_id, PlanVersion.approved_at < until)
        .options(joinedload(PlanVersion.group))
        .order_by(PlanVersion.id)
    ).all()


def rows_of(session: Session, plan_ids: Collection[int]) -> Sequence[tuple[PlanRow, Activity]]:
    """Versions in their order, each with its activities in the plan's order."""
    return [
        (row, activity)
        for row, activity in session.execute(
            select(PlanRow, Activity)
            .join(Activity, Activity.id == PlanRow.activity_id)
            .where(PlanRow.plan_id.in_(plan_ids))
            .order_by(PlanRow.plan_id, Activity.kind, PlanRow.position, Activity.id)
        )
    ]


def left_out(
    session: Session, version: PlanVersion, kind: RowKind
) -> Sequence[tuple[Activity, Mapping[str, Any]]]:
    """What older versions held, with the last of those, the latest last.

    What people had ended themselves, other than by finishing it, begins anew when it returns.
    """
    returns = or_(Activity.left_out_as.is_not(None), Activity.status != "cancelled")
    found = session.execute(
        select(Activity, PlanVersion.content)
        .join(PlanVersion, PlanVersion.id == Activity.plan_id)
        .where(
            Activity.group_id == version.group_id,
            Activity.plan_id != version.id,
            Activity.kind == kind,
            returns,
        )
        .order_by(Activity.plan_id, Activity.id)
    )
    return [(activity, content) for activity, content in found]


def cases_left_out(session: Session, activity_ids: Collection[int]) -> dict[int, Escalation]:
    """The case that each activity had open when a new version left it out."""
    found = session.scalars(
        select(Escalation)
        .where(Escalation.activity_id.in_(activity_ids), Escalation.closed_because == LEFT_OUT)
        .order_by(Escalation.id)
    )
    return {one.activity_id: one for one in found}


def reports_until(
    session: Session, activity_ids: Collection[int], until: datetime
) -> dict[int, ProgressReport]:
    """The latest answer about each activity that stood at a moment."""
    found = session.scalars(
        select(ProgressReport)
        .where(
            ProgressReport.activity_id.in_(activity_ids),
            ProgressReport.reported_at < until,
            or_(ProgressReport.undone_at.is_(None), ProgressReport.undone_at >= until),
        )
        .order_by(ProgressReport.reported_at, ProgressReport.id)
    )
    return {one.activity_id: one for one in found}


def drops_until(session: Session, activity_ids: Collection[int], day: date) -> dict[int, date]:
    """On which day the committee ended an activity."""
    rows = session.execute(
        select(Escalation.activity_id, Escalation.decided_on).where(
            Escalation.activity_id.in_(activity_ids),
            Escalation.decision == "drop",
            Escalation.decided_on <= day,
        )
    )
    return {activity: decided for activity, decided in rows if decided is not None}


def handed_over(
    session: Session, council_id: int, uids: Collection[str], until: datetime
) -> dict[str, list[tuple[datetime, str]]]:
    """When the committee made whom responsible, by the activity's name."""
    found: dict[str, list[tuple[datetime, str]]] = {}
    for event in session.scalars(
        select(AuditEvent)
        .where(
            AuditEvent.council_id == council_id,
            AuditEvent.action == "decide",
            AuditEvent.subject.in_(uids),
            AuditEvent.at < until,
        )
        .order_by(AuditEvent.id)
    ):
        if event.details.get("decision") == "reassign" and event.details.get("to"):
            found.setdefault(event.subject, []).append((event.at, event.details["to"]))
    return found
