"""`tidplan outbox status|hold|release`: what is in the way of mail, and whether it may leave."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import click

from actions.deliver import rests
from cli.door import Door, json_option, person_at_the_keyboard
from cli.printed import print_json, print_table
from cli.words import reader, tell, tell_count
from language.catalog import explain
from models.mail_queries import counted_by_state
from models.outbox_hold import hold, release, standing_holds
from models.store import reading, transaction
from models.tables.mail import STATES, OutboxHold, RelayRest
from notifications.delivery.breaker import resting_relays


@click.command("status", help=tell("cli.outbox.status"))
@json_option()
def status(*, as_json: bool) -> None:
    door = Door()
    with reading(door.engine) as session:
        counts = counted_by_state(session)
        holds = [_as_json(one) for one in standing_holds(session)]
        relays = [_rest_as_json(one) for one in resting_relays(session)]
    if as_json:
        print_json({"states": counts, "holds": holds, "relays": relays})
        return
    rows = [[tell(f"state.{state}"), str(counts[state])] for state in STATES if counts[state]]
    print_table([tell("outbox.head.state"), tell("outbox.head.count")], rows)
    tell_what_is_in_the_way(door)


def _as_json(one: OutboxHold) -> dict[str, object]:
    return {"because": one.because, "since": one.placed_at, "by": one.placed_by}


def _rest_as_json(rest: RelayRest) -> dict[str, object]:
    names = ("relay", "refusals", "stage", "problem")
    until = datetime.fromtimestamp(rest.next_try, UTC)
    return {name: getattr(rest, name) for name in names} | {
        "since": rest.refused_since,
        "next_try": until,
    }


def tell_what_is_in_the_way(door: Door) -> None:
    for line in what_is_in_the_way(door):
        click.echo(line)


def what_is_in_the_way(door: Door) -> list[str]:
    """Sentences about what keeps mail here."""
    with reading(door.engine) as session:
        holds = list(_hold_lines(standing_holds(session)))
        zone = door.settings.now().tzinfo
        return holds + [
            explain(rests(one, zone=zone), reader()) for one in resting_relays(session)
        ]


def _hold_lines(holds: Sequence[OutboxHold]) -> Iterator[str]:
    for one in holds:
        at, why = f"{one.placed_at:%Y-%m-%d %H:%M}", tell(f"outbox.because.{one.because}")
        yield tell("outbox.hold_since", at=at, why=why, by=one.placed_by)
    if holds:
        yield tell("outbox.release_how")


@click.command("hold", help=tell("cli.outbox.hold"))
def hold_() -> None:
    door = Door()
    by, now = person_at_the_keyboard(), door.settings.now()
    with transaction(door.engine) as session:
        held = hold(session, because="by_hand", by=by, now=now)
    click.echo(tell_count("outbox.held", held))


@click.command("release", help=tell("cli.outbox.release"))
def release_() -> None:
    door = Door()
    with transaction(door.engine) as session:
        stood = standing_holds(session)
        released = release(session, by=person_at_the_keyboard(), now=door.settings.now())
    click.echo(tell_count("outbox.released", released) if stood else tell("outbox.not_held"))
