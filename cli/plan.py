"""`tidplan plan`: a document becomes a draft, a draft becomes a plan."""

import sys
from datetime import date
from pathlib import Path

import click

from actions.import_plan import NoGroupError, as_it_counts, import_plan
from actions.people import ensure_group
from actions.plan_changes import compare
from cli.approving import ASK, approve, approved_now, passed_option, tell_approved
from cli.correcting import correct
from cli.door import Day, Door, Option, json_option, person_at_the_keyboard, today_option
from cli.export import came_back, compared, export
from cli.plan_printed import change_as_json, print_changes, print_plan
from cli.printed import print_json, print_table
from cli.reading import read_here, with_reference
from cli.showing import show
from cli.words import tell
from intake.as_json import plan_as_json
from models.plan_content import plan_from_json
from models.queries import plans


def reference_option() -> Option:
    return click.option("--reference", type=Day(), help=tell("cli.option.reference"))


def file_argument() -> Option:
    return click.argument("file", type=click.Path(path_type=Path))


@click.group(name="plan", help=tell("cli.plan"))
def command() -> None:
    pass


command.add_command(export)
command.add_command(approve)
command.add_command(show)
command.add_command(correct)


@command.command(help=tell("cli.plan.read"))
@file_argument()
@reference_option()
@json_option()
def read(file: Path, reference: date | None, *, as_json: bool) -> None:
    plan = read_here(file, reference).plan
    if as_json:
        print_json(plan_as_json(plan))
    else:
        print_plan(plan)


@command.command(name="import", help=tell("cli.plan.import"))
@file_argument()
@reference_option()
@click.option("--group", help=tell("cli.option.group"))
@click.option("--yes", is_flag=True, help=tell("cli.option.yes"))
@passed_option()
@today_option()
def import_(
    file: Path,
    reference: date | None,
    group: str | None,
    *,
    yes: bool,
    passed: str | None,
    today: date | None,
) -> None:
    if came_back(file, yes=yes, today=today):
        return
    found = with_reference(file, reference, ask=not yes)
    if not found.plan.activities:
        click.echo(tell("cli.plan.no_activities", file=file))
        return
    door = Door()
    _, now = door.clock(today)
    with door.council() as (session, council):
        imported = import_plan(
            session,
            council_id=council.id,
            content=plan_as_json(found.plan),
            document=file.name,
            sha256=found.sha256,
            reference=found.reference,
            group_name=group,
            actor=person_at_the_keyboard(),
            now=now,
        )
    if imported.unchanged:
        click.echo(tell("cli.plan.unchanged", group=imported.group))
        return
    print_plan(imported.plan)
    print_changes(imported.changes)
    if yes or (sys.stdin.isatty() and click.confirm(tell("cli.plan.approve_now"))):
        approved = approved_now(door, str(imported.plan_id), today)
        tell_approved(door, approved, passed or (ASK if yes else None), today)
    else:
        click.echo(tell("cli.plan.waits", number=imported.plan_id))


@command.command(name="list", help=tell("cli.plan.list"))
@json_option()
def list_(*, as_json: bool) -> None:
    door = Door()
    with door.council() as (session, council):
        found = [
            {
                "id": plan.id,
                "group": plan.group.name,
                "state": plan.state,
                "document": plan.document,
                "reference": plan.reference,
                "activities": len(plan.content["activities"]),
            }
            for plan in plans(session, council.id)
        ]
    if as_json:
        print_json(found)
    elif found:
        headings = [tell(f"cli.heading.{name}") for name in found[0]]
        shown = [one | {"state": tell(f"cli.state.{one['state']}")} for one in found]
        print_table(headings, [[_cell(value) for value in plan.values()] for plan in shown])
    else:
        click.echo(tell("cli.plan.none", database=door.settings.database_shown))


@command.command(help=tell("cli.plan.diff"))
@file_argument()
@reference_option()
@click.option("--group", help=tell("cli.option.group"))
@json_option()
def diff(file: Path, reference: date | None, group: str | None, *, as_json: bool) -> None:
    if compared(file, as_json=as_json):
        return
    plan = read_here(file, reference).plan
    name = group or plan.group
    if not name:
        raise NoGroupError(document=file)
    with Door().council() as (session, council):
        found = ensure_group(session, council.id, name)
        content = as_it_counts(session, found, plan_as_json(plan))
        changes = compare(session, found, plan_from_json(content)).changes()
        session.rollback()  # only a look
    if as_json:
        print_json([change_as_json(one) for one in changes])
    else:
        print_changes(changes)


def _cell(value: object) -> str:
    return "–" if value is None else str(value)
