"""A relay that refuses is not hammered: all workers leave it alone, then one of them tries it."""

from dataclasses import replace

import pytest
from letters import MAIL, NOW
from post import queue, states
from relay import Relay
from sqlalchemy import Engine, update

from actions.deliver import Delivered, RelayDownError, RelayRestsError, deliver
from models.store import transaction
from models.tables.mail import RelayRest
from notifications.delivery.breaker import resting_relays
from notifications.delivery.settings import MailSettings

NO = "421 4.3.2 Closing"


@pytest.fixture
def mail(relay: Relay) -> MailSettings:
    return replace(MAIL, url=relay.url, command_seconds=5, data_seconds=5, connections=3)


def by_the_clock(engine: Engine, mail: MailSettings) -> Delivered:
    return deliver(engine, now=NOW, mail=mail, patient=True)


def pauses(engine: Engine) -> list[tuple[int, int]]:
    """(refusals, minutes until the next try), rounded."""
    with transaction(engine) as session:
        clock = session.connection().exec_driver_sql(CLOCK[engine.dialect.name]).scalar_one()
        return [
            (one.refusals, round((one.next_try - float(clock)) / 60))
            for one in resting_relays(session)
        ]


CLOCK = {
    "sqlite": "SELECT (julianday('now') - 2440587.5) * 86400.0",
    "postgresql": "SELECT extract(epoch from clock_timestamp())",
}


def let_the_pause_pass(engine: Engine) -> None:
    with transaction(engine) as session:
        session.execute(update(RelayRest).values(next_try=0.0))


def test_runs_by_the_clock_leave_it_alone(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna", "Bo", "Cilla")
    relay.answer("connect", *[NO] * 3)
    assert isinstance(by_the_clock(engine, mail).relay_problem, RelayDownError)
    before = relay.connections
    for _ in range(3):
        result = by_the_clock(engine, mail)
        assert isinstance(result.relay_problem, RelayRestsError)
        assert result.waiting == 3
    assert relay.connections == before
    assert pauses(engine) == [(1, 1)]


def test_after_the_pause_one_run_tries_it_with_one_connection(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna", "Bo", "Cilla")
    relay.answer("connect", *[NO] * 3)
    by_the_clock(engine, mail)
    before = relay.connections
    let_the_pause_pass(engine)
    relay.answer("connect", NO)
    seen: list[type[object]] = []

    def another(step: str) -> None:
        if step == "claimed":
            seen.append(type(by_the_clock(engine, mail).relay_problem))

    deliver(engine, now=NOW, mail=mail, patient=True, at_step=another)
    assert seen == [RelayRestsError]
    assert relay.connections == before + 1
    assert pauses(engine) == [(2, 5)]


def test_the_pauses_grow_to_an_hour(engine: Engine, relay: Relay, mail: MailSettings) -> None:
    queue(engine, "Anna")
    grown = []
    for _ in range(6):
        relay.answer("connect", *[NO] * 3)
        by_the_clock(engine, mail)
        relay.script.clear()
        grown += pauses(engine)
        let_the_pause_pass(engine)
    assert grown == [(1, 1), (2, 5), (3, 15), (4, 30), (5, 60), (6, 60)]


def test_one_that_takes_mail_again_is_forgiven_all(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna", "Bo")
    relay.answer("connect", *[NO] * 3)
    by_the_clock(engine, mail)
    let_the_pause_pass(engine)
    relay.script.clear()
    assert by_the_clock(engine, mail).sent == 2
    assert pauses(engine) == []


def test_a_person_who_asks_does_not_wait(engine: Engine, relay: Relay, mail: MailSettings) -> None:
    queue(engine, "Anna")
    relay.answer("connect", *[NO] * 3)
    by_the_clock(engine, mail)
    relay.script.clear()
    assert deliver(engine, now=NOW, mail=mail).sent == 1
    assert (states(engine), pauses(engine)) == (["sent"], [])


def test_a_refused_recipient_says_nothing_about_the_relay(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna", "Bo")
    relay.answer("rcpt", "550 5.1.1 Unknown", "450 4.2.1 Busy")
    by_the_clock(engine, mail)
    assert pauses(engine) == []


def test_one_that_hangs_up_after_some_has_refused_once(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna", "Bo", "Cilla")
    relay.script["mail"].extend(["250 Ok", "421 4.7.0 Enough"])
    relay.script["connect"].extend(["220 Hello", "421 4.7.0 Not so often"])
    result = by_the_clock(engine, replace(mail, connections=1))
    assert (result.sent, result.waiting) == (1, 2)
    assert pauses(engine) == [(1, 1)]
