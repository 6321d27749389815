"""What runs are called in the list of runs."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from prefect.runtime import flow_run

from config.settings import load_settings
from language.problems import Problem


def by_day() -> str:
    """The flow and the day it acts for."""
    day = flow_run.get_parameters().get("day") or _started().date()
    return f"{flow_run.get_flow_name()} {day}"


def by_minute() -> str:
    """For what runs often."""
    return f"{flow_run.get_flow_name()} {_started():%Y-%m-%d %H:%M}"


def by_document() -> str:
    document = Path(str(flow_run.get_parameters().get("document", ""))).name
    return f"{flow_run.get_flow_name()} {document}"


def _started() -> datetime:
    try:
        return load_settings().now()
    except Problem:  # told by the run itself; its name must not crash it
        return datetime.now(UTC).astimezone(ZoneInfo("Europe/Stockholm"))
