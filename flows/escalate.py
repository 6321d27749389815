"""Tells the executive committee what it should decide."""

from datetime import date
from functools import partial
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from actions.escalate import escalate
from flows.door import run
from flows.naming import by_day
from flows.posted import post


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
    return run("escalate", partial(post, write=escalate, step="escalate"), day=day, policy=policy)
