"""A policy file's conventions: what is accepted, and what is said when it is not."""

import pytest

from deadlines.conventions import InvalidConventionsError, conventions_from


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        pytest.param({"autum_sv": "8-12"}, "'autum_sv' is not a convention", id="unknown name"),
        pytest.param({"autumn_sv": "august"}, "two months", id="season in words"),
        pytest.param({"autumn_sv": "8-13"}, "two months", id="thirteenth month"),
        pytest.param({"leave_first": "1 July"}, "a day such as", id="day in words"),
        pytest.param({"leave_first": "13-01"}, "a day such as", id="day in month 13"),
        pytest.param({"leave_last": "02-30"}, "does not exist", id="30 February"),
        pytest.param({"term_weeks": 60}, "1 to 26", id="a term of sixty weeks"),
        pytest.param({"term_weeks": True}, "1 to 26", id="a yes where a number belongs"),
        pytest.param({"fiscal_year_month": "July"}, "1 to 12", id="month in words"),
    ],
)
def test_an_error_names_the_convention(mapping, sentence):
    with pytest.raises(InvalidConventionsError, match=sentence):
        conventions_from(mapping)


def test_an_error_says_of_which_kind_it_is():
    with pytest.raises(InvalidConventionsError) as refused:
        conventions_from({"working_week_ends_on": 8})
    assert refused.value.kind == "number_between"
    assert refused.value.values == {"lowest": 1, "highest": 7}
