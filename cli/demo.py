"""`tidplan demo`: the whole job on a shipped example, on three days of its life."""

import shutil
from collections.abc import Mapping
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from textwrap import indent

import click
from sqlalchemy import select

from actions.answers import Progress, find_activity, report_progress
from actions.approve_plan import approve_plan
from actions.import_plan import import_plan
from actions.people import import_people
from cli.directory_file import read_directory
from cli.door import Door
from cli.plan_printed import print_plan
from cli.status import print_status
from cli.words import reader, tell
from cli.work import run_day
from config.settings import load_settings
from deadlines.parse import parse_deadline
from intake.as_json import plan_as_json
from intake.read import read_document
from language.problems import Problem
from models.queries import plans
from models.tables.mail import OutboxMessage
from models.values import Status
from notifications.mime import text_of

ACTOR = "demo"
EXAMPLE = files("cli") / "example"
DAYS = {"before": date(2026, 2, 2), "near": date(2026, 5, 4), "after": date(2026, 9, 7)}
MARK = ".tidplan-demo"


class ForeignFolderError(Problem):
    """The output folder holds something that no demo made."""


@click.command(name="demo", help=tell("cli.demo"))
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo-output"),
    help=tell("cli.option.output"),
)
def command(output: Path) -> int:
    door = Door(load_settings(_environment(_emptied(output).resolve())))
    _import(door)
    code = 0
    for name, day in DAYS.items():
        click.secho("\n" + tell(f"cli.demo.{name}", day=day), bold=True)
        code = max(code, run_day(door, day))
        _answer(door, name)
    _show(door, "reminder", DAYS["near"])
    _show(door, "digest", DAYS["after"])
    print_status(door, DAYS["after"], as_json=False)
    _point_to(output, door)
    return code


def _emptied(output: Path) -> Path:
    """Only a folder that an earlier demo made is cleared."""
    if output.exists() and any(output.iterdir()):
        if not (output / MARK).exists():
            raise ForeignFolderError(path=output)
        shutil.rmtree(output)
    output.mkdir(parents=True, exist_ok=True)
    (output / MARK).touch()
    return output


def _environment(home: Path) -> Mapping[str, str]:
    """None of the machine's own settings: no real mail, no real database."""
    return {
        "TIDPLAN_HOME": str(home),
        "TIDPLAN_MAIL_URL": f"eml:{home / 'mail'}",
        "TIDPLAN_MAIL_FROM": "Tidplan <tidplan@example.se>",
    }


def _import(door: Door) -> None:
    click.secho(tell("cli.demo.import"), bold=True)
    (door.settings.home / "council.yaml").write_text(
        (EXAMPLE / "council.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    with (
        as_file(EXAMPLE / "uppdragsdirektiv.docx") as document,
        as_file(EXAMPLE / "people.csv") as people,
    ):
        found = read_document(document, reference=None, reader=reader())
        rows = read_directory(people)
    day, now = door.clock(found.reference)
    print_plan(found.plan)
    with door.council() as (session, council):
        import_people(session, council_id=council.id, rows=rows, actor=ACTOR, now=now)
        import_plan(
            session,
            council_id=council.id,
            content=plan_as_json(found.plan),
            document="uppdragsdirektiv.docx",
            sha256=found.sha256,
            reference=found.reference,
            actor=ACTOR,
            now=now,
        )
        approve_plan(
            session, draft=plans(session, council.id)[-1], actor=ACTOR, today=day, now=now
        )


def _answer(door: Door, name: str) -> None:
    """What members answer between the days."""
    match name:
        case "before":
            _report(door, date(2026, 3, 20), "1", "done", "Anna Ekvall")
        case "near":
            _report(door, date(2026, 5, 6), "2", "done", "Cecilia Dahlgren")
            _report(door, date(2026, 5, 7), "3", "in_progress", "Bo Asplund", "hösten 2026")


def _report(
    door: Door, day: date, number: str, status: Status, said_by: str, new: str | None = None
) -> None:
    _, now = door.clock(day)
    with door.council() as (session, council):
        activity = find_activity(session, council_id=council.id, name=number)
        later = parse_deadline(new, reference=day, lang="sv") if new else None
        answer = Progress(status=status, said_by=said_by, new_deadline=later)
        report_progress(session, activity, answer, today=day, now=now)
    said = tell(f"status.{status}") + (f", {new}" if new else "")
    click.echo(tell("cli.demo.answer", day=day, name=said_by, number=number, said=said))


def _show(door: Door, kind: str, day: date) -> None:
    """The first letter of a kind on a day, as its reader sees it without pictures."""
    with door.council() as (session, _):
        letter = session.scalars(
            select(OutboxMessage).filter_by(kind=kind, day=day).order_by(OutboxMessage.id)
        ).first()
    if letter is not None:
        click.secho("\n" + tell("cli.demo.letter", day=day, to=letter.recipient), bold=True)
        click.echo(indent(text_of(letter.content), "  | ", lambda _: True))


def _point_to(output: Path, door: Door) -> None:
    letters = sorted((door.settings.home / "mail").glob("*.eml"))
    click.secho(
        "\n" + tell("cli.demo.mail", number=len(letters), folder=output / "mail"), bold=True
    )
    for letter in letters:
        click.echo(f"  {letter.name}")
    click.echo("\n" + tell("cli.demo.next", home=output))
