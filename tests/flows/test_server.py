"""The real Prefect server, a real worker, and what an administrator does in the pages."""

import os
import signal
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from planted import tokens

from flows.cut_off import end_runs_cut_off
from flows.deploy import deploy

# One server for the module: with xdist all of it belongs to one worker.
pytestmark = (
    pytest.mark.server
)  # one server for the module: `--dist loadfile` keeps it on one worker

EXAMPLE = Path(__file__).parents[2] / "cli" / "example"
STOCKHOLM = ZoneInfo("Europe/Stockholm")
NEAR = "2026-05-04"


def local_times(prefect, flow: str) -> set[str]:
    """When the scheduler has planned it, on a clock in Stockholm."""
    planned = [run for run in prefect.runs(flow) if run["auto_scheduled"]]
    assert {run["state_type"] for run in planned} <= {"SCHEDULED"}
    times = [datetime.fromisoformat(run["expected_start_time"]) for run in planned]
    return {f"{time.astimezone(STOCKHOLM):%H:%M}" for time in times}


@pytest.mark.parametrize(
    ("flow", "time"),
    [
        ("evaluate", "06:00"),
        ("escalate", "07:00"),
        ("remind", "07:30"),
        ("deliver", "20:00"),
        ("retain", "03:00"),
    ],
)
def test_a_new_server_plans_each_scheduled_flow(prefect, flow: str, time: str) -> None:
    prefect.until(lambda: time in local_times(prefect, flow), f"a planned run of {flow}")


def test_import_plan_waits_to_be_asked(prefect) -> None:
    assert prefect.deployment("import-plan")["schedules"] == []


@pytest.mark.parametrize(
    ("flow", "parameters", "shown"),
    [
        (
            "import-plan",
            {"document": str(EXAMPLE / "uppdragsdirektiv.docx"), "approve": True},
            "| Nr | Vad |",
        ),
        ("evaluate", {"day": NEAR}, "| Läge | Antal |"),
        ("escalate", {"day": NEAR}, "## Veckobrev till arbetsutskottet 2026-05-04"),
        ("remind", {"day": NEAR}, "- Anna Ekvall"),
        ("deliver", {}, "| Skickade |"),
    ],
)
def test_each_flow_completes_and_shows_its_artifact(
    prefect, flow: str, parameters: dict[str, object], shown: str
) -> None:
    run = prefect.run(flow, **parameters)
    assert run["state_type"] == "COMPLETED", run["state"]["message"]
    [artifact] = prefect.artifacts(run["id"])
    assert artifact["key"] == flow
    assert shown in artifact["data"]


def test_what_was_sent_has_arrived_with_its_link(prefect) -> None:
    assert "anna.ekvall@example.se" in [one.recipient for one in prefect.relay.arrived]
    assert tokens(prefect.relay.arrived)


def test_a_foreseen_problem_fails_the_run_with_its_sentence(prefect) -> None:
    run = prefect.run("import-plan", document="/finns/inte.docx")
    assert run["state_type"] == "FAILED"
    assert run["state"]["message"].startswith("Filen /finns/inte.docx finns inte")


def test_a_deploy_leaves_what_an_administrator_has_changed(prefect) -> None:
    cron = {"cron": "30 8 * * 1-5", "timezone": "Europe/Stockholm"}
    prefect.change_schedule("evaluate", 0, schedule=cron)
    prefect.change_schedule("remind", 0, active=False)
    replace_schedules(prefect, "deliver", "5 12 * * *")
    again = prefect.tidplan("deploy", "--api", f"http://127.0.0.1:{prefect.port}/api")
    assert again.returncode == 0, again.stderr
    assert prefect.schedules("evaluate") == {("30 8 * * 1-5", "Europe/Stockholm", True)}
    assert prefect.schedules("remind") == {("30 7 * * 1-5", "Europe/Stockholm", False)}
    assert prefect.schedules("deliver") == {("5 12 * * *", "Europe/Stockholm", True)}
    assert prefect.schedules("escalate") == {("0 7 * * 1-5", "Europe/Stockholm", True)}


def test_a_deployment_without_schedules_gets_its_first_ones(prefect) -> None:
    deployment = prefect.deployment("escalate")
    [schedule] = deployment["schedules"]
    path = f"/deployments/{deployment['id']}/schedules/{schedule['id']}"
    prefect.api.delete(path).raise_for_status()
    assert deploy(str(prefect.api.base_url)).scheduled == ["escalate/escalate"]
    assert prefect.schedules("escalate") == {("0 7 * * 1-5", "Europe/Stockholm", True)}


def test_a_run_that_was_cut_off_gives_its_place_back(prefect) -> None:
    run = prefect.post(
        "/flow_runs/",
        flow_id=prefect.deployment("evaluate")["flow_id"],
        tags=["tidplan"],
        state={"type": "RUNNING"},
    )
    assert end_runs_cut_off(str(prefect.api.base_url)) == 1
    assert prefect.get(f"/flow_runs/{run['id']}")["state_type"] == "CRASHED"


def replace_schedules(prefect, flow: str, cron: str) -> None:
    """Every schedule is deleted and one is made, without a slug, as the pages make them."""
    deployment = prefect.deployment(flow)
    path = f"/deployments/{deployment['id']}/schedules"
    for one in deployment["schedules"]:
        prefect.api.delete(f"{path}/{one['id']}").raise_for_status()
    schedule = {"cron": cron, "timezone": "Europe/Stockholm"}
    prefect.api.post(path, json=[{"active": True, "schedule": schedule}]).raise_for_status()


def test_runs_that_were_missed_become_one(prefect) -> None:
    pool = "/work_pools/tidplan"
    prefect.api.patch(pool, json={"is_paused": True}).raise_for_status()
    prefect.change_schedule("escalate", 0, schedule={"interval": 5})
    prefect.until(lambda: len(late(prefect)) > 2, "missed runs")
    prefect.change_schedule("escalate", 0, active=False)  # from here on none is added
    missed = {run["id"] for run in waiting(prefect)}
    prefect.api.patch(pool, json={"is_paused": False}).raise_for_status()
    prefect.until(lambda: not waiting(prefect), "the end of all that was missed")
    states = [run["state_type"] for run in prefect.runs("escalate") if run["id"] in missed]
    assert states.count("COMPLETED") == 1
    assert states.count("CANCELLED") == len(states) - 1 > 0


def late(prefect) -> list[dict[str, object]]:
    return [run for run in prefect.runs("escalate") if run["state_name"] == "Late"]


def waiting(prefect) -> list[dict[str, object]]:
    unfinished = {"SCHEDULED", "PENDING", "RUNNING"}
    return [run for run in prefect.runs("escalate") if run["state_type"] in unfinished]


def test_when_a_part_dies_all_stop_and_say_so(prefect) -> None:
    [worker] = prefect.children("worker\0start")
    os.kill(worker, signal.SIGKILL)
    assert prefect.process.wait(60) == 1
    assert "Prefect's worker stopped by itself" in prefect.errors
    prefect.until(lambda: not prefect.children("prefect"), "the end of every process")


def test_it_starts_again_where_it_was_and_stops_when_asked(prefect) -> None:
    assert prefect.process.poll() is not None
    again = prefect.start(prefect.home)
    try:
        assert again.schedules("evaluate") == {("30 8 * * 1-5", "Europe/Stockholm", True)}
        assert again.schedules("remind") == {("30 7 * * 1-5", "Europe/Stockholm", False)}
    finally:
        assert again.stop() == 0
    again.until(lambda: not again.children("prefect"), "the end of every process")
    assert again.told.count("\n") == 3
