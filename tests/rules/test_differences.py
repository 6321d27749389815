from dataclasses import replace
from datetime import date

import pytest
from builders import AUTUMN_22, DURING_24, a_deadline
from hypothesis import given
from hypothesis import strategies as st

from rules.differences import Row, differences

ONE = Row("1", "Kartlägga kurser för handledare", "Gruppen", AUTUMN_22)
TWO = Row("2", "Beskriva förutsättningar på mindre orter", "Gruppen", DURING_24)


def changes(before: list[Row], after: list[Row]) -> list[tuple[str, int | None, int | None]]:
    return [(one.change, one.before, one.after) for one in differences(before, after)]


def test_the_same_plan_has_no_differences() -> None:
    assert changes([ONE, TWO], [ONE, TWO]) == [("same", 0, 0), ("same", 1, 1)]


def test_rows_in_another_order_are_still_the_same() -> None:
    assert changes([ONE, TWO], [TWO, ONE]) == [("same", 1, 0), ("same", 0, 1)]


def test_a_reworded_row_keeps_its_history() -> None:
    reworded = replace(ONE, description="Kartlägga alla kurser för handledare i länet")
    assert changes([ONE, TWO], [reworded, TWO])[0] == ("changed", 0, 0)


def test_a_moved_deadline_is_said() -> None:
    later = replace(ONE, deadline=a_deadline(due=date(2023, 6, 30), text="våren -23"))
    [found] = differences([ONE], [later])
    assert (found.change, found.deadline_moved) == ("changed", True)


def test_what_is_new_and_what_is_gone() -> None:
    assert changes([ONE], [TWO]) == [("new", None, 0), ("gone", 0, None)]


rows = st.lists(
    st.builds(
        Row,
        st.sampled_from(["1", "2", "3", None]),
        st.text("abcdefgh ", min_size=3, max_size=30),
        st.none(),
        st.sampled_from([AUTUMN_22, DURING_24]),
    ),
    max_size=8,
)


@given(rows, rows)
def test_every_row_of_both_versions_is_told_exactly_once(
    before: list[Row], after: list[Row]
) -> None:
    found = differences(before, after)
    assert sorted(one.before for one in found if one.before is not None) == list(
        range(len(before))
    )
    assert [one.after for one in found if one.after is not None] == list(range(len(after)))


HALF = "Kartlägga lokaler för möten"


def test_half_of_the_words_are_enough_where_the_number_agrees() -> None:
    assert changes([ONE], [replace(ONE, description=HALF)]) == [("changed", 0, 0)]


def test_half_of_the_words_are_too_few_where_it_does_not() -> None:
    other = replace(ONE, number="7", description=HALF)
    assert changes([ONE], [other]) == [("new", None, 0), ("gone", 0, None)]
    unnumbered = replace(ONE, number=None)
    assert changes([unnumbered], [replace(unnumbered, description=HALF)]) == [
        ("new", None, 0),
        ("gone", 0, None),
    ]


def again(now: Row, *former: Row) -> tuple[str, int | None]:
    [found] = differences([], [now], former)
    return found.change, found.before


def test_a_row_of_an_older_version_is_back_with_its_words_and_its_number_or_hands() -> None:
    others = replace(ONE, responsible="Region Ån")
    assert again(ONE, TWO, ONE) == ("back", 1)
    assert again(replace(others, deadline=DURING_24), ONE) == ("back", 0)
    assert again(replace(ONE, number="7"), ONE) == ("back", 0)
    assert again(replace(others, number="7"), ONE) == ("new", None)
    assert again(replace(ONE, description=HALF), ONE) == ("new", None)


def test_the_latest_of_two_is_back_and_each_only_once() -> None:
    assert again(ONE, ONE, ONE) == ("back", 1)
    found = differences([TWO], [ONE, TWO, ONE], [ONE])
    assert [(one.change, one.before) for one in found] == [
        ("back", 1),
        ("same", 0),
        ("new", None),
    ]


def test_what_is_done_and_wanted_at_another_time_is_new() -> None:
    done = replace(ONE, closed=True)
    assert again(ONE, done) == ("back", 0)
    assert again(replace(ONE, deadline=DURING_24), done) == ("new", None)


def test_of_two_rows_that_could_be_it_the_likest_is() -> None:
    near = replace(ONE, number="8", description="Kartlägga kurser för nya handledare")
    assert changes([ONE], [near, replace(ONE, number="9")])[:2] == [
        ("new", None, 0),
        ("changed", 0, 1),
    ]


