import pytest

from rules.recipients import Member, asked_members

ANNA = Member(1, "Anna Ek", "member", has_address=True)
BO = Member(2, "Bo Asp", "convenor", has_address=True)


@pytest.mark.parametrize(
    ("responsible", "asked"),
    [
        pytest.param("Handledargruppen", (ANNA, BO), id="the group"),
        pytest.param(None, (ANNA, BO), id="nobody named"),
        pytest.param("anna  EK", (ANNA,), id="one of them, however it is written"),
        pytest.param("Bo Asp och Anna Ek", (ANNA, BO), id="both by name"),
        pytest.param("Cecilia Alm", (ANNA, BO), id="someone who is no member: the group is asked"),
    ],
)
def test_who_is_asked(responsible: str | None, asked: tuple[Member, ...]) -> None:
    assert asked_members(responsible, (ANNA, BO)) == asked
