"""`tidplan people add | leave | alias`: one person at a time, between two directory files."""

from datetime import date
from typing import cast

import click

from actions.aliases import change_aliases
from actions.find_person import find_person, told_apart
from actions.joining import Left, NewMember, add_member, group_named, leave
from cli.directory_words import role_called
from cli.door import Day, Door, person_at_the_keyboard, today_option
from cli.words import tell, tell_count
from models.tables.people import COUNCIL_ROLES, ROLES
from models.values import Language
from notifications.addresses import UnusableAddressError, mailbox


class _Address(click.ParamType[str]):
    """An address that mail can go to."""

    name = "E-POST"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return mailbox("", value.strip()).address
        except UnusableAddressError:
            self.fail(tell("cli.directory.no_address", given=value), param, ctx)


class _Role(click.Choice[str]):
    """In the words of a directory file."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return super().convert(role_called(value) or value, param, ctx)


@click.command(name="add", help=tell("cli.people.add"))
@click.argument("name")
@click.option("--email", type=_Address(), help=tell("cli.people.add.email"))
@click.option("--group", help=tell("cli.people.add.group"))
@click.option(
    "--role",
    type=_Role([*ROLES, *COUNCIL_ROLES]),
    default="member",
    help=tell("cli.people.add.role"),
)
@click.option("--organisation", help=tell("cli.people.add.organisation"))
@click.option("--language", type=click.Choice(["sv", "en"]), help=tell("cli.people.add.language"))
@click.option("--since", type=Day(), help=tell("cli.people.add.since"))
@today_option()
def add(
    name: str,
    email: str | None,
    group: str | None,
    role: str,
    organisation: str | None,
    language: str | None,
    since: date | None,
    today: date | None,
) -> None:
    door = Door()
    day, now = door.clock(today)
    spoken = cast("Language | None", language)
    known_as = " ".join(name.split())
    member = NewMember(known_as, email, organisation, spoken, role, group, since or day)
    with door.council() as (session, council):
        joined = add_member(
            session,
            council_id=council.id,
            member=member,
            actor=person_at_the_keyboard(),
            now=now,
        )
    if joined.place is None:
        click.echo(tell("cli.people.corrected", name=joined.name))
        return
    key = "joined" if joined.changed else "joined_before"
    click.echo(
        tell(
            f"cli.people.{key}",
            name=joined.name,
            role=tell(f"cli.role.{role}"),
            place=joined.place,
        )
    )
    if email is None and joined.is_new:
        click.echo(tell("cli.people.no_address_yet", name=joined.name))


@click.command(name="leave", help=tell("cli.people.leave"))
@click.argument("person")
@click.option("--group", help=tell("cli.people.leave.group"))
@click.option("--on", "last", type=Day(), help=tell("cli.people.leave.on"))
@today_option()
def leaves(person: str, group: str | None, last: date | None, today: date | None) -> None:
    door = Door()
    day, now = door.clock(today)
    with door.council() as (session, council):
        found = find_person(session, council_id=council.id, wanted=person)
        place = group_named(session, council.id, group) if group else None
        left = leave(
            session,
            person=found,
            group=place,
            last_day=last or day,
            actor=person_at_the_keyboard(),
            today=day,
            now=now,
        )
    _tell_left(left, last or day)


def _tell_left(left: Left, last: date) -> None:
    if not left.roles:
        click.echo(tell("cli.people.held_nothing", name=left.name))
    for role, group in left.roles:
        click.echo(
            tell(
                "cli.people.left",
                name=left.name,
                role=tell(f"cli.role.{role}"),
                group=group,
                last=last,
            )
        )
    if left.answered_for:
        number = len(left.answered_for)
        click.echo(tell_count("cli.people.answered_for", number, name=left.name))
    for one in left.answered_for:
        click.echo(f"  {one.uid}: {one.description}")


@click.command(name="alias", help=tell("cli.people.alias"))
@click.argument("person")
@click.argument("names", nargs=-1)
@click.option("--remove", is_flag=True, help=tell("cli.people.alias.remove"))
@click.option("--same-person", "same", is_flag=True, help=tell("cli.people.alias.same"))
@today_option()
def alias(
    person: str, names: tuple[str, ...], today: date | None, *, remove: bool, same: bool
) -> None:
    if remove and same:
        raise click.UsageError(tell("cli.people.alias.either"))
    door = Door()
    _, now = door.clock(today)
    with door.council() as (session, council):
        found = find_person(session, council_id=council.id, wanted=person)
        known = change_aliases(
            session,
            person=found,
            written=names,
            remove=remove,
            same=same,
            actor=person_at_the_keyboard(),
            now=now,
        )
        name = told_apart(session, found)
    key = "known_as" if known else "known_only_as"
    click.echo(tell(f"cli.people.{key}", name=name, aliases="; ".join(known)))
