"""Databases and relays that go away, full disks, and secrets that must not be told."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from letters import DAY, MAIL, NOW, a_letter, a_recipient, an_ask
from post import compare, queue_many
from relay import Relay, running
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import OperationalError

from actions.deliver import deliver
from language.problems import Problem
from models.store import DatabaseUnreachableError, open_database, transaction
from models.tables.mail import OutboxMessage
from models.tables.people import Council
from notifications.delivery.settings import MailSettings
from notifications.messages import day_letter
from notifications.outbox import enqueue

MATRIX = {
    "o'neill@example.se": "o'neill@example.se",
    "anna+vfu@example.se": "anna+vfu@example.se",
    "anna@exämple.se": "anna@xn--exmple-cua.se",
    "x" * 64 + "@example.se": "x" * 64 + "@example.se",
    '"lind, anna"@example.se': '"lind, anna"@example.se',
    "åsa@example.se": None,
    "a@example.se, b@example.se": None,
    "a@example.se\r\nBcc: b@example.se": None,
}
NAMES = ("Anna Lind", 'Lind, "Anna"', "Åsa\r\nBcc: evil@example.se", "😀 <evil@example.se>")


@pytest.fixture
def mail(relay: Relay) -> MailSettings:
    return replace(MAIL, url=relay.url, command_seconds=5, data_seconds=5)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("written", MATRIX)
def test_reaches_the_right_person_or_is_shown_as_failed(
    engine: Engine, relay: Relay, mail: MailSettings, written: str, name: str
) -> None:
    letter = a_letter(recipient=a_recipient(name=name, email=written), asks=(an_ask(),))
    message = replace(day_letter(letter, mail=MAIL, now=NOW), items=())
    with transaction(engine) as session:
        council = Council(slug="a", name="A", language="sv")
        session.add(council)
        session.flush()
        enqueue(session, message, council_id=council.id, person_id=None, day=DAY, now=NOW)
    deliver(engine, now=NOW, mail=mail)
    with transaction(engine) as session:
        kept = session.scalars(select(OutboxMessage)).one()
    if MATRIX[written] is None:
        assert (kept.state, relay.arrived) == ("failed", [])
        assert kept.problem
    else:
        assert [one.recipient for one in relay.arrived] == [MATRIX[written]]
        [to] = relay.arrived[0].message["To"].addresses
        assert to.addr_spec == MATRIX[written]
        assert relay.arrived[0].message["Bcc"] is None


def test_a_relay_that_restarts_gets_every_mail_once(engine: Engine) -> None:
    queue_many(engine, 6)
    with running() as relay:
        mail = replace(MAIL, url=relay.url, command_seconds=5)
        deliver(engine, now=NOW, mail=mail, limit=3)
    assert deliver(engine, now=NOW, mail=mail).waiting == 3
    with running(relay):
        assert deliver(engine, now=NOW, mail=mail).sent == 3
    ledger = compare(engine, relay)
    assert (ledger.lost, ledger.duplicates) == (0, 0)


@pytest.mark.parametrize("step", ["addressed", "replied"])
def test_a_terminated_database_connection_doubles_nothing(
    engine: Engine, relay: Relay, mail: MailSettings, step: str
) -> None:
    if engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no server that could go away")
    queue_many(engine, 3)
    again: list[int] = []

    def terminate(at: str) -> None:
        if at == step and not again:
            again.append(1)
            _terminate_others(engine)

    try:
        deliver(engine, now=NOW, mail=mail, at_step=terminate)
    except (OperationalError, DatabaseUnreachableError):
        _let_go(engine)
    deliver(engine, now=NOW, mail=mail)
    ledger = compare(engine, relay)
    assert (ledger.lost, ledger.duplicates, ledger.states["sent"]) == (0, 0, 3), ledger


def _terminate_others(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )


def _let_go(engine: Engine) -> None:
    """This process lives on, so its lease has to end by itself."""
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE outbox_message SET retry_at = 0, lease_until = 0 WHERE state = 'sending'"
        )


def test_a_full_disk_loses_nothing(engine: Engine, relay: Relay, mail: MailSettings) -> None:
    if engine.dialect.name != "sqlite":
        pytest.skip("told apart only on SQLite")
    queue_many(engine, 300)  # enough events to need new pages
    _limit_pages(engine, extra=0)
    with pytest.raises((OperationalError, DatabaseUnreachableError)):
        deliver(engine, now=NOW, mail=mail)
    engine.dispose()  # a new connection knows no limit
    _let_go(engine)
    deliver(engine, now=NOW, mail=mail)
    ledger = compare(engine, relay)
    assert (ledger.lost, ledger.unflagged) == (0, 0), ledger


def _limit_pages(engine: Engine, *, extra: int) -> None:
    engine.dispose()
    with engine.connect() as connection:
        used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {used + extra}")


def test_the_clock_of_the_machine_does_not_matter(
    engine: Engine, relay: Relay, mail: MailSettings
) -> None:
    queue_many(engine, 2)
    deliver(engine, now=datetime(1999, 1, 1, tzinfo=UTC), mail=mail, limit=1)
    deliver(engine, now=NOW + timedelta(hours=47), mail=mail)
    assert set(relay.copies.values()) == {1}
    assert len(relay.arrived) == 2


def test_no_password_is_logged_or_told(
    sqlite_engine: Engine, relay: Relay, caplog: pytest.LogCaptureFixture
) -> None:
    queue_many(sqlite_engine, 1)
    relay.password = "another"
    caplog.set_level(logging.DEBUG)
    urls = (
        f"mailto://me:s3cr3t-word@127.0.0.1:{relay.port}",
        f"mailtos://me:s3cr3t-word@127.0.0.1:{relay.port}",
        "mailtos://me:s3cr3t-word@127.0.0.1:1?mode=nonsense",
    )
    told = [_whatever_happens(sqlite_engine, replace(MAIL, url=url)) for url in urls]
    assert "s3cr3t-word" not in "".join(told)
    assert "s3cr3t-word" not in caplog.text


def _whatever_happens(engine: Engine, mail: MailSettings) -> str:
    try:
        return repr(deliver(engine, now=NOW, mail=mail))
    except Problem as problem:
        return repr(problem)


@pytest.fixture
def sqlite_engine(sqlite_url: str) -> Iterator[Engine]:
    opened = open_database(sqlite_url)
    yield opened
    opened.dispose()
