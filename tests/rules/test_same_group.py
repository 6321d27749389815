"""Whether two names of groups may mean one group."""

import pytest

from rules.same_group import nearly_same_group


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("arbetsgruppen Båtplatser", "arbetsgruppen för båtplatser"),
        ("Båtplatser", "Arbetsgrupp båtplats"),
        ("Working group for jetties", "The Jetties Working Group"),
        ("Seglargruppen", "arbetsgruppen för seglare"),
        ("Brygg och båt", "Båt & brygg"),
        ("Båt platser", "Båtplatser"),
        ("Båtplasser", "Båtplatser"),
        ("Arbetsgruppen", "arbetsgrupp"),
    ],
)
def test_the_same_in_other_words(one: str, other: str) -> None:
    assert nearly_same_group(one, other)
    assert nearly_same_group(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Region Nord", "Region Norr"),
        ("Grupp A", "Grupp B"),
        ("Arbetsgrupp 1", "Arbetsgrupp 2"),
        ("arbetsgruppen för bryggor", "arbetsgruppen för segel"),
        ("Båtplatser", "Båtplatser i Åhamn"),
        ("Arbetsgruppen", "arbetsgruppen för segel"),
    ],
)
def test_groups_of_their_own(one: str, other: str) -> None:
    assert not nearly_same_group(one, other)
    assert not nearly_same_group(other, one)
