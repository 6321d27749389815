"""`tidplan people export|forget`: what is kept of a person, and what need not be kept."""

from datetime import date

import click

from actions.find_person import find_person, told_apart
from actions.personal import export_person, forget_person
from cli.asking import agrees
from cli.door import Door, person_at_the_keyboard, today_option
from cli.printed import print_json
from cli.words import tell, tell_count


@click.command("export", help=tell("cli.people.export"))
@click.argument("person")
def export(person: str) -> None:
    with Door().council() as (session, council):
        found = find_person(session, council_id=council.id, wanted=person)
        print_json(export_person(session, found))


@click.command("forget", help=tell("cli.people.forget"))
@click.argument("person")
@click.option("--yes", is_flag=True, help=tell("cli.people.forget.yes"))
@today_option()
def forget(person: str, *, yes: bool, today: date | None) -> None:
    door = Door()
    day, now = door.clock(today)
    with door.council() as (session, council):
        found = find_person(session, council_id=council.id, wanted=person)
        name = told_apart(session, found)
        if not yes and not agrees(tell("cli.people.forget.ask", name=name)):
            raise click.Abort
        kept = forget_person(
            session,
            person=found,
            language=door.settings.council.language,
            actor=person_at_the_keyboard(),
            today=day,
            now=now,
        )
    click.echo(tell("cli.people.forgotten", name=name))
    if kept:
        click.echo(tell_count("cli.people.mail_kept", kept))
