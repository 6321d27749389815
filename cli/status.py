"""`tidplan status`: how everything stands, and which decisions are wanted."""

from datetime import date
from typing import Any

import click

from actions.digests import wants_decision
from actions.evaluate import reason_as_json
from actions.office import Office
from actions.situations import situation_of
from cli.door import Door, json_option, today_option
from cli.outbox_hold import tell_what_is_in_the_way
from cli.printed import print_json, print_table, reason_words
from cli.standing import print_standing, status_in_words
from cli.words import tell, tell_count
from models.people_queries import groups
from models.queries import group_activities, open_cases, plans
from models.tables.following import Escalation
from models.tables.plans import Activity
from models.told_queries import Heard, heard_since_answers
from rules.health import assess


@click.command(name="status", help=tell("cli.status"))
@click.argument("activity", required=False)
@today_option()
@click.option("--all", "everything", is_flag=True, help=tell("cli.option.all"))
@json_option()
def command(activity: str | None, today: date | None, *, everything: bool, as_json: bool) -> None:
    if activity is None:
        print_status(Door(), today, everything=everything, as_json=as_json)
    else:
        print_standing(Door(), activity, today, as_json=as_json)


def print_status(
    door: Door, today: date | None, *, everything: bool = False, as_json: bool
) -> None:
    """everything: also what a new version of a plan left out; programs are told of it anyway."""
    day, _ = door.clock(today)
    with door.council() as (session, council):
        working = groups(session, council.id, kind="working_group")
        rows = [activity for group in working for activity in group_activities(session, group.id)]
        heard = heard_since_answers(session, [one.id for one in rows])
        office = door.office(council, day)
        activities = [_activity(one, heard[one.id], office) for one in rows]
        drafts = [one.id for one in plans(session, council.id) if one.state == "draft"]
        cases = [_case(one, day) for one in open_cases(session, council.id)]
    if as_json:
        print_json({"activities": activities, "escalations": cases})
    elif not activities:
        click.echo(tell("cli.status.none", database=door.settings.database_shown))
        for number in drafts:
            click.echo(tell("cli.plan.waits", number=number))
    else:
        proposed = {case["uid"] for case in cases if case["proposed"]}
        shown = [one for one in activities if everything or not one["left_out_as"]]
        _print_activities(shown, proposed)
        if len(shown) < len(activities):
            click.echo("\n" + tell_count("cli.status.left_out", len(activities) - len(shown)))
        _print_cases(cases)
        tell_what_is_in_the_way(door)


def _activity(activity: Activity, heard: Heard, office: Office) -> dict[str, Any]:
    """Health as it is on the day that is asked for, whenever it was last evaluated."""
    found = assess(
        situation_of(activity, heard.asked),
        today=office.today,
        policy=office.policy_of(activity.group),
        calendar=office.calendar_of(activity.group),
    )
    is_open = activity.closed_on is None
    return {
        "uid": activity.uid,
        "group": activity.group.name,
        "kind": activity.kind,
        "number": activity.number,
        "description": activity.description,
        "responsible": activity.responsible,
        "deadline": {
            "text": activity.wording,
            "kind": activity.deadline_kind,
            "start": activity.start,
            "due": activity.due,
            "precision": activity.precision,
            "edtf": activity.edtf,
            "note": activity.note,
        },
        "status": activity.status,
        "left_out_as": activity.left_out_as,
        "health": found.health if is_open else None,
        "reasons": [reason_as_json(reason) for reason in found.reasons] if is_open else [],
        "next_review_on": activity.next_review_on,
        "ask_on": activity.ask_on,
    }


def _case(case: Escalation, today: date) -> dict[str, Any]:
    return {
        "id": case.id,
        "uid": case.activity.uid,
        "level": case.level,
        "wants_decision": wants_decision(case, today),
        "opened_on": case.opened_on,
        "parked_until": case.parked_until,
        "decision": case.decision,
        "proposed": case.proposed["text"] if case.proposed else None,
        "days_overdue": max(0, (today - case.activity.due).days) if case.activity.due else 0,
        "description": case.activity.description,
    }


def _print_activities(activities: list[dict[str, Any]], proposed: set[str]) -> None:
    """Two lines each. proposed: those that wait for the committee."""
    group = None
    for one in activities:
        if one["group"] != group:
            group = one["group"]
            click.secho(f"\n{group}", bold=True)
        number = f"{one['number']} " if one["number"] else ""
        click.echo(f"  {number}{one['description']}")
        click.secho(f"      {' · '.join(_facts(one, proposed))}", dim=True)


def _facts(one: dict[str, Any], proposed: set[str]) -> list[str]:
    facts = [
        one["uid"],
        status_in_words(one["status"], one["left_out_as"]),
        _when(one["deadline"]),
    ]
    if one["status"] in {"done", "cancelled"} or one["health"] is None:
        return facts
    why = f" ({reason_words(one['reasons'])})" if one["reasons"] else ""
    return [*facts, tell(f"health.{one['health']}") + why, *_next(one, proposed)]


def _next(one: dict[str, Any], proposed: set[str]) -> list[str]:
    """Nobody is asked about what waits for a decision."""
    if one["uid"] in proposed:
        return [tell("cli.status.proposed")]
    return [tell("cli.status.asked", day=one["ask_on"])] if one["ask_on"] else []


def _when(deadline: dict[str, Any]) -> str:
    text = f"”{deadline['text']}”" if deadline["text"] else "–"
    return tell("cli.status.due", text=text, due=deadline["due"]) if deadline["due"] else text


def _print_cases(cases: list[dict[str, Any]]) -> None:
    """Those before the committee first; the others are with a convenor, parked or taken on."""
    wanted = [case for case in cases if case["wants_decision"]]
    others = [case for case in cases if not case["wants_decision"]]
    if wanted:
        _print_table(wanted, "cli.status.decisions")
        click.echo(tell("cli.status.decide"))
    if others:
        _print_table(others, "cli.status.other_cases")


def _print_table(cases: list[dict[str, Any]], title: str) -> None:
    headings = [tell(f"cli.heading.{name}") for name in ("id", "uid", "days_overdue", "opened", "activity")]  # fmt: skip # noqa: E501
    columns = ("id", "uid", "days_overdue", "opened_on", "description")
    click.echo()
    print_table(
        headings, [[str(one[name]) for name in columns] for one in cases], title=tell(title)
    )
