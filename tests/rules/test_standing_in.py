"""Who answers while someone is away?"""

import pytest

from rules.recipients import Member
from rules.standing_in import Away, present_convenors, present_members

ANNA, BO, CILLA, DAG = (
    Member(person_id=number, name=name, role="member", has_address=True)
    for number, name in enumerate(("Anna", "Bo", "Cilla", "Dag"), start=1)
)


@pytest.mark.parametrize(
    ("asked", "away", "found"),
    [
        pytest.param([ANNA], {}, {"Anna": ()}, id="nobody is away"),
        pytest.param([ANNA, BO], {}, {"Anna": (), "Bo": ()}, id="all are there"),
        pytest.param([ANNA], {1: BO}, {"Bo": ("Anna",)}, id="somebody stands in"),
        pytest.param([ANNA, BO], {1: BO}, {"Bo": ("Anna",)}, id="who is asked anyway stands in"),
        pytest.param([ANNA, BO], {1: None}, {"Bo": ()}, id="the others are enough"),
        pytest.param(
            [ANNA, BO], {1: DAG, 2: DAG}, {"Dag": ("Anna", "Bo")}, id="one stands in for two"
        ),
        pytest.param(
            [ANNA], {1: BO, 2: None}, {"Cilla": ("Anna",)}, id="who stands in is away as well"
        ),
        pytest.param(
            [ANNA],
            {1: None},
            {"Bo": ("Anna",), "Cilla": ("Anna",)},
            id="then the rest of the group",
        ),
        pytest.param([ANNA], {1: None, 2: None, 3: None}, {}, id="all are away"),
        pytest.param([], {1: BO}, {}, id="nobody was asked"),
    ],
)
def test_who_is_asked(asked: list[Member], away: Away, found: dict[str, tuple[str, ...]]) -> None:
    there = present_members(asked, [ANNA, BO, CILLA], away)
    assert {member.name: member.answers_for for member in there} == found
    assert len(there) == len(found)


NOBODY = Member(5, "Nils", "convenor", has_address=False)


@pytest.mark.parametrize(
    ("convenors", "away", "found"),
    [
        pytest.param([ANNA], {}, ["Anna"], id="the convenor"),
        pytest.param([ANNA], {1: BO}, ["Bo"], id="who stands in"),
        pytest.param([ANNA], {1: None}, [], id="away, and nobody stands in: the secretariat"),
        pytest.param([NOBODY], {}, [], id="without an address: the secretariat"),
        pytest.param([], {}, [], id="no convenor: the secretariat"),
    ],
)
def test_who_speaks_for_a_group(convenors: list[Member], away: Away, found: list[str]) -> None:
    assert [member.name for member in present_convenors(convenors, away)] == found
