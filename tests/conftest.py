"""Real databases for every test that asks for one: SQLite, and PostgreSQL's own programs."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from planted import keep_logs
from postgres import Cluster, MissingPostgresError, start_cluster
from relay import Relay, running
from sqlalchemy import Connection, Engine, event

from models.store import open_database

settings.register_profile("tidplan", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("tidplan")


@pytest.fixture(autouse=True)
def logs_are_kept() -> None:
    """For the scan after the suite (tests/scan.py)."""
    keep_logs()


@pytest.fixture(autouse=True)
def engines_are_let_go() -> Iterator[None]:
    """All that a test opened: a connection that is collected later warns in another's time."""
    opened: set[Engine] = set()

    def note(connection: Connection) -> None:
        opened.add(connection.engine)

    event.listen(Engine, "engine_connect", note)
    yield
    event.remove(Engine, "engine_connect", note)
    for engine in opened:
        engine.dispose()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long soaks run only when `-m soak` asks for them."""
    if "soak" in (config.option.markexpr or ""):
        return
    soaks = [item for item in items if item.get_closest_marker("soak")]
    config.hook.pytest_deselected(items=soaks)
    items[:] = [item for item in items if item not in soaks]


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    # pytest's own folders are for this user only, and PostgreSQL runs as another one.
    try:
        with (
            TemporaryDirectory(prefix="tidplan-postgres-") as folder,
            start_cluster(Path(folder)) as started,
        ):
            yield started
    except MissingPostgresError as missing:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"PostgreSQL is not tested here: {missing}")


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file; tests get copies."""
    file = tmp_path_factory.mktemp("sqlite") / "empty.db"
    engine = open_database(f"sqlite:///{file}")
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
    engine.dispose()
    return file


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a new, migrated database, once a kind."""
    if request.param == "sqlite":
        yield sqlite_copy(request.getfixturevalue("empty_sqlite"), tmp_path)
    else:
        cluster: Cluster = request.getfixturevalue("cluster")
        with cluster.database() as url:
            yield url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    opened = open_database(database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def sqlite_url(empty_sqlite: Path, tmp_path: Path) -> str:
    """For tests in which the kind of database does not matter."""
    return sqlite_copy(empty_sqlite, tmp_path)


@pytest.fixture
def relay() -> Iterator[Relay]:
    """A real one on this machine, for the tests that send."""
    with running() as started:
        yield started


def sqlite_copy(empty: Path, folder: Path) -> str:
    copy = folder / "tidplan.db"
    shutil.copy(empty, copy)
    return f"sqlite:///{copy}"
