"""What lets a person answer one letter without an account."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.tables.declared import Declared
from models.tables.mail import OutboxMessage
from models.tables.people import Person


class ActionLink(Declared):
    """The link of one letter. Its token is nowhere stored, only the token's hash (decision 0009).

    expires_on: the last day on which it opens anything, in the council's zone.
    """

    __tablename__ = "action_link"
    __table_args__ = (
        CheckConstraint(
            "(revoked_at IS NULL) = (revoked_because IS NULL)", name="revoked_has_its_reason"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("outbox_message.id"), unique=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime]
    expires_on: Mapped[date]
    revoked_at: Mapped[datetime | None]
    revoked_because: Mapped[str | None]

    person: Mapped[Person] = relationship(lazy="raise")
    message: Mapped[OutboxMessage] = relationship(lazy="raise")


class CalendarLink(Declared):
    """A person's calendar feed: shows last days, and opens nothing else.

    Made by its reader, who alone has seen its token; the next one takes it back.
    """

    __tablename__ = "calendar_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(lazy="raise")
