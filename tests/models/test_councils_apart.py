"""No council sees another's rows: held by the text of every query, and by two in one database."""

import ast
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet
from office import MONDAY, House, text_of
from sqlalchemy import Engine, select

from models.store import open_database, transaction
from models.tables.following import Escalation
from models.tables.mail import OutboxMessage
from models.tables.people import Council

MODELS = Path(__file__).parents[2] / "models"
FILES = sorted({*MODELS.glob("*queries*.py"), MODELS / "ledger.py"})
# The council itself; what the operator of the whole machine asks.
FOR_ALL = {"council_by_slug", "council_seen", "counted_by_state", "last_letter"}


def functions() -> Iterator[ParameterSet]:
    for file in FILES:
        for node in ast.parse(file.read_text()).body:
            if isinstance(node, ast.FunctionDef) and "select(" in ast.unparse(node):
                name = f"{file.stem}.{node.name}"
                yield pytest.param(name, node, id=name)


@pytest.mark.parametrize(("name", "function"), list(functions()))
def test_every_query_names_its_council_or_rows_that_are_known_to_be_its_own(
    name: str, function: ast.FunctionDef
) -> None:
    if function.name in FOR_ALL:
        return
    given = [one.arg for one in (*function.args.args, *function.args.kwonlyargs)]
    text = ast.unparse(function)
    if "council_id" in given:
        assert "council_id ==" in text or "council_id," in text, f"{name} does not use it"
    else:
        rows = {"person_id", "activity", "activity_ids", "group_id", "message_id", "message_ids"}
        rows |= {
            "plan_id",
            "plan_ids",
            "activity_id",
            "person_ids",
            "plan",
            "group",
            "case_ids",
            "only",
            "person",
            "version",
        }
        owned = rows & set(given) or "correlate" in text
        assert owned or _is_a_part(function), f"{name} asks everybody"


def built_once() -> Iterator[ParameterSet]:
    """Statements that wait for their values."""
    for file in [*FILES, MODELS / "reviews.py"]:
        for node in ast.parse(file.read_text()).body:
            text = ast.unparse(node)
            if "select(" in text and "bindparam(" in text:
                yield pytest.param(text, id=f"{file.stem}:{text[:24]}")


@pytest.mark.parametrize("text", list(built_once()))
def test_a_statement_that_is_built_once_waits_for_its_council_or_for_rows(text: str) -> None:
    assert re.search(r"_id( == bindparam\('(council|person)'\)|\.in_\(bindparam\()", text)


def _is_a_part(function: ast.FunctionDef) -> bool:
    """A condition of another query, joined to rows that it has chosen."""
    return "session" not in ast.unparse(function.args)


def course_of(house: House, weeks: int = 30) -> list[tuple[date, str, str, str]]:
    """A council's life: letters as their readers see them."""
    house.follows()
    for number in range(weeks):
        day = MONDAY + timedelta(weeks=number)
        house.lives(day)
        if number == 3:
            house.hears("1", "in_progress", today=day)
        with house.open() as (_, council):
            council_id = council.id
        if number == 20:
            house.hears("2", "done", today=day)
    with transaction(house.engine) as session:
        mine = select(OutboxMessage).where(OutboxMessage.council_id == council_id)
        letters = [
            (one.day, one.recipient, one.subject, _without_numbers(text_of(one.content)))
            for one in session.scalars(mine.order_by(OutboxMessage.id))
        ]
    return sorted(letters)


def _without_numbers(letter: str) -> str:
    """Cases are numbered through the whole database."""
    return re.sub(r"((?:Ä|%C3%84)rende(?: nummer:)?)(?: |%20)\d+", r"\1", letter)


def test_a_council_lives_as_if_it_were_alone(tmp_path: Path, engine: Engine) -> None:
    """The other has the same people, groups and numbers, and lives a little ahead."""
    alone = House(open_database(f"sqlite:///{tmp_path}/alone.db"))
    house, other = House(engine), House(engine, slug="other")
    other.follows()
    other.hears("3", "blocked", today=MONDAY)
    for number in range(0, 30, 3):
        other.lives(MONDAY + timedelta(weeks=number, days=1))
    assert course_of(house) == course_of(alone)
    with transaction(engine) as session:
        councils = session.scalars(select(Council.id).order_by(Council.id)).all()
        for council_id in councils:
            held = select(Escalation).where(Escalation.council_id == council_id)
            assert session.scalars(held).all()
