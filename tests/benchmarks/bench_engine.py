"""What a run costs: what is due, not what exists. All in seconds of CPU, all in one run."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from sqlalchemy import Engine, bindparam, select, update
from sqlalchemy.orm import Session, joinedload

from actions.evaluate import evaluate
from actions.simulate import simulate
from config.calendar import CalendarChoices, working_calendar
from models.store import open_database
from models.tables.people import Council
from models.tables.plans import Activity
from tests.benchmarks.engine_rows import COUNCIL, FAR, TODAY, fill
from tests.benchmarks.figure import Figure
from tests.benchmarks.year_rows import a_year
from tests.office import House

MANY, FEW, ALL, DUE = 100_000, 10_000, 1_000_000, 1_000
ROUNDS = 5
RUN = "tests.benchmarks.engine_run"
SECONDS_A_YEAR = 10
TABLE: Any = Activity.__table__


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        yield from _evaluating(_council(folder, MANY))
        yield from _growing(folder)
    with TemporaryDirectory() as folder:
        yield _year(folder)


def _council(folder: str, activities: int) -> Engine:
    engine = open_database(f"sqlite:///{folder}/{activities}.db")
    fill(engine, activities, due=DUE)
    return engine


def _evaluating(engine: Engine) -> Iterator[Figure]:
    """Beside the bare question and answer of the database, and beside loading every row."""
    bare = _best(engine, _bare)
    ours = _best(engine, _evaluate)
    everything = _best(engine, _load_everything, rounds=1)
    note = f"{DUE:,} of {MANY:,} due: bare {bare:.3f} s, ours {ours:.3f} s, all {everything:.2f} s"
    yield Figure("engine_evaluate_against_bare_sql", ours / bare, 5, at_least=False, note=note)
    yield Figure("engine_evaluate_against_loading_all", everything / ours, 20, note=note)


def _best(engine: Engine, work: Callable[[Session], None], rounds: int = ROUNDS) -> float:
    """Each round is rolled back, so that the next finds the same."""
    took = []
    for _ in range(rounds):
        with Session(engine) as session:
            begin = time.process_time()
            work(session)
            session.flush()
            took.append(time.process_time() - begin)
            session.rollback()
    return min(took)


def _evaluate(session: Session) -> None:
    house = House(session.get_bind())  # type: ignore[arg-type] # an Engine
    evaluate(session, house.office(session.get_one(Council, COUNCIL), TODAY))


def _bare(session: Session) -> None:
    """What has to be read and written in any case, with nothing in between."""
    due = session.execute(
        select(TABLE).where(
            TABLE.c.council_id == COUNCIL,
            TABLE.c.closed_on.is_(None),
            TABLE.c.next_review_on <= TODAY,
        )
    ).all()
    session.connection().execute(
        update(TABLE)
        .where(TABLE.c.id == bindparam("row"))
        .values(health="due_soon", reasons=bindparam("why"), next_review_on=FAR, ask_on=TODAY),
        [{"row": row.id, "why": [["because.days_left", {"days_left": 21}]]} for row in due],
    )


def _load_everything(session: Session) -> None:
    for activity in session.scalars(select(Activity).options(joinedload(Activity.group))):
        assert activity.uid


def _growing(folder: str) -> Iterator[Figure]:
    """The same thousand due, among ten thousand and among a million."""
    few, many = (_day(folder, activities) for activities in (FEW, ALL))
    assert few["letters"] == many["letters"] > 0
    for name, unit, goal in (("cpu", "s", 5), ("peak", "MiB", 1.5)):
        note = f"{many[name]:.2f} {unit} at {ALL:,}, {few[name]:.2f} {unit} at {FEW:,}"
        ratio = many[name] / few[name]
        yield Figure(f"engine_day_{name}_at_a_million", ratio, goal, at_least=False, note=note)


def _day(folder: str, activities: int) -> dict[str, float]:
    engine = _council(folder, activities)
    url = str(engine.url)
    engine.dispose()
    done = subprocess.run(
        [sys.executable, "-m", RUN, url], capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _year(folder: str) -> Figure:
    """A thousand activities of groups like the shipped example's, nobody answering."""
    engine = open_database(f"sqlite:///{folder}/year.db")
    a_year(engine)
    house = House(engine, calendar=working_calendar(CalendarChoices(), around=date(2026, 6, 1)))
    begin = time.process_time()
    future = simulate(
        engine,
        council_id=COUNCIL,
        first=date(2026, 1, 5),
        last=date(2027, 1, 4),
        office_on=house.office,
    )
    took = time.process_time() - begin
    note = f"{took:.1f} s for {len(future.letters):,} letters and {len(future.opened):,} cases"
    ratio = took / SECONDS_A_YEAR
    return Figure("engine_year_of_1000_activities", ratio, 1, at_least=False, note=note)
