"""`tidplan deliver`: sends what is queued."""

from datetime import date

import click

from cli.door import Door, today_option
from cli.words import tell
from cli.work import deliver_day, tell_delivered


@click.command(name="deliver", help=tell("cli.deliver"))
@today_option()
def command(today: date | None) -> int:
    return tell_delivered(deliver_day(Door(), today))
