"""The ledger of all mail: what is queued, what is taken back, what is sent once more."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Connection,
    Dialect,
    Integer,
    String,
    bindparam,
    case,
    insert,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from models.outbox_hold import is_held
from models.tables.declared import database_seconds
from models.tables.mail import (
    HOLD_NOTICE,
    NOT_CANCELLED,
    WAITING,
    DeliveryEvent,
    OutboxContent,
    OutboxItem,
    OutboxMessage,
)
from notifications.message import Message

Row = OutboxMessage
TABLE: Any = Row.__table__
CONTENTS: Any = OutboxContent.__table__
ITEMS: Any = OutboxItem.__table__
ANEW: dict[str, Any] = {
    "attempts": 0,
    "first_tried": None,
    "retry_at": 0.0,
    "sent_at": None,
    "data_at": None,
    "problem": None,
}


def enqueue(
    session: Session,
    message: Message,
    *,
    council_id: int,
    person_id: int | None,
    day: date,
    now: datetime,
) -> int | None:
    """Keeps a message for delivery; None when its occasion is in the outbox already."""
    stored = enqueue_all(session, [(person_id, message)], council_id=council_id, day=day, now=now)
    return stored.get(message.dedup_key)


def enqueue_all(
    session: Session,
    messages: Sequence[tuple[int | None, Message]],
    *,
    council_id: int,
    day: date,
    now: datetime,
) -> dict[str, int]:
    """Keeps messages, each with its person: their numbers, by the occasions that are new.

    A message that cannot be sent at all is kept as failed: it is shown, not dropped. While the
    outbox is on hold, it is held.
    """
    if not messages:
        return {}
    given = {"council_id": council_id, "day": day, "queued_at": now}
    rows = [_row(message, person_id=person_id, **given) for person_id, message in messages]
    session.flush()
    connection = session.connection()
    found = connection.execute(_insertion(connection.dialect), rows).tuples()
    stored = {dedup_key: number for number, dedup_key in found}
    kept = {stored[one.dedup_key]: one for _, one in messages if one.dedup_key in stored}
    _keep_contents(connection, kept)
    _keep_items(connection, kept)
    for number, message in kept.items():
        if message.refused:
            _record(session, [number], "failed", message.refused, now)
    return stored


GIVEN = (
    *("council_id", "person_id", "day", "queued_at", "kind", "dedup_key", "recipient", "sender"),
    *("subject", "message_id", "problem"),
)


@lru_cache(maxsize=8)
def _insertion(dialect: Dialect) -> Any:
    """Put into words once a database: SQLAlchemy keeps none that say what to do on conflict."""
    insert_into = postgresql.insert if dialect.name == "postgresql" else sqlite.insert
    council_id = bindparam("given_council_id", type_=Integer)
    is_notice = bindparam("given_dedup_key", type_=String).startswith(HOLD_NOTICE)
    state = case(
        (bindparam("given_problem", type_=String).is_not(None), "failed"),
        (is_held(council_id) & ~is_notice, "held"),
        else_="queued",
    )
    return (
        insert_into(TABLE)
        .values(
            **{name: bindparam(f"given_{name}") for name in GIVEN},
            state=state,
            waits_since=database_seconds(),
        )
        .on_conflict_do_nothing(index_elements=["dedup_key"], index_where=NOT_CANCELLED)
        .returning(Row.id, Row.dedup_key)
        .compile(dialect=dialect, for_executemany=True)
    )


def _row(message: Message, **given: Any) -> dict[str, Any]:
    row = {
        "kind": message.kind,
        "dedup_key": message.dedup_key,
        "recipient": message.recipient,
        "sender": message.sender,
        "subject": message.subject,
        "message_id": message.message_id,
        "problem": message.refused,
    }
    return {f"given_{name}": value for name, value in (row | given).items()}


def _keep_contents(connection: Connection, kept: Mapping[int, Message]) -> None:
    if kept:
        contents = [
            {"message_id": number, "content": message.content} for number, message in kept.items()
        ]
        connection.execute(CONTENTS.insert(), contents)


def _keep_items(connection: Connection, kept: Mapping[int, Message]) -> None:
    items = [
        {
            "message_id": number,
            "occasion": item.occasion,
            "activity_id": item.activity_id,
            "escalation_id": item.escalation_id,
        }
        for number, message in kept.items()
        for item in message.items
    ]
    if items:
        connection.execute(ITEMS.insert(), items)


def cancel(
    session: Session,
    *,
    because: str,
    now: datetime,
    activity_id: int | None = None,
    message_ids: Collection[int] | None = None,
) -> int:
    """Takes back what waits about an activity, or by number; how many.

    What may have left already (an interrupted attempt) ends as uncertain, never as cancelled.
    """
    wanted = _queued(activity_id, message_ids)
    uncertain = _end(session, [*wanted, _perhaps_sent()], "uncertain", because, now)
    return uncertain + _end(session, wanted, "cancelled", because, now)


def _queued(activity_id: int | None, message_ids: Collection[int] | None) -> list[Any]:
    wanted: list[Any] = [Row.state.in_(WAITING)]
    if activity_id is not None:
        about = select(OutboxItem.message_id).where(OutboxItem.activity_id == activity_id)
        wanted.append(Row.id.in_(about))
    if message_ids is not None:
        wanted.append(Row.id.in_(message_ids))
    return wanted


def _perhaps_sent() -> Any:
    return Row.data_at.is_not(None) | (Row.copies > 0)


def _end(session: Session, where: list[Any], state: str, because: str, now: datetime) -> int:
    ended = session.scalars(
        update(Row).where(*where).values(state=state, problem=because).returning(Row.id),
        execution_options={"synchronize_session": False},
    ).all()
    _record(session, ended, state, because, now)
    return len(ended)


def requeue(session: Session, *, message_ids: Collection[int], now: datetime) -> int:
    """Tries again what has failed or is in doubt; a doubtful one is flagged as a copy."""
    doubtful = _again(session, message_ids, ("uncertain",), now, copies=1)
    return doubtful + _again(session, message_ids, ("failed", "bounced"), now, copies=0)


def resend(session: Session, *, message_ids: Collection[int], now: datetime) -> int:
    """Sends the same bytes once more, though they have arrived as far as we know."""
    return _again(session, message_ids, ("sent",), now, copies=1)


def hurry(session: Session, *, message_ids: Collection[int], now: datetime) -> int:
    """Makes waiting messages due at once; whoever asks for an old one wants it sent."""
    hurried = session.scalars(
        update(Row)
        .where(Row.id.in_(message_ids), Row.state == "queued")
        .values(retry_at=database_seconds(), queued_at=now, waits_since=database_seconds())
        .returning(Row.id),
        execution_options={"synchronize_session": False},
    )
    return len(hurried.all())


def _again(
    session: Session,
    message_ids: Collection[int],
    states: tuple[str, ...],
    now: datetime,
    *,
    copies: int,
) -> int:
    chosen = session.scalars(
        update(Row)
        .where(Row.id.in_(message_ids), Row.state.in_(states), Row.thinned_at.is_(None))
        .values(
            state="queued",
            queued_at=now,
            waits_since=database_seconds(),
            copies=Row.copies + copies,
            **ANEW,
        )
        .returning(Row.id),
        execution_options={"synchronize_session": False},
    ).all()
    _record(session, chosen, "queued", "by hand", now)
    return len(chosen)


def _record(
    session: Session, messages: Collection[int], what: str, text: str, now: datetime
) -> None:
    if messages:
        session.execute(
            insert(DeliveryEvent),
            [{"message_id": each, "at": now, "what": what, "text": text} for each in messages],
        )
