"""`tidplan propose`, `proposals` and `decide`, as a secretary types what a group has said."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from office import House, a_plan
from sqlalchemy import select

from models.store import open_database, transaction
from models.tables.plans import Activity

Tidplan = Callable[..., Any]


@pytest.fixture
def house(home: Path) -> House:
    home.mkdir()
    house = House(open_database(f"sqlite:///{home}/tidplan.db"))
    house.follows(a_plan())
    return house


def test_a_proposal_is_written_down_listed_and_accepted(tidplan: Tidplan, house: House) -> None:
    made = tidplan(
        "propose", "reword", "1", "--new-deadline", "våren 2024", "--because", "Vi hann inte",
        "--by", "Anna Ek", "--today", "2022-11-28",
    )  # fmt: skip
    assert made.code == 0
    assert "ny tid ”våren 2024”" in made.out
    assert "Vi hann inte" in tidplan("proposals").out
    [listed] = json.loads(tidplan("proposals", "--json").out)
    assert (listed["kind"], listed["due"], listed["outcome"]) == ("reword", "2024-06-30", None)
    said = tidplan(
        "decide", listed["number"], "--decision", "accept", "--answer", "Bra", "--by", "Eva Holm"
    )
    assert "är godkänt" in said.out
    assert tidplan("proposals", "--json").out.strip() == "[]"
    [settled] = json.loads(tidplan("proposals", "--all", "--json").out)
    assert (settled["outcome"], settled["settled_by"], settled["answer"]) == (
        "accepted",
        "Eva Holm",
        "Bra",
    )
    with transaction(house.engine) as session:
        moved = session.scalars(select(Activity).where(Activity.number == "1")).one()
        assert moved.due == date(2024, 6, 30)


@pytest.mark.parametrize(
    ("kind", "target", "more"),
    [
        ("split", "1", ("--part", "Enkät", "--part", "Rapport")),
        ("add", "Handledargruppen", ("--description", "En affisch", "--to", "Bo Asp")),
        ("drop", "3", ()),
        ("prioritise", "2", ("--priority", "high")),
        ("reorder", "handledargruppen", ("--order", "3", "--order", "1")),
        ("hand-over", "1", ("--to", "Bo Asp", "--by", "Anna Ek")),
    ],
)
@pytest.mark.usefixtures("house")
def test_every_kind_can_be_proposed_and_declined(
    tidplan: Tidplan, kind: str, target: str, more: tuple[str, ...]
) -> None:
    made = tidplan("propose", kind, target, "--because", "Så är det", *more)
    assert made.code == 0, made.err
    assert tidplan("decide", "1", "--decision", "decline").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("propose", "split", "1", "--part", "en", "--because", "x"), "är inte helt"),
        (("propose", "drop", "1", "--because", " "), "saknar skäl"),
        (("propose", "drop", "99", "--because", "x"), "99"),
        (("propose", "add", "Kören", "--description", "x", "--because", "x"), "Kören"),
        (("propose", "reword", "1", "--new-deadline", "kaffe", "--because", "x"), "kaffe"),
        (("decide", "7", "--decision", "accept"), "inget förslag 7"),
        (("decide", "x", "--decision", "accept"), "inget förslag x"),
    ],
)
@pytest.mark.usefixtures("house")
def test_half_a_proposal_is_refused_in_one_sentence(
    tidplan: Tidplan, arguments: tuple[str, ...], said: str
) -> None:
    refused = tidplan(*arguments)
    assert refused.code == 2
    assert said in refused.err
    assert refused.err.count("\n") == 1


@pytest.mark.usefixtures("house")
def test_a_proposal_is_answered_once(tidplan: Tidplan) -> None:
    tidplan("propose", "drop", "3", "--because", "Överspelad")
    tidplan("decide", "1", "--decision", "decline", "--by", "Eva Holm")
    again = tidplan("decide", "1", "--decision", "accept")
    assert again.code == 2
    assert "är redan besvarat av Eva Holm" in again.err
