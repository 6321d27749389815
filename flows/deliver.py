"""Sends what is queued."""

from datetime import date
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State
from pydantic import NonNegativeInt

from actions.deliver import Delivered, deliver
from flows.door import Done, Door, run
from flows.naming import by_minute
from flows.words import page, table
from language.catalog import Language, explain, say, say_count

COUNTS = ("sent", "resent", "failed", "uncertain", "waiting")


@flow(name="deliver", flow_run_name=by_minute)
def deliver_mail(day: date | None = None, limit: NonNegativeInt = 0) -> State[Any]:
    """Send the letters that are queued and due, each exactly as it was stored.

    In the council's quiet hours nothing is sent. Any number of these may run at the same time.
    An artifact is made only when something was sent or went wrong; what became of every letter
    stands in the outbox.

    Args:
        day: The day to act for; empty means today in the council's time zone.
        limit: At most so many letters; 0 means all that are due.
    """
    return run("deliver", lambda door: _deliver(door, limit or None), day=day)


def _deliver(door: Door, limit: int | None) -> Done:
    if door.settings.council.calendar.is_night(door.now):
        return Done(say("flows.night", door.language))
    mail = door.settings.mail
    result = deliver(door.engine, now=door.now, mail=mail, limit=limit, patient=True)
    problem = result.relay_problem
    told = explain(problem, door.language) if problem and result.waiting else ""
    broken = bool(told) and problem is not None and problem.exit_code > 0
    headline = told or say_count("flows.delivered", result.sent, door.language)
    worth_showing = broken or result.sent or result.failed or result.uncertain
    shown = _shown(door, result, headline) if worth_showing else None
    return Done(headline, shown, failed=broken)


def _shown(door: Door, result: Delivered, headline: str) -> str:
    title = say("flows.deliver.title", door.language, at=f"{door.now:%Y-%m-%d %H:%M}")
    return page(title, headline, _counted(result, door.language), _to_do(result, door.language))


def _counted(result: Delivered, language: Language) -> str:
    rows = [(say(f"flows.mail.{name}", language), getattr(result, name)) for name in COUNTS]
    headings = [say("flows.heading.mail", language), say("flows.heading.count", language)]
    return table(headings, rows)


def _to_do(result: Delivered, language: Language) -> str:
    return say("flows.look_in_outbox", language) if result.failed or result.uncertain else ""
