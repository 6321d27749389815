"""Killed between any two steps, delivery loses nothing and doubles nothing in secret."""

import subprocess
import sys
from pathlib import Path

import pytest
from post import compare, queue_many
from relay import Relay
from sqlalchemy import Engine

COURIER = Path(__file__).parents[1] / "courier.py"
STEPS = ("claimed", "addressed", "guarded", "replied", "settled")
KILLED = -9


def run_courier(database: str, relay: Relay, ambiguous: str, *kill: str) -> int:
    command = [sys.executable, COURIER, database, relay.url, ambiguous, "60", "1", *kill]
    return subprocess.run(command, check=False, timeout=60).returncode


@pytest.mark.parametrize("step", STEPS)
def test_a_killed_run_is_finished_at_once_by_the_next(
    database_url: str, engine: Engine, relay: Relay, step: str
) -> None:
    queue_many(engine, 4)
    assert run_courier(database_url, relay, "resend", step, "2") == KILLED
    assert run_courier(database_url, relay, "resend") == 0
    ledger = compare(engine, relay)
    assert (ledger.lost, ledger.unflagged, ledger.altered) == (0, 0, 0), ledger
    # Only who dies between the last yes and the settled row can have sent twice.
    assert ledger.duplicates == (1 if step == "replied" else 0), ledger
    assert ledger.states == {"sent": 4}


@pytest.mark.parametrize("step", STEPS)
def test_where_copies_are_not_wanted_a_killed_run_leaves_none(
    database_url: str, engine: Engine, relay: Relay, step: str
) -> None:
    queue_many(engine, 4)
    assert run_courier(database_url, relay, "hold", step, "2") == KILLED
    assert run_courier(database_url, relay, "hold") == 0
    ledger = compare(engine, relay)
    assert (ledger.lost, ledger.duplicates) == (0, 0), ledger
    in_doubt = 1 if step in {"guarded", "replied"} else 0
    assert ledger.states["uncertain"] == in_doubt
