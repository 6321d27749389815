"""`prefect.yaml` and the flows say the same."""

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from prefect import Flow
from prefect.utilities.callables import parameter_schema

from flows.declared import FOLDER, Deployment, NoFlowsFileError, declared_deployments

FLOWS = {"import-plan", "evaluate", "remind", "escalate", "deliver", "retain"}
DEPLOYMENTS = {one.flow.name: one for one in declared_deployments()}


def every_flow() -> list[Flow[Any, Any]]:
    modules = [import_module(f"flows.{file.stem}") for file in (FOLDER / "flows").glob("[!_]*.py")]
    return [one for module in modules for one in vars(module).values() if isinstance(one, Flow)]


def test_every_flow_is_deployed_once() -> None:
    assert {one.name for one in every_flow()} == set(DEPLOYMENTS) == FLOWS
    assert len(declared_deployments()) == len(FLOWS)


@pytest.mark.parametrize("one", DEPLOYMENTS.values(), ids=DEPLOYMENTS)
def test_a_deployment_is_described_tagged_and_never_runs_twice_at_a_time(one: Deployment) -> None:
    assert len(one.written["description"]) > 40
    assert "tidplan" in one.written["tags"]
    assert one.written["concurrency_limit"] == {"limit": 1, "collision_strategy": "ENQUEUE"}


@pytest.mark.parametrize("one", every_flow(), ids=lambda one: one.name)
def test_every_field_of_a_form_is_explained(one: Flow[Any, Any]) -> None:
    fields = parameter_schema(one).model_dump_for_openapi()["properties"]
    assert fields
    assert all(field.get("description") for field in fields.values())


@pytest.mark.parametrize("one", every_flow(), ids=lambda one: one.name)
def test_no_form_asks_for_a_secret(one: Flow[Any, Any]) -> None:
    hints = get_type_hints(one.fn)
    hints.pop("return")
    assert set(hints.values()) <= {str, bool, date | None, int, dict[str, Any] | None}
    assert not {name for name in hints if "url" in name or "password" in name or "token" in name}


def test_what_is_scheduled_at_first() -> None:
    crons = {name: [s.schedule.cron for s in one.schedules] for name, one in DEPLOYMENTS.items()}
    assert crons == {
        "import-plan": [],
        "evaluate": ["0 6 * * 1-5"],
        "escalate": ["0 7 * * 1-5"],
        "remind": ["30 7 * * 1-5"],
        "deliver": ["*/15 6-19 * * *", "0 20 * * *", "10,40 6,7 * * 1-5"],
        "retain": ["0 3 1 * *"],
    }


def test_every_schedule_is_named_and_keeps_swedish_time() -> None:
    schedules = [schedule for one in DEPLOYMENTS.values() for schedule in one.schedules]
    assert all(one.slug and one.schedule.timezone == "Europe/Stockholm" for one in schedules)


def test_a_worker_reads_the_flows_from_the_folder_of_the_file() -> None:
    [step] = DEPLOYMENTS["deliver"].pull_steps
    assert list(step.values()) == [{"directory": str(FOLDER)}]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoFlowsFileError):
        declared_deployments(tmp_path)
