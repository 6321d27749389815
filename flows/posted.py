"""How `remind` and `escalate` queue what is to be said, and show it."""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy.orm import Session

from actions.office import Office
from actions.post import Posted
from actions.volume import hold_unusual
from flows.door import Done, Door
from flows.words import bullets, page
from language.catalog import say, say_count


def post(door: Door, write: Callable[[Session, Office], Posted], *, step: str) -> Done:
    """step: 'remind' or 'escalate'. What is unusually much is held in the same transaction."""
    with door.council() as (session, council):
        office = door.office(council)
        posted = replace(write(session, office), held=hold_unusual(session, office))
    return _shown(door, posted, step)


def _shown(door: Door, posted: Posted, step: str) -> Done:
    title = say(f"flows.{step}.title", door.language, day=door.today)
    if posted.nobody_works:
        headline = say("flows.nobody_works", door.language, day=door.today)
        return Done(headline, page(title, headline))
    headline = say_count(f"flows.{step}.letters", len(posted.letters), door.language)
    parts = (_held(door, posted), _inside(door, posted), _unreachable(door, posted))
    return Done(headline, page(title, headline, *parts))


def _held(door: Door, posted: Posted) -> str:
    return say_count("flows.unusually_many", posted.held, door.language) if posted.held else ""


def _inside(door: Door, posted: Posted) -> str:
    """To whom, and how much; what a letter says stays in the outbox."""
    if not posted.letters:
        return ""
    counts = {"flows.asks": posted.asks, "flows.cases": posted.cases}
    told = [say_count(key, number, door.language) for key, number in counts.items() if number]
    return f"{' '.join(told)}\n\n{bullets(posted.letters)}"


def _unreachable(door: Door, posted: Posted) -> str:
    if not posted.unreachable:
        return ""
    return f"### {say('flows.unreachable', door.language)}\n\n{bullets(posted.unreachable)}"
