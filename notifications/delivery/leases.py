"""All SQL of one attempt: claim, guard, settle. Only the database's clock counts here."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Float,
    String,
    and_,
    bindparam,
    case,
    cast,
    false,
    func,
    insert,
    not_,
    or_,
    select,
    update,
)

from models.prepared import Prepared
from models.tables.declared import database_seconds
from models.tables.mail import ON_ITS_WAY, DeliveryEvent, OutboxContent, OutboxMessage
from notifications.delivery.outcome import Outcome
from notifications.delivery.settings import MailSettings
from notifications.delivery.worker import new_token

MINUTE = 60.0
PAUSES = (1 * MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE)
LONGEST_PAUSE = 240 * MINUTE

TABLE = OutboxMessage.metadata.tables[OutboxMessage.__tablename__]
CONTENTS = OutboxContent.metadata.tables[OutboxContent.__tablename__]
EVENTS = DeliveryEvent.metadata.tables[DeliveryEvent.__tablename__]
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
    day: str
    message_id: str
    sender: str
    recipient: str
    content: bytes
    attempts: int
    copies: int
    tried_seconds: float


_UNTIL = database_seconds() + bindparam("seconds", type_=Float)
_IS_OURS = (TABLE.c.id == bindparam("message"), TABLE.c.lease_token == bindparam("token"))


@cache
def _claiming(held_kinds: frozenset[str], channels: bool) -> Prepared:  # noqa: FBT001 - private
    """Mail, or what is for channels.

    What may have left is claimed again, but for kinds of which nobody wants a copy.
    """
    held = or_(*(TABLE.c.kind == kind for kind in sorted(held_kinds)), false())
    perhaps_sent = and_(TABLE.c.data_at.is_not(None), held)
    next_one = (
        select(TABLE.c.id)
        .where(
            ON_ITS_WAY,
            TABLE.c.retry_at <= database_seconds(),
            TABLE.c.attempts < bindparam("most"),
            (TABLE.c.kind == "channel") if channels else (TABLE.c.kind != "channel"),
            *([not_(perhaps_sent)] if held_kinds else ()),
        )
        .order_by(TABLE.c.retry_at, TABLE.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)  # PostgreSQL; SQLite has one writer and ignores it
        .cte("next_one")
    )
    return Prepared(
        update(TABLE)
        .where(TABLE.c.id.in_(select(next_one.c.id)))
        .values(
            state="sending",
            lease_token=bindparam("token"),
            lease_until=_UNTIL,
            retry_at=_UNTIL,
            attempts=TABLE.c.attempts + 1,
            copies=TABLE.c.copies + case((TABLE.c.data_at.is_not(None), 1), else_=0),
            first_tried=func.coalesce(TABLE.c.first_tried, database_seconds()),
            data_at=None,
        )
        .returning(
            TABLE.c.id,
            TABLE.c.kind,
            cast(TABLE.c.day, String).label("day"),
            *(TABLE.c[name] for name in ("message_id", "sender", "recipient")),
            select(CONTENTS.c.content)
            .where(CONTENTS.c.message_id == TABLE.c.id)
            .scalar_subquery()
            .label("content"),
            TABLE.c.attempts,
            TABLE.c.copies,
            (database_seconds() - TABLE.c.first_tried).label("tried_seconds"),
        )
    )


_GUARD = Prepared(
    update(TABLE)
    .where(*_IS_OURS, TABLE.c.lease_until > database_seconds())
    .values(data_at=database_seconds(), lease_until=_UNTIL, retry_at=_UNTIL)
)
_SENT = Prepared(
    update(TABLE)
    .where(*_IS_OURS)
    .values(state="sent", sent_at=bindparam("now"), problem=None, **NO_LEASE)
)
_EVENT = Prepared(
    insert(EVENTS).values(
        message_id=bindparam("message"),
        at=bindparam("now"),
        what=bindparam("result"),
        stage=bindparam("where"),
        code=bindparam("reply"),
        text=bindparam("words"),
    )
)


def claim(connection: Connection, mail: MailSettings, *, channels: bool = False) -> Claimed | None:
    """The message that has waited longest, or whose lease has ended; None when nothing is due."""
    token = new_token()
    found = (
        _claiming(mail.held_kinds, channels)
        .run(connection, token=token, seconds=mail.lease_seconds, most=mail.max_attempts)
        .one_or_none()
    )
    return None if found is None else Claimed(token=token, **found._asdict())


def guard(connection: Connection, claimed: Claimed, mail: MailSettings) -> bool:
    """The last question before DATA: is it still ours? Then the lease covers all of DATA."""
    seconds = mail.lease_seconds + mail.data_seconds
    asked = _GUARD.run(connection, message=claimed.id, token=claimed.token, seconds=seconds)
    return asked.rowcount == 1


def give_back(connection: Connection, claimed: Claimed) -> None:
    """Nothing was tried: as if it had never been claimed."""
    ours = {"message": claimed.id, "token": claimed.token}
    back = _uncharged(claimed) | NO_LEASE
    connection.execute(update(TABLE).where(*_IS_OURS).values(**back), ours)


def settle(
    connection: Connection,
    claimed: Claimed,
    outcome: Outcome,
    *,
    now: datetime,
    mail: MailSettings,
) -> str:
    """Writes down what became of the attempt; the message's state after it.

    Who has lost the lease changes nothing, and leaves only an event.
    """
    ours = {"message": claimed.id, "token": claimed.token}
    if outcome.result == "sent":
        state = "sent"
        kept = _SENT.run(connection, now=now, **ours)
    else:
        after = after_attempt(claimed, outcome, mail)
        state = str(after["state"])
        kept = connection.execute(update(TABLE).where(*_IS_OURS).values(**after, **NO_LEASE), ours)
    _write_down(connection, claimed, outcome, now)
    return state if kept.rowcount == 1 else "lost"


def _write_down(connection: Connection, claimed: Claimed, outcome: Outcome, now: datetime) -> None:
    again = outcome.result == "sent" and claimed.copies > 0
    _EVENT.run(
        connection,
        message=claimed.id,
        now=now,
        result="sent_again" if again else outcome.result,
        where=outcome.stage,
        reply=outcome.code,
        words=outcome.text or None,
    )


def after_attempt(claimed: Claimed, outcome: Outcome, mail: MailSettings) -> dict[str, Any]:
    """The columns that follow from an attempt that did not succeed."""
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
    if claimed.kind in mail.held_kinds or _given_up(claimed, mail):
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
