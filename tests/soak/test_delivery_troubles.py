"""Relays that restart, databases that hang up, full disks, clocks that jump: all at any moment."""

import random
import resource
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest
from couriers import Courier, due_now, finish, start, told, wait_for_mail
from post import queue_many
from relay import Relay, running
from sqlalchemy import Engine, text

MANY = pytest.mark.soak
WORKERS = 2
TERMINATE = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
JUMP = (
    "UPDATE outbox_message SET retry_at = retry_at - :seconds,"
    " lease_until = lease_until - :seconds, data_at = data_at - :seconds,"
    " first_tried = first_tried - :seconds"
    " WHERE id IN (SELECT id FROM outbox_message WHERE state IN ('queued', 'sending') {lock})"
)
LOCK = {"sqlite": "", "postgresql": "FOR UPDATE SKIP LOCKED"}  # never waits for a courier
times = pytest.mark.parametrize(
    "rounds", [pytest.param(1, id="short"), pytest.param(40, id="40 rounds", marks=MANY)]
)
either = pytest.mark.parametrize("ambiguous", ["resend", "hold"])


def work(
    database: str,
    engine: Engine,
    relay: Relay,
    ambiguous: str,
    disturb: Callable[[], None],
    *,
    lease: str = "60",
) -> None:
    """Couriers at work, disturbed until they have ended."""
    queue_many(engine, 15)
    before = len(relay.arrived)
    couriers = [
        start(database, relay, ambiguous, lease=lease, connections="3") for _ in range(WORKERS)
    ]
    wait_for_mail(relay, before, couriers)
    until = time.monotonic() + 60
    while not all(_ended(courier) for courier in couriers):
        assert time.monotonic() < until
        disturb()
    due_now(engine)


def _ended(courier: Courier) -> bool:
    return courier.poll() is not None


def look_back(
    name: str, database: str, engine: Engine, relay: Relay, ambiguous: str, rounds: int
) -> None:
    ledger = finish(database, engine, relay, ambiguous)
    told(f"{rounds} rounds of {name}, {ambiguous}", engine, ledger)
    assert (ledger.lost, ledger.unflagged, ledger.altered) == (0, 0, 0), ledger
    assert ambiguous == "resend" or ledger.duplicates == 0


@times
@either
def test_a_relay_that_restarts_under_way(
    database_url: str, engine: Engine, ambiguous: str, rounds: int
) -> None:
    chance = random.Random(rounds)  # noqa: S311 - no secret
    relay = Relay()
    with ExitStack() as stack:
        stack.enter_context(running(relay))

        def restart() -> None:
            time.sleep(chance.random() * 0.2)
            relay.hang_up_on_all()
            stack.pop_all().close()
            time.sleep(chance.random() * 0.05)
            stack.enter_context(running(relay))

        for _ in range(rounds):
            work(database_url, engine, relay, ambiguous, restart)
        look_back("a relay restarting", database_url, engine, relay, ambiguous, rounds)


@times
@either
def test_a_database_that_hangs_up_under_way(
    database_url: str, engine: Engine, relay: Relay, ambiguous: str, rounds: int
) -> None:
    if engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no server that could hang up")
    chance = random.Random(rounds)  # noqa: S311 - no secret

    def hang_up() -> None:
        time.sleep(chance.random() * 0.1)
        with engine.connect() as connection:
            connection.execute(TERMINATE)

    for _ in range(rounds):
        work(database_url, engine, relay, ambiguous, hang_up)
    look_back("PostgreSQL hanging up", database_url, engine, relay, ambiguous, rounds)


@times
@either
def test_a_disk_that_is_full_under_way(
    database_url: str, engine: Engine, relay: Relay, ambiguous: str, rounds: int, tmp_path: Path
) -> None:
    """No file of the courier's may grow beyond a limit: the disk as SQLite sees it when full."""
    if engine.dialect.name != "sqlite":
        pytest.skip("the limit is the courier's, and PostgreSQL writes by itself")
    chance = random.Random(rounds)  # noqa: S311 - no secret
    for _ in range(rounds):
        queue_many(engine, 15)
        engine.dispose()  # what is written so far moves into the database itself
        size = (tmp_path / "tidplan.db").stat().st_size
        limit = chance.choice([chance.randint(1, 400_000), size + chance.randint(-9000, 9000)])
        couriers = [
            start(database_url, relay, ambiguous, connections="3", before=partial(_limit, limit))
            for _ in range(WORKERS)
        ]
        assert all(courier.wait(60) in {0, 1} for courier in couriers)
    look_back("a full disk", database_url, engine, relay, ambiguous, rounds)


def _limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@times
@either
def test_clocks_that_jump_under_way(
    database_url: str, engine: Engine, relay: Relay, ambiguous: str, rounds: int
) -> None:
    """Only the database's clock counts, so what it is compared with is moved instead."""
    chance = random.Random(rounds)  # noqa: S311 - no secret
    moved = text(JUMP.format(lock=LOCK[engine.dialect.name]))

    def jump() -> None:
        time.sleep(chance.random() * 0.05)
        with engine.begin() as connection:
            connection.execute(moved, {"seconds": chance.choice([-7200, -30, 30, 7200])})

    for _ in range(rounds):
        work(database_url, engine, relay, ambiguous, jump, lease="20")
    look_back("clocks jumping", database_url, engine, relay, ambiguous, rounds)
