"""`tidplan people`: the directory of addresses."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import cast

import click
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from actions.absences import come_back, go_away
from actions.find_person import find_person
from actions.mail_pace import set_mail_pace
from actions.people import PeopleImported, import_people
from cli.directory_file import read_directory
from cli.door import Day, Door, json_option, person_at_the_keyboard, today_option
from cli.plan_printed import print_missing
from cli.printed import print_json, print_table
from cli.words import tell, tell_count
from models.tables.people import Membership, Person
from models.values import PACES, Pace

COLUMNS = ("name", "email", "organisation", "language", "mail_pace", "roles")


@click.group(name="people", help=tell("cli.people"))
def command() -> None:
    pass


@command.command(name="import", help=tell("cli.people.import"))
@click.argument("file", type=click.Path(path_type=Path))
@today_option()
def import_(file: Path, today: date | None) -> None:
    rows = read_directory(file)
    door = Door()
    _, now = door.clock(today)
    with door.council() as (session, council):
        result = import_people(
            session, council_id=council.id, rows=rows, actor=person_at_the_keyboard(), now=now
        )
    click.echo(tell("cli.people.imported", new=len(result.new), changed=len(result.changed), unchanged=result.unchanged))  # fmt: skip # noqa: E501
    print_missing(result.without_address)
    print_gaps(result)


def print_gaps(result: PeopleImported) -> None:
    """What the secretariat should look at before a deadline suffers."""
    if result.probably_same:
        click.echo(tell_count("reports.people.probably_same", len(result.probably_same)))
    for one in result.probably_same:
        click.echo(f"  {one.name} ({one.group}) ~ {one.known} <{one.email}>")
    if result.without_convenor:
        click.echo(tell("reports.people.no_convenor", groups=", ".join(result.without_convenor)))
    for role in result.empty:
        click.echo(tell(f"reports.people.empty.{role}"))


@command.command(name="list", help=tell("cli.people.list"))
@json_option()
def list_(*, as_json: bool) -> None:
    door = Door()
    with door.council() as (session, council):
        people = session.scalars(
            select(Person)
            .where(Person.council_id == council.id)
            .options(joinedload(Person.organisation))
            .order_by(Person.name_key)
        ).all()
        roles = _roles(
            session.scalars(
                select(Membership)
                .where(Membership.council_id == council.id, Membership.until.is_(None))
                .options(joinedload(Membership.group))
            ).all()
        )
        found = [
            {
                "name": person.name,
                "email": person.email,
                "organisation": person.organisation.name if person.organisation else None,
                "language": person.language,
                "mail_pace": person.mail_pace,
                "roles": roles.get(person.id, []),
            }
            for person in people
        ]
    if as_json:
        print_json(found)
    elif found:
        headings = [tell(f"cli.heading.{name}") for name in COLUMNS]
        print_table(headings, [_row(person) for person in found])
    else:
        click.echo(tell("cli.people.none", database=door.settings.database_shown))


def _roles(memberships: Iterable[Membership]) -> dict[int, list[str]]:
    roles: dict[int, list[str]] = {}
    for one in memberships:
        kind = {"executive_committee": "committee", "secretariat": "secretariat"}
        role = kind.get(one.group.kind) or f"{one.role}:{one.group.name}"
        roles.setdefault(one.person_id, []).append(role)
    return roles


def _row(person: Mapping[str, object]) -> list[str]:
    roles = person["roles"]
    listed = "; ".join(roles) if isinstance(roles, list) else ""
    return [str(person[name]) if person[name] else "–" for name in COLUMNS[:-1]] + [listed]


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
    key = "cli.people.is_away_instead" if other else "cli.people.is_away"
    click.echo(
        tell(key, name=found.name, first=first or day, last=last, instead=other and other.name)
    )


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
    click.echo(tell("cli.people.is_back" if ended else "cli.people.was_here", name=found.name))


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
    click.echo(tell(f"cli.people.pace.{pace}", name=found.name))
