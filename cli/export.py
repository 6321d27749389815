"""`tidplan plan export`: an approved plan as a file to send round or to print."""

import os
import tempfile
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Final

import click

from actions.export_plan import export_plan
from cli.door import Door, today_option
from cli.words import tell, tell_count
from language.problems import Problem
from reports.exported import ExportedPlan

# Loaded only when asked for: the libraries behind them are heavy.
WRITERS: Final = {".xlsx": "reports.plan_sheet", ".docx": "reports.plan_paper"}


class UnknownExportError(Problem):
    """A name that ends like no format that we write."""


class FileInTheWayError(Problem):
    """A file of that name is there already, and nobody said --force."""


class UnwritableFileError(Problem):
    """The folder is missing, full or not ours to write in."""


@click.command(name="export", help=tell("reports.export"))
@click.argument("plan", required=False)
@click.option(
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help=tell("reports.option.output"),
)
@click.option("--force", is_flag=True, help=tell("reports.option.force"))
@today_option()
def export(plan: str | None, output: Path, *, force: bool, today: date | None) -> None:
    writer = _writer(output)
    door = Door()
    day, now = door.clock(today)
    with door.council() as (session, council):
        found = export_plan(session, council=council, name=plan, today=day, now=now)
    write_file(output, writer(found), force=force)
    click.echo(tell_count("reports.exported", len(found.rows), group=found.group, file=output))


def _writer(output: Path) -> Callable[[ExportedPlan], bytes]:
    module = WRITERS.get(output.suffix.casefold())
    if module is None:
        raise UnknownExportError(file=output, formats=", ".join(WRITERS))
    writer: Callable[[ExportedPlan], bytes] = import_module(module).write
    return writer


def write_file(path: Path, content: bytes, *, force: bool) -> None:
    """The whole file or none; another one only with `force`."""
    try:
        if force:
            _replace(path, content)
        else:
            _create(path, content)
    except FileExistsError:
        raise FileInTheWayError(file=path) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UnwritableFileError(file=path, why=why) from None


def _create(path: Path, content: bytes) -> None:
    with path.open("xb") as created:
        try:
            created.write(content)
            created.flush()
        except OSError:
            path.unlink(missing_ok=True)
            raise


def _replace(path: Path, content: bytes) -> None:
    """The old file stays until the new one is whole."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as written:
            written.write(content)
        new.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
