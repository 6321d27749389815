"""A plan's stored form: the JSON of the command-line contract, read back as values."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from deadlines.deadline import Deadline
from models.values import Plan, PlanActivity, PlanMember, ReportingDuty, Source


def plan_from_json(content: Mapping[str, Any]) -> Plan:
    """The inverse of what `tidplan plan read --json` prints."""
    return Plan(
        title=content["title"],
        language=content["language"],
        group=content["group"],
        commissioner=content["commissioner"],
        owner=content["owner"],
        goals=tuple(content["goals"]),
        requirements=tuple(content["requirements"]),
        members=tuple(PlanMember(**member) for member in content["members"]),
        activities=tuple(activity_from_json(row) for row in content["activities"]),
        methods=tuple(content["methods"]),
        reporting=tuple(duty_from_json(duty) for duty in content["reporting"]),
        warnings=tuple(content["warnings"]),
    )


def activity_from_json(row: Mapping[str, Any]) -> PlanActivity:
    return PlanActivity(
        number=row["number"],
        description=row["description"],
        responsible=row["responsible"],
        deadline=deadline_from_json(row["deadline"]),
        source=Source(**row["source"]),
        methods=tuple(row["methods"]),
        warnings=tuple(row["warnings"]),
        marked=row.get("marked"),
    )


def duty_from_json(duty: Mapping[str, Any]) -> ReportingDuty:
    return ReportingDuty(
        text=duty["text"],
        deadline=deadline_from_json(duty["deadline"]),
        source=Source(**duty["source"]),
    )


def deadline_from_json(written: Mapping[str, Any] | None) -> Deadline | None:
    if written is None:
        return None
    return Deadline(
        text=written["text"],
        kind=written["kind"],
        start=_day(written["start"]),
        due=_day(written["due"]),
        precision=written["precision"],
        edtf=written["edtf"],
        note=written["note"],
    )


def deadline_as_json(deadline: Deadline) -> dict[str, Any]:
    """The inverse; days as ISO text."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(deadline).items()
    }


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
