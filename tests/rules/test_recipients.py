import pytest

from rules.recipients import (
    Member,
    asked_besides,
    asked_members,
    named_members,
    takes_over,
    was_asked,
)

ANNA = Member(
    *(1, "Anna Ek", "member"),
    has_address=True,
    aliases=("Anna", "anna.ek@example.se"),
    organisation="Region Ån",
)
BO = Member(2, "Bo Asp", "convenor", has_address=True, organisation="Insjö och Sjö kommuner")


@pytest.mark.parametrize(
    ("responsible", "asked"),
    [
        pytest.param("Handledargruppen", (ANNA, BO), id="the group"),
        pytest.param(None, (ANNA, BO), id="nobody named"),
        pytest.param("anna  EK", (ANNA,), id="one of them, however it is written"),
        pytest.param("Bo Asp och Anna Ek", (ANNA, BO), id="both by name"),
        pytest.param("Gruppens sammankallande", (BO,), id="by role"),
        pytest.param("sammankallaren", (BO,), id="by role, in the definite form"),
        pytest.param("Sammankallande och Anna Ek", (ANNA,), id="a name says more than a role"),
        pytest.param("Ordföranden", (ANNA, BO), id="a role that nobody has: the group is asked"),
        pytest.param("<Anna.Ek@example.se>", (ANNA,), id="by address"),
        pytest.param("per-anna.ek@example.se", (ANNA, BO), id="an address that ends so"),
        pytest.param("anna@insjo.example.se", (ANNA, BO), id="a first name in another's address"),
        pytest.param("sekreterare@example.se, Bo Asp", (BO,), id="an address beside a name"),
        pytest.param("Region Ån", (ANNA,), id="those from an organisation"),
        pytest.param("Region Åns representanter", (ANNA,), id="those from it, in more words"),
        pytest.param("insjö och sjö kommuner", (BO,), id="an organisation with an and in it"),
        pytest.param("Region Ån; Insjö och Sjö kommuner", (ANNA, BO), id="two, one unclear"),
        pytest.param(
            "Region Ån och universitetet", (ANNA, BO), id="one of two unknown: the group"
        ),
        pytest.param("Arbetsgruppen och Region Ån", (ANNA, BO), id="the group and some of it"),
        pytest.param("Region Ånäs", (ANNA, BO), id="an organisation that begins so"),
        pytest.param("Cecilia Alm", (ANNA, BO), id="someone who is no member: the group is asked"),
    ],
)
def test_who_is_asked(responsible: str | None, asked: tuple[Member, ...]) -> None:
    assert asked_members(responsible, (ANNA, BO)) == asked


LONG = Member(4, "Anna Ek Lind", "member", has_address=True)


@pytest.mark.parametrize(
    ("responsible", "named"),
    [
        pytest.param("Anna Ek Lind", (LONG,), id="the longer of two names"),
        pytest.param("Anna Ek", (ANNA,), id="the shorter"),
        pytest.param("Anna", (ANNA,), id="the alias"),
        pytest.param("Anna Ek Lind, Anna", (ANNA, LONG), id="both"),
        pytest.param("Anna Ek Lindberg", (ANNA,), id="nobody's surname"),
    ],
)
def test_the_longest_name_counts(responsible: str, named: tuple[Member, ...]) -> None:
    assert named_members(responsible, (ANNA, BO, LONG)) == named


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


@pytest.mark.parametrize(
    ("before", "after", "takes"),
    [
        pytest.param("Bo Asp", "Anna Ek", True, id="from another"),
        pytest.param("Handledargruppen", "Anna Ek", True, id="from the whole group"),
        pytest.param("Bo Asp", "Handledargruppen", True, id="with the whole group"),
        pytest.param("Anna Ek", "Anna Ek och Bo Asp", False, id="had it already"),
        pytest.param("Anna Ek", "Handledargruppen", False, id="has it still, with the others"),
        pytest.param("Anna Ek", "Bo Asp", False, id="gives it away"),
        pytest.param("Cecilia Alm", "Bo Asp", False, id="another member takes it from outside"),
    ],
)
def test_who_takes_over(before: str, after: str, takes: bool) -> None:
    assert takes_over(ANNA, before, after, (ANNA, BO)) is takes


def test_who_was_asked() -> None:
    assert was_asked(ANNA, None, (ANNA, BO))
    assert not was_asked(ANNA, "Bo Asp", (ANNA, BO))


def test_an_organisation_from_which_nobody_can_be_reached_is_asked_by_the_group() -> None:
    nobody = Member(5, "Dag Vik", "member", has_address=False, organisation="Sjö kommun")
    assert asked_members("Sjö kommun", (ANNA, nobody)) == (ANNA, nobody)
    assert named_members("Sjö kommun", (ANNA, nobody)) == (nobody,)
