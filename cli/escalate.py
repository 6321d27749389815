"""`tidplan escalate`: queues the committee's digest."""

from datetime import date

import click

from cli.door import Door, today_option
from cli.words import tell
from cli.work import escalate_day, tell_posted


@click.command(name="escalate", help=tell("cli.escalate"))
@today_option()
def command(today: date | None) -> None:
    tell_posted(escalate_day(Door(), today), "cli.escalated")
