"""How a plan and its changes look in a terminal."""

import click

from actions.plan_changes import PlannedChange
from cli.printed import print_table, window
from cli.words import tell, tell_count
from models.values import Plan, PlanActivity


def change_as_json(one: PlannedChange) -> dict[str, object]:
    return {
        "part": one.part,
        "change": one.change,
        "description": one.text,
        "deadline_moved": one.deadline_moved,
        "was": one.was,
        "now": one.now,
    }


def print_plan(plan: Plan) -> None:
    """What was read, row by row, with every doubt."""
    for name in ("title", "group", "commissioner", "owner"):
        click.echo(f"{tell(f'cli.field.{name}')}: {getattr(plan, name) or '–'}")
    members = [
        f"{one.name} ({one.organisation})" if one.organisation else one.name
        for one in plan.members
    ]
    click.echo(f"{tell('cli.field.members')}: {', '.join(members) or '–'}\n")
    headings = [
        tell(f"cli.heading.{name}")
        for name in ("number", "activity", "responsible", "wording", "due")
    ]
    print_table(headings, [_row(row) for row in plan.activities])
    for duty in plan.reporting:
        click.echo(f"\n{tell('cli.field.report')}: {duty.text} ({window(duty.deadline)})")
    doubts = [*plan.warnings, *(f"{row.number or ''} {text}".strip() for row in plan.activities for text in row.warnings)]  # fmt: skip # noqa: E501
    for doubt in doubts:
        click.echo(f"! {doubt}")


def _row(row: PlanActivity) -> list[str]:
    text = row.deadline.text if row.deadline else "–"
    return [row.number or "", row.description, row.responsible or "–", text, window(row.deadline)]


def print_changes(changes: list[PlannedChange]) -> None:
    """Only what differs; a first version is all new and needs no list."""
    rows = [one.change for one in changes if one.part == "activity"]
    counts = {name: rows.count(name) for name in ("new", "changed", "gone", "same")}
    click.echo("\n" + tell("cli.plan.changes", **counts))
    if counts["new"] < len(rows):
        for one in changes:
            if one.change != "same":
                click.echo(f"  {_change_words(one)}")


def _change_words(one: PlannedChange) -> str:
    facts = [tell(f"cli.part.{one.part}"), tell(f"cli.change.{one.change}")]
    if one.deadline_moved:
        facts.append(tell("cli.change.moved", was=one.was or "–", now=one.now or "–"))
    if one.done:
        facts.append(tell("cli.change.done"))
    return f"{', '.join(facts)}: {one.text}"


def print_missing(missing: list[tuple[str, str]]) -> None:
    if missing:
        click.echo(tell_count("cli.people.without_address", len(missing)))
    for name, group in missing:
        click.echo(f"  {name} ({group})")
