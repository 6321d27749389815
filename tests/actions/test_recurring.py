"""When what recurs comes next, also by the council's own words."""

from dataclasses import replace
from datetime import date

import pytest

from actions.recurring import occurrence_after
from deadlines.conventions import DEFAULT, Conventions
from deadlines.parse import parse_deadline

SHORT_AUTUMN = replace(DEFAULT, autumn_sv=(9, 11))


@pytest.mark.parametrize(
    ("conventions", "due"),
    [
        pytest.param(DEFAULT, date(2023, 12, 31), id="our own reading"),
        pytest.param(SHORT_AUTUMN, date(2023, 11, 30), id="an autumn that ends in November"),
    ],
)
def test_the_next_autumn_is_the_councils(conventions: Conventions, due: date) -> None:
    every_autumn = parse_deadline(
        "varje höst", reference=date(2022, 5, 1), conventions=conventions
    )
    following = occurrence_after(every_autumn, today=date(2022, 12, 31), conventions=conventions)
    assert following is not None
    assert following.due == due
