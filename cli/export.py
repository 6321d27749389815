"""`tidplan plan export`: an approved plan as a file; and what is done when it comes back."""

import errno
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import click

from actions.export_plan import export_plan
from actions.read_back import apply_sheet, compare_sheet
from cli.asking import agrees
from cli.door import Day, Door, person_at_the_keyboard, today_option
from cli.printed import print_json
from cli.words import reader, tell, tell_count
from intake.opening import Limits, Opened, open_document
from language.problems import Problem, Words
from reports.back_in_words import cells, changed, doubted, remarks, summary
from reports.exported import ExportedPlan
from reports.marker import is_plan_sheet
from reports.round_trip import FilledSheet, ReadBack, RowChange

# Loaded only when asked for: the libraries behind them are heavy.
WRITERS: Final = {".xlsx": "reports.plan_sheet", ".docx": "reports.plan_paper"}
WHY: Final = {
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.EROFS: "not_allowed",
    errno.ENOSPC: "full",
    errno.EISDIR: "folder",
}
READER: Final = "reports.filled_sheet"


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
@click.option("--on", type=Day(), help=tell("cli.option.on"))
@today_option()
def export(
    plan: str | None, output: Path, on: date | None, *, force: bool, today: date | None
) -> None:
    writer = _writer(output)
    door = Door()
    day, now = door.clock(today)
    with door.council() as (session, council):
        then = door.moment_after(on) if on else None
        found = export_plan(session, council=council, name=plan, today=day, now=now, then=then)
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
    except OSError as error:
        raise UnwritableFileError(file=path, why=_why(error)) from None


def _why(error: OSError) -> Words | str | None:
    key = WHY.get(error.errno or 0)
    return Words(f"reports.unwritable.{key}") if key else error.strerror


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


def came_back(file: Path, *, yes: bool, today: date | None) -> bool:
    """Whether the file is a sheet of ours; then its changes are shown, and made if approved."""
    opened = _sheet_of_ours(file)
    if opened is None:
        return False
    door, sheet = Door(), _filled(opened)
    day, now = door.clock(today)
    conventions = door.settings.council.conventions
    with door.council() as (session, council):
        found = compare_sheet(
            session, council=council, sheet=sheet, today=day, conventions=conventions
        )
    print_read_back(sheet, found)
    if not found.changes:
        return True
    if not (yes or (sys.stdin.isatty() and agrees(tell("reports.back.approve_now")))):
        click.echo(tell("reports.back.waits"))
        return True
    with door.council() as (session, council):
        apply_sheet(
            session,
            council=council,
            sheet=sheet,
            approved=found,
            sha256=sha256(opened.content).hexdigest(),
            actor=person_at_the_keyboard(),
            today=day,
            now=now,
            conventions=conventions,
        )
    click.echo(tell_count("reports.back.stored", len(found.changes), group=found.group))
    return True


def compared(file: Path, *, as_json: bool) -> bool:
    """Whether the file is a sheet of ours; then its changes are shown, and none is made."""
    opened = _sheet_of_ours(file)
    if opened is None:
        return False
    door, sheet = Door(), _filled(opened)
    with door.council() as (session, council):
        found = compare_sheet(
            session,
            council=council,
            sheet=sheet,
            today=door.clock(None)[0],
            conventions=door.settings.council.conventions,
        )
    if as_json:
        print_json([_as_json(one, found) for one in found.changes])
    else:
        print_read_back(sheet, found)
    return True


def _sheet_of_ours(file: Path) -> Opened | None:
    opened = open_document(file, Limits())
    return opened if opened.kind == "xlsx" and is_plan_sheet(opened.content) else None


def _filled(opened: Opened) -> FilledSheet:
    read: Callable[[Path, bytes], FilledSheet] = import_module(READER).read_filled_sheet
    return read(opened.path, opened.content)


def _as_json(change: RowChange, found: ReadBack) -> dict[str, Any]:
    return {
        "change": "changed",
        "uid": change.uid,
        "description": change.activity,
        "deadline_moved": change.edit("wording") is not None,
        "edits": {one.column: [one.before, one.after] for one in change.edits},
        "comment": change.comment,
        "warnings": [doubted(one, reader()) for one in found.doubts if one.uid == change.uid],
    }


def print_read_back(sheet: FilledSheet, found: ReadBack) -> None:
    """Each changed row with its old and new words, and what to look at."""
    click.echo(summary(sheet, found, reader()))
    for change in found.changes:
        click.echo(f"  {changed(change)}")
        for line in cells(change, reader()):
            click.echo(f"    {line}")
    for line in remarks(sheet, found, reader()):
        click.echo(f"! {line}")
