"""What the secretariat has to mend is told alone, whatever else may be in order."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from builders import a_deadline
from office import (
    GROUP,
    MEMBERS,
    MONDAY,
    SECRETARY,
    House,
    a_person,
    a_plan,
    a_row,
    address,
    noon,
    text_of,
)
from sqlalchemy import Engine

from actions.find_person import find_person
from actions.gaps import missing_people
from actions.joining import leave
from actions.situations import Directory
from deadlines.deadline import Deadline
from notifications.delivery.settings import MailSettings

IN_SPRING = a_deadline("by", due=MONDAY.replace(year=MONDAY.year + 1))
SUNDAY = MONDAY - timedelta(days=1)
BY_TEST: dict[str, Any] = {"actor": "test", "now": noon(MONDAY)}
TODAY = a_deadline("by", due=MONDAY)
NO_TIME = a_deadline("none", text="så småningom", precision="unknown")


@pytest.fixture
def house(engine: Engine, tmp_path: Path) -> House:
    mail = MailSettings(url=f"eml:{tmp_path / 'mail'}", sender="Tidplan <tidplan@example.se>")
    return House(engine, mail=mail)


def begins(
    house: House, *members: str, responsible: str = GROUP, deadline: Deadline | None = IN_SPRING
) -> list[str]:
    """A plan of one row; the secretariat's letters of the first day."""
    house.people(
        *(a_person(name, ("member", GROUP)) for name in members),
        a_person("Eva Holm", ("committee", None)),
        a_person(SECRETARY, ("secretariat", None)),
    )
    house.imports(
        a_plan([a_row("1", deadline, responsible=responsible)], reporting=[], members=[])
    )
    house.approves()
    house.lives(MONDAY)
    letters = house.outbox(day=MONDAY)
    return [text_of(one.content) for one in letters if one.recipient == address(SECRETARY)]


def test_nothing_is_told_where_nothing_is_missing(house: House) -> None:
    assert begins(house, *MEMBERS) == []


def test_a_group_without_members_is_told(house: House) -> None:
    [letter] = begins(house)
    assert f"{GROUP} har inga medlemmar" in letter


def test_somebody_responsible_whom_nobody_knows_is_told(house: House) -> None:
    [letter] = begins(house, *MEMBERS, responsible="Kansliet i Insjön")
    assert "anger ”Kansliet i Insjön” som ansvarig" in letter


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        pytest.param(None, "har ingen tid i planen", id="no time at all"),
        pytest.param(NO_TIME, "så småningom", id="words without a day"),
    ],
)
def test_a_row_without_time_is_told(house: House, deadline: Deadline | None, said: str) -> None:
    [letter] = begins(house, *MEMBERS, deadline=deadline)
    assert said in letter


@pytest.mark.parametrize("responsible", ["Arbetsgruppen", "Samtliga medlemmar", "Region Insjön"])
def test_everybody_and_an_organisation_of_members_are_no_gap(
    house: House, responsible: str
) -> None:
    assert begins(house, *MEMBERS, responsible=responsible) == []


def test_the_address_of_somebody_outside_the_group_is_told_with_the_name(house: House) -> None:
    [letter] = begins(house, *MEMBERS, responsible=address("Eva Holm"))
    assert "Det är Eva Holm, som inte är med i gruppen" in letter


def test_only_those_from_the_organisation_are_asked(house: House) -> None:
    insiders = [a_person(name, ("member", GROUP)) for name in MEMBERS]
    outsider = replace(a_person("Cia Dal", ("member", GROUP)), organisation="Sjö kommun")
    house.people(*insiders, outsider)
    rows = [
        a_row("1", TODAY, responsible="Region Insjön"),
        a_row("2", TODAY, responsible=address("Cia Dal")),
    ]
    house.imports(a_plan(rows, reporting=[], members=[]))
    house.approves()
    house.lives(MONDAY)
    asked = {one.recipient: text_of(one.content) for one in house.outbox(day=MONDAY)}
    assert asked.keys() == {address(name) for name in (*MEMBERS, "Cia Dal")}
    for name in MEMBERS:
        assert "Aktivitet 1" in asked[address(name)]
        assert "Aktivitet 2" not in asked[address(name)]
    assert "Aktivitet 1" not in asked[address("Cia Dal")]
    assert "Aktivitet 2" in asked[address("Cia Dal")]


def test_people_of_one_name_are_asked_about_and_told_apart(house: House) -> None:
    anna = a_person("Anna Ek", ("convenor", GROUP))
    rows = [replace(anna, email=f"{n}@example.se", organisation=None) for n in ("a", "b")]
    bo = replace(a_person("Bo Asp", ("member", GROUP)), email=None)
    house.people(*rows, *(replace(bo, organisation=place) for place in ("Region Ån", "Region Ö")))
    with house.open() as (session, council):
        left = find_person(session, council_id=council.id, wanted="b@example.se")
        leave(session, person=left, group=None, last_day=SUNDAY, today=MONDAY, **BY_TEST)
    with house.open() as (session, council):
        directory = Directory(session, council_id=council.id, today=MONDAY)
        found = missing_people(session, house.office(council, MONDAY), directory)
    told = {one.what.key: dict(one.what.values) for one in found}
    assert told["gap.left"]["name"] == "Anna Ek <b@example.se>"
    assert told["gap.same_name"]["other_address"] == "b@example.se"
    at = [one.what.values["organisation"] for one in found if one.what.key == "gap.no_address_at"]
    assert at == ["Region Ån", "Region Ö"]
