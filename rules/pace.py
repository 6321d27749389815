"""When may a person hear from us again?"""

from datetime import date, timedelta

from models.values import Pace
from rules.working_days import WorkingCalendar

WEEK = timedelta(days=7)


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
        following = last + timedelta(days=apart) if pace == "day" else _monday(last) + WEEK
        earliest = max(earliest, following)
    if pace == "week":
        missed = _letter_day(came_up, calendar) <= earliest
        return calendar.on_or_after(earliest) if missed else _letter_day(earliest, calendar)
    return calendar.on_or_after(earliest)


def _letter_day(day: date, calendar: WorkingCalendar) -> date:
    """The first working day of a week, on `day` or later."""
    this_week = calendar.on_or_after(_monday(day))
    return this_week if this_week >= day else calendar.on_or_after(_monday(day) + WEEK)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def cannot_wait(last_day: date | None, *, today: date, until: date) -> bool:
    """Whether something ends before the person's next letter; what is late already can wait."""
    return last_day is not None and today <= last_day < until
