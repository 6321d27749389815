"""What is kept of a person can be seen, and need not be kept for ever."""

import json
from typing import Any

import pytest
from office import MONDAY, House, address, noon
from sqlalchemy import Engine, select

from actions.find_person import NoSuchPersonError, find_person
from actions.personal import export_person, forget_person
from models.store import transaction
from models.tables.every import METADATA
from models.tables.following import ProgressReport
from models.tables.mail import OutboxMessage

ANNA = address("Anna Ek")


@pytest.fixture
def house(engine: Engine) -> House:
    """Anna has had a letter and has answered; the next letter waits."""
    opened = House(engine)
    opened.follows()
    opened.lives(MONDAY)
    opened.sends()
    opened.hears("1", "in_progress", today=MONDAY)
    return opened


def exports(house: House, name: str) -> dict[str, list[dict[str, Any]]]:
    with house.open() as (session, council):
        return export_person(session, find_person(session, council_id=council.id, wanted=name))


def forgets(house: House, name: str) -> int:
    with house.open() as (session, council):
        return forget_person(
            session,
            person=find_person(session, council_id=council.id, wanted=name),
            language="sv",
            actor="Greta",
            today=MONDAY,
            now=noon(MONDAY),
        )


def test_all_that_is_kept_of_a_person_is_shown(house: House) -> None:
    found = exports(house, "Anna Ek")
    assert found["person"][0]["email"] == ANNA
    assert found["membership"]
    assert [one["recipient"] for one in found["outbox_message"]] == [ANNA]
    assert [ANNA in one["content"] for one in found["outbox_content"]] == [True]
    assert "token_hash" not in json.dumps(found, default=str)


def test_nothing_of_anybody_else_is_shown(house: House) -> None:
    told = json.dumps(exports(house, "Anna Ek")["person"], default=str)
    assert address("Bo Asp") not in told


def test_a_forgotten_person_is_a_number(house: House, engine: Engine) -> None:
    assert forgets(house, "Anna Ek") == 1
    with pytest.raises(NoSuchPersonError):
        exports(house, "Anna Ek")
    with transaction(engine) as session:
        said = list(session.scalars(select(ProgressReport.said_by)))
        assert said
        assert all(one.startswith("Tidigare deltagare ") for one in said)
        letters = session.scalars(select(OutboxMessage).where(OutboxMessage.recipient == ANNA))
        assert all(one.content for one in letters)


def test_the_name_stands_nowhere_but_in_records(house: House, engine: Engine) -> None:
    """Plans and their rows keep the council's own words; sent mail and its trail are records."""
    forgets(house, "Anna Ek")
    letters = {"outbox_message", "outbox_content", "delivery_event"}
    records = letters | {"plan", "activity", "audit_event"}
    with transaction(engine) as session:
        left = {
            table.name
            for table in METADATA.sorted_tables
            for row in session.execute(select(table)).mappings()
            if "Anna Ek" in str(dict(row)) or ANNA in str(dict(row))
        }
    assert left <= records


def test_a_forgotten_person_is_asked_no_more(house: House) -> None:
    forgets(house, "Anna Ek")
    house.lives(MONDAY.replace(month=12, day=12, year=2022))
    assert [one.day for one in house.outbox() if one.recipient == ANNA] == [MONDAY]
