"""What is tried again, in doubt, or held: every possible copy is flagged."""

from dataclasses import replace

import pytest
from letters import MAIL, NOW
from post import events, make_due, outbox, queue, states
from relay import DROP, VANISH, Relay
from sqlalchemy import Engine, update

from actions.deliver import deliver
from models.store import transaction
from models.tables.mail import OutboxMessage
from notifications.delivery import leases
from notifications.delivery.settings import MailSettings
from notifications.outbox import cancel, requeue, resend


@pytest.fixture
def mail(relay: Relay) -> MailSettings:
    return replace(MAIL, url=relay.url, command_seconds=5, data_seconds=5)


def test_every_temporary_failure_arrives_in_the_end(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna", "Bo")
    for stage in ("rcpt", "data", "content"):
        relay.answer(stage, "451 4.3.0 Later", DROP)
    for _ in range(8):
        make_due(engine)
        deliver(engine, now=NOW, mail=mail)
    assert states(engine) == ["sent", "sent"]
    assert set(relay.copies.values()) == {1}


def test_a_mail_that_was_taken_in_silence_is_sent_again_and_flagged(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna")
    relay.answer("content", VANISH)
    deliver(engine, now=NOW, mail=mail)
    make_due(engine)
    assert deliver(engine, now=NOW, mail=mail).resent == 1
    [message] = outbox(engine)
    assert (message.state, message.copies) == ("sent", 1)
    assert list(relay.copies.values()) == [2]
    assert len({one.content for one in relay.arrived}) == 1
    assert events(engine) == [("uncertain", "content", None), ("sent_again", "content", 250)]


def test_a_new_attempt_begins_without_the_doubt_of_the_last(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna")
    relay.answer("content", VANISH)
    deliver(engine, now=NOW, mail=mail)
    make_due(engine)
    seen: list[tuple[float | None, int]] = []

    def look(step: str) -> None:
        if step == "claimed":
            seen.extend((one.data_at, one.copies) for one in outbox(engine))

    deliver(engine, now=NOW, mail=mail, at_step=look)
    assert seen == [(None, 1)]


def test_held_instead_of_sent_again_where_the_council_wants_no_copy(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna")
    relay.answer("content", VANISH)
    hold = replace(mail, ambiguous="hold")
    assert deliver(engine, now=NOW, mail=hold).uncertain == 1
    make_due(engine)
    deliver(engine, now=NOW, mail=hold)
    assert (states(engine), len(relay.arrived)) == (["uncertain"], 1)


def test_a_lease_that_ends_meanwhile_makes_no_copy_where_none_is_wanted(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna", "Bo")

    def another_was_sending_it(step: str) -> None:
        if step == "replied":
            with transaction(engine) as session:
                session.execute(
                    update(OutboxMessage)
                    .where(OutboxMessage.id == 2, OutboxMessage.state == "queued")
                    .values(
                        state="sending",
                        lease_token="m:1:1:x",
                        lease_until=1,
                        retry_at=1,
                        data_at=1,
                    )
                )

    hold = replace(mail, ambiguous="resend,reminder=hold")
    deliver(engine, now=NOW, mail=hold, at_step=another_was_sending_it)
    assert [one.recipient for one in relay.arrived] == ["anna@example.se"]
    assert deliver(engine, now=NOW, mail=hold).uncertain == 1
    assert states(engine) == ["sent", "uncertain"]


def test_a_held_mail_is_sent_again_by_hand(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna")
    relay.answer("content", VANISH)
    deliver(engine, now=NOW, mail=replace(mail, ambiguous="hold"))
    with transaction(engine) as session:
        assert requeue(session, message_ids=[1], now=NOW) == 1
    assert deliver(engine, now=NOW, mail=mail).resent == 1


def test_a_sent_mail_can_be_sent_once_more_with_the_same_bytes(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna")
    deliver(engine, now=NOW, mail=mail)
    with transaction(engine) as session:
        assert resend(session, message_ids=[1], now=NOW) == 1
    assert deliver(engine, now=NOW, mail=mail).resent == 1
    assert relay.arrived[0] == relay.arrived[1]


def test_a_possible_copy_is_never_called_cancelled(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna")
    relay.answer("content", VANISH)
    deliver(engine, now=NOW, mail=mail)
    with transaction(engine) as session:
        assert cancel(session, because="answered", now=NOW) == 1
    assert states(engine) == ["uncertain"]


def test_the_pauses_grow_and_end_after_two_days(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    assert [leases.pause(attempts) / 60 for attempts in range(1, 8)] == [
        1,
        5,
        15,
        60,
        240,
        240,
        240,
    ]
    queue(engine, "Anna")
    relay.answer("rcpt", "450 4.2.1 Busy", "450 4.2.1 Busy")
    deliver(engine, now=NOW, mail=mail)
    assert states(engine) == ["queued"]
    with transaction(engine) as session:
        long_ago = OutboxMessage.first_tried - mail.give_up_seconds
        session.execute(update(OutboxMessage).values(retry_at=0.0, first_tried=long_ago))
    assert deliver(engine, now=NOW, mail=mail).failed == 1


def test_a_mail_that_kills_every_worker_is_set_aside(engine: Engine, mail: MailSettings) -> None:
    queue(engine, "Anna")
    with transaction(engine) as session:
        session.execute(update(OutboxMessage).values(attempts=mail.max_attempts))
    assert deliver(engine, now=NOW, mail=mail).failed == 1
    assert states(engine) == ["failed"]


def test_who_has_lost_the_lease_sends_nothing(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue(engine, "Anna")

    def another_takes_it(step: str) -> None:
        if step == "addressed":
            with transaction(engine) as session:
                session.execute(update(OutboxMessage).values(lease_token="other:1:1:x"))

    result = deliver(engine, now=NOW, mail=mail, limit=1, at_step=another_takes_it)
    assert (result.sent, relay.arrived) == (0, [])
    assert states(engine) == ["sending"]
