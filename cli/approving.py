"""`tidplan plan approve`: a draft counts; what became of its oldest rows is asked once."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import click

from actions.approve_plan import approve_plan
from actions.namesakes import ProbablySame, probably_same
from actions.passed_rows import Became, account_for
from actions.planned_change import PlannedChange
from cli.asking import chosen
from cli.door import Door, Option, person_at_the_keyboard, today_option
from cli.plan_named import plan_named
from cli.plan_printed import print_alike, print_changes, print_missing
from cli.words import tell, tell_count
from models.gap_queries import without_address
from models.queries import unaccounted_activities
from models.tables.plans import Activity
from models.values import Status

ASK: Final = "ask"
BECAME: Final[dict[str, Status]] = {
    "done": "done",
    "in-progress": "in_progress",
    "cancelled": "cancelled",
}


@dataclass(frozen=True, slots=True)
class Approved:
    group: str
    changes: list[PlannedChange]
    missing: list[tuple[str, str]]
    alike: list[ProbablySame]
    passed: Sequence[Activity]


def passed_option() -> Option:
    return click.option(
        "--passed", type=click.Choice([ASK, *BECAME]), help=tell("cli.option.passed")
    )


@click.command(name="approve", help=tell("cli.plan.approve"))
@click.argument("plan", required=False)
@passed_option()
@today_option()
def approve(plan: str | None, passed: str | None, today: date | None) -> None:
    door = Door()
    approved = approved_now(door, plan, today)
    print_changes(approved.changes)
    tell_approved(door, approved, passed, today)


def approved_now(door: Door, plan: str | None, today: date | None) -> Approved:
    day, now = door.clock(today)
    with door.council() as (session, council):
        found = plan_named(session, council.id, plan, state="draft")
        changes = approve_plan(
            session, draft=found, actor=person_at_the_keyboard(), today=day, now=now
        )
        waiting = unaccounted_activities(session, council.id, day)
        return Approved(
            found.group.name,
            changes,
            without_address(session, council.id),
            probably_same(session, council.id),
            [one for one in waiting if one.group_id == found.group_id],
        )


def tell_approved(door: Door, approved: Approved, passed: str | None, today: date | None) -> None:
    """passed: what became of all rows whose time is gone; None asks where somebody sits there."""
    click.echo(tell("cli.plan.approved", group=approved.group))
    print_missing(approved.missing)
    print_alike(approved.alike)
    if not approved.passed:
        return
    click.echo(tell_count("cli.plan.passed", len(approved.passed)))
    for one in approved.passed:
        click.echo(f"  {one.uid}: {one.description} (”{one.wording}”, {one.due})")
    became = _became(approved.passed, passed)
    _account_for(door, became, today)
    if len(became) < len(approved.passed):
        click.echo(tell("cli.plan.passed.asked", group=approved.group))


def _became(rows: Sequence[Activity], passed: str | None) -> Mapping[int, Status]:
    """What is known, by the activity's number in the database; the group is asked of the rest."""
    if passed is None and sys.stdin.isatty():
        return _asked(rows)
    if passed is None or passed == ASK:
        return {}
    return {one.id: BECAME[passed] for one in rows}


def _asked(rows: Sequence[Activity]) -> Mapping[int, Status]:
    said = _what_became(tell("cli.plan.passed.what"), [ASK, *BECAME, "each"])
    if said != "each":
        return _became(rows, said)
    each = {
        one.id: _what_became(f"  {one.uid}: {one.description}", [ASK, *BECAME]) for one in rows
    }
    return {row: BECAME[said] for row, said in each.items() if said != ASK}


def _what_became(question: str, choices: Sequence[str]) -> str:
    return chosen(question, choices, kind="cli.passed")


def _account_for(door: Door, became: Mapping[int, Status], today: date | None) -> None:
    if not became:
        return
    day, now = door.clock(today)
    with door.council() as (session, _):
        account_for(
            session,
            [Became(session.get_one(Activity, row), status) for row, status in became.items()],
            said_by=person_at_the_keyboard(),
            today=day,
            now=now,
            conventions=door.settings.council.conventions,
        )
    click.echo(tell_count("cli.plan.passed.written", len(became)))
