"""Asks members about what has come up."""

from datetime import date
from functools import partial
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from actions.remind import remind
from flows.door import run
from flows.naming import by_day
from flows.posted import post


@flow(name="remind", flow_run_name=by_day)
def remind_members(day: date | None = None, policy: dict[str, Any] | None = None) -> State[Any]:
    """Queue one letter for each member who has something to answer, and the secretariat's list.

    Sends nothing: `deliver` does. Safe to run again at any time: nobody is asked twice.
    On a day when nobody works nothing is queued; it is said on the next working day.

    Args:
        day: The day to act for; empty means today in the council's time zone.
        policy: What differs from the council's file, by the names of `tidplan policy show`, like
            {"escalate": [21, 70]}; empty means nothing.
    """
    return run("remind", partial(post, write=remind, step="remind"), day=day, policy=policy)
