"""What every command opens: settings, clock, database, council."""

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

import click
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from actions.as_it_was import Moment
from actions.councils import ensure_council
from actions.office import Office
from cli.words import tell
from config.settings import Settings, load_settings
from models.store import open_database, transaction
from models.tables.people import Council

YEARS = range(1900, 2200)  # beyond them something was mistyped


class Door:
    """The settings are read at once, the database when it is first needed."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or load_settings()

    @cached_property
    def engine(self) -> Engine:
        return open_database(self.settings.database)

    @contextmanager
    def council(self) -> Iterator[tuple[Session, Council]]:
        """One transaction on behalf of the council."""
        file = self.settings.council
        with transaction(self.engine) as session:
            yield session, ensure_council(session, name=file.name, language=file.language)

    def office(self, council: Council, today: date | None) -> Office:
        now = self.settings.moment(today)
        return Office(
            council=council,
            today=today or now.date(),
            now=now,
            policy=self.settings.policy,
            calendar=self.settings.calendar(today or now.date()),
            mail=self.settings.mail,
            calendar_chosen=self.settings.calendar_chosen,
        )

    def clock(self, today: date | None) -> tuple[date, datetime]:
        now = self.settings.moment(today)
        return today or now.date(), now

    def moment_after(self, day: date) -> Moment:
        """What was known at the end of a day in the council's zone."""
        morning = self.settings.moment(day + timedelta(days=1))
        return Moment(day, morning.replace(hour=0))


class Day(click.ParamType[date]):
    """A date as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        try:
            day = value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(tell("cli.no_date", given=value), param, ctx)
        if day.year not in YEARS:
            self.fail(tell("cli.no_date", given=value), param, ctx)
        return day


Option = Callable[[Callable[..., Any]], Callable[..., Any]]


def today_option() -> Option:
    """`--today D` stands for D, 08:00 in the council's zone."""
    return click.option("--today", type=Day(), help=tell("cli.option.today"))


def json_option() -> Option:
    return click.option("--json", "as_json", is_flag=True, help=tell("cli.option.json"))


def person_at_the_keyboard() -> str:
    """For the audit trail; a machine without users has a name too."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "tidplan"
