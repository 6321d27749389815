"""`tidplan policy`: what the council has decided about reminders and escalation."""

import click
import yaml

from cli.door import json_option
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
