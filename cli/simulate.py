"""`tidplan preview` and `tidplan simulate`: every mail that would go out, to whom and why."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from actions.simulate import simulate
from actions.suppose import Supposing
from cli.door import Day, Door, Option, json_option, today_option
from cli.export import write_file
from cli.foreseen_printed import print_difference, print_future
from cli.printed import print_json
from cli.words import reader, tell
from language.problems import Problem
from reports.foreseen import Future, by_day, by_group, by_person, counted
from reports.foreseen_calendar import calendar_of
from reports.foreseen_difference import difference
from reports.foreseen_picture import Panel, picture_of
from rules.supposed import ANSWERING, Answering

LONGEST = 3660  # days
Shown = Callable[..., Any]


class EmptySpanError(Problem):
    """A span that ends before it begins."""


class LongSpanError(Problem):
    """A span of more than ten years."""


class PictureFormatError(Problem):
    """Pictures are written as SVG only."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to suppose, and how to show it; the names are those of the options."""

    policy: Path | None
    against: Path | None
    answers: Answering
    seed: int
    by: str
    ics: Path | None
    picture: Path | None
    force: bool
    as_json: bool


def shown_options(command: Shown) -> Shown:
    """What both commands take."""
    file = click.Path(path_type=Path, dir_okay=False)
    options: list[Option] = [
        click.option("--policy", type=file, help=tell("cli.option.policy")),
        click.option("--against", type=file, help=tell("cli.option.against")),
        click.option(
            "--answers",
            type=click.Choice(ANSWERING),
            default="nobody",
            help=tell("cli.option.answers"),
        ),
        click.option("--seed", type=int, default=1, help=tell("cli.option.seed")),
        click.option(
            "--by",
            type=click.Choice(["day", "person", "group"]),
            default="day",
            help=tell("cli.option.by"),
        ),
        click.option("--ics", type=file, help=tell("cli.option.ics")),
        click.option("--picture", type=file, help=tell("cli.option.picture")),
        click.option("--force", is_flag=True, help=tell("reports.option.force")),
        json_option(),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@click.command(name="preview", help=tell("cli.preview"))
@click.option("--days", type=click.IntRange(1, LONGEST), default=30, help=tell("cli.option.days"))
@today_option()
@shown_options
def preview(days: int, today: date | None, **wanted: Any) -> None:
    first, _ = Door().clock(today)
    show(first, first + timedelta(days=days - 1), Wanted(**wanted))


@click.command(name="simulate", help=tell("cli.simulate"))
@click.option("--from", "first", type=Day(), required=True, help=tell("cli.option.from"))
@click.option("--to", "last", type=Day(), required=True, help=tell("cli.option.until_day"))
@shown_options
def command(first: date, last: date, **wanted: Any) -> None:
    if last < first:
        raise EmptySpanError(first=first, last=last)
    if (last - first).days >= LONGEST:
        raise LongSpanError(first=first, last=last, most=LONGEST)
    show(first, last, Wanted(**wanted))


def show(first: date, last: date, wanted: Wanted) -> None:
    """The span under one policy, or under two beside each other."""
    if wanted.picture is not None and wanted.picture.suffix.lower() != ".svg":
        raise PictureFormatError(path=wanted.picture)
    door = Door()
    files = [wanted.policy] if wanted.against is None else [wanted.policy, wanted.against]
    tried = [Door(door.settings.trying(file)) if file else door for file in files]
    futures = [_future(door, first, last, one, wanted) for one in tried]
    names = [str(file or door.settings.council_path.name) for file in files]
    _write(wanted, names, futures)
    if wanted.as_json:
        print_json(_as_json(futures, names))
        return
    for name, future in zip(names, futures, strict=True):
        named = name if wanted.against else None
        print_future(future, by=wanted.by, answers=wanted.answers, policy=named)
    if wanted.against is not None:
        print_difference(difference(futures[0], futures[-1], reader()), names)


def _future(door: Door, first: date, last: date, tried: Door, wanted: Wanted) -> Future:
    """tried: as the council's own file wants it, or another one."""
    with door.council() as (_, council):
        council_id = council.id
    return simulate(
        door.engine,
        council_id=council_id,
        first=first,
        last=last,
        office_on=tried.office,
        supposing=Supposing(wanted.answers, wanted.seed),
        conventions=tried.settings.council.conventions,
    )


def _write(wanted: Wanted, names: list[str], futures: list[Future]) -> None:
    if wanted.ics is not None:
        write_file(wanted.ics, calendar_of(futures[0], reader()), force=wanted.force)
    if wanted.picture is not None:
        named = names if wanted.against else [""]
        panels = [Panel(name, future) for name, future in zip(named, futures, strict=True)]
        write_file(wanted.picture, picture_of(panels, reader()).encode(), force=wanted.force)


def _as_json(futures: list[Future], names: list[str]) -> dict[str, Any]:
    one, *others = [
        _one_as_json(future, name) for future, name in zip(futures, names, strict=True)
    ]
    if not others:
        return one
    return {
        "policies": [one, *others],
        "difference": difference(futures[0], futures[-1], reader()),
    }


def _one_as_json(future: Future, name: str) -> dict[str, Any]:
    return {
        "policy": name,
        **asdict(future),
        "by_day": counted(by_day(future)),
        "by_person": counted(by_person(future)),
        "by_group": counted(by_group(future)),
    }
