"""Takes away the content of mail that has been kept long enough."""

from datetime import date
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from actions.records import Retained, retain
from flows.door import ACTOR, Done, Door, run
from flows.naming import by_day
from flows.words import page, table
from language.catalog import Language, say, say_count


@flow(name="retain", flow_run_name=by_day)
def retain_mail(day: date | None = None) -> State[Any]:
    """Take away content, subject and address of mail that is older than the council's rule says.

    The rule is `records: keep:` in the council's file; without one, nothing is taken away. That a
    person was told of an activity on a day, and when, stays. Safe to run again at any time.

    Args:
        day: The day to act for; empty means today in the council's time zone.
    """
    return run("retain", _retain, day=day)


def _retain(door: Door) -> Done:
    language, records = door.language, door.settings.council.records
    if not records.keep:
        return Done(say("outbox.no_rule", language))
    with door.council() as (session, council):
        result = retain(
            session,
            council_id=council.id,
            records=records,
            today=door.today,
            now=door.now,
            actor=ACTOR,
        )
    headline = say_count("outbox.thinned", sum(result.thinned.values()), language)
    return Done(headline, _shown(door, result, headline) if result.thinned else None)


def _shown(door: Door, result: Retained, headline: str) -> str:
    title = say("flows.retain.title", door.language, day=door.today)
    held = say_count("outbox.kept_for_registry", result.held, door.language) if result.held else ""
    return page(title, headline, _by_kind(result, door.language), held)


def _by_kind(result: Retained, language: Language) -> str:
    """Kinds as the council's file names them."""
    headings = [say(f"flows.heading.{name}", language) for name in ("mail", "count")]
    return table(headings, list(result.thinned.items()))
