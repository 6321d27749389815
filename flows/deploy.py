"""Registers what `prefect.yaml` holds, and leaves alone what administrators have changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any

from httpx import HTTPStatusError, RequestError
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.actions import DeploymentUpdate, WorkPoolCreate
from prefect.client.schemas.objects import ConcurrencyLimitStrategy, ConcurrencyOptions
from prefect.exceptions import ObjectAlreadyExists, ObjectNotFound
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.utilities.callables import parameter_schema
from prefect.workers.process import ProcessWorker

from flows.declared import Deployment, declared_deployments
from language.problems import Problem


class ServerUnreachableError(Problem):
    """No Prefect server answers there."""

    exit_code = 1


class ServerRefusedError(Problem):
    """A Prefect server answered, and said no."""

    exit_code = 1


@dataclass
class Deployed:
    """Full names; scheduled: those that were given their first schedules."""

    registered: list[str] = field(default_factory=list)
    scheduled: list[str] = field(default_factory=list)


def deploy(address: str) -> Deployed:
    """Every deployment of the file, at the server whose API has that address."""
    declared = declared_deployments()
    with temporary_settings({PREFECT_API_URL: address}):
        try:
            with get_client(sync_client=True) as client:
                return _register_all(client, declared)
        except HTTPStatusError as error:
            why = str(error.response.status_code)
            raise ServerRefusedError(address=address, why=why) from None
        except (RequestError, RuntimeError):  # what a server of another kind answers, too
            raise ServerUnreachableError(address=address) from None


def _register_all(client: SyncPrefectClient, declared: Iterable[Deployment]) -> Deployed:
    result = Deployed()
    for one in declared:
        _ensure_pool(client, one.written["work_pool"]["name"])
        if _register(client, one):
            result.scheduled.append(one.full_name)
        result.registered.append(one.full_name)
    return result


def _ensure_pool(client: SyncPrefectClient, name: str) -> None:
    template = ProcessWorker.get_default_base_job_template()
    try:
        client.create_work_pool(
            WorkPoolCreate(name=name, type=ProcessWorker.type, base_job_template=template)
        )
    except ObjectAlreadyExists:
        return


def _register(client: SyncPrefectClient, one: Deployment) -> bool:
    """Whether it was given its first schedules."""
    try:
        known = client.read_deployment_by_name(one.full_name)
    except ObjectNotFound:
        flow_id = client.create_flow(one.flow)
        client.create_deployment(flow_id, one.name, schedules=one.schedules, **_as_written(one))
        return bool(one.schedules)
    # Creating anew would delete the schedules; an update without them leaves them as they are.
    client.update_deployment(known.id, DeploymentUpdate(**_as_written(one)))
    if known.schedules or not one.schedules:
        return False
    client.create_deployment_schedules(known.id, one.schedules)
    return True


def _as_written(one: Deployment) -> dict[str, Any]:
    """Neither schedules nor paused nor default parameters: those belong to administrators."""
    limit = one.written["concurrency_limit"]
    return {
        "version": version("tidplan"),
        "description": one.written["description"],
        "tags": one.written["tags"],
        "entrypoint": one.written["entrypoint"],
        "work_pool_name": one.written["work_pool"]["name"],
        "concurrency_limit": limit["limit"],
        "concurrency_options": ConcurrencyOptions(
            collision_strategy=ConcurrencyLimitStrategy(limit["collision_strategy"])
        ),
        "parameter_openapi_schema": parameter_schema(one.flow).model_dump_for_openapi(),
        "pull_steps": one.pull_steps,
        "enforce_parameter_schema": True,
    }
