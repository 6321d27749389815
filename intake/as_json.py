"""A plan in the shape that `tidplan plan read --json` promises."""

from dataclasses import asdict
from typing import Any

from deadlines.deadline import Deadline
from models.values import Plan, PlanActivity, ReportingDuty, Source


def plan_as_json(plan: Plan) -> dict[str, Any]:
    return {
        "title": plan.title,
        "language": plan.language,
        "group": plan.group,
        "commissioner": plan.commissioner,
        "owner": plan.owner,
        "goals": list(plan.goals),
        "requirements": list(plan.requirements),
        "members": [asdict(member) for member in plan.members],
        "activities": [_activity(activity) for activity in plan.activities],
        "methods": list(plan.methods),
        "reporting": [_duty(duty) for duty in plan.reporting],
        "warnings": list(plan.warnings),
    }


def _activity(activity: PlanActivity) -> dict[str, Any]:
    return {
        "number": activity.number,
        "description": activity.description,
        "responsible": activity.responsible,
        "deadline": _deadline(activity.deadline),
        "methods": list(activity.methods),
        "source": _source(activity.source),
        "warnings": list(activity.warnings),
        **({"marked": activity.marked} if activity.marked else {}),
    }


def _duty(duty: ReportingDuty) -> dict[str, Any]:
    return {
        "text": duty.text,
        "deadline": _deadline(duty.deadline),
        "source": _source(duty.source),
    }


def _deadline(deadline: Deadline | None) -> dict[str, Any] | None:
    if deadline is None:
        return None
    return {
        "text": deadline.text,
        "kind": deadline.kind,
        "start": deadline.start.isoformat() if deadline.start else None,
        "due": deadline.due.isoformat() if deadline.due else None,
        "precision": deadline.precision,
        "edtf": deadline.edtf,
        "note": deadline.note,
    }


def _source(source: Source) -> dict[str, Any]:
    """Positions that the format does not have are left out."""
    return {name: value for name, value in asdict(source).items() if value is not None}
