"""A letter whose reason has gone is taken back before it leaves; what it asked is asked anew."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from office import GROUP, MONDAY, House, a_person, a_plan, address, noon
from relay import Relay, running
from sqlalchemy import Engine, select, update

from actions.deliver import Delivered, deliver
from models.outbox_hold import hold
from models.store import transaction
from models.tables.mail import OutboxMessage
from notifications.outbox import hurry, resend

TUESDAY = MONDAY + timedelta(days=1)
THURSDAY = MONDAY + timedelta(days=3)
ANNA = address("Anna Ek")


@pytest.fixture
def house(engine: Engine) -> House:
    opened = House(engine)
    opened.follows()
    opened.lives(MONDAY)
    return opened


def to(house: House, recipient: str) -> list[tuple[str, str | None]]:
    """State and problem of each letter to an address."""
    with transaction(house.engine) as session:
        rows = session.execute(
            select(OutboxMessage.state, OutboxMessage.problem)
            .where(OutboxMessage.recipient == recipient)
            .order_by(OutboxMessage.id)
        )
        return [(state, problem) for state, problem in rows]


def sends(house: House, relay: Relay, day: date) -> Delivered:
    return deliver(house.engine, now=noon(day), mail=replace(house.mail, url=relay.url))


def test_an_address_that_has_changed_gets_nothing_more(house: House) -> None:
    house.people(replace(a_person("Anna Ek"), email="anna@ny.example.se"))
    assert to(house, ANNA) == [("cancelled", "address")]
    house.reminds(MONDAY)
    assert to(house, "anna@ny.example.se") == [("queued", None)]


def test_who_has_left_a_group_is_asked_no_more(house: House) -> None:
    house.people(a_person("Bo Asp", ("convenor", GROUP)))
    house.people(a_person("Bo Asp"))
    assert [state for state, _ in to(house, address("Bo Asp"))] == ["cancelled"]


def test_whom_a_new_plan_leaves_out_is_asked_no_more(house: House) -> None:
    members = [one for one in a_plan()["members"] if one["name"] != "Anna Ek"]
    house.imports(a_plan(members=members), sha256="1")
    house.approves(MONDAY)
    assert to(house, ANNA) == [("cancelled", "left")]
    house.reminds(MONDAY)
    assert [state for state, _ in to(house, ANNA)] == ["cancelled"]


def test_nothing_else_changed_and_the_letter_stays(house: House) -> None:
    house.people(a_person("Anna Ek"))
    assert to(house, ANNA) == [("queued", None)]


def test_last_weeks_letter_is_said_anew_and_never_sent_late(house: House) -> None:
    with running() as relay:
        assert sends(house, relay, THURSDAY).sent == 0
        assert to(house, ANNA) == [("cancelled", "stale")]
        house.reminds(THURSDAY)
        sends(house, relay, THURSDAY)
    assert [state for state, _ in to(house, ANNA)] == ["cancelled", "sent"]
    assert [one.recipient for one in relay.arrived].count(ANNA) == 1


def test_the_next_days_run_still_sends_it(house: House) -> None:
    with running() as relay:
        assert sends(house, relay, TUESDAY).sent > 0
    assert to(house, ANNA) == [("sent", None)]


def test_a_letter_on_hold_grows_old_too(house: House) -> None:
    with transaction(house.engine) as session:
        hold(session, because="by_hand", by="Greta", now=noon(MONDAY))
    with running() as relay:
        sends(house, relay, THURSDAY)
    assert to(house, ANNA) == [("cancelled", "stale")]


def test_an_old_letter_that_a_person_asks_for_is_sent(house: House) -> None:
    number = next(one.id for one in house.outbox() if one.recipient == ANNA)
    with running() as relay:
        with transaction(house.engine) as session:
            hurry(session, message_ids=[number], now=noon(THURSDAY))
        assert sends(house, relay, THURSDAY).sent == 1
        later = THURSDAY + timedelta(days=60)
        with transaction(house.engine) as session:
            resend(session, message_ids=[number], now=noon(later))
        assert sends(house, relay, later).resent == 1


def test_letters_of_a_day_of_the_past_are_sent_by_who_sends_them_today(house: House) -> None:
    with running() as relay:
        mail = replace(house.mail, url=relay.url)
        assert deliver(house.engine, now=datetime.now(UTC), mail=mail).sent > 0


def test_what_has_really_waited_so_long_is_not_sent_today(house: House) -> None:
    with transaction(house.engine) as session:
        two_days = 2 * 24 * 3600
        session.execute(
            update(OutboxMessage).values(waits_since=OutboxMessage.waits_since - two_days)
        )
    with running() as relay:
        mail = replace(house.mail, url=relay.url)
        assert deliver(house.engine, now=datetime.now(UTC), mail=mail).sent == 0
