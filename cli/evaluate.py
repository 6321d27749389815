"""`tidplan evaluate`: looks at what could read differently today."""

from datetime import date

import click

from cli.door import Door, today_option
from cli.words import tell
from cli.work import evaluate_day, tell_evaluated


@click.command(name="evaluate", help=tell("cli.evaluate"))
@today_option()
def command(today: date | None) -> None:
    tell_evaluated(evaluate_day(Door(), today))
