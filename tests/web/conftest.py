from collections.abc import Iterator
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


@pytest.fixture
def light_engine(sqlite_url: str) -> Iterator[Engine]:
    """For pictures of pages, where the kind of database does not matter."""
    opened = open_database(sqlite_url)
    yield opened
    opened.dispose()
