"""`tidplan outbox`: who got what, why and when, and what an administrator may change."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any

import click
from sqlalchemy import select
from sqlalchemy.orm import Session

from cli import outbox_hold, outbox_records
from cli.door import Door, json_option
from cli.printed import print_json, print_table
from cli.words import tell, tell_count
from language.problems import Problem
from models.store import shown, transaction
from models.tables.mail import STATES, DeliveryEvent, OutboxItem, OutboxMessage
from notifications.mime import text_of
from notifications.outbox import cancel, hurry, requeue, resend

HEADINGS = ("number", "day", "state", "recipient", "subject", "attempts", "problem")
LISTED = (
    "id", "day", "kind", "state", "recipient", "subject", "message_id",
    "attempts", "copies", "problem", "queued_at", "sent_at",
)  # fmt: skip


class UnknownMessageError(Problem):
    """No message has that number."""


@click.group(name="outbox", help=tell("cli.outbox"))
def command() -> None:
    pass


@command.command("list", help=tell("cli.outbox.list"))
@click.option("--state", type=click.Choice(STATES), multiple=True, help=tell("cli.outbox.state"))
@json_option()
def list_messages(state: tuple[str, ...], as_json: bool) -> None:
    door = Door()
    with transaction(door.engine) as session:
        messages = _messages(session, state)
    if as_json:
        print_json([_as_json(message) for message in messages])
    elif messages:
        headings = [tell(f"outbox.head.{name}") for name in HEADINGS]
        print_table(headings, [_row(message) for message in messages])
    else:
        click.echo(tell("outbox.empty", database=shown(door.engine)))
    if not as_json:
        outbox_hold.tell_what_is_in_the_way(door)


def _messages(session: Session, states: Collection[str]) -> list[OutboxMessage]:
    wanted = select(OutboxMessage).order_by(OutboxMessage.id)
    if states:
        wanted = wanted.where(OutboxMessage.state.in_(states))
    return list(session.scalars(wanted))


def _as_json(message: OutboxMessage) -> dict[str, Any]:
    return {name: getattr(message, name) for name in LISTED}


def _row(message: OutboxMessage) -> list[str]:
    return [
        str(message.id),
        str(message.day),
        tell(f"state.{message.state}"),
        message.recipient,
        message.subject,
        str(message.attempts),
        message.problem or "",
    ]


@command.command("show", help=tell("cli.outbox.show"))
@click.argument("number", type=int)
@click.option("--eml", is_flag=True, help=tell("cli.outbox.eml"))
@json_option()
def show_message(number: int, eml: bool, as_json: bool) -> None:
    with transaction(Door().engine) as session:
        message = _one(session, number)
        items = list(session.scalars(select(OutboxItem).where(OutboxItem.message_id == number)))
        events = _events(session, number)
    if eml:
        click.get_binary_stream("stdout").write(message.content)
    elif as_json:
        print_json(_whole(message, items, events))
    else:
        _print_message(message, events)


def _one(session: Session, number: int) -> OutboxMessage:
    message = session.get(OutboxMessage, number)
    if message is None:
        raise UnknownMessageError(number=number)
    return message


def _events(session: Session, number: int) -> list[DeliveryEvent]:
    of_message = select(DeliveryEvent).where(DeliveryEvent.message_id == number)
    return list(session.scalars(of_message.order_by(DeliveryEvent.id)))


def _whole(
    message: OutboxMessage, items: list[OutboxItem], events: list[DeliveryEvent]
) -> dict[str, Any]:
    return _as_json(message) | {
        "items": [
            {
                "activity_id": item.activity_id,
                "escalation_id": item.escalation_id,
                "occasion": item.occasion,
            }
            for item in items
        ],
        "events": [
            {
                "at": event.at,
                "what": event.what,
                "stage": event.stage,
                "code": event.code,
                "text": event.text,
            }
            for event in events
        ],
        "content": message.content.decode("ascii", "replace"),
    }


def _print_message(message: OutboxMessage, events: list[DeliveryEvent]) -> None:
    for name, value in zip(HEADINGS, _row(message), strict=True):
        if value:
            click.echo(f"{tell(f'outbox.head.{name}')}: {value}")
    if message.copies:
        click.echo(tell_count("outbox.copies", message.copies))
    click.echo(f"\n{text_of(message.content)}")
    if events:
        click.echo(f"\n{tell('outbox.events')}:")
    for event in events:
        said = filter(None, (event.what, event.stage, str(event.code or ""), event.text))
        click.echo(f"  {event.at:%Y-%m-%d %H:%M} {' '.join(said)}")


@command.command("retry", help=tell("cli.outbox.retry"))
@click.argument("numbers", type=int, nargs=-1, required=True)
def retry_messages(numbers: tuple[int, ...]) -> int:
    return _change("retry", numbers, _retry)


@command.command("cancel", help=tell("cli.outbox.cancel"))
@click.argument("numbers", type=int, nargs=-1, required=True)
def cancel_messages(numbers: tuple[int, ...]) -> int:
    return _change("cancel", numbers, _cancel)


@command.command("resend", help=tell("cli.outbox.resend"))
@click.argument("numbers", type=int, nargs=-1, required=True)
def resend_messages(numbers: tuple[int, ...]) -> int:
    return _change("resend", numbers, _resend)


def _retry(session: Session, numbers: Collection[int], now: datetime) -> int:
    waiting = hurry(session, message_ids=numbers, now=now)
    return waiting + requeue(session, message_ids=numbers, now=now)


def _cancel(session: Session, numbers: Collection[int], now: datetime) -> int:
    return cancel(session, message_ids=numbers, because="by hand", now=now)


def _resend(session: Session, numbers: Collection[int], now: datetime) -> int:
    return resend(session, message_ids=numbers, now=now)


def _change(
    act: str,
    numbers: tuple[int, ...],
    change: Callable[[Session, Collection[int], datetime], int],
) -> int:
    """1 where the state of none of them allowed it; all or nothing where one is unknown."""
    door = Door()
    with transaction(door.engine) as session:
        for number in numbers:
            _one(session, number)
        session.expunge_all()
        changed = change(session, numbers, door.settings.moment(None))
    if changed:
        click.echo(tell_count(f"outbox.{act}.done", changed))
        return 0
    click.echo(tell("outbox.none_chosen", act=tell(f"outbox.act.{act}")), err=True)
    return 1


for more in (
    *(outbox_hold.status, outbox_hold.hold_, outbox_hold.release_),
    *(outbox_records.export, outbox_records.retain_, outbox_records.bounced),
):
    command.add_command(more)
