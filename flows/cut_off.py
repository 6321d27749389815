"""Runs that a power cut left behind keep their place in the queue until someone ends them."""

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
    FlowRunFilterTags,
)
from prefect.client.schemas.objects import StateType
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.states import Crashed

from flows.words import say_for_council

UNFINISHED = [StateType.PENDING, StateType.RUNNING, StateType.CANCELLING]


def end_runs_cut_off(address: str) -> int:
    """How many there were. Only for the one who has just started the only worker."""
    told = say_for_council("flows.left")
    ours = FlowRunFilter(
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=UNFINISHED)),
        tags=FlowRunFilterTags(all_=["tidplan"]),
    )
    with temporary_settings({PREFECT_API_URL: address}), get_client(sync_client=True) as client:
        left = client.read_flow_runs(flow_run_filter=ours)
        for run in left:
            client.set_flow_run_state(run.id, Crashed(message=told), force=True)
    return len(left)
