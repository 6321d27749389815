"""Runs a program of ours that the command line itself must not load."""

import signal
import subprocess
import sys
from collections.abc import Sequence


def run_module(module: str, arguments: Sequence[str]) -> int:
    """Its exit code; a request to stop is handed on, and waited for."""
    child = subprocess.Popen([sys.executable, "-m", module, *arguments])  # noqa: S603
    handed_on = {
        number: signal.signal(number, lambda *_: _ask_to_stop(child))
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        return child.wait()
    finally:
        for number, before in handed_on.items():
            signal.signal(number, before)


def _ask_to_stop(child: "subprocess.Popen[bytes]") -> None:
    if child.poll() is None:
        child.send_signal(signal.SIGTERM)
