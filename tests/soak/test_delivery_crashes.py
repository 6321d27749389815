"""Random kills, stops and relays that go away: nothing lost, no copy unflagged."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from post import Ledger, compare, queue_many
from relay import DROP, VANISH, Relay, running
from sqlalchemy import Engine

COURIER = Path(__file__).parents[1] / "courier.py"
STEPS = ("claimed", "addressed", "guarded", "replied", "settled")
FAULTS = ("451 4.3.0 Later", "421 4.3.2 Closing", DROP)
START = 1.0  # seconds until a courier has loaded what it needs
MANY = pytest.mark.soak
Courier = subprocess.Popen[bytes]


@pytest.fixture
def relay() -> Iterator[Relay]:
    with running() as started:
        yield started


def start(
    database: str,
    relay: Relay,
    ambiguous: str,
    *kill: str,
    lease: str = "60",
    connections: str = "1",
) -> Courier:
    command = [sys.executable, COURIER, database, relay.url, ambiguous, lease, connections, *kill]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


def finish(database: str, engine: Engine, relay: Relay, ambiguous: str) -> Ledger:
    """One undisturbed run more; whatever is still underway after it is lost."""
    assert start(database, relay, ambiguous).wait(300) == 0
    return compare(engine, relay)


def told(name: str, engine: Engine, ledger: Ledger) -> None:
    print(f"\n{name} on {engine.dialect.name}: {ledger}")  # noqa: T201 - the figures are the point


def killed_workers(
    database: str, relay: Relay, ambiguous: str, *, workers: int, chance: random.Random
) -> None:
    """Half of them die at a named step, half at any moment, even in the middle of DATA."""
    started, before = [], len(relay.arrived)
    for _ in range(workers):
        kill = (chance.choice(STEPS), str(chance.randint(1, 8))) if chance.random() < 0.5 else ()
        connections = chance.choice("13")
        started.append(start(database, relay, ambiguous, *kill, connections=connections))
    wait_for_mail(relay, before)
    time.sleep(chance.random() * 0.03)
    for courier in started:
        courier.send_signal(signal.SIGKILL)
        courier.wait(60)


def wait_for_mail(relay: Relay, before: int) -> None:
    """Until the first of this round arrives, so that the kill hits work and not the start."""
    until = time.monotonic() + 3
    while len(relay.arrived) == before and time.monotonic() < until:
        time.sleep(0.002)


@pytest.mark.parametrize(
    "rounds", [pytest.param(2, id="short"), pytest.param(200, id="200 rounds", marks=MANY)]
)
@pytest.mark.parametrize("workers", [2, pytest.param(4, marks=MANY)])
@pytest.mark.parametrize("ambiguous", ["resend", "hold"])
def test_random_kills(
    database_url: str, engine: Engine, relay: Relay, ambiguous: str, workers: int, rounds: int
) -> None:
    chance = random.Random(f"{workers}{ambiguous}")  # noqa: S311 - no secret
    for _ in range(rounds):
        queue_many(engine, 10)
        killed_workers(database_url, relay, ambiguous, workers=workers, chance=chance)
    ledger = finish(database_url, engine, relay, ambiguous)
    told(f"{rounds} rounds of SIGKILL, {workers} workers, {ambiguous}", engine, ledger)
    assert (ledger.lost, ledger.unflagged, ledger.altered) == (0, 0, 0)
    assert ambiguous == "resend" or ledger.duplicates == 0


@pytest.mark.parametrize(
    "step",
    [
        step if step in {"addressed", "guarded"} else pytest.param(step, marks=MANY)
        for step in STEPS
    ],
)
def test_a_worker_that_sleeps_past_its_lease(
    database_url: str, engine: Engine, relay: Relay, step: str
) -> None:
    queue_many(engine, 3)
    sleeper = start(database_url, relay, "resend", step, "2", "SIGSTOP", lease="1")
    try:
        time.sleep(START + 2.5)
        assert start(database_url, relay, "resend", lease="1").wait(60) == 0
    finally:
        sleeper.send_signal(signal.SIGCONT)
    assert sleeper.wait(60) == 0
    ledger = finish(database_url, engine, relay, "resend")
    told(f"SIGSTOP at {step}", engine, ledger)
    assert (ledger.lost, ledger.unflagged, ledger.altered) == (0, 0, 0)
    # Asleep before the guard, it finds that the lease is gone; later, the copy is flagged.
    assert ledger.duplicates == (1 if step in {"guarded", "replied"} else 0)


@pytest.mark.parametrize(
    "rounds", [pytest.param(3, id="short"), pytest.param(60, id="60 rounds", marks=MANY)]
)
def test_a_relay_that_fails_at_every_stage(
    database_url: str, engine: Engine, relay: Relay, rounds: int
) -> None:
    chance = random.Random(rounds)  # noqa: S311 - no secret
    queue_many(engine, rounds * 3)
    for _ in range(rounds):
        for stage in ("connect", "ehlo", "mail", "rcpt", "data", "content"):
            relay.answer(stage, *chance.choices(FAULTS, k=1))
        relay.answer("content", VANISH)
        start(database_url, relay, "resend").wait(60)
        due_now(engine)
    relay.script.clear()
    ledger = finish(database_url, engine, relay, "resend")
    told(f"{rounds} rounds of faults at every stage", engine, ledger)
    assert (ledger.lost, ledger.unflagged, ledger.altered) == (0, 0, 0)


def due_now(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE outbox_message SET retry_at = 0 WHERE state = 'queued'")
