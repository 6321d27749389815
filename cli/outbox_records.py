"""`tidplan outbox export|retain|bounced`: sent mail as a record, and what comes back."""

from datetime import date
from pathlib import Path
from typing import BinaryIO

import click

from actions.bounced import note_bounce
from actions.records import export_sent, retain
from cli.door import Day, Door, person_at_the_keyboard, today_option
from cli.words import tell, tell_count
from models.store import transaction
from notifications.bounces import read_bounce


@click.command("export", help=tell("cli.outbox.export"))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--from", "first", type=Day(), required=True, help=tell("cli.outbox.export.from"))
@click.option("--to", "last", type=Day(), required=True, help=tell("cli.outbox.export.to"))
@click.option("--registry", help=tell("cli.outbox.export.registry"))
def export(folder: Path, first: date, last: date, registry: str | None) -> None:
    door = Door()
    records = door.settings.council.records
    with door.council() as (session, council):
        exported = export_sent(
            session,
            council_id=council.id,
            records=records,
            days=(first, last),
            number=registry,
            to=folder,
        )
    click.echo(tell_count("outbox.exported", exported, folder=folder))


@click.command("retain", help=tell("cli.outbox.retain"))
@today_option()
def retain_(today: date | None) -> None:
    door = Door()
    day, now = door.clock(today)
    records = door.settings.council.records
    with door.council() as (session, council):
        result = retain(
            session,
            council_id=council.id,
            records=records,
            today=day,
            now=now,
            actor=person_at_the_keyboard(),
        )
    click.echo(tell_count("outbox.thinned", sum(result.thinned.values())))
    if result.held:
        click.echo(tell_count("outbox.kept_for_registry", result.held))
    if not records.keep:
        click.echo(tell("outbox.no_rule"))


@click.command("bounced", help=tell("cli.outbox.bounced"))
@click.argument("file", type=click.File("rb"))
def bounced(file: BinaryIO) -> None:
    door = Door()
    report = read_bounce(file.read())
    with transaction(door.engine) as session:
        message = note_bounce(
            session, report, bounces=door.settings.mail.bounces, now=door.settings.now()
        )
        state = tell(f"state.{message.state}")
        number, recipient = message.id, message.recipient
    click.echo(tell("outbox.came_back", number=number, to=recipient, why=report.why, state=state))
