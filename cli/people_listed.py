"""`tidplan people list`: who is there, and with --gaps what is missing."""

from collections.abc import Iterable, Mapping
from datetime import date

import click
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from actions.gaps import missing_people
from actions.situations import Directory
from cli.door import Door, json_option, today_option
from cli.printed import print_json, print_table
from cli.words import reader, tell
from models.people_queries import aliases_of
from models.tables.people import Membership, Person
from notifications.letter import Gap
from notifications.reasons import sentence

COLUMNS = ("name", "email", "organisation", "language", "mail_pace", "roles", "aliases")
LISTS = ("roles", "aliases")


@click.command(name="list", help=tell("cli.people.list"))
@click.option("--gaps", is_flag=True, help=tell("cli.people.list.gaps"))
@today_option()
@json_option()
def list_(*, gaps: bool, today: date | None, as_json: bool) -> None:
    if gaps:
        _gaps(today, as_json=as_json)
    else:
        _people(as_json=as_json)


def _people(*, as_json: bool) -> None:
    door = Door()
    with door.council() as (session, council):
        found = _everyone(session, council.id)
    if as_json:
        print_json(found)
    elif found:
        headings = [tell(f"cli.heading.{name}") for name in COLUMNS]
        print_table(headings, [_row(person) for person in found])
    else:
        click.echo(tell("cli.people.none", database=door.settings.database_shown))


def _everyone(session: Session, council_id: int) -> list[dict[str, object]]:
    roles, aliases = _roles(session, council_id), aliases_of(session, council_id)
    people = session.scalars(
        select(Person)
        .where(Person.council_id == council_id)
        .options(joinedload(Person.organisation))
        .order_by(Person.name_key)
    )
    return [
        {
            "name": person.name,
            "email": person.email,
            "organisation": person.organisation.name if person.organisation else None,
            "language": person.language,
            "mail_pace": person.mail_pace,
            "roles": roles.get(person.id, []),
            "aliases": aliases.get(person.id, []),
        }
        for person in people
    ]


def _roles(session: Session, council_id: int) -> dict[int, list[str]]:
    held: Iterable[Membership] = session.scalars(
        select(Membership)
        .where(Membership.council_id == council_id, Membership.until.is_(None))
        .options(joinedload(Membership.group))
        .order_by(Membership.id)
    )
    roles: dict[int, list[str]] = {}
    for one in held:
        kind = {"executive_committee": "committee", "secretariat": "secretariat"}
        role = kind.get(one.group.kind) or f"{one.role}:{one.group.name}"
        roles.setdefault(one.person_id, []).append(role)
    return roles


def _row(person: Mapping[str, object]) -> list[str]:
    return [_cell(person[name]) for name in COLUMNS]


def _cell(value: object) -> str:
    return "; ".join(value) if isinstance(value, list) else str(value or "–")


def _gaps(today: date | None, *, as_json: bool) -> None:
    door = Door()
    with door.council() as (session, council):
        office = door.office(council, today)
        directory = Directory(session, council_id=council.id, today=office.today)
        found = missing_people(session, office, directory)
    if as_json:
        print_json([_as_json(one) for one in found])
        return
    for one in found:
        click.echo(f"! {sentence(one.what, reader())}")
    if not found:
        click.echo(tell("cli.doctor.people"))


def _as_json(one: Gap) -> dict[str, object]:
    return {"kind": one.what.key.removeprefix("gap."), **one.what.values}
