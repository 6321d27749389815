"""The outbox on hold: what waits is `held`, and what is queued meanwhile is held too."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, insert, literal, null, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.tables.mail import (
    HOLD_NOTICE,
    IS_HELD,
    ON_ITS_WAY,
    WAITING,
    DeliveryEvent,
    OutboxHold,
    OutboxMessage,
)

Row = OutboxMessage
Because = Literal["restored", "by_hand", "unusually_many"]
STANDING = OutboxHold.released_at.is_(None)
NO_LEASE: dict[str, Any] = {"lease_token": None, "lease_until": None, "data_at": None}


def standing_holds(session: Session) -> Sequence[OutboxHold]:
    return session.scalars(select(OutboxHold).where(STANDING).order_by(OutboxHold.id)).all()


def is_held(
    council_id: InstrumentedAttribute[int] | ColumnElement[int] | int, *, told: bool = True
) -> ColumnElement[bool]:
    """Whether a council's mail is on hold, as SQL; told: also by what a notice tells of."""
    everyones = OutboxHold.council_id.is_(None)
    some = [] if told else [OutboxHold.because != "unusually_many"]
    return (
        select(OutboxHold.id)
        .where(STANDING, or_(everyones, OutboxHold.council_id == council_id), *some)
        .exists()
    )


def held_and_released_since(
    session: Session, council_id: int, begin: datetime, *, because: Because
) -> bool:
    held = select(OutboxHold.id).where(
        OutboxHold.council_id == council_id,
        OutboxHold.because == because,
        OutboxHold.placed_at >= begin,
        OutboxHold.released_at.is_not(None),
    )
    return session.scalar(select(held.exists())) or False


def hold(
    session: Session, *, because: Because, by: str, now: datetime, council_id: int | None = None
) -> int:
    """Nothing leaves any more, of one council or of all, until `release`; how many wait."""
    _place(session, because=because, by=by, now=now, council_id=council_id)
    return hold_what_waits(session, now=now)


def hold_what_waits(session: Session, *, now: datetime) -> int:
    """Takes what is queued out of delivery's way where a hold stands; how many."""
    if not standing_holds(session):
        return 0
    goes = Row.dedup_key.startswith(HOLD_NOTICE) & ~is_held(Row.council_id, told=False)
    waits = [ON_ITS_WAY, Row.state == "queued", ~goes, is_held(Row.council_id)]
    return _set(session, waits, "held", now)


def hold_copy(session: Session, *, by: str, now: datetime) -> int:
    """A copy does not know what was sent after it was made: all that waits may be a second copy.

    What the old days will ask anew is held as well, as long as the hold stands.
    """
    _place(session, because="restored", by=by, now=now, council_id=None)
    perhaps_sent = {"copies": Row.copies + 1} | NO_LEASE
    waits = Row.state.in_((*WAITING, "sending"))
    return _set(session, [waits], "held", now, **perhaps_sent)


def _place(
    session: Session, *, because: Because, by: str, now: datetime, council_id: int | None
) -> None:
    session.add(OutboxHold(council_id=council_id, because=because, placed_at=now, placed_by=by))
    session.flush()


def release(session: Session, *, by: str, now: datetime, council_id: int | None = None) -> int:
    """Ends the holds of one council, or all holds; how many messages go on their way."""
    mine = [OutboxHold.council_id == council_id] if council_id is not None else []
    session.execute(
        update(OutboxHold).where(STANDING, *mine).values(released_at=now, released_by=by)
    )
    held = [IS_HELD, ~is_held(Row.council_id)]
    return _set(session, held, "queued", now, retry_at=0.0)


def _set(session: Session, where: list[Any], state: str, now: datetime, **also: Any) -> int:
    what = "released" if state == "queued" else state
    columns = ["message_id", "at", "what"]
    chosen = select(Row.id, literal(now, DeliveryEvent.at.type), literal(what)).where(*where)
    session.execute(insert(DeliveryEvent).from_select(columns, chosen, include_defaults=False))
    changed = session.scalars(
        update(Row).where(*where).values(state=state, problem=null(), **also).returning(Row.id),
        execution_options={"synchronize_session": False},
    )
    return len(changed.all())
