"""The steps of a day, as the commands take them, one by one or all (`tidplan run`)."""

from dataclasses import replace
from datetime import date

import click

from actions.deliver import Delivered, deliver
from actions.escalate import escalate
from actions.evaluate import Evaluated, evaluate
from actions.post import Posted
from actions.remind import remind
from actions.volume import hold_unusual
from cli.door import Door
from cli.words import reader, tell, tell_count
from language.catalog import explain


def evaluate_day(door: Door, today: date | None) -> Evaluated:
    with door.council() as (session, council):
        return evaluate(session, door.office(council, today))


def escalate_day(door: Door, today: date | None) -> Posted:
    with door.council() as (session, council):
        office = door.office(council, today)
        return replace(escalate(session, office), held=hold_unusual(session, office))


def remind_day(door: Door, today: date | None) -> Posted:
    with door.council() as (session, council):
        office = door.office(council, today)
        return replace(remind(session, office), held=hold_unusual(session, office))


def deliver_day(door: Door, today: date | None) -> Delivered:
    return deliver(door.engine, now=door.settings.moment(today), mail=door.settings.mail)


def tell_evaluated(result: Evaluated) -> None:
    click.echo(tell_count("cli.evaluated", result.reviewed))
    for name in ("opened", "raised", "closed"):
        if uids := getattr(result, name):
            click.echo(f"  {tell(f'cli.evaluated.{name}')}: {', '.join(uids)}")


def tell_posted(result: Posted, key: str) -> None:
    if result.nobody_works:
        click.echo(tell("cli.nobody_works"))
        return
    click.echo(tell_count(key, len(result.letters)))
    if result.held:
        click.echo(tell_count("cli.unusually_many", result.held))
    if result.unreachable:
        click.echo(tell("cli.unreachable", activities=", ".join(result.unreachable)))


def tell_delivered(result: Delivered) -> int:
    """The exit code: 1 where mail could not leave."""
    click.echo(tell("cli.delivered", sent=result.sent, waiting=result.waiting, failed=result.failed, uncertain=result.uncertain))  # fmt: skip # noqa: E501
    if result.relay_problem is None:
        return 0
    if result.waiting:
        click.echo(explain(result.relay_problem, reader()), err=True)
    return result.relay_problem.exit_code


def run_day(door: Door, today: date | None) -> int:
    """All that is due, delivery included; the exit code."""
    tell_evaluated(evaluate_day(door, today))
    tell_posted(escalate_day(door, today), "cli.escalated")
    tell_posted(remind_day(door, today), "cli.reminded")
    return tell_delivered(deliver_day(door, today))
