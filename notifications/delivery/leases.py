"""All SQL of one attempt: claim, guard, settle. Only the database's clock counts here."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import case, func, insert, select, text, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import ColumnElement

from models.tables.declared import database_seconds
from models.tables.mail import DeliveryEvent, OutboxMessage
from notifications.delivery.outcome import Outcome
from notifications.delivery.settings import MailSettings
from notifications.delivery.worker import holder_is_dead, new_token

MINUTE = 60.0
PAUSES = (1 * MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE)
LONGEST_PAUSE = 240 * MINUTE

Row = OutboxMessage
# Written out, so that both databases see that their partial index fits.
ON_ITS_WAY = text("state IN ('queued', 'sending')")
NO_LEASE: dict[str, Any] = {"lease_token": None, "lease_until": None}


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that is ours until its lease ends.

    copies: how often its bytes may have left before.
    tried_seconds: since the first attempt that was charged to it.
    """

    id: int
    token: str
    kind: str
    day: date
    message_id: str
    sender: str
    recipient: str
    content: bytes
    attempts: int
    copies: int
    tried_seconds: float


def claim(session: Session, mail: MailSettings) -> Claimed | None:
    """The message that has waited longest, or whose lease has ended; None when nothing is due."""
    next_one = (
        select(Row.id)
        .where(ON_ITS_WAY, Row.retry_at <= database_seconds(), Row.attempts < mail.max_attempts)
        .order_by(Row.retry_at, Row.id)
        .limit(1)
        .with_for_update(skip_locked=True)  # PostgreSQL; SQLite has one writer and ignores it
        .cte("next_one")
    )
    token, until = new_token(), database_seconds() + mail.lease_seconds
    found = session.execute(
        update(Row)
        .where(Row.id.in_(select(next_one.c.id)))
        .values(
            state="sending",
            lease_token=token,
            lease_until=until,
            retry_at=until,
            attempts=Row.attempts + 1,
            copies=Row.copies + case((Row.data_at.is_not(None), 1), else_=0),
            first_tried=func.coalesce(Row.first_tried, database_seconds()),
            data_at=None,
        )
        .returning(*_claimed_columns()),
        execution_options={"synchronize_session": False},
    ).one_or_none()
    return None if found is None else _claimed(token, found._asdict())


def _claimed_columns() -> tuple[ColumnElement[Any] | Any, ...]:
    tried = (database_seconds() - Row.first_tried).label("tried_seconds")
    return (
        Row.id, Row.kind, Row.day, Row.message_id, Row.sender, Row.recipient,
        Row.content, Row.attempts, Row.copies, tried,
    )  # fmt: skip


def _claimed(token: str, columns: dict[str, Any]) -> Claimed:
    return Claimed(token=token, **columns)


def guard(session: Session, claimed: Claimed, mail: MailSettings) -> bool:
    """The last question before DATA: is it still ours? Then the lease covers all of DATA."""
    until = database_seconds() + mail.lease_seconds + mail.data_seconds
    held = session.execute(
        update(Row)
        .where(
            Row.id == claimed.id,
            Row.lease_token == claimed.token,
            Row.lease_until > database_seconds(),
        )
        .values(data_at=database_seconds(), lease_until=until, retry_at=until),
        execution_options={"synchronize_session": False},
    )
    return _rows(held) == 1


def settle(
    session: Session, claimed: Claimed, outcome: Outcome, *, now: datetime, mail: MailSettings
) -> str:
    """Writes down what became of the attempt; the message's state after it.

    Who has lost the lease changes nothing, and leaves only an event.
    """
    after = after_attempt(claimed, outcome, mail)
    if after["state"] == "sent":
        after["sent_at"] = now
    kept = session.execute(
        update(Row)
        .where(Row.id == claimed.id, Row.lease_token == claimed.token)
        .values(**after, **NO_LEASE),
        execution_options={"synchronize_session": False},
    )
    record(session, claimed, outcome, now=now)
    return str(after["state"]) if _rows(kept) == 1 else "lost"


def record(session: Session, claimed: Claimed, outcome: Outcome, *, now: datetime) -> None:
    again = outcome.result == "sent" and claimed.copies > 0
    session.execute(
        insert(DeliveryEvent).values(
            message_id=claimed.id,
            at=now,
            what="sent_again" if again else outcome.result,
            stage=outcome.stage,
            code=outcome.code,
            text=outcome.text or None,
        )
    )


def after_attempt(claimed: Claimed, outcome: Outcome, mail: MailSettings) -> dict[str, Any]:
    """The columns that follow from an outcome."""
    if outcome.result == "sent":
        return {"state": "sent", "problem": None}
    problem = {"problem": outcome.in_short}
    if outcome.result in {"relay", "lost"}:
        return problem | _uncharged(claimed)
    if outcome.result == "permanent":
        return problem | {"state": "failed", "data_at": None}
    if outcome.result == "uncertain":
        return problem | _uncertain(claimed, mail)
    return problem | _again_or_never(claimed, mail) | {"data_at": None}


def _uncharged(claimed: Claimed) -> dict[str, Any]:
    """Back in the queue behind those that wait already: one bad message must not block them."""
    charged = claimed.attempts - 1
    first = {} if charged else {"first_tried": None}
    return first | {
        "state": "queued",
        "attempts": charged,
        "retry_at": database_seconds(),
        "data_at": None,
    }


def _uncertain(claimed: Claimed, mail: MailSettings) -> dict[str, Any]:
    """`data_at` stays: it flags the next copy."""
    if mail.ambiguous == "hold" or _given_up(claimed, mail):
        return {"state": "uncertain"}
    return _again_or_never(claimed, mail)


def _again_or_never(claimed: Claimed, mail: MailSettings) -> dict[str, Any]:
    if _given_up(claimed, mail):
        return {"state": "uncertain" if claimed.copies else "failed"}
    return {"state": "queued", "retry_at": database_seconds() + pause(claimed.attempts)}


def _given_up(claimed: Claimed, mail: MailSettings) -> bool:
    return claimed.tried_seconds >= mail.give_up_seconds or claimed.attempts >= mail.max_attempts


def pause(attempts: int) -> float:
    """Seconds to wait after so many attempts."""
    return PAUSES[attempts - 1] if attempts <= len(PAUSES) else LONGEST_PAUSE


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


def set_aside(session: Session, mail: MailSettings, *, now: datetime) -> int:
    """Takes out of the way what a person must look at: held copies, and what kills workers."""
    left = (ON_ITS_WAY, Row.retry_at <= database_seconds())
    perhaps_sent = Row.data_at.is_not(None)
    stuck = Row.attempts >= mail.max_attempts
    doubtful = (
        perhaps_sent if mail.ambiguous == "hold" else stuck & (perhaps_sent | (Row.copies > 0))
    )
    uncertain = _end(session, [*left, doubtful], "uncertain", now)
    return uncertain + _end(session, [*left, stuck], "failed", now)


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
    return session.scalar(select(func.count()).select_from(Row).where(ON_ITS_WAY)) or 0


def _rows(result: Any) -> int:
    assert isinstance(result, CursorResult)  # noqa: S101 - an UPDATE
    return result.rowcount
