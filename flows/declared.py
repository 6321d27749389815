"""What `prefect.yaml` says, with the flow that each deployment runs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from prefect import Flow
from prefect.client.schemas.actions import DeploymentScheduleCreate
from prefect.client.schemas.schedules import CronSchedule
from prefect.flows import load_flow_from_entrypoint

from language.problems import Problem

FOLDER = Path(__file__).resolve().parent.parent
HERE = "{{ $PWD }}"  # what Prefect's own `deploy` puts in, when it is typed in that folder


class NoFlowsFileError(Problem):
    """The file that lists the deployments is not where the code is."""


@dataclass(frozen=True, slots=True)
class Deployment:
    """One entry of the file; written: its own keys."""

    name: str
    flow: Flow[Any, Any]
    written: dict[str, Any]
    pull_steps: list[dict[str, Any]]

    @property
    def full_name(self) -> str:
        return f"{self.flow.name}/{self.name}"

    @property
    def schedules(self) -> list[DeploymentScheduleCreate]:
        return [
            DeploymentScheduleCreate(
                slug=one["slug"],
                schedule=CronSchedule(cron=one["cron"], timezone=one["timezone"]),
                active=True,
            )
            for one in self.written.get("schedules", ())
        ]


def declared_deployments(folder: Path = FOLDER) -> list[Deployment]:
    """In the order of the file; raises NoFlowsFileError where there is none."""
    file = folder / "prefect.yaml"
    try:
        held = yaml.safe_load(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NoFlowsFileError(path=file) from None
    pull_steps = _with_folder(held["pull"], folder)
    return [
        Deployment(one["name"], _flow(one["entrypoint"], folder), one, pull_steps)
        for one in held["deployments"]
    ]


def _with_folder(pull_steps: list[dict[str, Any]], folder: Path) -> list[dict[str, Any]]:
    return [
        {
            step: {name: str(value).replace(HERE, str(folder)) for name, value in inputs.items()}
            for step, inputs in one.items()
        }
        for one in pull_steps
    ]


def _flow(entrypoint: str, folder: Path) -> Flow[Any, Any]:
    return load_flow_from_entrypoint(str(folder / entrypoint))
