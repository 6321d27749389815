"""Keeps a copy of the database before it is changed."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from language.problems import Problem
from models.store import shown


class BackupFailedError(Problem):
    """No copy could be made; nothing was changed."""

    exit_code = 1


def back_up(engine: Engine, to: Path) -> Path:
    """A whole and consistent copy, also while others write; never over an existing file."""
    if to.exists():
        raise BackupFailedError(database=shown(engine), to=to, why=f"{to} exists")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        if engine.dialect.name == "sqlite":
            _copy_sqlite(Path(str(engine.url.database)), to)
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
    program = shutil.which("pg_dump")
    if program is None:
        raise FileNotFoundError("pg_dump?")
    address = engine.url.set(drivername="postgresql", password=None)
    secret = {"PGPASSWORD": engine.url.password} if engine.url.password else {}
    subprocess.run(  # noqa: S603 - the program found on the path, with an address of ours
        [program, "--format=custom", f"--file={to}", address.render_as_string()],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | secret,
    )


def _why(error: Exception) -> str:
    if isinstance(error, subprocess.CalledProcessError):
        return str(error.stderr).strip().splitlines()[-1]
    return str(error)
