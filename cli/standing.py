"""`tidplan status ACTIVITY`: how one activity stands, and what happens next."""

from datetime import date

import click

from actions.answers import find_activity
from actions.evaluate import reason_as_json
from actions.standing import Standing, standing_of
from cli.door import Door
from cli.printed import print_json, reason_words
from cli.words import tell
from models.tables.plans import Activity

LEVELS = {1: "convenor", 2: "committee", 3: "council"}


def print_standing(door: Door, name: str, today: date | None, *, as_json: bool) -> None:
    day, _ = door.clock(today)
    with door.council() as (session, council):
        activity = find_activity(session, council_id=council.id, name=name)
        found = standing_of(session, door.office(council, day), activity)
        title = f"{activity.uid}: {activity.description}"
        if as_json:
            print_json(_as_json(activity, found))
            return
        click.secho(title, bold=True)
        for line in _lines(activity, found):
            click.echo(f"  {line}")


def status_in_words(status: str, left_out_as: str | None) -> str:
    """Nobody but a new version of the plan has ended what it left out."""
    if left_out_as is None:
        return tell(f"status.{status}")
    return tell("cli.status.was_left_out", status=tell(f"status.{left_out_as}"))


def _as_json(activity: Activity, found: Standing) -> dict[str, object]:
    is_open = activity.closed_on is None
    return {
        "uid": activity.uid,
        "status": activity.status,
        "left_out_as": activity.left_out_as,
        "window": found.window,
        "health": found.assessment.health if is_open else None,
        "reasons": [reason_as_json(one) for one in found.assessment.reasons] if is_open else [],
        "proposed": found.proposed,
        "asked_on": found.asked_on,
        "asked": list(found.names),
        "level": LEVELS.get(found.level),
        "rises": [{"level": LEVELS.get(level, str(level)), "on": on} for level, on in found.rises],
    }


def _lines(activity: Activity, found: Standing) -> list[str]:
    status = status_in_words(activity.status, activity.left_out_as)
    window = tell(f"cli.window.{found.window}", due=activity.due or "–")
    if activity.closed_on is not None:
        return [tell("cli.standing.closed", status=status, on=activity.closed_on)]
    reasons = [reason_as_json(one) for one in found.assessment.reasons]
    lines = [
        tell("cli.standing.now", status=status, window=window),
        f"{tell(f'health.{found.assessment.health}')}: {reason_words(reasons)}",
    ]
    if found.proposed:
        lines.append(tell("cli.standing.proposed"))
    if found.asked_on and found.names:
        names = ", ".join(found.names)
        lines.append(tell("cli.standing.asked", on=found.asked_on, names=names))
    for level, on in found.rises:
        if level in LEVELS:
            lines.append(tell(f"cli.standing.rises.{LEVELS[level]}", on=on))
    return lines
