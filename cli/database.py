"""`tidplan db`: upgrade and back up the database."""

from datetime import UTC, datetime
from pathlib import Path

import click

from cli.words import tell
from config.settings import Settings, load_settings
from models.backup import back_up
from models.store import connect, schema_state, upgrade


@click.group(name="db", help=tell("cli.db"))
def command() -> None:
    pass


@command.command(name="upgrade", help=tell("cli.db.upgrade"))
def upgrade_() -> None:
    settings = load_settings()
    engine = connect(settings.database)
    if schema_state(engine) == "current":
        click.echo(tell("cli.db.current", database=settings.database_shown))
        return
    if schema_state(engine) == "older":
        click.echo(tell("cli.db.backed_up", to=back_up(engine, _new_name(settings))))
    upgrade(engine)
    click.echo(tell("cli.db.upgraded", database=settings.database_shown))


@command.command(help=tell("cli.db.backup"))
@click.argument("file", required=False, type=click.Path(path_type=Path))
def backup(file: Path | None) -> None:
    settings = load_settings()
    engine = connect(settings.database)
    click.echo(tell("cli.db.backed_up", to=back_up(engine, file or _new_name(settings))))


def _new_name(settings: Settings) -> Path:
    return settings.home / "backups" / f"tidplan-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.backup"
