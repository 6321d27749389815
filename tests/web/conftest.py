from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from browser import chromium
from office import House
from playwright.sync_api import Browser
from served import Clock, a_house, serving
from sqlalchemy import Engine

from models.store import open_database


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def house(engine: Engine) -> House:
    return a_house(engine)


@pytest.fixture
def pages(engine: Engine, tmp_path: Path, clock: Clock) -> Iterator[str]:
    """The address of the pages; on both databases."""
    with serving(engine, tmp_path, clock) as url:
        yield url


@dataclass
class Served:
    """A council, its pages and their clock, where the kind of database does not matter."""

    house: House
    url: str
    clock: Clock


@pytest.fixture
def served(sqlite_url: str, tmp_path: Path) -> Iterator[Served]:
    engine, clock = open_database(sqlite_url), Clock()
    with serving(engine, tmp_path, clock) as url:
        yield Served(a_house(engine), url, clock)
    engine.dispose()
