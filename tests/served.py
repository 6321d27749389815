"""The pages, served over a real socket from a real database, on a day of our choice."""

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn
from office import MONDAY, House, address, text_of
from sqlalchemy import Engine

from config.settings import Settings
from models.tables.mail import OutboxMessage
from notifications.links import LinkSettings
from web.app import make_app

URL = "http://localhost:8420/plan"
KEY = "k" * 40
LINKS = LinkSettings(URL, KEY.encode())


@dataclass
class Clock:
    """Stands still until somebody turns it."""

    moment: datetime = field(default_factory=lambda: datetime(2022, 11, 28, 13, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.moment

    def passes(self, **time_given: int) -> None:
        self.moment += timedelta(**time_given)


def a_house(engine: Engine) -> House:
    """A council whose letters carry links."""
    house = House(engine)
    house.mail = replace(house.mail, links=LINKS)
    return house


def token_of(message: OutboxMessage) -> str:
    """From the letter as it leaves."""
    whole = text_of(LINKS.made_whole(message.content, message.message_id))
    found = re.search(r"/a/([\w-]{32})", whole)
    assert found, whole
    return found[1]


def token_for(house: House, name: str, *, day: date = MONDAY) -> str:
    [letter] = [one for one in house.outbox(day=day) if one.recipient == address(name)]
    return token_of(letter)


def some_settings(engine: Engine, home: Path, *, public_url: str = URL) -> Settings:
    return Settings(
        home=home,
        database_url=engine.url.render_as_string(hide_password=False),
        public_url=public_url,
        link_key=KEY,
        mail_from="Tidplan <tidplan@example.se>",
    )


@contextmanager
def serving(engine: Engine, home: Path, clock: Clock, *, public_url: str = URL) -> Iterator[str]:
    """The address under which the pages are found, prefix and all."""
    app = make_app(some_settings(engine, home, public_url=public_url), now=clock)
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=0, access_log=False, log_level="warning")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}{urlsplit(public_url).path}"
    finally:
        server.should_exit = True
        thread.join(10)
        app.state.door.engine.dispose()
