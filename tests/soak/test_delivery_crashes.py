"""Random kills, stops and relays that go away: nothing lost, no copy unflagged."""

import random
import signal
import time

import pytest
from couriers import due_now, finish, start, told, wait_for_mail
from post import queue_many
from relay import DROP, VANISH, Relay
from sqlalchemy import Engine

STEPS = ("claimed", "addressed", "guarded", "replied", "settled")
FAULTS = ("451 4.3.0 Later", "421 4.3.2 Closing", DROP)
START = 1.0  # seconds until a courier has loaded what it needs
MANY = pytest.mark.soak
ENOUGH = 200  # rounds


def killed_workers(
    database: str, relay: Relay, ambiguous: str, *, workers: int, chance: random.Random
) -> None:
    """Half of them die at a named step, half at any moment, even in the middle of DATA."""
    started, before = [], len(relay.arrived)
    for _ in range(workers):
        kill = (chance.choice(STEPS), str(chance.randint(1, 8))) if chance.random() < 0.5 else ()
        connections = chance.choice("13")
        started.append(start(database, relay, ambiguous, *kill, connections=connections))
    wait_for_mail(relay, before, started)
    time.sleep(chance.random() * 0.03)
    for courier in started:
        courier.send_signal(signal.SIGKILL)
        courier.wait(60)


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
    between_data_and_reply = ledger.duplicates + ledger.states["uncertain"]
    assert rounds < ENOUGH or between_data_and_reply > 0, "every kill came before the work"


@pytest.mark.parametrize(
    "step",
    [
        step if step in {"addressed", "guarded"} else pytest.param(step, marks=MANY)
        for step in STEPS
    ],
)
@pytest.mark.parametrize("ambiguous", ["resend", pytest.param("hold", marks=MANY)])
def test_a_worker_that_sleeps_past_its_lease(
    database_url: str, engine: Engine, relay: Relay, step: str, ambiguous: str
) -> None:
    queue_many(engine, 3)
    sleeper = start(database_url, relay, ambiguous, step, "2", "SIGSTOP", lease="1")
    try:
        time.sleep(START + 2.5)
        assert start(database_url, relay, ambiguous, lease="1").wait(60) == 0
    finally:
        sleeper.send_signal(signal.SIGCONT)
    assert sleeper.wait(60) == 0
    ledger = finish(database_url, engine, relay, ambiguous)
    told(f"SIGSTOP at {step}, {ambiguous}", engine, ledger)
    assert (ledger.lost, ledger.unflagged, ledger.altered) == (0, 0, 0)
    # Asleep before the guard, it finds that the lease is gone; later, the copy is flagged.
    copy = ambiguous == "resend" and step in {"guarded", "replied"}
    assert ledger.duplicates == int(copy)


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
