"""After downtime the runs that were missed become one: whatever is due is done by the first."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterId,
    FlowRunFilter,
    FlowRunFilterExpectedStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.runtime import deployment, flow_run
from prefect.states import Cancelled

from flows.words import say_for_council


def collapse_backlog() -> None:
    """Cancel the other scheduled runs of this deployment that should have started by now."""
    ours, mine = deployment.get_id(), flow_run.get_id()
    if ours is None or mine is None:
        return
    with get_client(sync_client=True) as client:
        for late in _late_runs(client, ours):
            if late.auto_scheduled and str(late.id) != mine and _same_work(late):
                _cancel(client, late)


def _late_runs(client: SyncPrefectClient, ours: str) -> list[FlowRun]:
    waiting = FlowRunFilterStateType(any_=[StateType.SCHEDULED])
    return client.read_flow_runs(
        deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=[UUID(ours)])),
        flow_run_filter=FlowRunFilter(
            state=FlowRunFilterState(type=waiting),
            expected_start_time=FlowRunFilterExpectedStartTime(before_=datetime.now(UTC)),
        ),
    )


def _same_work(late: FlowRun) -> bool:
    """A schedule with parameters of its own, or a run that a person asked for, is other work."""
    mine: dict[str, Any] = flow_run.get_parameters()
    return all(late.parameters.get(name) == mine.get(name) for name in mine | late.parameters)


def _cancel(client: SyncPrefectClient, late: FlowRun) -> None:
    told = say_for_council("flows.collapsed", run=flow_run.get_name())
    client.set_flow_run_state(late.id, Cancelled(message=told), force=True)
