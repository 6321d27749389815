"""`tidplan preview` and `tidplan simulate`: every mail that would go out, to whom and why."""

from dataclasses import asdict
from datetime import date, timedelta

import click

from actions.simulate import Future, simulate
from cli.door import Day, Door, json_option, today_option
from cli.printed import print_json, print_table
from cli.words import tell, tell_count
from language.problems import Problem


class EmptySpanError(Problem):
    """A span that ends before it begins."""


@click.command(name="preview", help=tell("cli.preview"))
@click.option("--days", type=click.IntRange(1, 3660), default=30, help=tell("cli.option.days"))
@today_option()
@json_option()
def preview(days: int, today: date | None, *, as_json: bool) -> None:
    door = Door()
    first, _ = door.clock(today)
    show(door, first, first + timedelta(days=days - 1), as_json=as_json)


@click.command(name="simulate", help=tell("cli.simulate"))
@click.option("--from", "first", type=Day(), required=True, help=tell("cli.option.from"))
@click.option("--to", "last", type=Day(), required=True, help=tell("cli.option.until_day"))
@json_option()
def command(first: date, last: date, *, as_json: bool) -> None:
    if last < first:
        raise EmptySpanError(first=first, last=last)
    show(Door(), first, last, as_json=as_json)


def show(door: Door, first: date, last: date, *, as_json: bool) -> None:
    with door.council() as (_, council):
        council_id = council.id
    future = simulate(
        door.engine, council_id=council_id, first=first, last=last, office_on=door.office
    )
    if as_json:
        print_json(asdict(future))
    else:
        _print(future, first, last)


def _print(future: Future, first: date, last: date) -> None:
    click.echo(tell_count("cli.foreseen", len(future.letters), first=first, last=last))
    if future.letters:
        headings = [tell(f"cli.heading.{name}") for name in ("day", "name", "subject", "about")]
        print_table(
            headings,
            [
                [str(one.day), one.name, one.subject, _about(one.asks + one.cases)]
                for one in future.letters
            ],
        )
    for name in ("opened", "raised", "closed"):
        for day, uid in getattr(future, name):
            click.echo(f"{day} {tell(f'cli.foreseen.{name}', uid=uid)}")


def _about(uids: tuple[str, ...]) -> str:
    return ", ".join(dict.fromkeys(uids))
