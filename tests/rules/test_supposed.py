from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.supposed import (
    CLOSE,
    LONGEST_WAIT,
    MORE_TIME,
    SLOWEST,
    Answering,
    SupposedAnswer,
    decision_comes_after,
    supposed_answer,
    supposed_decision,
)

MANY = [f"handledargruppen-{number}/2022-12-31/7" for number in range(1000)]


def answers(answering: Answering, days_left: int | None, seed: int = 1) -> list[object]:
    return [
        supposed_answer(question, days_left=days_left, answering=answering, seed=seed)
        for question in MANY
    ]


def test_nobody_answers_or_decides_anything() -> None:
    assert set(answers("nobody", 3)) == {None}
    assert decision_comes_after("x", answering="nobody", seed=1) is None


@pytest.mark.parametrize(
    ("days_left", "status"),
    [
        pytest.param(CLOSE + 1, "in_progress", id="far from its end: going on"),
        pytest.param(CLOSE, "done", id="near its end: done"),
        pytest.param(-5, "done", id="late: done"),
        pytest.param(None, "in_progress", id="without an end: going on"),
    ],
)
def test_where_everybody_answers_they_do_so_the_next_day(days_left, status) -> None:
    assert set(answers("everybody", days_left)) == {SupposedAnswer(1, status)}
    assert decision_comes_after("x", answering="everybody", seed=1) == 1
    assert supposed_decision("x", wish=False, answering="everybody", seed=1) == "park"


def test_in_a_mix_three_in_ten_are_silent_and_one_in_five_of_the_others_wants_more_time() -> None:
    near = answers("mix", 7)
    said = [one for one in near if isinstance(one, SupposedAnswer)]
    assert 0.25 < near.count(None) / len(near) < 0.35
    assert 0.15 < sum(one.later == MORE_TIME for one in said) / len(said) < 0.25
    assert {one.status for one in said} == {"done", "in_progress"}
    assert {one.after for one in said} == set(range(1, SLOWEST + 1))
    far = [one for one in answers("mix", CLOSE + 1) if isinstance(one, SupposedAnswer)]
    assert {(one.status, one.later) for one in far} == {("in_progress", 0)}


def test_in_a_mix_some_cases_are_decided_and_some_of_them_dropped() -> None:
    after = [decision_comes_after(case, answering="mix", seed=1) for case in MANY]
    assert 0.35 < after.count(None) / len(after) < 0.45
    assert {one for one in after if one} == set(range(1, LONGEST_WAIT + 1))
    said = [supposed_decision(case, wish=False, answering="mix", seed=1) for case in MANY]
    assert 0.15 < Counter(said)["drop"] / len(said) < 0.25
    assert set(said) == {"drop", "park"}


@given(st.text(), st.integers(), st.sampled_from(["everybody", "mix"]))
def test_what_a_group_asks_for_is_granted(case, seed, answering) -> None:
    assert supposed_decision(case, wish=True, answering=answering, seed=seed) == "accept_new_time"


def test_the_same_seed_gives_the_same_answers_and_another_one_others() -> None:
    assert answers("mix", 7) == answers("mix", 7)
    assert answers("mix", 7) != answers("mix", 7, seed=2)
