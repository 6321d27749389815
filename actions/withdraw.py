"""Takes back queued letters; what they asked is asked anew."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from models.tables.declared import database_seconds
from models.tables.mail import IS_HELD, ON_ITS_WAY, WAITING, OutboxItem, OutboxMessage
from models.tables.plans import Activity
from notifications.outbox import cancel

STALE = timedelta(days=2)  # "three days left" is true on its day, and nearly on the next
THIS_MOMENT = 3600.0  # seconds between two clocks that mean the same
WAITS = OutboxMessage.state.in_(WAITING)


def withdraw_about(session: Session, activity: Activity, *, because: str, now: datetime) -> int:
    """Letters that speak of an activity and are no longer true; how many."""
    session.flush()
    queued = session.scalars(
        select(OutboxMessage.id)
        .join(OutboxItem, OutboxItem.message_id == OutboxMessage.id)
        .where(OutboxItem.activity_id == activity.id, WAITS)
        .distinct()
    ).all()
    return _withdraw(session, queued, because=because, now=now)


def withdraw_older(
    session: Session, *, council_id: int, today: date, people: Sequence[int], now: datetime
) -> int:
    """Letters of earlier days that never left: today's letter says it all, in one mail."""
    queued = session.scalars(
        select(OutboxMessage.id).where(
            OutboxMessage.council_id == council_id,
            OutboxMessage.day < today,
            OutboxMessage.person_id.in_(people),
            WAITS,
        )
    ).all()
    return _withdraw(session, queued, because=f"superseded:{today}", now=now)


def withdraw_from(session: Session, *, person_id: int, because: str, now: datetime) -> int:
    """Letters to a person that have not left; how many."""
    queued = session.scalars(
        select(OutboxMessage.id).where(OutboxMessage.person_id == person_id, WAITS)
    ).all()
    return _withdraw(session, queued, because=because, now=now)


def withdraw_telling(
    session: Session, *, council_id: int, occasion: str, because: str, now: datetime
) -> int:
    """Letters with a line of this occasion that have not left; how many."""
    queued = session.scalars(
        select(OutboxMessage.id)
        .join(OutboxItem, OutboxItem.message_id == OutboxMessage.id)
        .where(OutboxMessage.council_id == council_id, OutboxItem.occasion == occasion, WAITS)
    ).all()
    return _withdraw(session, queued, because=because, now=now)


def withdraw_stale(session: Session, *, now: datetime) -> int:
    """Letters that have waited too long to be true: what they asked is asked anew; how many.

    Where `now` is this very moment, they must have waited that long in truth as well: whoever
    queues letters for a day of the past, and sends them today, means to send them.
    """
    stale = [OutboxMessage.queued_at < now - STALE]
    clock = session.scalar(select(database_seconds())) or 0.0
    if abs(clock - now.timestamp()) < THIS_MOMENT:
        since = OutboxMessage.waits_since
        stale.append(or_(since.is_(None), since < clock - STALE.total_seconds()))
    queued = (ON_ITS_WAY, OutboxMessage.state == "queued")
    found = [
        message_id
        for waits in (queued, (IS_HELD,))
        for message_id in session.scalars(select(OutboxMessage.id).where(*waits, *stale))
    ]
    return _withdraw(session, found, because="stale", now=now)


def _withdraw(session: Session, message_ids: Sequence[int], *, because: str, now: datetime) -> int:
    """The questions fall back to the day on which they were put."""
    if not message_ids:
        return 0
    put_on = session.scalar(
        select(func.min(OutboxMessage.day)).where(OutboxMessage.id.in_(message_ids))
    )
    session.execute(
        update(Activity)
        .where(
            Activity.closed_on.is_(None),
            Activity.id.in_(
                select(OutboxItem.activity_id).where(OutboxItem.message_id.in_(message_ids))
            ),
        )
        .values(ask_on=put_on, next_review_on=put_on)
        .execution_options(synchronize_session="fetch")
    )
    return cancel(session, message_ids=list(message_ids), because=because, now=now)
