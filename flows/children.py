"""The programs that `tidplan up` starts, and how they stop."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass

GENTLY = 20.0  # seconds to finish what is at hand


@dataclass(frozen=True, slots=True)
class Child:
    """part: the last word of its key in the catalogs, `flows.part.…`."""

    part: str
    process: subprocess.Popen[bytes]

    def is_running(self) -> bool:
        return self.process.poll() is None

    def stop(self) -> None:
        """Ask, wait, then insist; whatever it started goes with it."""
        self._signal(signal.SIGTERM)
        try:
            self.process.wait(GENTLY)
        except subprocess.TimeoutExpired:
            self._insist()
            self.process.wait()
        else:
            self._insist()

    def _signal(self, number: int) -> None:
        if self.is_running():
            self.process.send_signal(number)

    def _insist(self) -> None:
        if os.name == "posix":
            try:
                os.killpg(self.process.pid, signal.SIGKILL)
            except ProcessLookupError:
                return
        else:
            self.process.kill()


def start(part: str, *arguments: str, environment: Mapping[str, str]) -> Child:
    """`python -m …`, in a group of its own: a Ctrl-C reaches only us, who stop things in order."""
    process = subprocess.Popen(  # noqa: S603 - our own programs
        [sys.executable, "-m", *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # banners; what matters goes to stderr
        start_new_session=True,
    )
    return Child(part, process)
