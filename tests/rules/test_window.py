from datetime import date

import pytest
from builders import AUTUMN_22, a_deadline

from deadlines.deadline import Deadline
from rules.window import window_state

LIMIT = a_deadline("by", due=date(2022, 12, 31))
DAY = a_deadline("during", date(2022, 12, 31), date(2022, 12, 31))
ONGOING = a_deadline("ongoing")
LATER = a_deadline("from", start=date(2023, 1, 1))


@pytest.mark.parametrize(
    ("deadline", "today", "state"),
    [
        pytest.param(AUTUMN_22, date(2022, 7, 31), "not_open", id="before it opens"),
        pytest.param(AUTUMN_22, date(2022, 8, 1), "open", id="its first day"),
        pytest.param(AUTUMN_22, date(2022, 12, 10), "closing", id="three weeks before its end"),
        pytest.param(AUTUMN_22, date(2022, 12, 31), "closing", id="its last day"),
        pytest.param(AUTUMN_22, date(2023, 1, 1), "passed", id="the day after"),
        pytest.param(LIMIT, date(2022, 1, 1), "open", id="a limit is open from the beginning"),
        pytest.param(DAY, date(2022, 1, 1), "open", id="so is a single day"),
        pytest.param(ONGOING, date(2022, 1, 1), "open", id="what has no last day"),
        pytest.param(LATER, date(2022, 12, 31), "not_open", id="what begins later"),
    ],
)
def test_a_window_opens_closes_and_passes(deadline: Deadline, today: date, state: str) -> None:
    assert window_state(deadline, today=today, closing=21) == state
