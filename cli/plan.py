"""`tidplan plan`: a document becomes a draft, a draft becomes a plan."""

import sys
from datetime import date
from pathlib import Path

import click

from actions.import_plan import (
    Imported,
    NothingToImportError,
    as_it_counts,
    group_meant,
    import_plan,
)
from actions.older import OlderDocumentError, older_than_approved
from actions.plan_changes import compare
from actions.which_group import Chosen, WhichGroupError
from cli.approving import ASK, approve, approved_now, passed_option, tell_approved
from cli.asking import agrees, chosen
from cli.correcting import correct
from cli.door import Day, Door, Option, json_option, person_at_the_keyboard, today_option
from cli.export import came_back, compared, export
from cli.plan_printed import change_as_json, print_changes, print_older, print_plan
from cli.printed import print_json, print_table
from cli.reading import read_here, with_reference
from cli.showing import show
from cli.words import tell
from intake.as_json import plan_as_json
from intake.read import ReadDocument
from models.plan_content import plan_from_json
from models.queries import plans


def reference_option() -> Option:
    return click.option("--reference", type=Day(), help=tell("cli.option.reference"))


def group_option() -> Option:
    return click.option("--group", help=tell("cli.option.group"))


def new_group_option() -> Option:
    return click.option("--new-group", is_flag=True, help=tell("cli.option.new_group"))


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
@group_option()
@new_group_option()
@click.option("--yes", is_flag=True, help=tell("cli.option.yes"))
@passed_option()
@today_option()
def import_(
    file: Path,
    reference: date | None,
    group: str | None,
    *,
    new_group: bool,
    yes: bool,
    passed: str | None,
    today: date | None,
) -> None:
    if came_back(file, yes=yes, today=today):
        return
    found = with_reference(file, reference, ask=not yes)
    if not found.plan.activities:
        raise NothingToImportError(document=file)
    door = Door()
    try:
        imported = _stored(door, file, found, today, Chosen(group, new_group))
    except WhichGroupError as doubt:
        meant = _which_group(doubt, group) if sys.stdin.isatty() and not yes else None
        if meant is None:
            raise
        imported = _stored(door, file, found, today, meant)
    if imported.unchanged:
        click.echo(tell("cli.plan.unchanged", group=imported.group))
        return
    print_plan(imported.plan)
    print_older(imported.older)
    print_changes(imported.changes)
    if yes and imported.older:
        raise OlderDocumentError(imported.plan_id, imported.older)
    if yes or (sys.stdin.isatty() and agrees(tell("cli.plan.approve_now"))):
        approved = approved_now(door, str(imported.plan_id), today)
        tell_approved(door, approved, passed or (ASK if yes else None), today)
    else:
        click.echo(tell("cli.plan.waits", number=imported.plan_id))


def _which_group(doubt: WhichGroupError, named: str | None) -> Chosen | None:
    """None: who does not answer has nothing stored."""
    question = f"{tell(doubt.why.key, **doubt.why.values)}. {tell('cli.plan.same_group')}"
    answers = {"stop": None, "same": Chosen(doubt.known), "new": Chosen(named, new=True)}
    return answers[chosen(question, list(answers), kind="cli.which_group")]


def _stored(
    door: Door, file: Path, found: ReadDocument, today: date | None, meant: Chosen
) -> Imported:
    _, now = door.clock(today)
    with door.council() as (session, council):
        return import_plan(
            session,
            council_id=council.id,
            content=plan_as_json(found.plan),
            document=file.name,
            sha256=found.sha256,
            reference=found.reference,
            chosen=meant,
            actor=person_at_the_keyboard(),
            now=now,
        )


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
@group_option()
@new_group_option()
@json_option()
def diff(
    file: Path, reference: date | None, group: str | None, *, new_group: bool, as_json: bool
) -> None:
    if compared(file, as_json=as_json):
        return
    document = read_here(file, reference)
    if not document.plan.activities:
        raise NothingToImportError(document=file)
    read = plan_as_json(document.plan)
    with Door().council() as (session, council):
        found = group_meant(
            session, council.id, read, document=file.name, chosen=Chosen(group, new_group)
        )
        content = as_it_counts(session, found, read)
        changes = compare(session, found, plan_from_json(content)).changes()
        older = older_than_approved(session, found.id, document.reference)
        session.rollback()  # only a look
    print_older(older, aside=as_json)
    if as_json:
        print_json([change_as_json(one) for one in changes])
    else:
        print_changes(changes)


def _cell(value: object) -> str:
    return "–" if value is None else str(value)
