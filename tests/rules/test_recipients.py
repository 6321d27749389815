import pytest

from rules.recipients import Member, asked_besides, asked_members

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


CILLA = Member(3, "Cilla Dal", "member", has_address=True)


@pytest.mark.parametrize(
    ("asked", "unanswered", "besides"),
    [
        pytest.param((ANNA,), 1, (), id="one mail without answer"),
        pytest.param((ANNA,), 2, (BO,), id="two: the convenor as well"),
        pytest.param((BO,), 2, (ANNA, CILLA), id="the convenor was asked: everyone else"),
        pytest.param((ANNA, BO, CILLA), 5, (), id="everyone was asked"),
    ],
)
def test_who_is_asked_besides_when_nobody_answers(
    asked: tuple[Member, ...], unanswered: int, besides: tuple[Member, ...]
) -> None:
    found = asked_besides(asked, (ANNA, BO, CILLA), unanswered=unanswered, after=2)
    assert found == besides
