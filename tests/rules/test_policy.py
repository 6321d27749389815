import pytest
from pydantic import ValidationError

from rules.policy import LeadDays, Policy


@pytest.mark.parametrize(
    "wrong",
    [
        {"lead": {"day": []}},
        {"lead": {"day": [3, 14]}},
        {"lead": {"month": [7, 7]}},
        {"lead": {"season": [-1]}},
        {"overdue": [8, 1]},
        {"overdue": [7]},
        {"escalate": [0, 5]},
        {"check_in": 1},
        {"no_such_rule": 1},
    ],
    ids=str,
)
def test_a_policy_that_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Policy.model_validate(wrong)


def test_a_council_may_choose_its_own_days() -> None:
    policy = Policy.model_validate({"lead": {"half-year": [30]}, "overdue": [2, 4]})
    assert policy.overdue == (2, 4)
    assert policy.leads("half-year", report_back=False) == (30,)
    assert policy.leads("month", report_back=False) == (30, 7)


def test_what_has_no_width_is_treated_as_a_day() -> None:
    assert Policy().leads("event", report_back=False) == LeadDays().day


def test_a_report_back_has_days_of_its_own() -> None:
    assert Policy().leads("day", report_back=True) == LeadDays().report_back


def test_a_group_may_have_rules_of_its_own() -> None:
    policy = Policy.model_validate(
        {
            "overdue": [2, 4],
            "lead": {"month": [20]},
            "groups": {"handledargruppen": {"convenor": 3, "lead": {"day": [5]}}},
        }
    )
    own = policy.of("handledargruppen")
    assert (own.convenor, own.overdue, own.lead.day, own.lead.month) == (3, (2, 4), (5,), (20,))
    assert policy.of("another") is policy
    assert Policy.model_validate({"groups": {"g": {"quiet": 1}}}).of("g").lead == LeadDays()


def test_a_group_has_no_rules_that_are_the_councils() -> None:
    with pytest.raises(ValidationError):
        Policy.model_validate({"groups": {"handledargruppen": {"gaps": 7}}})


def test_a_case_keeps_the_rules_that_it_began_with() -> None:
    kept = Policy(convenor=3, escalate=(5, 9), acknowledged=30).kept_by_a_case()
    later = Policy(convenor=20, quiet=1)
    assert later.as_begun(None) is later
    begun = later.as_begun(kept)
    assert (begun.convenor, begun.escalate, begun.quiet) == (3, (5, 9), 1)
    assert begun.acknowledged == 30
