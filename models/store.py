"""Opens the database: SQLite by default, PostgreSQL by URL."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from language.problems import Problem

MIGRATIONS = Path(__file__).parent / "migrations"
ONLY_READS = "only_reads"
VERSION_TABLE = "tidplan_version"  # Prefect's tables may share the database


class DatabaseAddressError(Problem):
    """The database URL cannot be read, or names a kind that Tidplan does not know."""


class DatabaseUnreachableError(Problem):
    """The database cannot be opened, read or written."""


class DatabaseOutdatedError(Problem):
    """The database was made by an older Tidplan and wants `tidplan db upgrade`."""


class DatabaseNewerError(Problem):
    """The database was made by a newer Tidplan."""


def open_database(url: str) -> Engine:
    """An engine whose tables are current; a missing SQLite file or an empty database is set up."""
    engine = connect(url)
    state = schema_state(engine)
    if state == "empty":
        upgrade(engine)
    elif state == "older":
        raise DatabaseOutdatedError(database=shown(engine))
    return engine


def connect(url: str) -> Engine:
    """An engine that can reach its database; its tables may be older than the code."""
    engine = _engine(url)
    try:
        with engine.connect():
            return engine
    except DBAPIError as error:
        raise DatabaseUnreachableError(database=shown(engine), why=first_line(error)) from None


def _engine(url: str) -> Engine:
    try:
        address = make_url(url)
        if address.drivername in {"postgresql", "postgres"}:
            address = address.set(drivername="postgresql+psycopg")
        if address.get_backend_name() not in {"sqlite", "postgresql"}:
            raise DatabaseAddressError(given=address.render_as_string(hide_password=True))
        engine = create_engine(address)
    except (ArgumentError, NoSuchModuleError, ValueError):
        raise DatabaseAddressError(given="TIDPLAN_DATABASE_URL") from None
    if address.get_backend_name() == "sqlite":
        _prepare_sqlite(engine, address.database)
    return engine


def in_memory() -> Engine:
    """A SQLite database without tables that is gone when its engine is."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    _prepare_sqlite(engine, None)
    return engine


def _prepare_sqlite(engine: Engine, file: str | None) -> None:
    if file and file != ":memory:":
        try:
            Path(file).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseUnreachableError(database=file, why=error.strerror) from None
    event.listen(engine, "connect", _on_sqlite_connect)
    event.listen(engine, "begin", _begin_immediately)


def _on_sqlite_connect(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # SQLAlchemy begins; see _begin_immediately
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "busy_timeout=30000",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediately(connection: Connection) -> None:
    # A reader that turns into a writer fails at once on SQLite; taking the lock first waits.
    only_reads = connection.get_execution_options().get(ONLY_READS)
    connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """One transaction: all of it is stored, or nothing."""
    with (
        told_plainly(engine),
        Session(engine, expire_on_commit=False) as session,
        session.begin(),
    ):
        yield session


@contextmanager
def told_plainly(engine: Engine) -> Iterator[None]:
    """What the database cannot do becomes DatabaseUnreachableError; all else is our fault."""
    try:
        yield
    except DBAPIError as error:
        if not error.connection_invalidated and not _unwritable(error):
            raise
        raise DatabaseUnreachableError(database=shown(engine), why=first_line(error)) from None


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """One look that changes nothing and makes no writer wait."""
    with Session(
        engine.execution_options(**{ONLY_READS: True}), expire_on_commit=False
    ) as session:
        yield session
        session.rollback()


def _unwritable(error: DBAPIError) -> bool:
    words = str(error.orig).lower()
    return any(
        word in words for word in ("readonly", "disk is full", "disk i/o", "locked", "malformed")
    )


def schema_state(engine: Engine) -> str:
    """'empty', 'older' or 'current'; raises DatabaseNewerError for what this code cannot know."""
    with engine.connect() as connection:
        try:
            found = MigrationContext.configure(
                connection, opts={"version_table": VERSION_TABLE}
            ).get_current_revision()
        except DBAPIError as error:
            raise DatabaseUnreachableError(database=shown(engine), why=first_line(error)) from None
    if found is None:
        return "empty"
    scripts = ScriptDirectory(str(MIGRATIONS))
    if found == scripts.get_current_head():
        return "current"
    try:
        scripts.get_revision(found)
    except CommandError:
        raise DatabaseNewerError(database=shown(engine)) from None
    return "older"


def upgrade(engine: Engine) -> None:
    """Brings the tables to this code's state, in one transaction."""
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS))
    try:
        with _tables_may_change(engine) as connection:
            settings.attributes |= {"connection": connection, "version_table": VERSION_TABLE}
            command.upgrade(settings, "head")
    except DBAPIError as error:
        raise DatabaseUnreachableError(database=shown(engine), why=first_line(error)) from None


@contextmanager
def _tables_may_change(engine: Engine) -> Iterator[Connection]:
    """SQLite changes a table by making it anew, and meanwhile must not miss the old one."""
    with engine.connect() as connection:
        if engine.dialect.name != "sqlite":
            with connection.begin():
                yield connection
            return
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA foreign_keys=OFF")  # has no effect once a transaction has begun
        try:
            with connection.begin():
                yield connection
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                assert not broken, broken  # noqa: S101 - a migration that lost rows is undone
        finally:
            driver.execute("PRAGMA foreign_keys=ON")


def shown(engine: Engine) -> str:
    """The address without its password."""
    return engine.url.render_as_string(hide_password=True)


def first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().splitlines()[0].strip()
