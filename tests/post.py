"""Many small queued mails, and what can be said of them afterwards."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from letters import DAY, MAIL, a_letter, a_recipient, an_ask
from relay import Relay
from sqlalchemy import Engine, insert, select, update
from sqlalchemy.orm import Session

from models.store import transaction
from models.tables.mail import DeliveryEvent, OutboxContent, OutboxMessage
from models.tables.people import Council
from notifications.addresses import mailbox
from notifications.messages import day_letter
from notifications.mime import Envelope, final_bytes, new_message_id
from notifications.outbox import enqueue

NOW = datetime(2022, 11, 28, 7, 0, tzinfo=UTC)
SENDER = mailbox("Tidplan", "tidplan@example.se")


def queue_many(engine: Engine, number: int) -> None:
    with transaction(engine) as session:
        council = session.scalar(select(Council))
        if council is None:
            council = Council(slug="a", name="A", language="sv")
            session.add(council)
            session.flush()
        rows = [_row(council.id) for _ in range(number)]
        contents = [row.pop("content") for row in rows]
        in_order = insert(OutboxMessage).returning(OutboxMessage.id, sort_by_parameter_order=True)
        numbers = session.scalars(in_order, rows)
        session.execute(
            insert(OutboxContent),
            [
                {"message_id": each, "content": content}
                for each, content in zip(numbers, contents, strict=True)
            ],
        )


def _row(council_id: int) -> dict[str, object]:
    message_id = new_message_id("example.se")
    recipient = mailbox("Någon", f"person.{message_id[1:9]}@example.se")
    envelope = Envelope(
        sender=SENDER, recipient=recipient, message_id=message_id, date=NOW, language="sv"
    )
    return {
        "council_id": council_id,
        "kind": "reminder",
        "day": date(2022, 11, 28),
        "dedup_key": message_id,
        "recipient": recipient.address,
        "sender": SENDER.address,
        "subject": "Hej",
        "message_id": message_id,
        "content": final_bytes(envelope, subject="Hej", text="Hej!\n" * 40, html="<p>Hej!</p>"),
        "queued_at": NOW,
        "state": "queued",
    }


def queue(engine: Engine, *names: str) -> None:
    """One queued mail a name."""
    with transaction(engine) as session:
        council = session.scalar(select(Council)) or Council(slug="a", name="A", language="sv")
        session.add(council)
        session.flush()
        for number, name in enumerate(names):
            _queue_one(session, council.id, number, name)


def _queue_one(session: Session, council_id: int, number: int, name: str) -> None:
    recipient = a_recipient(person_id=number, name=name, email=f"{name.lower()}@example.se")
    letter = a_letter(council_id=council_id, recipient=recipient, asks=(an_ask(),))
    message = replace(day_letter(letter, mail=MAIL, now=NOW), items=())
    enqueue(session, message, council_id=council_id, person_id=None, day=DAY, now=NOW)


def outbox(engine: Engine) -> list[OutboxMessage]:
    with transaction(engine) as session:
        return list(session.scalars(select(OutboxMessage).order_by(OutboxMessage.id)))


def states(engine: Engine) -> list[str]:
    return [message.state for message in outbox(engine)]


def events(engine: Engine) -> list[tuple[str, str | None, int | None]]:
    with transaction(engine) as session:
        rows = session.scalars(select(DeliveryEvent).order_by(DeliveryEvent.id))
        return [(event.what, event.stage, event.code) for event in rows]


def make_due(engine: Engine) -> None:
    """As if the pause had passed."""
    with transaction(engine) as session:
        session.execute(update(OutboxMessage).values(retry_at=0.0))


@dataclass(frozen=True)
class Ledger:
    """What the outbox claims against what the relay has."""

    messages: int
    states: Counter[str]
    lost: int
    duplicates: int
    unflagged: int
    altered: int

    def __str__(self) -> str:
        return (
            f"{self.messages} messages {dict(self.states)}: lost {self.lost}, "
            f"duplicates {self.duplicates}, unflagged {self.unflagged}, altered {self.altered}"
        )


def compare(engine: Engine, relay: Relay) -> Ledger:
    with transaction(engine) as session:
        messages = session.scalars(select(OutboxMessage)).all()
    copies = relay.copies
    contents = {one.message_id: one.content for one in relay.arrived}
    return Ledger(
        messages=len(messages),
        states=Counter(each.state for each in messages),
        # Lost: called sent and never arrived, or still underway when nobody carries it any more.
        lost=sum(
            (each.state == "sent" and not copies[each.message_id])
            or each.state in {"queued", "sending"}
            for each in messages
        ),
        duplicates=sum(copies[each.message_id] > 1 for each in messages),
        unflagged=sum(copies[each.message_id] - 1 > each.copies for each in messages),
        altered=sum(
            contents.get(each.message_id, each.content) != each.content for each in messages
        ),
    )
