"""What a run finds when it begins: leases of the dead, and what a person must look at."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from models.outbox_hold import hold_what_waits
from models.tables.declared import database_seconds
from models.tables.mail import ON_ITS_WAY, DeliveryEvent, OutboxMessage
from notifications.delivery.leases import NO_LEASE
from notifications.delivery.settings import MailSettings
from notifications.delivery.worker import holder_is_dead

Row = OutboxMessage


def free_dead_leases(session: Session) -> int:
    """Lets go at once of what a process on this machine held when it died."""
    held = session.execute(select(Row.id, Row.lease_token).where(Row.state == "sending")).all()
    dead = [(row.id, row.lease_token) for row in held if holder_is_dead(row.lease_token)]
    for message, token in dead:
        session.execute(
            update(Row)
            .where(Row.id == message, Row.lease_token == token)
            .values(lease_until=database_seconds(), retry_at=database_seconds())
        )
    return len(dead)


def set_aside(session: Session, mail: MailSettings, *, now: datetime) -> dict[str, int]:
    """Takes out of the way what a person must look at; how many are newly uncertain and failed.

    What is on hold, possible copies where they are not wanted, and what kills workers.
    """
    hold_what_waits(session, now=now)
    left = (ON_ITS_WAY, Row.retry_at <= database_seconds())
    perhaps_sent = Row.data_at.is_not(None)
    stuck = Row.attempts >= mail.max_attempts
    held = perhaps_sent & Row.kind.in_(mail.held_kinds)
    doubtful = held | (stuck & (perhaps_sent | (Row.copies > 0)))
    return {
        "uncertain": _end(session, [*left, doubtful], "uncertain", now),
        "failed": _end(session, [*left, stuck], "failed", now),
    }


def _end(session: Session, where: list[Any], state: str, now: datetime) -> int:
    ended = session.scalars(
        update(Row)
        .where(*where)
        .values(state=state, problem="interrupted", **NO_LEASE)
        .returning(Row.id),
        execution_options={"synchronize_session": False},
    ).all()
    for message in ended:
        session.add(DeliveryEvent(message_id=message, at=now, what=state, text="interrupted"))
    return len(ended)


def count_waiting(session: Session) -> int:
    """Mail; what is for channels waits by itself."""
    mail = (ON_ITS_WAY, Row.kind != "channel")
    return session.scalar(select(func.count()).select_from(Row).where(*mail)) or 0
