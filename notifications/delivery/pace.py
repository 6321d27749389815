"""Keeps to what a relay takes: so many messages in any minute."""

from collections import deque
from threading import Lock
from time import monotonic, sleep

WINDOW = 60.0


class Pace:
    """Counts the messages of this run in the last minute; None never waits."""

    def __init__(self, per_minute: int | None) -> None:
        self._times: deque[float] | None = deque(maxlen=per_minute) if per_minute else None
        self._queue = Lock()

    def wait(self) -> None:
        if self._times is None:
            return
        with self._queue:
            if len(self._times) == self._times.maxlen:
                sleep(max(0.0, self._times[0] + WINDOW - monotonic()))
            self._times.append(monotonic())