def test_of_two_rows_alike_the_one_with_the_number_is_it() -> None:
    moved, new = replace(ONE, deadline=DURING_24), replace(ONE, number="2")
    assert changes([ONE], [new, moved]) == [("new", None, 0), ("changed", 0, 1)]


def test_how_alike_two_rows_are_is_said_in_percent() -> None:
    [same] = differences([ONE], [ONE])
    [reworded] = differences([ONE], [replace(ONE, description=HALF)])
    assert same.likeness == 100
    assert 50 < reworded.likeness < 80


MATERIAL = Row("2", "Ta fram utbildningsmaterial för handledare", "Alva Ek", AUTUMN_22)
WRITTEN = replace(MATERIAL, number="2a", description="Skriva utbildningsmaterial om handledning")
FILMED = replace(MATERIAL, number="2b", description="Filma möten med utbildningsmaterial")


def parted(before: list[Row], after: list[Row]) -> list[tuple[str, int | None, int | None]]:
    return [(one.change, one.before, one.part_of) for one in differences(before, after)]


def test_of_the_parts_of_a_row_the_nearest_is_it_and_the_others_are_new() -> None:
    assert parted([ONE, MATERIAL], [ONE, FILMED, WRITTEN]) == [
        ("same", 0, None),
        ("new", None, 1),
        ("changed", 1, None),
    ]


@pytest.mark.parametrize(
    ("number", "part"),
    [
        pytest.param("2a", True, id="a letter"),
        pytest.param("2 B", True, id="a letter apart"),
        pytest.param("2.1", True, id="a number below"),
        pytest.param("2-1.", True, id="a number behind a stroke"),
        pytest.param("21", False, id="another number"),
        pytest.param("3a", False, id="a part of another row"),
        pytest.param(None, False, id="no number"),
    ],
)
def test_what_numbers_say_of_parts(number: str | None, part: bool) -> None:
    other = replace(WRITTEN, number=number, responsible="Bo Lund")
    assert parted([MATERIAL], [other])[0][0] == ("changed" if part else "new")


BOTH = Row("4", "Genomföra en enkät och skriva en rapport", "Alva Ek", AUTUMN_22)
SURVEY = replace(BOTH, number="5", description="Genomföra en enkät")
REPORT = replace(BOTH, number="6", description="Skriva en rapport om enkäten")


def test_parts_without_the_number_are_known_by_words_in_the_same_hands() -> None:
    assert parted([BOTH], [REPORT, SURVEY]) == [("new", None, None), ("changed", 0, None)]
    elsewhere = replace(SURVEY, responsible="Bo Lund")
    assert parted([BOTH], [elsewhere]) == [("new", None, None), ("gone", 0, None)]
    assert parted([replace(BOTH, description="Enkät")], [SURVEY])[0][0] == "new"


def test_a_part_is_never_taken_for_a_row_that_people_have_closed() -> None:
    closed = replace(MATERIAL, closed=True)
    assert parted([closed], [WRITTEN, FILMED]) == [
        ("new", None, 0),
        ("new", None, 0),
        ("gone", 0, None),
    ]


def test_nothing_is_a_part_of_a_row_that_is_still_there() -> None:
    assert parted([MATERIAL], [MATERIAL, WRITTEN]) == [("same", 0, None), ("new", None, None)]


def test_a_row_of_an_older_version_is_no_part_of_another() -> None:
    found = differences([BOTH], [SURVEY], [SURVEY])
    assert [one.change for one in found] == ["back", "gone"]


ROWS = [
    replace(ONE, number=str(at), description=f"{at * 3} {chr(96 + at) * 20}") for at in range(1, 6)
]


@pytest.mark.parametrize(
    ("order", "moved"),
    [
        pytest.param([1, 2, 3, 4, 5], [], id="as it was"),
        pytest.param([2, 3, 4, 5, 1], [1], id="the first is last"),
        pytest.param([5, 1, 2, 3, 4], [5], id="the last is first"),
        pytest.param([1, 2, 4, 5], [], id="one is gone"),
        pytest.param([5, 4, 3, 2, 1], [5, 4, 3, 2], id="turned over"),
    ],
)
def test_the_fewest_rows_that_stand_in_another_place(order: list[int], moved: list[int]) -> None:
    after = [ROWS[at - 1] for at in order]
    found = differences(ROWS, after)
    assert [
        after[one.after].number for one in found if one.after is not None and one.reordered
    ] == [str(at) for at in moved]


def test_what_is_new_or_back_has_no_place_that_it_had() -> None:
    found = differences([ONE], [MATERIAL, TWO, ONE], [TWO])
    assert not any(one.reordered for one in found)
