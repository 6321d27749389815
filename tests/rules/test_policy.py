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
