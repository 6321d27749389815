from datetime import date, timedelta
from itertools import islice

import pytest
from builders import AUTUMN_22, DURING_24, a_deadline, a_situation
from hypothesis import given
from hypothesis import strategies as st

from deadlines.deadline import Deadline
from rules.ladder import next_step, steps, steps_around
from rules.policy import Policy

POLICY = Policy()


def occasion(today: date, **given: object) -> str | None:
    step, _ = steps_around(a_situation(**given), today=today, policy=POLICY)  # type: ignore[arg-type]
    return step.occasion if step else None


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        pytest.param(date(2022, 10, 31), None, id="the day before the first reminder"),
        pytest.param(date(2022, 11, 1), "2022-12-31/60", id="sixty days before the last day"),
        pytest.param(date(2022, 11, 28), "2022-12-31/60", id="a run was skipped: later, not lost"),
        pytest.param(date(2022, 12, 10), "2022-12-31/21", id="three weeks before"),
        pytest.param(date(2022, 12, 31), "2022-12-31/7", id="the last day is not overdue"),
        pytest.param(date(2023, 1, 1), "2022-12-31/+1", id="the day after it is"),
        pytest.param(date(2023, 2, 6), "2022-12-31/+22", id="repeats grow: 1, 8, 22, 50"),
        pytest.param(date(2023, 3, 19), "2022-12-31/+78", id="and go on every 28 days"),
    ],
)
def test_an_autumn_is_asked_about(today: date, expected: str | None) -> None:
    assert occasion(today) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        pytest.param(date(2023, 12, 31), None, id="a year that has not begun waits"),
        pytest.param(
            date(2024, 1, 1), "2024-12-31/opening", id="when it opens, a month is asked for"
        ),
        pytest.param(date(2024, 10, 2), "2024-12-31/90", id="ninety days before its end"),
    ],
)
def test_a_whole_year_is_asked_about(today: date, expected: str | None) -> None:
    assert occasion(today, deadline=DURING_24) == expected


def test_an_answer_uses_up_the_steps_before_it() -> None:
    assert occasion(date(2022, 11, 28), answered_on=date(2022, 11, 28)) is None
    assert occasion(date(2022, 12, 10), answered_on=date(2022, 11, 28)) == "2022-12-31/21"


@pytest.mark.parametrize("status", ["done", "cancelled"])
def test_nobody_is_asked_about_what_is_closed(status: str) -> None:
    assert occasion(date(2023, 6, 1), status=status) is None
    assert next_step(a_situation(status=status), after=date(2022, 1, 1), policy=POLICY) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("deadline", "first", "kind"),
    [
        pytest.param(
            a_deadline("none", precision="unknown"),
            date(2022, 2, 1),
            "no_deadline",
            id="no time: at once",
        ),
        pytest.param(
            a_deadline("event", precision="event"),
            date(2022, 4, 2),
            "event",
            id="an event: after 60 days",
        ),
        pytest.param(
            a_deadline("ongoing", precision="ongoing"),
            date(2022, 5, 3),
            "check_in",
            id="ongoing: after a quarter",
        ),
        pytest.param(
            a_deadline("recurring", precision="recurring"),
            date(2022, 5, 3),
            "check_in",
            id="recurring without a day",
        ),
        pytest.param(
            a_deadline("from", start=date(2022, 9, 1)),
            date(2022, 9, 1),
            "check_in",
            id="from: when it opens",
        ),
        pytest.param(a_deadline("from"), date(2022, 5, 3), "check_in", id="from, without a day"),
    ],
)
def test_what_has_no_last_day_is_asked_about_all_the_same(
    deadline: Deadline, first: date, kind: str
) -> None:
    one, two = islice(steps(a_situation(deadline), policy=POLICY), 2)
    assert (one.on, one.kind) == (first, kind)
    assert two.on > one.on


def test_a_report_back_is_announced_two_months_before() -> None:
    year_end = a_deadline("by", due=date(2022, 12, 31), precision="year")
    assert occasion(date(2022, 11, 1), deadline=year_end, report_back=True) == "2022-12-31/60"


def test_a_moved_deadline_is_a_new_occasion() -> None:
    moved = a_deadline(due=date(2023, 6, 30), precision="season")
    assert occasion(date(2023, 5, 1), deadline=moved) == "2023-06-30/60"


days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
windows = st.builds(
    lambda start, width, precision: a_deadline(
        "during", start, start + timedelta(days=width), precision
    ),
    days,
    st.integers(0, 400),
    st.sampled_from(["day", "week", "month", "quarter", "season", "year"]),
)


@given(windows, days, st.integers(1, 60))
def test_a_skipped_run_never_loses_a_step(deadline: Deadline, today: date, skipped: int) -> None:
    situation, then = a_situation(deadline), today + timedelta(days=skipped)
    later, _ = steps_around(situation, today=then, policy=POLICY)
    earlier, _ = steps_around(situation, today=today, policy=POLICY)
    assert earlier is None or (later is not None and later.on >= earlier.on)


@given(windows)
def test_steps_come_in_order_and_never_twice(deadline: Deadline) -> None:
    some = list(islice(steps(a_situation(deadline), policy=POLICY), 12))
    assert [step.on for step in some] == sorted(step.on for step in some)
    assert len({step.occasion for step in some}) == len(some)


