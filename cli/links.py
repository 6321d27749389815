"""`tidplan links`: whose links open what, and how to take them back."""

import click

from actions.find_person import find_person
from actions.links import revoke_links
from cli.door import Door, json_option, person_at_the_keyboard
from cli.printed import print_json, print_table
from cli.words import tell, tell_count
from models.link_queries import links_of


@click.group(name="links", help=tell("cli.links"))
def command() -> None:
    pass


@command.command(name="list", help=tell("cli.links.list"))
@click.argument("person")
@json_option()
def list_(person: str, *, as_json: bool) -> None:
    door = Door()
    with door.council() as (session, council):
        found = find_person(session, council_id=council.id, wanted=person)
        rows = [
            {
                "letter": link.message.day,
                "subject": link.message.subject,
                "expires": link.expires_on,
                "revoked": link.revoked_because,
                "mark": link.token_hash[:8],
            }
            for link in links_of(session, council.id, found.id)
        ]
    if as_json:
        print_json(rows)
    else:
        print_table(
            [tell(f"cli.links.{name}") for name in ("letter", "subject", "expires", "revoked")],
            [
                [
                    str(row["letter"]),
                    str(row["subject"]),
                    str(row["expires"]),
                    str(row["revoked"] or ""),
                ]
                for row in rows
            ],
        )


@command.command(name="revoke", help=tell("cli.links.revoke"))
@click.argument("person")
@click.option("--because", default="withdrawn", show_default=True, help=tell("cli.links.because"))
def revoke(person: str, because: str) -> None:
    door = Door()
    _, now = door.clock(None)
    with door.council() as (session, council):
        found = find_person(session, council_id=council.id, wanted=person)
        revoked = revoke_links(
            session,
            council_id=council.id,
            person_id=found.id,
            because=because,
            actor=person_at_the_keyboard(),
            now=now,
        )
    click.echo(tell_count("cli.links.revoked_now", revoked, name=found.name))
