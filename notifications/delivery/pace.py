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
        minute: float = MINUTE,
    ) -> None:
        self._ledger, self._relay = ledger, relay
        self._per_minute, self._minute = per_minute, minute

    def wait(self) -> None:
        if self._per_minute is not None:
            sleep(self._ledger.write(partial(self._seconds_to_wait, self._per_minute)))

    def _seconds_to_wait(self, most: int, connection: Connection) -> float:
        """Until the slot that is ours from now on."""
        now = connection.execute(select(database_seconds())).scalar_one()
        taken = self._taken(connection, now)
        slot = next_slot(taken, now=now, most=most, minute=self._minute)
        kept = [*taken, slot][-most:]
        connection.execute(
            update(RelayPace).where(RelayPace.relay == self._relay).values(slots=kept)
        )
        return slot - now

    def _taken(self, connection: Connection, now: float) -> list[float]:
        """Locked until the slot is ours. What lies too far ahead is of a clock set back since."""
        insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        first = insert(RelayPace).values(relay=self._relay, slots=[])
        connection.execute(first.on_conflict_do_nothing())
        held = select(RelayPace.slots).where(RelayPace.relay == self._relay).with_for_update()
        slots = connection.execute(held).scalar_one()
        return [slot for slot in slots if slot <= now + MANY * self._minute]


def next_slot(taken: list[float], *, now: float, most: int, minute: float) -> float:
    """The first moment from `now` on with at most `most` in any minute; taken: ascending."""
    if not taken:
        return now
    full = [taken[-most] + minute] if len(taken) >= most else []
    return max(now, taken[-1], *full)