@given(windows, days)
def test_there_is_always_a_next_step(deadline: Deadline, today: date) -> None:
    following = next_step(a_situation(deadline), after=today, policy=POLICY)
    assert following is not None
    assert following.on > today


@given(
    windows | st.builds(a_deadline, st.sampled_from(["none", "event", "ongoing", "from"]), days),
    days,
    st.none() | days,
    st.none() | days,
)
def test_a_ladder_taken_up_late_goes_on_as_the_whole_one_does(
    deadline: Deadline, reached: date, passed_on: date | None, freed_on: date | None
) -> None:
    situation = a_situation(deadline, passed_on=passed_on, freed_on=freed_on)
    whole = [step.on for step in islice(steps(situation, policy=POLICY), 400)]
    last = max((on for on in whole if on <= reached), default=date.min)
    late = [step.on for step in islice(steps(situation, policy=POLICY, reached=reached), 9)]
    from_last = [on for on in late if on >= last]
    assert from_last == [on for on in whole if on >= last][: len(from_last)]
    assert from_last


def test_an_autumn_is_in_the_builders_as_the_directive_has_it() -> None:
    assert AUTUMN_22.days_left(date(2022, 11, 28)) == 33


def test_nobody_is_asked_about_what_waits_for_another_activity() -> None:
    assert occasion(date(2023, 2, 6), waits_for="handledargruppen-1") is None


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        pytest.param(date(2022, 12, 15), "freed/2022-12-12", id="asked when the other is over"),
        pytest.param(date(2022, 12, 24), "2022-12-31/7", id="then the steps that are left"),
    ],
)
def test_a_freed_activity_is_asked_about_at_once(today: date, expected: str) -> None:
    assert occasion(today, freed_on=date(2022, 12, 12)) == expected


def test_a_freed_activity_without_a_time_stays_a_question_to_the_secretariat() -> None:
    unclear = a_deadline("none", precision="unknown")
    assert occasion(date(2022, 2, 3), deadline=unclear, freed_on=date(2022, 2, 2)) is not None


def kinds(number: int, **given: object) -> list[tuple[str, date]]:
    found = steps(a_situation(**given), policy=POLICY)  # type: ignore[arg-type]
    return [(step.kind, step.on) for step in islice(found, number)]


def test_a_ladder_says_of_what_kind_each_step_is() -> None:
    assert kinds(9, deadline=DURING_24) == [
        ("opening", date(2024, 1, 1)),
        ("lead", date(2024, 10, 2)),
        ("lead", date(2024, 12, 1)),
        ("lead", date(2024, 12, 24)),
        ("overdue", date(2025, 1, 1)),
        ("overdue", date(2025, 1, 8)),
        ("overdue", date(2025, 1, 22)),
        ("overdue", date(2025, 2, 19)),
        ("overdue", date(2025, 3, 19)),
    ]


def test_what_was_freed_on_the_day_of_a_step_is_asked_about_once() -> None:
    assert kinds(2, freed_on=date(2022, 12, 10)) == [
        ("freed", date(2022, 12, 10)),
        ("lead", date(2022, 12, 24)),
    ]


def test_a_freed_activity_without_a_time_has_the_secretariats_steps_alone() -> None:
    unclear = a_deadline("none", precision="unknown")
    found = kinds(3, deadline=unclear, freed_on=date(2022, 3, 2))
    assert {kind for kind, _ in found} == {"no_deadline"}


def test_a_step_on_the_day_of_the_approval_is_told_as_passed() -> None:
    gone = {"passed_on": date(2023, 1, 8)}
    assert kinds(6, **gone)[4:] == [
        ("passed", date(2023, 1, 8)),
        ("passed", date(2023, 2, 5)),
    ]
    assert kinds(5, **gone)[3] == ("overdue", date(2023, 1, 1))


@pytest.mark.parametrize(
    ("given", "opens"),
    [
        pytest.param({}, True, id="a year"),
        pytest.param({"report_back": True}, False, id="a report-back"),
        pytest.param(
            {"deadline": a_deadline("by", due=date(2024, 12, 31), precision="year")},
            False,
            id="a limit has no opening",
        ),
        pytest.param(
            {
                "deadline": a_deadline(
                    "during", date(2024, 10, 2), date(2024, 12, 31), precision="year"
                )
            },
            False,
            id="what opens with its first reminder",
        ),
    ],
)
def test_what_opens_with_a_question(given: dict[str, object], opens: bool) -> None:
    first, *_ = kinds(1, **({"deadline": DURING_24} | given))
    assert (first[0] == "opening") is opens


def test_repeats_go_on_as_far_apart_as_the_last_two() -> None:
    policy = Policy.model_validate({"overdue": [1, 8, 22, 50, 100]})
    found = steps(a_situation(), policy=policy)
    late = [step.on - date(2022, 12, 31) for step in islice(found, 3, 10)]
    assert [days.days for days in late] == [1, 8, 22, 50, 100, 150, 200]


def test_an_answer_on_the_day_of_a_step_uses_it_up() -> None:
    assert occasion(date(2022, 12, 10), answered_on=date(2022, 12, 10)) is None
