"""`tidplan people`: the directory of addresses."""

from datetime import date
from pathlib import Path
from typing import cast

import click

from actions.absences import come_back, go_away
from actions.find_person import find_person, told_apart
from actions.mail_pace import set_mail_pace
from actions.people import PeopleImported, import_people
from actions.which_group import refuse_doubtful_roles
from cli import people_personal
from cli.directory_file import read_directory
from cli.door import Day, Door, person_at_the_keyboard, today_option
from cli.people_changes import add, alias, leaves
from cli.people_listed import list_
from cli.plan_printed import print_alike, print_missing
from cli.words import tell, tell_count
from models.values import PACES, Pace


@click.group(name="people", help=tell("cli.people"))
def command() -> None:
    pass


for one in (list_, add, leaves, alias, people_personal.export, people_personal.forget):
    command.add_command(one)


@command.command(name="import", help=tell("cli.people.import"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--new-group", is_flag=True, help=tell("cli.option.new_group"))
@today_option()
def import_(file: Path, today: date | None, *, new_group: bool) -> None:
    rows = read_directory(file)
    door = Door()
    _, now = door.clock(today)
    with door.council() as (session, council):
        if not new_group:
            named = [group for row in rows for _, group in row.roles or () if group]
            refuse_doubtful_roles(session, council.id, named)
        result = import_people(
            session, council_id=council.id, rows=rows, actor=person_at_the_keyboard(), now=now
        )
    click.echo(tell("cli.people.imported", new=len(result.new), changed=len(result.changed), unchanged=result.unchanged))  # fmt: skip # noqa: E501
    print_addressless(result)
    print_missing(result.without_address)
    print_gaps(result)


def print_addressless(result: PeopleImported) -> None:
    """Which rows of the file lack an address, and what became of them."""
    for key, names in (("unreachable", result.unreachable), ("left_out", result.left_out)):
        if names:
            click.echo(tell_count(f"cli.people.{key}", len(names), names=", ".join(names)))


def print_gaps(result: PeopleImported) -> None:
    """What the secretariat should look at before a deadline suffers."""
    print_alike(result.probably_same)
    for one, other in result.same_names:
        click.echo(tell("cli.people.same_name", one=one, other=other))
    if result.without_convenor:
        click.echo(tell("reports.people.no_convenor", groups=", ".join(result.without_convenor)))
    for role in result.empty:
        click.echo(tell(f"reports.people.empty.{role}"))


@command.command(name="away", help=tell("cli.people.away"))
@click.argument("person")
@click.option("--from", "first", type=Day(), help=tell("cli.people.away.from"))
@click.option("--to", "last", type=Day(), required=True, help=tell("cli.people.away.to"))
@click.option("--instead", help=tell("cli.people.away.instead"))
@today_option()
def away(
    person: str, first: date | None, last: date, instead: str | None, today: date | None
) -> None:
    door = Door()
    day, now = door.clock(today)
    with door.council() as (session, council):
        found = find_person(session, council_id=council.id, wanted=person)
        other = find_person(session, council_id=council.id, wanted=instead) if instead else None
        go_away(
            session,
            person=found,
            days=(first or day, last),
            instead=other,
            actor=person_at_the_keyboard(),
            today=day,
            now=now,
        )
        name = told_apart(session, found)
        stands_in = other and told_apart(session, other)
    key = "cli.people.is_away_instead" if other else "cli.people.is_away"
    click.echo(tell(key, name=name, first=first or day, last=last, instead=stands_in))


@command.command(name="back", help=tell("cli.people.back"))
@click.argument("person")
@today_option()
def back(person: str, today: date | None) -> None:
    door = Door()
    day, now = door.clock(today)
    with door.council() as (session, council):
        found = find_person(session, council_id=council.id, wanted=person)
        ended = come_back(
            session, person=found, actor=person_at_the_keyboard(), today=day, now=now
        )
        name = told_apart(session, found)
    click.echo(tell("cli.people.is_back" if ended else "cli.people.was_here", name=name))


@command.command(name="pace", help=tell("cli.people.pace"))
@click.argument("person")
@click.argument("pace", type=click.Choice([*PACES, "default"]))
@today_option()
def pace(person: str, pace: str, today: date | None) -> None:
    door = Door()
    _, now = door.clock(today)
    with door.council() as (session, council):
        found = find_person(session, council_id=council.id, wanted=person)
        set_mail_pace(
            session,
            person=found,
            pace=None if pace == "default" else cast("Pace", pace),
            actor=person_at_the_keyboard(),
            now=now,
        )
        name = told_apart(session, found)
    click.echo(tell(f"cli.people.pace.{pace}", name=name))
