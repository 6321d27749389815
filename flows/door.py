"""What every flow opens, and how its run ends."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from prefect.artifacts import create_markdown_artifact
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run
from prefect.states import Completed, Failed
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from actions.councils import ensure_council
from actions.office import Office
from config.settings import Settings, load_settings
from flows.backlog import collapse_backlog
from flows.words import council_language
from language.catalog import Language, explain
from language.problems import Problem
from models.store import open_database, transaction
from models.tables.people import Council

ACTOR = "prefect"  # for the audit trail; the server knows no persons


@dataclass(frozen=True, slots=True)
class Done:
    """What a run tells.

    headline: the message of its state; markdown: its artifact, None where nothing is to be shown.
    """

    headline: str
    markdown: str | None = None
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Door:
    """Settings, clock, database and council.

    day: the one to act for, None is today. changes: what this run's policy has otherwise.
    """

    settings: Settings
    engine: Engine
    now: datetime
    day: date | None
    changes: Mapping[str, Any] | None = None

    @property
    def today(self) -> date:
        return self.day or self.now.date()

    @property
    def language(self) -> Language:
        return self.settings.council.language

    @contextmanager
    def council(self) -> Iterator[tuple[Session, Council]]:
        """One transaction on behalf of the council."""
        file = self.settings.council
        with transaction(self.engine) as session:
            yield session, ensure_council(session, name=file.name, language=file.language)

    def office(self, council: Council) -> Office:
        return Office(
            council=council,
            today=self.today,
            now=self.now,
            policy=self.settings.council.policy_with(self.changes or {}),
            calendar=self.settings.calendar(self.today),
            mail=self.settings.mail,
            calendar_chosen=self.settings.calendar_chosen,
        )


@contextmanager
def opened(day: date | None, changes: Mapping[str, Any] | None) -> Iterator[Door]:
    settings = load_settings()
    engine = open_database(settings.database)
    try:
        yield Door(settings, engine, settings.moment(day), day, changes)
    finally:
        engine.dispose()


def run(
    key: str,
    do: Callable[[Door], Done],
    *,
    day: date | None,
    policy: Mapping[str, Any] | None = None,
) -> State[Any]:
    """Do it and show it; a Problem fails the run with its plain sentence."""
    collapse_backlog()
    try:
        with opened(day, policy) as door:
            done = do(door)
    except Problem as problem:
        return Failed(message=explain(problem, council_language()))
    if done.markdown is not None:
        _show(key, done.markdown)
    end = Failed if done.failed else Completed
    return end(message=done.headline, data=done.markdown)


def _show(key: str, markdown: str) -> None:
    if flow_run.get_id() is None:
        return  # called as a plain function: there is no run to show it with
    create_markdown_artifact(key=key, markdown=markdown)
