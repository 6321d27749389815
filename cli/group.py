"""`tidplan group`: working groups that rest for a while."""

from datetime import date

import click

from actions.office import is_paused
from actions.pauses import find_group, pause_group, resume_group
from cli.door import Day, Door, json_option, person_at_the_keyboard, today_option
from cli.printed import print_json, print_table
from cli.words import tell
from models.people_queries import groups

COLUMNS = ("group", "uid", "paused_from", "paused_until")


@click.group(name="group", help=tell("cli.group"))
def command() -> None:
    pass


@command.command(name="list", help=tell("cli.group.list"))
@today_option()
@json_option()
def list_(today: date | None, *, as_json: bool) -> None:
    door = Door()
    day, _ = door.clock(today)
    with door.council() as (session, council):
        found = [
            {
                "group": group.name,
                "uid": group.slug,
                "paused_from": group.paused_from,
                "paused_until": group.paused_until,
                "rests": is_paused(group, day),
            }
            for group in groups(session, council.id, kind="working_group")
        ]
    if as_json:
        print_json(found)
    elif found:
        headings = [tell(f"cli.heading.{name}") for name in COLUMNS]
        print_table(headings, [[str(one[name] or "–") for name in COLUMNS] for one in found])
    else:
        click.echo(tell("cli.status.none", database=door.settings.database_shown))


@command.command(name="pause", help=tell("cli.group.pause"))
@click.argument("group")
@click.option("--from", "first", type=Day(), help=tell("cli.people.away.from"))
@click.option("--to", "last", type=Day(), required=True, help=tell("cli.people.away.to"))
@today_option()
def pause(group: str, first: date | None, last: date, today: date | None) -> None:
    door = Door()
    day, now = door.clock(today)
    with door.council() as (session, council):
        found = find_group(session, council_id=council.id, name=group)
        pause_group(
            session,
            group=found,
            days=(first or day, last),
            actor=person_at_the_keyboard(),
            today=day,
            now=now,
        )
    click.echo(tell("cli.group.paused", group=found.name, first=first or day, last=last))


@command.command(name="resume", help=tell("cli.group.resume"))
@click.argument("group")
@today_option()
def resume(group: str, today: date | None) -> None:
    door = Door()
    day, now = door.clock(today)
    with door.council() as (session, council):
        found = find_group(session, council_id=council.id, name=group)
        rested = resume_group(
            session, group=found, actor=person_at_the_keyboard(), today=day, now=now
        )
    click.echo(tell("cli.group.resumed" if rested else "cli.group.at_work", group=found.name))
