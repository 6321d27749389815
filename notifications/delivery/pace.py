"""Keeps to what a relay takes: so many messages in any minute, of all workers together."""

from functools import partial
from time import sleep

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from models.shared_transactions import SharedTransactions
from models.tables.declared import database_seconds
from models.tables.mail import RelayPace

MINUTE = 60.0
MANY = 60  # minutes; no queue of workers is as long


class Pace:
    """Each message takes the next free slot of its relay; None never waits."""

    def __init__(
        self,
        ledger: SharedTransactions,
        relay: str,
        per_minute: int | None,
        *,
        longest: float = MINUTE,
        minute: float = MINUTE,
    ) -> None:
        self._ledger, self._relay = ledger, relay
        self._per_minute, self._longest, self._minute = per_minute, longest, minute

    def wait(self) -> bool:
        """False at once where it would take longer than `longest`: then no slot is taken."""
        if self._per_minute is None:
            return True
        seconds = self._ledger.write(partial(self._seconds_to_wait, self._per_minute))
        if seconds <= self._longest:
            sleep(seconds)
        return seconds <= self._longest

    def _seconds_to_wait(self, most: int, connection: Connection) -> float:
        """Until the slot that is ours from now on."""
        slots = self._slots(connection)
        now = connection.execute(select(database_seconds())).scalar_one()  # it may have waited
        # What lies too far ahead is of a clock set back since.
        taken = [slot for slot in slots if slot <= now + MANY * self._minute]
        slot = next_slot(taken, now=now, most=most, minute=self._minute)
        if slot - now > self._longest:
            return slot - now
        kept = [*taken, slot][-most:]
        connection.execute(
            update(RelayPace).where(RelayPace.relay == self._relay).values(slots=kept)
        )
        return slot - now

    def _slots(self, connection: Connection) -> list[float]:
        """Locked until ours is among them."""
        insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        first = insert(RelayPace).values(relay=self._relay, slots=[])
        connection.execute(first.on_conflict_do_nothing())
        held = select(RelayPace.slots).where(RelayPace.relay == self._relay).with_for_update()
        slots: list[float] = connection.execute(held).scalar_one()
        return slots


def next_slot(taken: list[float], *, now: float, most: int, minute: float) -> float:
    """The first moment from `now` on with at most `most` in any minute; taken: ascending."""
    if not taken:
        return now
    full = [taken[-most] + minute] if len(taken) >= most else []
    return max(now, taken[-1], *full)
