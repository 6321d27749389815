"""Who is who: the directory against the names that plans bring."""

from dataclasses import replace
from typing import Any

import pytest
from office import GROUP, LATE, SECRETARY, House, a_person, a_plan
from sqlalchemy import Engine, select

from actions.namesakes import ProbablySame
from actions.people import DirectoryRow
from models.gap_queries import without_address
from models.store import open_database
from models.tables.people import Membership, Person


@pytest.fixture
def house(sqlite_url: str) -> House:
    return House(open_database(sqlite_url))


def a_plan_naming(*names: str) -> dict[str, Any]:
    return a_plan(
        members=[
            {"name": name, "organisation": "Region Insjön", "principal": "region"}
            for name in names
        ]
    )


def an_entry(name: str, email: str, **given: Any) -> DirectoryRow:
    return replace(a_person(name), email=email, **given)


def people(house: House) -> list[tuple[str, str | None]]:
    with house.open() as (session, _):
        return [(one.name, one.email) for one in session.scalars(select(Person).order_by("id"))]


def test_another_spelling_is_a_question_and_no_merger(house: House) -> None:
    house.imports(a_plan_naming("Anna Ekvall"))
    house.approves()
    result = house.people(an_entry("Anna Ekwall", "anna@example.se"))
    assert result.probably_same == [
        ProbablySame("Anna Ekvall", GROUP, "Anna Ekwall", "anna@example.se")
    ]
    assert people(house) == [("Anna Ekvall", None), ("Anna Ekwall", "anna@example.se")]


def test_the_question_is_answered_by_one_spelling_in_the_directory(house: House) -> None:
    house.imports(a_plan_naming("Anna Ekvall"))
    house.approves()
    house.people(an_entry("Anna Ekwall", "anna@example.se", roles=(("convenor", GROUP),)))
    result = house.people(an_entry("Anna Ekvall", "anna@example.se"))
    assert result.changed == ["Anna Ekvall"]
    assert (result.probably_same, result.without_address) == ([], [])
    assert people(house) == [("Anna Ekvall", "anna@example.se")]
    with house.open() as (session, _):
        held = session.scalars(select(Membership.role).order_by(Membership.role)).all()
    assert list(held) == ["convenor", "member"]


def test_a_namesake_among_several_is_never_taken_over(house: House) -> None:
    house.imports(a_plan_naming("Anna Ekvall"))
    house.people(
        an_entry("Anna Ekvall", "a@example.se", organisation="Sjöstad"),
        an_entry("Anna Ekvall", "b@example.se", organisation="Havsby"),
    )
    house.approves()
    result = house.people(an_entry("Anna Ekvall", "a@example.se", organisation="Sjöstad"))
    assert result.without_address == [("Anna Ekvall", GROUP)]
    assert len(result.probably_same) == 2


def test_approving_again_brings_no_second_stranger(house: House) -> None:
    house.people(
        an_entry("Anna Ekvall", "a@example.se", organisation="Sjöstad"),
        an_entry("Anna Ekvall", "b@example.se", organisation="Havsby"),
    )
    for title in ("Första", "Andra"):
        plan = a_plan(
            title=title,
            members=[{"name": "Anna Ekvall", "organisation": None, "principal": None}],
        )
        house.imports(plan)
        house.approves()
    assert len(people(house)) == 3


def test_what_is_missing_is_listed(house: House) -> None:
    house.imports(a_plan_naming("Anna Ekvall"))
    house.approves()
    result = house.people(a_person("Bo Asp"))
    assert result.without_address == [("Anna Ekvall", GROUP)]
    assert result.without_convenor == [GROUP]
    assert result.empty == ["committee", "secretariat"]


def test_what_is_there_is_not_listed(house: House) -> None:
    house.imports(a_plan_naming("Anna Ekvall"))
    house.approves()
    result = house.people(
        a_person("Anna Ekvall", ("convenor", GROUP)),
        a_person(SECRETARY, ("committee", None), ("secretariat", None)),
    )
    assert (result.without_convenor, result.empty, result.without_address) == ([], [], [])


def test_a_directory_read_again_changes_nothing(engine: Engine) -> None:
    house = House(engine)
    house.follows()
    again = house.people()
    assert (again.new, again.changed, again.unchanged) == ([], [], 5)
    with house.open() as (session, council):
        assert without_address(session, council.id) == []


def test_a_role_that_a_persons_row_no_longer_lists_ends(house: House) -> None:
    house.people(a_person("Eva Holm", ("committee", None), ("chair", GROUP)))
    assert house.people(a_person("Eva Holm")).changed == ["Eva Holm"]
    assert "Eva Holm" not in house.lives(LATE)


def test_a_directory_without_a_column_of_roles_ends_none(house: House) -> None:
    house.people(a_person("Eva Holm", ("committee", None)))
    assert house.people(replace(a_person("Eva Holm"), roles=None)).unchanged == 1
    assert "Eva Holm" in house.lives(LATE)


def test_one_address_in_two_spellings_is_one_person(house: House) -> None:
    house.people(a_person("Eva Holm", ("committee", None)))
    shouted = replace(a_person("Eva Holm", ("committee", None)), email="EVA.HOLM@EXAMPLE.SE")
    house.people(shouted)
    assert house.lives(LATE) == ["Eva Holm"]
