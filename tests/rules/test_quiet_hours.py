from datetime import time

import pytest

from rules.quiet_hours import is_night


@pytest.mark.parametrize(
    ("now", "begins", "ends", "night"),
    [
        pytest.param("20:59", "21:00", "06:00", False, id="the evening before"),
        pytest.param("21:00", "21:00", "06:00", True, id="it begins"),
        pytest.param("02:30", "21:00", "06:00", True, id="after midnight"),
        pytest.param("06:00", "21:00", "06:00", False, id="the morning"),
        pytest.param("12:30", "12:00", "13:00", True, id="within one day"),
        pytest.param("12:00", "12:00", "13:00", True, id="it begins within one day"),
        pytest.param("13:00", "12:00", "13:00", False, id="after it"),
        pytest.param("03:00", "00:00", "00:00", False, id="no night at all"),
    ],
)
def test_when_it_is_night(now: str, begins: str, ends: str, night: bool) -> None:
    clock = time.fromisoformat
    assert is_night(clock(now), begins=clock(begins), ends=clock(ends)) is night
