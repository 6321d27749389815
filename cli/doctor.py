"""`tidplan doctor`: is everything in place for mail to reach the right people?"""

from collections.abc import Iterator

import click

from actions.gaps import gaps_today
from actions.situations import Directory
from cli.door import Door
from cli.outbox_hold import what_is_in_the_way
from cli.words import reader, tell
from language.catalog import say
from models.store import transaction
from notifications.delivery.breaker import note_service
from notifications.delivery.carrier import open_carrier
from notifications.delivery.outcome import Parcel
from notifications.delivery.settings import MailSettings

Finding = tuple[bool, str]


@click.command(name="doctor", help=tell("cli.doctor"))
def command() -> int:
    """0 when nothing is amiss."""
    door = Door()
    findings = [*_database(door), *_people(door), *_mail(door), *_outbox(door)]
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


def _letter_to_ourselves(mail: MailSettings) -> Parcel:
    """Never sent: the relay is asked whether it would take it."""
    address = mail.sender_mailbox.address
    return Parcel(sender=address, recipient=address, content=b"", file_name="doctor.eml")


def _stop_before_data() -> bool:
    return False
