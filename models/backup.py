"""Keeps a copy of the database before it is changed, and brings one back."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, func, inspect, select

from language.problems import Problem, Words
from models.outbox_hold import hold_copy, standing_holds
from models.store import VERSION_TABLE, connect, schema_state, shown, transaction, upgrade
from models.tables.every import METADATA
from models.tables.mail import OutboxMessage

COPIED = "tidplan db backup"


class BackupFailedError(Problem):
    """No copy could be made; nothing was changed."""

    exit_code = 1


class NoBackupError(Problem):
    """The file is no backup that can be brought back; nothing was changed."""


class RestoreFailedError(Problem):
    """The backup could not be brought back."""

    exit_code = 1


def back_up(engine: Engine, to: Path, *, now: datetime) -> Path:
    """A whole and consistent copy, also while others write; never over an existing file.

    In a copy of SQLite the outbox is on hold, for the day on which somebody uses it again.
    """
    if to.exists():
        raise BackupFailedError(database=shown(engine), to=to, why=Words("fault.file_exists"))
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        if engine.dialect.name == "sqlite":
            _copy_sqlite(Path(str(engine.url.database)), to)
            _hold(connect(f"sqlite:///{to}"), by=COPIED, now=now)
        else:
            _dump_postgresql(engine, to)
    except (OSError, sqlite3.Error, subprocess.CalledProcessError) as error:
        to.unlink(missing_ok=True)
        raise BackupFailedError(database=shown(engine), to=to, why=_why(error)) from None
    return to


def _copy_sqlite(file: Path, to: Path) -> None:
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(to)) as copy:
        source.backup(copy)


def _dump_postgresql(engine: Engine, to: Path) -> None:
    _run(engine, "pg_dump", "--format=custom", f"--file={to}", _address(engine))


def restore(engine: Engine, file: Path, *, by: str, now: datetime) -> int:
    """The database as the copy holds it, with today's tables; the outbox starts on hold.

    How many messages are held. Whoever calls this has kept what was there before.
    """
    check_backup(engine, file)
    try:
        if engine.dialect.name == "sqlite":
            _copy_sqlite(file, Path(str(engine.url.database)))
        else:
            _fill_postgresql(engine, file)
    except (OSError, sqlite3.Error, subprocess.CalledProcessError) as error:
        raise RestoreFailedError(database=shown(engine), file=file, why=_why(error)) from None
    if schema_state(engine) == "older":
        upgrade(engine)
    held = _held_already(engine)
    return _hold(engine, by=by, now=now) if held is None else held


def _held_already(engine: Engine) -> int | None:
    """By the copy itself, as it was made."""
    with transaction(engine) as session:
        if not any(one.placed_by == COPIED for one in standing_holds(session)):
            return None
        held = select(func.count()).where(OutboxMessage.state == "held")
        return session.scalar(held)


def _hold(engine: Engine, *, by: str, now: datetime) -> int:
    if schema_state(engine) != "current":
        return 0  # kept before an upgrade, and older than holds are
    with transaction(engine) as session:
        held = hold_copy(session, by=by, now=now)
    engine.dispose()
    return held


def check_backup(engine: Engine, file: Path) -> None:
    """Before anything is touched: is it a copy of a Tidplan, for this kind of database?"""
    if not file.is_file():
        raise NoBackupError(file=file, why=Words("fault.no_file"))
    try:
        if engine.dialect.name == "sqlite":
            _check_sqlite(file)
        else:
            _run(engine, "pg_restore", "--list", str(file))
    except (OSError, sqlite3.Error, subprocess.CalledProcessError) as error:
        raise NoBackupError(file=file, why=_why(error)) from None


def _check_sqlite(file: Path) -> None:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as copy:
        copy.execute(f"SELECT version_num FROM {VERSION_TABLE}")  # noqa: S608 - our own name


def _fill_postgresql(engine: Engine, file: Path) -> None:
    """Tables that are newer than the copy go too, or the upgrade would meet them."""
    with engine.begin() as connection:
        METADATA.drop_all(connection)
        if inspect(connection).has_table(VERSION_TABLE):
            connection.exec_driver_sql(f"DROP TABLE {VERSION_TABLE}")
    options = ("--clean", "--if-exists", "--single-transaction", "--no-owner")
    _run(engine, "pg_restore", *options, f"--dbname={_address(engine)}", str(file))


def _address(engine: Engine) -> str:
    return engine.url.set(drivername="postgresql", password=None).render_as_string()


def _run(engine: Engine, name: str, *arguments: str) -> None:
    program = shutil.which(name)
    if program is None:
        raise FileNotFoundError(f"{name}?")
    secret = {"PGPASSWORD": engine.url.password} if engine.url.password else {}
    subprocess.run(  # noqa: S603 - the program found on the path, with an address of ours
        [program, *arguments], check=True, capture_output=True, text=True, env=os.environ | secret
    )


def _why(error: Exception) -> str:
    if isinstance(error, subprocess.CalledProcessError):
        return (str(error.stderr).strip().splitlines() or [f"exit code {error.returncode}"])[-1]
    return str(error)
