"""Starts a PostgreSQL cluster of its own for the tests, and throws it away."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine

from models.store import open_database


class MissingPostgresError(Exception):
    """No PostgreSQL server programs on this machine."""

    def __init__(self) -> None:
        super().__init__(
            "its server programs are missing; `apt-get install postgresql` brings them"
        )


@dataclass
class Cluster:
    port: int
    numbers: Iterator[int] = field(default_factory=count)

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://tidplan@127.0.0.1:{self.port}/{database}"

    @contextmanager
    def database(self, *, template: str = "migrated") -> Iterator[str]:
        """A new database; by default with the current tables."""
        name = f"test_{next(self.numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield self.url(name)
        self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def run(self, sql: str) -> None:
        admin = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            connection.exec_driver_sql(sql)
        admin.dispose()


@contextmanager
def start_cluster(folder: Path) -> Iterator[Cluster]:
    programs = _programs()
    port = _free_port()
    as_user = _as_other_user(folder)
    files = folder / "cluster"
    subprocess.run(
        [
            *as_user,
            programs / "initdb",
            "-D",
            files,
            "-U",
            "tidplan",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "-N",
        ],
        check=True,
        capture_output=True,
    )
    server = subprocess.Popen(
        [
            *as_user,
            programs / "postgres",
            "-D",
            files,
            "-p",
            str(port),
            "-k",
            folder,
            "-h",
            "127.0.0.1",
            "-c",
            "fsync=off",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_ready(programs, port)
        cluster = Cluster(port)
        cluster.run("CREATE DATABASE migrated")
        open_database(cluster.url("migrated")).dispose()
        yield cluster
    finally:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(20)


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        raise MissingPostgresError
    return (found[-1] if found else Path(str(on_path))).parent


def _as_other_user(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    shutil.chown(folder, "postgres")
    return ["runuser", "-u", "postgres", "--"]


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_until_ready(programs: Path, port: int) -> None:
    subprocess.run(
        [
            "timeout",
            "60",
            "sh",
            "-c",
            f"until {programs}/pg_isready -q -h 127.0.0.1 -p {port}; do sleep 0.1; done",
        ],
        check=True,
    )
