"""`tidplan doctor`: is everything in place for mail to reach the right people?"""

from collections.abc import Iterator

import click

from actions.channels import COMMITTEE
from actions.deliver import deliver
from actions.gaps import gaps_today
from actions.send_test import queue_test
from actions.situations import Directory
from cli.door import Door
from cli.outbox_hold import what_is_in_the_way
from cli.words import reader, tell
from language.catalog import say
from models.mail_queries import counted_by_state
from models.people_queries import groups
from models.store import transaction
from models.tables.mail import OutboxMessage
from notifications.delivery.breaker import note_service
from notifications.delivery.carrier import open_carrier
from notifications.delivery.outcome import Parcel
from notifications.delivery.settings import MailSettings

Finding = tuple[bool, str]


@click.command(name="doctor", help=tell("cli.doctor"))
@click.option("--send-test", "to", metavar="ADDRESS", help=tell("cli.doctor.send_test"))
def command(to: str | None) -> int:
    """0 when nothing is amiss."""
    door = Door()
    findings = [*_database(door), *_people(door), *_rules(door), *_mail(door), *_outbox(door)]
    if to is not None:
        findings += _send_test(door, to)
    for well, sentence in findings:
        click.echo(f"{'+' if well else '!'} {sentence}")
    return 0 if all(well for well, _ in findings) else 1


def _database(door: Door) -> Iterator[Finding]:
    """Opening it says what is wrong with it."""
    _ = door.engine
    yield True, tell("cli.doctor.database", database=door.settings.database_shown)


def _people(door: Door) -> Iterator[Finding]:
    with door.council() as (session, council):
        office = door.office(council, None)
        directory = Directory(session, council_id=council.id, today=office.today)
        gaps = gaps_today(session, office, directory)
    yield from ((False, say(gap.what.key, reader(), **gap.what.values)) for gap in gaps)
    if not gaps:
        yield True, tell("cli.doctor.people")


def _rules(door: Door) -> Iterator[Finding]:
    """Groups that the council's file names and nobody knows."""
    file = door.settings.council
    with door.council() as (session, council):
        known = {group.slug for group in groups(session, council.id)}
    for name in sorted({*file.policy.groups, *file.channels} - known - {COMMITTEE}):
        yield False, tell("cli.doctor.no_group", name=name, path=door.settings.council_path)


def _outbox(door: Door) -> Iterator[Finding]:
    yield from ((False, line) for line in what_is_in_the_way(door))


def _mail(door: Door) -> Iterator[Finding]:
    mail = door.settings.mail
    if mail.sender_mailbox.domain == "localhost":
        yield False, tell("cli.doctor.sender", sender=mail.sender)
    route = mail.route
    if route is None:
        yield False, tell("cli.doctor.no_mail")
        return
    carrier = open_carrier(mail, route)
    try:
        outcome = carrier.carry(_letter_to_ourselves(mail), _stop_before_data)
    finally:
        carrier.close()
    if outcome.result == "lost":
        with transaction(door.engine) as session:
            note_service(session, route.shown)
        yield True, tell("cli.doctor.relay")
    else:
        yield False, tell("cli.doctor.no_relay", why=outcome.in_short)
    yield _alignment(mail)


def _alignment(mail: MailSettings) -> Finding:
    """What receivers compare (RFC 7489, 3.1): the From that people see, and the envelope."""
    seen = mail.sender_mailbox.domain
    envelope = mail.bounces.domain if mail.bounces else seen
    aligned = f".{envelope}".endswith(f".{seen}") or f".{seen}".endswith(f".{envelope}")
    key = "cli.doctor.aligned" if aligned else "cli.doctor.not_aligned"
    return aligned, tell(key, seen=seen, envelope=envelope)


def _send_test(door: Door, to: str) -> Iterator[Finding]:
    """Through the outbox; what waits there already is not sent by the way."""
    with door.council() as (session, council):
        waits = counted_by_state(session)["queued"]
        number = queue_test(session, door.office(council, None), to=to, language=reader())
    if waits or door.settings.mail.url is None:
        yield False, tell("cli.doctor.test_waits", number=number)
        return
    deliver(door.engine, now=door.settings.now(), mail=door.settings.mail)
    with transaction(door.engine) as session:
        message = session.get_one(OutboxMessage, number)
        sent, state, why = message.state == "sent", message.state, message.problem
    key = "cli.doctor.test_sent" if sent else "cli.doctor.test_not_sent"
    yield sent, tell(key, number=number, to=to, state=tell(f"state.{state}"), why=why or "")


def _letter_to_ourselves(mail: MailSettings) -> Parcel:
    """Never sent: the relay is asked whether it would take it."""
    address = mail.sender_mailbox.address
    return Parcel(sender=address, recipient=address, content=b"", file_name="doctor.eml")


def _stop_before_data() -> bool:
    return False
