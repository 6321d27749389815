from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from models.backup import BackupFailedError, back_up
from models.store import (
    VERSION_TABLE,
    DatabaseNewerError,
    open_database,
    schema_state,
    transaction,
)
from models.tables.declared import database_seconds
from models.tables.every import METADATA
from models.tables.following import AuditEvent
from models.tables.people import Council

NOW = datetime(2022, 11, 28, 7, 0, tzinfo=UTC)


def test_migrations_make_the_tables_that_the_code_knows(engine: Engine) -> None:
    with engine.connect() as connection:
        made = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(made, METADATA) == []


def test_a_new_database_is_current(engine: Engine) -> None:
    assert schema_state(engine) == "current"


def test_a_database_of_a_newer_tidplan_is_left_alone(sqlite_url: str) -> None:
    engine = open_database(sqlite_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE tidplan_version SET version_num = '9999'"))
    with pytest.raises(DatabaseNewerError):
        open_database(sqlite_url)


def test_states_that_belong_together_are_held_by_the_database(engine: Engine) -> None:
    with pytest.raises(IntegrityError), transaction(engine) as session:
        session.add(Council(slug="x", name="X", language="de"))


def test_times_without_a_zone_are_refused_and_others_come_back_in_utc(engine: Engine) -> None:
    seven = datetime(2026, 7, 1, 7, tzinfo=ZoneInfo("Europe/Stockholm"))
    with transaction(engine) as session:
        council = Council(slug="x", name="X", language="sv")
        session.add(council)
        session.flush()
        session.add(an_event(council, seven))
    with transaction(engine) as session:
        [kept] = session.scalars(select(AuditEvent.at))
        assert (kept, kept.tzinfo) == (seven, UTC)
    with pytest.raises(StatementError), transaction(engine) as session:
        session.add(an_event(council, seven.replace(tzinfo=None)))


def an_event(council: Council, at: datetime) -> AuditEvent:
    return AuditEvent(council_id=council.id, at=at, actor="a", action="b", subject="c", details={})


def test_the_databases_clock_is_this_moment(engine: Engine) -> None:
    with transaction(engine) as session:
        seconds = session.scalar(select(database_seconds()))
    assert seconds is not None
    assert abs(datetime.now(UTC).timestamp() - seconds) < 60


def test_an_error_inside_leaves_nothing_behind(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError):
        store_half(engine)
    with transaction(engine) as session:
        assert session.scalars(select(Council)).all() == []


def store_half(engine: Engine) -> None:
    with transaction(engine) as session:
        session.add(Council(slug="x", name="X", language="sv"))
        session.flush()
        _ = 1 / 0


def test_a_backup_is_made_and_never_written_over(engine: Engine, tmp_path: Path) -> None:
    copy = back_up(engine, tmp_path / "copy", now=NOW)
    assert copy.stat().st_size > 1000
    with pytest.raises(BackupFailedError):
        back_up(engine, copy, now=NOW)


def test_a_backup_that_cannot_be_written_says_so(sqlite_url: str) -> None:
    with pytest.raises(BackupFailedError):
        back_up(open_database(sqlite_url), Path("/proc/nowhere/copy"), now=NOW)
