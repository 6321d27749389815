"""What every page opens: settings, clock, database, the council, and the link in hand."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from fastapi import Request
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from actions.calendar_feed import open_calendar
from actions.councils import DEFAULT, ensure_council
from actions.links import LinkUnusableError, open_link
from actions.office import Office
from actions.renew_link import renew_link
from config.settings import Settings
from language.catalog import Language
from models.people_queries import council_seen
from models.store import reading, transaction
from models.tables.links import ActionLink
from models.tables.people import Council, Person


@dataclass(frozen=True)
class Opened:
    """A link that opens something, on behalf of its person."""

    session: Session
    council: Council
    link: ActionLink
    office: Office


@dataclass(frozen=True)
class Door:
    """now: the clock, in the council's zone."""

    settings: Settings
    engine: Engine
    now: Callable[[], datetime]

    @property
    def prefix(self) -> str:
        """The path under which the pages are found from outside, e.g. "/plan"."""
        return urlsplit(self.settings.public_url or "").path.rstrip("/")

    @contextmanager
    def look(self, token: str) -> Iterator[Opened]:
        """Shows, and changes nothing. Raises LinkUnusableError."""
        with reading(self.engine) as session:
            council = council_seen(session, DEFAULT)
            if council is None:
                raise LinkUnusableError
            yield self._opened(session, council, token)

    @contextmanager
    def look_at_calendar(self, token: str) -> Iterator[tuple[Session, Person, date]]:
        """Whose calendar it is, and today. Raises LinkUnusableError."""
        with reading(self.engine) as session:
            council = council_seen(session, DEFAULT)
            if council is None:
                raise LinkUnusableError
            person = open_calendar(session, council_id=council.id, token=token)
            yield session, person, self.clock()[0]

    @contextmanager
    def act(self, token: str) -> Iterator[Opened]:
        """One transaction. Raises LinkUnusableError."""
        with transaction(self.engine) as session:
            yield self._opened(session, self.council(session), token)

    def council(self, session: Session) -> Council:
        file = self.settings.council
        return ensure_council(session, name=file.name, language=file.language)

    def clock(self) -> tuple[date, datetime]:
        now = self.now()
        return now.date(), now

    def renew(self, token: str) -> None:
        """A new link to the address on file, if the old one was ours; nobody is told."""
        links = self.settings.links
        if links is None:
            return
        today, now = self.clock()
        with transaction(self.engine) as session:
            council = self.council(session)
            renew_link(
                session,
                council=council,
                token=token,
                mail=self.settings.mail,
                today=today,
                now=now,
            )

    def spoken(self, request: Request) -> Language:
        """Where nobody is known: the browser's language, else the council's."""
        wanted = request.headers.get("accept-language", "").lower()
        for choice in wanted.split(","):
            if (code := choice.strip()[:2]) in {"sv", "en"}:
                return "sv" if code == "sv" else "en"
        return self.settings.council.language

    def _opened(self, session: Session, council: Council, token: str) -> Opened:
        today, now = self.clock()
        link = open_link(session, council_id=council.id, token=token, today=today)
        office = Office(
            council=council,
            today=today,
            now=now,
            policy=self.settings.policy,
            calendar=self.settings.calendar(today),
            mail=self.settings.mail,
            calendar_chosen=self.settings.calendar_chosen,
        )
        return Opened(session, council, link, office)
