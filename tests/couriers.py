"""Processes that deliver, for tests that kill, stop and starve them; and what is left of it."""

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from post import Ledger, compare
from relay import Relay
from sqlalchemy import Engine

COURIER = Path(__file__).parent / "courier.py"
Courier = subprocess.Popen[bytes]


def start(
    database: str,
    relay: Relay,
    ambiguous: str,
    *kill: str,
    lease: str = "60",
    connections: str = "1",
    before: Callable[[], None] | None = None,
) -> Courier:
    """before: called in the new process, as for its limits."""
    command = [sys.executable, COURIER, database, relay.url, ambiguous, lease, connections, *kill]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL, preexec_fn=before)  # noqa: PLW1509


def finish(database: str, engine: Engine, relay: Relay, ambiguous: str) -> Ledger:
    """One undisturbed run more; whatever is still underway after it is lost."""
    due_now(engine)
    assert start(database, relay, ambiguous).wait(300) == 0
    return compare(engine, relay)


def told(name: str, engine: Engine, ledger: Ledger) -> None:
    print(f"\n{name} on {engine.dialect.name}: {ledger}")  # noqa: T201 - the figures are the point


def wait_for_mail(relay: Relay, before: int, couriers: Sequence[Courier]) -> None:
    """Until the first of this round arrives, so that the kill hits work and not the start.

    couriers: nobody else brings any; when all of them have ended there is nothing to wait for.
    """
    until = time.monotonic() + 30
    while len(relay.arrived) == before and time.monotonic() < until:
        if all(courier.poll() is not None for courier in couriers):
            return
        time.sleep(0.002)


def due_now(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE outbox_message SET retry_at = 0 WHERE state = 'queued'")
