"""`tidplan remind`: queues the day's reminders."""

from datetime import date

import click

from cli.door import Door, today_option
from cli.words import tell
from cli.work import remind_day, tell_posted


@click.command(name="remind", help=tell("cli.remind"))
@today_option()
def command(today: date | None) -> None:
    tell_posted(remind_day(Door(), today), "cli.reminded")
