"""How a plan and its changes look in a terminal."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from shutil import get_terminal_size
from textwrap import fill
from typing import Final, get_args

import click

from actions.doubts_worded import doubts
from actions.namesakes import ProbablySame
from actions.older import Older
from actions.planned_change import LIST_PARTS, Edited, PlannedChange, named
from actions.revision_worded import more_worded, remarks
from cli.printed import NARROWEST, print_table, window
from cli.words import reader, tell, tell_count
from models.values import Plan, PlanActivity
from rules.differences import Change

CHANGES: Final[tuple[Change, ...]] = get_args(Change)
HEADINGS: Final = {"description": "activity", "deadline": "wording"}


def change_as_json(one: PlannedChange) -> dict[str, object]:
    return {
        "part": one.part,
        "change": one.change,
        "number": one.number,
        "description": one.text,
        "deadline_moved": one.moved is not None,
        "was": one.moved and one.moved.was,
        "now": one.moved and one.moved.now,
        "edits": {edit.column: [edit.was, edit.now] for edit in one.edits},
        "probably_same": one.probably_same,
        "likeness": round(one.likeness),
        "reordered": one.reordered,
        "part_of": one.part_of,
        "history": [asdict(each) for each in one.history],
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
    for name in LIST_PARTS:
        _print_list(name, getattr(plan, name))
    for at, duty in enumerate(plan.reporting, 1):
        said = f"{duty.text} ({window(duty.deadline)})"
        click.echo(f"\n{tell('cli.field.report')} r{at}: {said}")
    for doubt in doubts(plan, reader()):
        click.echo(f"! {doubt}")


def _print_list(name: str, texts: Sequence[str]) -> None:
    if texts:
        click.echo(f"\n{tell(f'cli.field.{name}')}:")
    width = max(get_terminal_size().columns, NARROWEST)
    for text in texts:
        click.echo(fill(text, width, initial_indent="  – ", subsequent_indent="    "))


def _row(row: PlanActivity) -> list[str]:
    who = row.responsible or "–"
    return [row.number or "", row.description, who, row.when, window(row.deadline)]


def print_older(older: Older | None, *, aside: bool = False) -> None:
    """aside: where programs read what is printed."""
    if older:
        click.echo("\n" + older.in_words(reader()), err=aside)


def print_changes(changes: list[PlannedChange]) -> None:
    """Only what differs; a first version is all new and needs no list."""
    rows = [one for one in changes if one.part == "activity"]
    counts = Counter(one.told_as for one in rows)
    click.echo("\n" + tell("cli.plan.changes", **{name: counts[name] for name in CHANGES}))
    if counts["new"] == len(rows):
        return
    for line in remarks(changes, reader()):
        click.echo(line)
    for one in changes:
        if one.told_as != "same":
            _print_change(one)


def _print_change(one: PlannedChange) -> None:
    facts = [tell(f"cli.part.{one.part}"), tell(f"cli.change.{one.change}")]
    if one.probably_same:
        facts.append(tell("cli.change.probably_same"))
    if one.done:
        facts.append(tell("cli.change.done"))
    if one.text_before:
        click.echo(f"  {', '.join(facts)}: {one.text_before} → {one.text}")
        return
    click.echo(f"  {', '.join(facts)}: {named(one.number, one.text)}")
    for edit in one.told_edits:
        click.echo(f"      {edited_in_words(edit)}")
    for line in more_worded(one, reader()):
        click.echo(f"      {line}")


def edited_in_words(edit: Edited) -> str:
    column = tell(f"cli.heading.{HEADINGS.get(edit.column, edit.column)}")
    due = f" ({edit.due})" if edit.due else ""
    return f"{column}: {edit.was or '–'} → {edit.now or '–'}{due}"


def print_missing(missing: list[tuple[str, str]]) -> None:
    if missing:
        click.echo(tell_count("cli.people.without_address", len(missing)))
    for name, group in missing:
        click.echo(f"  {name} ({group})")


def print_alike(alike: list[ProbablySame]) -> None:
    """Names that a person should look at: nobody is taken for somebody else."""
    if alike:
        click.echo(tell_count("reports.people.probably_same", len(alike)))
    for one in alike:
        click.echo(f"  {one.name} ({one.group}) ~ {one.known} <{one.email}>")
