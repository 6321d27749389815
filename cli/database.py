"""`tidplan db`: upgrade the database, back it up, bring a backup back."""

from datetime import UTC, datetime
from pathlib import Path

import click
from sqlalchemy import Engine

from cli.door import person_at_the_keyboard
from cli.words import tell, tell_count
from config.settings import Settings, load_settings
from models.backup import back_up, check_backup, restore
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
        _back_up(settings, engine, _new_name(settings))
    upgrade(engine)
    click.echo(tell("cli.db.upgraded", database=settings.database_shown))


@command.command(help=tell("cli.db.backup"))
@click.argument("file", required=False, type=click.Path(path_type=Path))
def backup(file: Path | None) -> None:
    settings = load_settings()
    engine = connect(settings.database)
    _back_up(settings, engine, file or _new_name(settings))


@command.command(name="restore", help=tell("cli.db.restore"))
@click.argument("file", type=click.Path(path_type=Path))
def restore_(file: Path) -> None:
    settings = load_settings()
    engine = connect(settings.database)
    check_backup(engine, file)
    if schema_state(engine) != "empty":
        _back_up(settings, engine, _new_name(settings))
    by, now = person_at_the_keyboard(), settings.now()
    held = restore(engine, file, by=by, now=now)
    click.echo(tell("cli.db.restored", database=settings.database_shown, file=file))
    click.echo(tell_count("outbox.held", held))
    click.echo(tell("outbox.release_how"))


def _back_up(settings: Settings, engine: Engine, to: Path) -> None:
    kept = back_up(engine, to, now=settings.now())
    click.echo(tell("cli.db.backed_up", to=kept))


def _new_name(settings: Settings) -> Path:
    return settings.home / "backups" / f"tidplan-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.backup"
