"""What is said: the outbox, what each message is about, and what became of it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, select, text
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from models.tables.declared import Declared, one_of

STATES = ("queued", "held", "sending", "sent", "failed", "bounced", "cancelled", "uncertain")
WAITING = ("queued", "held")
MESSAGE_KINDS = ("reminder", "digest", "secretariat", "channel", "test")
NOT_CANCELLED = text("state <> 'cancelled'")
# Written out, so that both databases see that their partial indexes fit.
ON_ITS_WAY = text("state IN ('queued', 'sending')")
IS_HELD = text("state = 'held'")
HOLD_NOTICE = "hold/"  # the occasion of what says that a hold stands, and is not held by it
IS_WAITING = text("state IN ('queued', 'held')")
DID_NOT_ARRIVE = text("state IN ('failed', 'bounced')")
ABOUT_A_CASE = text("escalation_id IS NOT NULL")


class OutboxContent(Declared):
    """The final bytes of a message, apart from what changes at every step of its way.

    A database writes a row anew when one of its columns changes, and these are ten kilobytes.
    """

    __tablename__ = "outbox_content"

    message_id: Mapped[int] = mapped_column(ForeignKey("outbox_message.id"), primary_key=True)
    content: Mapped[bytes]


class OutboxMessage(Declared):
    """One message to one recipient; its final bytes are `content`, kept in a row of their own.

    recipient: an address; of kind `channel` the channel's name.
    dedup_key: one occasion; unique among messages that are not cancelled.
    held: waits until a person releases the outbox (OutboxHold).
    lease_until, retry_at, first_tried, waits_since: seconds of the database's clock.
    data_at: written just before DATA; after a crash it tells "perhaps sent" from "not sent".
    copies: how often the bytes may have left before; more than 0 flags a possible duplicate.
    thinned_at: when a rule of retention took the bytes away; the rest stays.
    """

    __tablename__ = "outbox_message"
    __table_args__ = (
        CheckConstraint(one_of("state", STATES), name="known_state"),
        CheckConstraint(one_of("kind", MESSAGE_KINDS), name="known_kind"),
        CheckConstraint(
            "(state = 'sending') = (lease_token IS NOT NULL)", name="sending_has_its_lease"
        ),
        CheckConstraint("(lease_token IS NULL) = (lease_until IS NULL)", name="lease_has_its_end"),
        CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name="sent_has_its_time"),
        Index(
            "one_message_per_occasion",
            "dedup_key",
            unique=True,
            sqlite_where=NOT_CANCELLED,
            postgresql_where=NOT_CANCELLED,
        ),
        Index(
            "ix_outbox_message_to_send",
            "retry_at",
            sqlite_where=ON_ITS_WAY,
            postgresql_where=ON_ITS_WAY,
        ),
        Index("ix_outbox_message_day", "council_id", "day"),
        Index(
            "ix_outbox_message_waiting",
            *("council_id", "day"),
            sqlite_where=IS_WAITING,
            postgresql_where=IS_WAITING,
        ),
        Index(
            "ix_outbox_message_undelivered",
            "council_id",
            sqlite_where=DID_NOT_ARRIVE,
            postgresql_where=DID_NOT_ARRIVE,
        ),
        Index(
            "ix_outbox_message_held",
            "council_id",
            sqlite_where=IS_HELD,
            postgresql_where=IS_HELD,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str]
    day: Mapped[date]
    dedup_key: Mapped[str]
    recipient: Mapped[str]
    sender: Mapped[str]
    subject: Mapped[str]
    message_id: Mapped[str] = mapped_column(unique=True)
    content: Mapped[bytes] = column_property(
        select(OutboxContent.content)
        .where(OutboxContent.message_id == id)  # noqa: A003 - the column
        .scalar_subquery()
    )
    queued_at: Mapped[datetime]
    state: Mapped[str]
    attempts: Mapped[int] = mapped_column(default=0)
    copies: Mapped[int] = mapped_column(default=0)
    retry_at: Mapped[float] = mapped_column(default=0.0)
    waits_since: Mapped[float | None]
    first_tried: Mapped[float | None]
    lease_token: Mapped[str | None]
    lease_until: Mapped[float | None]
    data_at: Mapped[float | None]
    sent_at: Mapped[datetime | None]
    problem: Mapped[str | None]
    thinned_at: Mapped[datetime | None]


class OutboxHold(Declared):
    """Nothing leaves until a person says so; of one council, or of all (council_id is None)."""

    __tablename__ = "outbox_hold"
    __table_args__ = (
        CheckConstraint(
            "(released_at IS NULL) = (released_by IS NULL)", name="released_has_its_person"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int | None] = mapped_column(ForeignKey("council.id"))
    because: Mapped[str]
    placed_at: Mapped[datetime]
    placed_by: Mapped[str]
    released_at: Mapped[datetime | None]
    released_by: Mapped[str | None]


class RelayRest(Declared):
    """A relay that has refused us and is left alone for a while; no row: it is well.

    next_try: seconds of the database's clock.
    """

    __tablename__ = "relay_rest"

    relay: Mapped[str] = mapped_column(primary_key=True)
    refusals: Mapped[int]
    refused_since: Mapped[datetime]
    next_try: Mapped[float]
    stage: Mapped[str]
    problem: Mapped[str]


class RelayPace(Declared):
    """When a relay with a limit was, or will be, given its latest messages, by all workers.

    slots: seconds of the database's clock, ascending; as many as it takes in a minute.
    """

    __tablename__ = "relay_pace"

    relay: Mapped[str] = mapped_column(primary_key=True)
    slots: Mapped[list[Any]]


class OutboxItem(Declared):
    """One line of a message: which activity or case, and on which occasion it was told."""

    __tablename__ = "outbox_item"
    __table_args__ = (
        Index("ix_outbox_item_activity_occasion", "activity_id", "occasion"),
        Index(
            "ix_outbox_item_escalation_id",
            "escalation_id",
            sqlite_where=ABOUT_A_CASE,
            postgresql_where=ABOUT_A_CASE,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("outbox_message.id"), index=True)
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"))
    escalation_id: Mapped[int | None] = mapped_column(ForeignKey("escalation.id"))
    occasion: Mapped[str]

    message: Mapped[OutboxMessage] = relationship(lazy="raise")


class DeliveryEvent(Declared):
    """One thing that happened to a message on its way."""

    __tablename__ = "delivery_event"

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("outbox_message.id"), index=True)
    at: Mapped[datetime]
    what: Mapped[str]
    stage: Mapped[str | None]
    code: Mapped[int | None]
    text: Mapped[str | None]
