"""`tidplan up` and `tidplan deploy`, up to where Prefect begins (tests/flows/test_server.py)."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.main import exit_code
from cli.up import _run_flows


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TIDPLAN_HOME", str(tmp_path))
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    return tmp_path


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which something listens, and never answers."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


@pytest.fixture
def free() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def test_a_port_in_use_is_bad_input(taken: int, capfd: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["up", "--port", str(taken)]) == 2
    [sentence] = capfd.readouterr().err.splitlines()
    assert str(taken) in sentence
    assert "--port" in sentence


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http"])
def test_a_port_that_cannot_be_is_bad_usage(port: str) -> None:
    assert exit_code(["up", "--port", port]) == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("TIDPLAN_HOMES", "/tmp", id="a setting that does not exist"),  # noqa: S108
        pytest.param("TIDPLAN_TIME_ZONE", "Sthlm", id="a zone that does not exist"),
        pytest.param("TIDPLAN_COUNCIL_FILE", "/finns/inte.yaml", id="no such council file"),
    ],
)
def test_a_wrong_setting_is_told_before_anything_starts(
    free: int,
    name: str,
    value: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(name, value)
    assert exit_code(["up", "--port", str(free)]) == 2
    assert len(capfd.readouterr().err.splitlines()) == 1


def test_a_home_that_cannot_be_made_is_told(
    free: int, home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (home / "file").touch()
    monkeypatch.setenv("TIDPLAN_HOME", str(home / "file"))
    assert exit_code(["up", "--port", str(free)]) == 2
    assert len(capfd.readouterr().err.splitlines()) == 1


def test_deploy_says_that_no_server_answers(free: int, capfd: pytest.CaptureFixture[str]) -> None:
    api = f"http://127.0.0.1:{free}/api"
    assert exit_code(["deploy", "--api", api]) == 1
    [sentence] = capfd.readouterr().err.splitlines()
    assert api in sentence


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_request_to_stop_is_handed_on(number: signal.Signals) -> None:
    """The command is asked, its child stops in order, and its exit code is the command's."""
    script = (
        "import signal, sys, time, cli.child as child\n"
        "class Child(child.subprocess.Popen):\n"
        "    def __init__(self, arguments):\n"
        "        super().__init__([sys.executable, '-u', '-c', sys.argv[1]])\n"
        "child.subprocess.Popen = Child\n"
        "sys.exit(child.run_module('flows', ['up']))\n"
    )
    obedient = (
        "import signal, sys, time\n"
        "signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "signal.signal(signal.SIGTERM, lambda *_: sys.exit(7))\n"
        "print('ready')\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, obedient], stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == b"ready\n"
        os.kill(run.pid, number)
        assert run.wait(30) == 7


def test_the_handlers_of_before_come_back(capfd: pytest.CaptureFixture[str]) -> None:
    before = signal.getsignal(signal.SIGTERM)
    assert _run_flows(["no-such-command"]) == 2
    assert signal.getsignal(signal.SIGTERM) is before
    assert capfd.readouterr().err
