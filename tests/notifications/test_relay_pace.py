"""A relay's limit holds for all workers together."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from time import monotonic

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, update

from models.shared_transactions import SharedTransactions
from models.store import transaction
from models.tables.mail import RelayPace
from notifications.delivery.pace import Pace, next_slot

MINUTE = 1.0  # of the tests
MOST = 4


def waited(engine: Engine, times: int, relay: str = "relay") -> list[float]:
    """When each of so many messages of one worker may go."""
    with closing(SharedTransactions(engine)) as ledger:
        pace = Pace(ledger, relay, MOST, minute=MINUTE)
        times_ = []
        for _ in range(times):
            assert pace.wait()
            times_.append(monotonic())
        return times_


def test_two_workers_keep_to_one_limit(engine: Engine) -> None:
    with ThreadPoolExecutor(2) as pool:
        runs = list(pool.map(lambda _: waited(engine, 5), range(2)))
    times = sorted(time for run in runs for time in run)
    assert len(times) == 10
    for early, late in zip(times, times[MOST:], strict=False):
        assert late - early > MINUTE * 0.8  # the sleepers wake a little late, the first ones too


def test_as_many_as_it_takes_go_at_once(engine: Engine) -> None:
    begun = monotonic()
    assert waited(engine, MOST)[-1] - begun < MINUTE * 0.8


def test_each_relay_has_a_limit_of_its_own(engine: Engine) -> None:
    waited(engine, MOST, "one")
    begun = monotonic()
    assert waited(engine, 1, "another")[0] - begun < MINUTE * 0.8


def test_a_clock_that_was_set_back_holds_nobody_up(engine: Engine) -> None:
    waited(engine, MOST)
    with transaction(engine) as session:
        session.execute(update(RelayPace).values(slots=[4e9] * MOST))
    begun = monotonic()
    assert waited(engine, 1)[0] - begun < MINUTE


def test_nobody_waits_longer_than_a_lease_and_takes_no_slot_then(engine: Engine) -> None:
    waited(engine, MOST)
    with closing(SharedTransactions(engine)) as ledger:
        impatient = Pace(ledger, "relay", MOST, longest=MINUTE / 10, minute=MINUTE)
        assert not impatient.wait()
        assert not impatient.wait()
    begun = monotonic()
    assert waited(engine, 1)[0] - begun < MINUTE * 1.1


def test_without_a_limit_nothing_is_written_down(engine: Engine) -> None:
    with closing(SharedTransactions(engine)) as ledger:
        Pace(ledger, "relay", None).wait()
    with transaction(engine) as session:
        assert session.get(RelayPace, "relay") is None


@given(st.integers(1, 5), st.lists(st.floats(0, 30, allow_nan=False), min_size=1, max_size=60))
def test_no_minute_has_more_than_the_relay_takes(most: int, gaps: list[float]) -> None:
    taken: list[float] = []
    now = 0.0
    for gap in gaps:
        now += gap
        taken.append(next_slot(taken, now=now, most=most, minute=60.0))
        assert taken[-1] >= now
    assert taken == sorted(taken)
    assert all(late - early >= 59.999 for early, late in zip(taken, taken[most:], strict=False))
