"""When may a person hear from us again?"""

from datetime import date, timedelta

from models.values import Pace
from rules.working_days import WEEK, WorkingCalendar, first_of_a_week, monday_of


def next_letter_on(
    came_up: date,
    *,
    today: date,
    last: date | None,
    pace: Pace,
    apart: int,
    calendar: WorkingCalendar,
) -> date:
    """The day, `today` or later, on which what came up on a day is told, if it can wait.

    last: the day of the person's latest letter. apart: days from one letter to the next, so that
    what comes up on neighbouring days is gathered. By the week, letters go on the first working
    day of a week, or as soon as possible when that day was missed.
    """
    earliest = max(today, came_up)
    if last is not None and last <= earliest:
        following = last + timedelta(days=apart) if pace == "day" else monday_of(last) + WEEK
        earliest = max(earliest, following)
    if pace == "week":
        missed = first_of_a_week(came_up, calendar) <= earliest
        return calendar.on_or_after(earliest) if missed else first_of_a_week(earliest, calendar)
    return calendar.on_or_after(earliest)


def cannot_wait(last_day: date | None, *, today: date, until: date) -> bool:
    """Whether something ends before the person's next letter; what is late already can wait."""
    return last_day is not None and today <= last_day < until
