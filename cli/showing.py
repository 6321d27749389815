"""`tidplan plan show`: a plan as it was read, or as it stood on a day."""

from dataclasses import asdict
from datetime import date

import click

from actions.export_plan import export_plan
from actions.older import older_than_approved
from actions.plan_changes import compare
from cli.correcting import corrections_in
from cli.door import Day, Door, Option, json_option, today_option
from cli.plan_named import plan_named
from cli.plan_printed import change_as_json, print_changes, print_older, print_plan
from cli.printed import print_json, print_table
from cli.words import reader, tell
from models.plan_content import plan_from_json
from reports.exported import Column, ExportedPlan, cells, heading

THEN: tuple[Column, ...] = (
    "number",
    "activity",
    "responsible",
    "wording",
    "due",
    "status",
    "report",
)


def on_option() -> Option:
    return click.option("--on", type=Day(), help=tell("cli.option.on"))


@click.command(name="show", help=tell("cli.plan.show"))
@click.argument("plan", required=False)
@on_option()
@today_option()
@json_option()
def show(plan: str | None, on: date | None, today: date | None, *, as_json: bool) -> None:
    if on is None:
        _as_read(plan, as_json=as_json)
    else:
        _as_it_was(plan, on, today, as_json=as_json)


def _as_read(plan: str | None, *, as_json: bool) -> None:
    with Door().council() as (session, council):
        found = plan_named(session, council.id, plan)
        content, group = found.content, found.group.name
        state, number = found.state, found.id
        plan_read = plan_from_json(content)
        draft = state == "draft"
        changes = compare(session, found.group, plan_read).changes() if draft else []
        older = older_than_approved(session, found.group_id, found.reference) if draft else None
    if as_json:
        listed = {"changes": [change_as_json(one) for one in changes]} if draft else {}
        print_json({"id": number, "state": state, "group": group} | content | listed)
    else:
        click.echo(
            tell("cli.plan.heading", number=number, group=group, state=tell(f"cli.state.{state}"))
        )
        print_plan(plan_read)
        for line in corrections_in(content):
            click.echo(f"~ {line}")
        if draft:
            print_older(older)
            print_changes(changes)


def _as_it_was(plan: str | None, on: date, today: date | None, *, as_json: bool) -> None:
    door = Door()
    day, now = door.clock(today)
    with door.council() as (session, council):
        found = export_plan(
            session, council=council, name=plan, today=day, now=now, then=door.moment_after(on)
        )
    if as_json:
        print_json(_as_json(found))
    else:
        _print_then(found)


def _as_json(found: ExportedPlan) -> dict[str, object]:
    return {
        "id": found.plan_id,
        "group": found.group,
        "title": found.title,
        "on": found.day,
        "rows": [asdict(row) for row in found.rows],
    }


def _print_then(found: ExportedPlan) -> None:
    click.echo(
        tell("cli.plan.then", number=found.plan_id, group=found.group, day=found.day) + "\n"
    )
    language = reader()
    rows = [[cells(row, language)[column] for column in THEN] for row in found.rows]
    print_table([heading(column, language) for column in THEN], rows)
