"""`tidplan up` as a real program, and Prefect's API as its pages use it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from planted import LINK_KEY, PASSWORD, leave_traces
from relay import Relay
from relay import running as relay_running

from actions.councils import ensure_council
from actions.people import import_people
from cli.directory_file import read_directory
from models.store import open_database, transaction

ROOT = Path(__file__).parents[2]
PATIENCE = 120.0
ENDED = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}


class Patient(httpx.Client):
    """Prefect answers 503 while its SQLite is locked, and asks to be called again."""

    def request(self, *arguments: Any, **options: Any) -> httpx.Response:
        for pause in (0.5, 1.0, 2.0, 4.0, 8.0):
            answer = super().request(*arguments, **options)
            if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:
                return answer
            time.sleep(pause)
        return super().request(*arguments, **options)


def tidplan(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from cli.main import main; main()", *arguments]


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def until(look: Callable[[], Any], what: str) -> Any:
    """The first answer that is true."""
    latest = time.monotonic() + PATIENCE
    while not (seen := look()):
        assert time.monotonic() < latest, f"waited in vain for {what}"
        time.sleep(0.2)
    return seen


def settings(home: Path) -> dict[str, str]:
    """The machine's own environment without what Tidplan or Prefect would read from it."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TIDPLAN_", "PREFECT_"))
    }
    home.mkdir(parents=True, exist_ok=True)
    (home / "council.yaml").write_text("calendar: {quiet_hours: null}\n")  # at any hour
    return kept | {
        "TIDPLAN_HOME": str(home),
        "TIDPLAN_MAIL_URL": f"eml:{home / 'mail'}",
        "TIDPLAN_LANGUAGE": "en",
        "PREFECT_WORKER_QUERY_SECONDS": "2",
        **(json.loads(own.read_text()) if (own := home / "settings.json").exists() else {}),
    }


@dataclass
class Running:
    """One `tidplan up`."""

    port: int
    home: Path
    process: "subprocess.Popen[str]"
    api: httpx.Client
    relay: Relay = field(default_factory=Relay)

    @classmethod
    def start(cls, home: Path) -> "Running":
        port = free_port()
        with (home / "errors.txt").open("a") as errors, (home / "told.txt").open("w") as told:
            process = subprocess.Popen(
                tidplan("up", "--port", str(port)),
                env=settings(home),
                stdout=told,
                stderr=errors,
                text=True,
            )
        api = Patient(base_url=f"http://127.0.0.1:{port}/api", timeout=PATIENCE)
        running = cls(port, home, process, api)
        try:
            until(lambda: process.poll() is not None or "Ctrl-C" in running.told, "tidplan up")
        except AssertionError:
            running.stop()
            raise
        assert process.poll() is None, running.errors
        return running

    @property
    def told(self) -> str:
        return (self.home / "told.txt").read_text()

    @property
    def errors(self) -> str:
        return (self.home / "errors.txt").read_text()

    until = staticmethod(until)

    def tidplan(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            tidplan(*arguments),
            env=settings(self.home),
            capture_output=True,
            text=True,
            check=False,
        )

    def stop(self) -> int:
        self.api.close()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)

    def children(self, words: str) -> list[int]:
        """Process numbers of what belongs to this one, by a part of its command line."""
        mine = f"TIDPLAN_HOME={self.home}".encode()
        return [
            int(path.parent.name)
            for path in Path("/proc").glob("[0-9]*/environ")
            if mine in _read(path) and words.encode() in _read(path.parent / "cmdline")
        ]

    def get(self, path: str) -> Any:
        return self.api.get(path).raise_for_status().json()

    def post(self, path: str, **content: Any) -> Any:
        return self.api.post(path, json=content).raise_for_status().json()

    def deployment(self, flow: str) -> Any:
        return self.get(f"/deployments/name/{flow}/{flow}")

    def schedules(self, flow: str) -> set[tuple[str, str, bool]]:
        """(cron, time zone, active)."""
        return {
            (one["schedule"]["cron"], one["schedule"]["timezone"], one["active"])
            for one in self.deployment(flow)["schedules"]
        }

    def change_schedule(self, flow: str, number: int, **changes: Any) -> None:
        """What the schedule form of Prefect's pages does."""
        deployment = self.deployment(flow)
        schedule = deployment["schedules"][number]
        path = f"/deployments/{deployment['id']}/schedules/{schedule['id']}"
        self.api.patch(path, json=changes).raise_for_status()

    def runs(self, flow: str) -> list[Any]:
        ours = {"deployment_id": {"any_": [self.deployment(flow)["id"]]}}
        found: list[Any] = self.post("/flow_runs/filter", flow_runs=ours, limit=200)
        return found

    def run(self, flow: str, **parameters: Any) -> Any:
        """Started as the form does, and run by the worker to its end."""
        path = f"/deployments/{self.deployment(flow)['id']}/create_flow_run"
        started = self.post(path, parameters=parameters, state={"type": "SCHEDULED"})["id"]
        return until(lambda: self._ended(started), f"the end of {flow}")

    def _ended(self, run: str) -> Any:
        seen = self.get(f"/flow_runs/{run}")
        return seen if seen["state_type"] in ENDED else None

    def artifacts(self, run: str) -> list[Any]:
        ours = {"flow_run_id": {"any_": [run]}, "type": {"any_": ["markdown"]}}
        found: list[Any] = self.post("/artifacts/filter", artifacts=ours)
        return found


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A council with a directory and no plan yet."""
    folder = tmp_path_factory.mktemp("home")
    engine = open_database(f"sqlite:///{folder / 'tidplan.db'}")
    with transaction(engine) as session:
        council = ensure_council(session, name="Rådet", language="sv")
        rows = read_directory(ROOT / "cli" / "example" / "people.csv")
        now = datetime(2026, 1, 7, 8, tzinfo=UTC)
        import_people(session, council_id=council.id, rows=rows, actor="test", now=now)
    engine.dispose()
    return folder


@pytest.fixture(scope="module")
def prefect(home: Path) -> Iterator[Running]:
    """With a relay that wants a password, and letters with links: secrets that nobody may see."""
    with relay_running(Relay(password=PASSWORD)) as relay:
        own = {
            "TIDPLAN_MAIL_URL": f"mailto://tidplan:{PASSWORD}@127.0.0.1:{relay.port}",
            "TIDPLAN_PUBLIC_URL": "https://tidplan.example.se",
            "TIDPLAN_PAGES_PORT": str(free_port()),
            "TIDPLAN_LINK_KEY": LINK_KEY,
        }
        (home / "settings.json").write_text(json.dumps(own))
        running = Running.start(home)
        running.relay = relay
        yield running
        running.stop()
        leave_traces(home, relay.arrived)
