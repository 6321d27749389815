"""`tidplan run`: all that is due on a day, delivery included."""

from datetime import date

import click

from cli.door import Door, today_option
from cli.words import tell
from cli.work import (
    deliver_day,
    escalate_day,
    evaluate_day,
    remind_day,
    tell_delivered,
    tell_evaluated,
    tell_posted,
)


@click.command(name="run", help=tell("cli.run"))
@today_option()
def command(today: date | None) -> int:
    door = Door()
    tell_evaluated(evaluate_day(door, today))
    tell_posted(escalate_day(door, today), "cli.escalated")
    tell_posted(remind_day(door, today), "cli.reminded")
    return tell_delivered(deliver_day(door, today))
