"""Where does today lie in a window?"""

from datetime import date
from typing import Literal

from deadlines.deadline import Deadline

WindowState = Literal["not_open", "open", "closing", "passed"]


def window_state(deadline: Deadline, *, today: date, closing: int) -> WindowState:
    """closing: so many days before the last one; what has no last day stays open."""
    left = deadline.days_left(today)
    if left is not None and left < 0:
        return "passed"
    if left is not None and left <= closing:
        return "closing"
    if deadline.start is not None and deadline.start != deadline.due and today < deadline.start:
        return "not_open"
    return "open"
