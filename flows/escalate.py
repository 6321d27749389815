"""Tells the executive committee what it should decide."""

from dataclasses import replace
from datetime import date
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from actions.escalate import escalate
from actions.volume import hold_unusual
from flows.door import Done, Door, run
from flows.naming import by_day
from flows.posted import show_posted


@flow(name="escalate", flow_run_name=by_day)
def escalate_cases(day: date | None = None, policy: dict[str, Any] | None = None) -> State[Any]:
    """Queue the weekly digest for each member of the executive committee who has none this week.

    Runs every weekday so that a holiday Monday only moves the digest to the week's first working
    day. Sends nothing: `deliver` does. Safe to run again at any time.

    Args:
        day: The day to act for; empty means today in the council's time zone.
        policy: What differs from the council's file, by the names of `tidplan policy show`, like
            {"escalate": [21, 70]}; empty means nothing.
    """
    return run("escalate", _escalate, day=day, policy=policy)


def _escalate(door: Door) -> Done:
    with door.council() as (session, council):
        office = door.office(council)
        posted = replace(escalate(session, office), held=hold_unusual(session, office))
    return show_posted(door, posted, step="escalate")
