"""`tidplan run`: all that is due on a day, delivery included."""

from datetime import date

import click

from cli.door import Door, today_option
from cli.words import tell
from cli.work import run_day


@click.command(name="run", help=tell("cli.run"))
@today_option()
def command(today: date | None) -> int:
    return run_day(Door(), today)
