"""The programs behind `tidplan up`, with small ones in their place."""

import os
import signal
import time
from pathlib import Path

import pytest

from flows import children
from flows.children import Child, start
from flows.up import (
    Everything,
    HomeUnwritableError,
    PartStoppedError,
    prefect_environment,
    run_everything,
)

PORT = 4317


def a_child(folder: Path, code: str, part: str = "server") -> Child:
    (folder / "small.py").write_text(code)
    return start(part, "small", environment=os.environ | {"PYTHONPATH": str(folder)})


def written(file: Path) -> str:
    for _ in range(200):
        if file.exists() and file.read_text().endswith("\n"):
            return file.read_text()
        time.sleep(0.05)
    pytest.fail(f"{file} was never written")


def test_a_child_is_asked_first(tmp_path: Path) -> None:
    child = a_child(
        tmp_path,
        "import pathlib, signal, sys, time\n"
        "signal.signal(signal.SIGTERM, lambda *_: sys.exit(3))\n"
        f"pathlib.Path({str(tmp_path / 'ready')!r}).write_text('yes\\n')\n"
        "time.sleep(60)\n",
    )
    written(tmp_path / "ready")
    child.stop()
    assert child.process.returncode == 3


def test_one_that_does_not_listen_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(children, "GENTLY", 0.2)
    child = a_child(
        tmp_path,
        "import pathlib, signal, subprocess, sys, time\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "its = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"pathlib.Path({str(tmp_path / 'ready')!r}).write_text(f'{{its.pid}}\\n')\n"
        "time.sleep(60)\n",
    )
    grandchild = int(written(tmp_path / "ready"))
    child.stop()
    assert child.process.returncode == -signal.SIGKILL
    assert not is_running(grandchild)


def is_running(process: int) -> bool:
    """A moment later; one that waits to be reaped runs no more."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return False
        if state == "Z":
            return False
        time.sleep(0.05)
    return True


def test_a_server_that_dies_at_start_is_told(tmp_path: Path) -> None:
    (tmp_path / "prefect.py").write_text("import sys; sys.exit(9)")
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    everything = Everything(PORT, "en", environment)
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with pytest.raises(PartStoppedError) as raised:
            everything.run()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    assert raised.value.values == {"part": "Prefect's server", "code": 9}
    assert everything.children == []


def test_a_home_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    with pytest.raises(HomeUnwritableError):
        run_everything(home=tmp_path / "home", port=PORT, language="sv")


def test_the_server_listens_on_this_machine_only_and_tells_nobody() -> None:
    given = {"PREFECT_SERVER_API_HOST": "0.0.0.0", "PREFECT_API_URL": "https://elsewhere"}  # noqa: S104
    environment = prefect_environment(given, folder=Path("/home"), port=PORT)
    assert environment["PREFECT_SERVER_API_HOST"] == "127.0.0.1"
    assert environment["PREFECT_API_URL"] == f"http://127.0.0.1:{PORT}/api"
    assert environment["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert environment["PREFECT_HOME"] == "/home"


def test_what_the_administrator_has_set_goes_before_the_defaults() -> None:
    given = {"PREFECT_HOME": "/mine", "PREFECT_SERVER_API_AUTH_STRING": "admin:secret"}
    environment = prefect_environment(given, folder=Path("/home"), port=PORT)
    assert environment["PREFECT_HOME"] == "/mine"
    assert environment["PREFECT_API_AUTH_STRING"] == "admin:secret"
