"""Looks at everything that could read differently today."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State
from sqlalchemy.orm import Session

from actions.evaluate import Evaluated, evaluate
from flows.door import Done, Door, run
from flows.naming import by_day
from flows.words import page, table
from language.catalog import Language, say, say_count
from models.queries import activities_named
from models.values import HEALTHS

MOST_ROWS = 100  # an artifact is read by people


@flow(name="evaluate", flow_run_name=by_day)
def evaluate_activities(
    day: date | None = None, policy: dict[str, Any] | None = None
) -> State[Any]:
    """Assess every activity that is due for review; open, raise and close escalations.

    Sends nothing. Safe to run again at any time: a second run of the day changes nothing.

    Args:
        day: The day to act for; empty means today in the council's time zone.
        policy: What differs from the council's file, by the names of `tidplan policy show`, like
            {"escalate": [21, 70]}; empty means nothing.
    """
    return run("evaluate", _evaluate, day=day, policy=policy)


def _evaluate(door: Door) -> Done:
    with door.council() as (session, council):
        result = evaluate(session, door.office(council))
        cases = _cases(session, council.id, result, door.language)
    headline = say_count("flows.evaluated", result.reviewed, door.language, day=door.today)
    title = say("flows.evaluate.title", door.language, day=door.today)
    return Done(headline, page(title, headline, _health(result, door.language), cases))


def _health(result: Evaluated, language: Language) -> str:
    """How many of each kind, worst first."""
    counted = [
        (say(f"health.{health}", language), result.health[health])
        for health in reversed(HEALTHS)
        if health in result.health
    ]
    headings = [say("flows.heading.health", language), say("flows.heading.count", language)]
    return table(headings, counted) if counted else ""


def _cases(session: Session, council_id: int, result: Evaluated, language: Language) -> str:
    changes = {"opened": result.opened, "raised": result.raised, "closed": result.closed}
    rows = [
        (say(f"flows.case.{change}", language), uid, *_described(session, council_id, uid))
        for change, uids in changes.items()
        for uid in uids[:MOST_ROWS]
    ]
    headings = _headings(("case", "uid", "activity", "group"), language)
    return table(headings, rows) if rows else ""


def _headings(names: Iterable[str], language: Language) -> list[str]:
    return [say(f"flows.heading.{name}", language) for name in names]


def _described(session: Session, council_id: int, uid: str) -> tuple[str, str]:
    activity = activities_named(session, council_id, uid)[0]
    return activity.description, activity.group.name
