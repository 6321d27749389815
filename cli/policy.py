"""`tidplan policy`: what the council has decided about reminders and escalation."""

from dataclasses import asdict
from typing import Any

import click
import yaml

from actions.rules_in_force import rules_changed
from cli.door import Door, json_option
from cli.printed import print_json
from cli.words import tell
from config.settings import load_settings


@click.group(name="policy", help=tell("cli.policy"))
def command() -> None:
    pass


@command.command(help=tell("cli.policy.show"))
@json_option()
def show(*, as_json: bool) -> None:
    settings = load_settings()
    effective = settings.council.model_dump(mode="json", by_alias=True)
    if as_json:
        print_json(effective)
        return
    click.echo(f"# {settings.council_path}")
    click.echo(
        yaml.safe_dump(effective, sort_keys=False, allow_unicode=True, default_flow_style=None)
    )


@command.command(help=tell("cli.policy.history"))
@json_option()
def history(*, as_json: bool) -> None:
    with Door().council() as (session, council):
        changed = rules_changed(session, council.id)
    if as_json:
        print_json([asdict(one) for one in changed])
        return
    if not changed:
        click.echo(tell("cli.policy.unchanged"))
    for one in changed:
        click.echo(str(one.since))
        for name, (before, after) in one.changes.items():
            click.echo(f"  {name}: {_written(before)} → {_written(after)}")


def _written(value: Any) -> str:
    """As the file would have it; a dash for what was not there."""
    return (
        "–"
        if value is None
        else yaml.safe_dump(value, default_flow_style=True).split("\n...")[0].strip()
    )
