"""Writes down what a report says of a mail that came back."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from language.problems import Problem
from models.tables.mail import DeliveryEvent, OutboxMessage
from notifications.bounces import BounceReport, BounceSettings

CAN_BOUNCE = ("sent", "uncertain")
FAILED = "failed"


class NotOurMailError(Problem):
    """The report is about no mail of this outbox."""


def note_bounce(
    session: Session, report: BounceReport, *, bounces: BounceSettings | None, now: datetime
) -> OutboxMessage:
    """The message, now bounced if it has failed for good; a delay is only written down."""
    message = _about(session, report, bounces)
    if message is None:
        raise NotOurMailError
    what = "bounced" if report.action == FAILED else report.action
    session.add(DeliveryEvent(message_id=message.id, at=now, what=what, text=report.why or None))
    if report.action == FAILED:
        session.execute(
            update(OutboxMessage)
            .where(OutboxMessage.id == message.id, OutboxMessage.state.in_(CAN_BOUNCE))
            .values(state="bounced", sent_at=None, problem=report.why or None)
        )
        session.flush()
        session.refresh(message)
    return message


def _about(
    session: Session, report: BounceReport, bounces: BounceSettings | None
) -> OutboxMessage | None:
    """By the address that we signed, else by the Message-ID, which nobody can guess."""
    for address in report.came_to if bounces else ():
        number = bounces.number_in(address) if bounces else None
        if number is not None:
            return session.get(OutboxMessage, number)
    return session.scalar(
        select(OutboxMessage).where(OutboxMessage.message_id == report.message_id)
    )
