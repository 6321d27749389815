"""Runs everything on this machine: Prefect's server, the deployments and a worker."""

import os
import signal
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Never
from urllib.request import urlopen

from flows.children import Child, start
from language.catalog import Language, say
from language.problems import Problem

PATIENCE = 180.0  # seconds; a new database on a busy machine takes one of these minutes
TICK = 0.25


class PartStoppedError(Problem):
    """A child that should have gone on stopped by itself."""

    exit_code = 1


class ServerSilentError(Problem):
    """The server runs, but does not answer."""

    exit_code = 1


class HomeUnwritableError(Problem):
    """Prefect's folder cannot be made."""


class _AskedToStop(Exception):  # noqa: N818 - not an error
    """Ctrl-C, SIGTERM, or the command that started us is gone."""


@dataclass
class Everything:
    """The children in the order of their start. pages: the port of the pages, if any."""

    port: int
    language: Language
    environment: Mapping[str, str]
    pages: int | None = None
    children: list[Child] = field(default_factory=list)
    asked: threading.Event = field(default_factory=threading.Event)
    parent: int = field(default_factory=os.getppid)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def run(self) -> None:
        """Until someone says stop; a part that dies stops all, and raises PartStoppedError."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.asked.set())
        self._tell("flows.starting")
        try:
            self._start()
            self._watch()
        except _AskedToStop:
            self._stop()
            self._tell("flows.stopped")
        finally:
            self._stop()

    def _start(self) -> None:
        self._add("server", "prefect", "server", "start")
        self._wait_for_answer()
        self._finish(self._add("deploy", "flows", "prepare"))
        self._add("worker", "prefect", "worker", "start", "--pool", "tidplan", "--type", "process")
        if self.pages is not None:
            self._add("pages", "web", "--port", str(self.pages))
        self._tell("flows.ready", address=self.address)

    def _add(self, part: str, *arguments: str) -> Child:
        child = start(part, *arguments, environment=self.environment)
        self.children.append(child)
        return child

    def _wait_for_answer(self) -> None:
        latest = time.monotonic() + PATIENCE
        while not _answers(f"{self.address}/api/health"):
            self._look_after_all()
            if time.monotonic() > latest:
                raise ServerSilentError(address=self.address, seconds=int(PATIENCE))

    def _finish(self, child: Child) -> None:
        """One that should come to its end, and well."""
        while child.is_running() or child.process.returncode:
            self._look_after_all()
        self.children.remove(child)

    def _watch(self) -> Never:
        while True:
            self._look_after_all()

    def _look_after_all(self) -> None:
        for child in self.children:
            if not child.is_running() and (child.process.returncode or child.part != "deploy"):
                part = say(f"flows.part.{child.part}", self.language)
                raise PartStoppedError(part=part, code=child.process.returncode)
        if self.asked.wait(TICK) or os.getppid() != self.parent:
            raise _AskedToStop

    def _stop(self) -> None:
        """Last started, first stopped: a worker still wants to tell the server how it went."""
        while self.children:
            self.children.pop().stop()

    def _tell(self, key: str, **values: object) -> None:
        print(say(key, self.language, **values), flush=True)  # noqa: T201 - a command speaks


def run_everything(*, home: Path, port: int, language: Language, pages: int | None = None) -> None:
    folder = home / "prefect"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HomeUnwritableError(path=folder, why=error.strerror) from None
    environment = prefect_environment(os.environ, folder=folder, port=port)
    Everything(port, language, environment, pages).run()


def prefect_environment(given: Mapping[str, str], *, folder: Path, port: int) -> dict[str, str]:
    """On loopback, telling nobody; what an administrator has set goes before our defaults."""
    defaults = {
        "PREFECT_HOME": str(folder),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "WARNING",
    }
    if secret := given.get("PREFECT_SERVER_API_AUTH_STRING"):
        defaults["PREFECT_API_AUTH_STRING"] = secret
    ours = {
        "PREFECT_SERVER_API_HOST": "127.0.0.1",
        "PREFECT_SERVER_API_PORT": str(port),
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
    }
    return {**defaults, **given, **ours}


def _answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=2) as answer:  # noqa: S310 - our own server
            return bool(answer.status == 200)  # noqa: PLR2004 - OK
    except OSError:
        return False
