"""A relay that refuses is left alone for a while, by all workers; then one of them tries it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, case, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from models.tables.declared import database_seconds
from models.tables.mail import RelayRest
from notifications.delivery.outcome import Outcome

MINUTE = 60.0
PAUSES = (1 * MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE)
LONGEST_PAUSE = 60 * MINUTE


def resting_relays(session: Session) -> Sequence[RelayRest]:
    return session.scalars(select(RelayRest).order_by(RelayRest.relay)).all()


def note_service(session: Session, relay: str) -> None:
    session.execute(delete(RelayRest).where(RelayRest.relay == relay))


class Breaker:
    """One run's view of its relay.

    patient: leaves a resting relay alone; a run that a person has asked for tries it all the same.
    trying: the relay has refused before, so this run goes with one connection.
    """

    def __init__(self, relay: str, *, patient: bool, try_seconds: float) -> None:
        self.relay, self.patient, self.try_seconds = relay, patient, try_seconds
        self.trying = False

    def may_try(self, session: Session) -> RelayRest | None:
        """What is in the way, if anything. Of all patient runs one gets the try after a pause."""
        if self.patient and self._take_the_try(session):
            self.trying = True
            return None
        rest = session.get(RelayRest, self.relay)
        if rest is not None and self.patient:
            return rest
        self.trying = rest is not None
        return None

    def _take_the_try(self, session: Session) -> bool:
        """The others wait for its end, or until it must have died."""
        taken = session.scalars(
            update(RelayRest)
            .where(RelayRest.relay == self.relay, RelayRest.next_try <= database_seconds())
            .values(next_try=database_seconds() + self.try_seconds)
            .returning(RelayRest.relay),
            execution_options={"synchronize_session": False},
        )
        return taken.one_or_none() is not None

    def note_refusal(self, session: Session, outcome: Outcome, *, now: datetime) -> None:
        """One refusal more and a longer pause; of runs that fail at the same time, one counts."""
        if self.trying:
            refusals = RelayRest.refusals + 1
            session.execute(
                update(RelayRest)
                .where(RelayRest.relay == self.relay)
                .values(refusals=refusals, next_try=_after(refusals), **_said(outcome))
            )
            return
        insert = postgresql.insert if _is_postgresql(session) else sqlite.insert
        first = {"relay": self.relay, "refusals": 1, "refused_since": now} | _said(outcome)
        session.execute(
            insert(RelayRest)
            .values(next_try=database_seconds() + PAUSES[0], **first)
            .on_conflict_do_nothing()
        )

    def note_service(self, session: Session) -> None:
        """It takes mail: nothing is left of the pause."""
        if self.trying:
            note_service(session, self.relay)
        self.trying = False


def _said(outcome: Outcome) -> dict[str, str]:
    return {"stage": outcome.stage, "problem": outcome.reply}


def _after(refusals: ColumnElement[int]) -> ColumnElement[float]:
    """When it is tried next after so many refusals in a row, as SQL."""
    pauses = dict(enumerate(PAUSES, start=1))
    return database_seconds() + case(pauses, value=refusals, else_=LONGEST_PAUSE)


def _is_postgresql(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"
