import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.same_person import Likeness, Named, parts, same_person

HERE, THERE = "Region Ån", "Sjöstads kommun"


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        pytest.param("Anna Ekvall", "anna  EKVALL", "same", id="only case and white space"),
        pytest.param("Anna Ekwall", "Anna Ekvall", "probably_same", id="one sound, two letters"),
        pytest.param("Anna Ekvall", "Anna Ekvald", "probably_same", id="a typo"),
        pytest.param("Ekvall, Anna", "Anna Ekvall", "probably_same", id="surname first"),
        pytest.param("A. Ekvall", "Anna Ekvall", "probably_same", id="an initial"),
        pytest.param("Anna Maria Ekvall", "Anna Ekvall", "probably_same", id="a second name"),
        pytest.param("Anna Ek-Lind", "Anna Lind", "probably_same", id="a double surname"),
        pytest.param("Jörgen Öst", "Jorgen Ost", "probably_same", id="a program without dots"),
        pytest.param("André Linde", "Andre Linde", "probably_same", id="an accent"),
        pytest.param("Eva Lindqvist", "Eva Lindkvist", "probably_same", id="qvist and kvist"),
        pytest.param("Anna Berg", "Anna Borg", "different", id="short surnames are families"),
        pytest.param("Anna Ekvall", "Bo Ekvall", "different", id="relatives"),
        pytest.param("Anders Ek", "Anna Ek", "different", id="two given names"),
        pytest.param("Anna Ekvall", "Anna", "different", id="a given name says too little"),
        pytest.param("B. Ekvall", "Anna Ekvall", "different", id="another initial"),
        pytest.param("Per Lind", "Pär Lind", "different", id="two names of one sound"),
        pytest.param("Søren Ærlig", "Sören Ärlig", "probably_same", id="the neighbours' letters"),
        pytest.param("123", "Anna Ekvall", "different", id="no name at all"),
    ],
)
def test_two_names_at_one_place(one: str, other: str, likeness: Likeness) -> None:
    assert same_person(Named(one, HERE), Named(other, "region  ån")) == likeness
    assert same_person(Named(other, HERE), Named(one)) == likeness


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        pytest.param("Anna Ekwall", "Anna Ekvall", "probably_same", id="spelling may be anywhere"),
        pytest.param("Anna Ekvall", "Anna Ekvald", "different", id="a typo is not enough"),
        pytest.param("A. Ekvall", "Anna Ekvall", "different", id="nor an initial"),
        pytest.param("Jörgen Öst", "Jorgen Ost", "different", id="nor lost dots"),
    ],
)
def test_two_names_at_two_places(one: str, other: str, likeness: Likeness) -> None:
    assert same_person(Named(one, HERE), Named(other, THERE)) == likeness


NAMES = st.lists(
    st.sampled_from(["Anna", "Ana", "A.", "Ekvall", "Ekwall", "Öst", "Ost", "Bo", "Lindqvist"])
    | st.text(max_size=8),
    max_size=4,
).map(" ".join)


@given(NAMES, NAMES)
def test_the_order_of_asking_does_not_matter_and_likeness_shares_a_part(
    one: str, other: str
) -> None:
    here, there = Named(one), Named(other)
    assert same_person(here, there) == same_person(there, here)
    assert same_person(here, here) == "same"
    if same_person(here, there) == "probably_same":
        assert parts(one) & parts(other)


@pytest.mark.parametrize(
    "names", [("Åsa Lund", "Asa Lund"), ("Pär Lund", "Par Lund"), ("Göte Lund", "Gote Lund")]
)
def test_a_lost_dot_counts_only_at_one_place(names: tuple[str, str]) -> None:
    one, other = names
    assert same_person(Named(one, HERE), Named(other, HERE)) == "probably_same"
    assert same_person(Named(one, HERE), Named(other, THERE)) == "different"
