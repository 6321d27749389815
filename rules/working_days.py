"""Which days does nobody work?"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

SATURDAY = 5
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """days_off: holidays, their eves, squeeze days and pauses; weekends are always off.

    squeeze: those of them on which what cannot wait may be said all the same.
    """

    days_off: frozenset[date] = frozenset()
    squeeze: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        return day.weekday() < SATURDAY and day not in self.days_off

    def may_be_written_on(self, day: date) -> bool:
        """A working day, or a squeeze day for what cannot wait."""
        return self.is_working(day) or day in self.squeeze

    def after(self, day: date, days: int) -> date:
        """The day that lies `days` days later; days off are not counted, weekends are."""
        off, begin = _in_order(self.days_off), day.toordinal()
        past, end = bisect_right(off, begin), begin + max(0, days)
        while (reached := begin + max(0, days) + bisect_right(off, end) - past) > end:
            end = reached
        return date.fromordinal(min(end, date.max.toordinal()))

    def on_or_after(self, day: date) -> date:
        """The first working day from `day` on."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day


@lru_cache(maxsize=64)
def _in_order(days_off: frozenset[date]) -> list[int]:
    return sorted(day.toordinal() for day in days_off)


def squeeze_days(days_off: frozenset[date]) -> frozenset[date]:
    """Single work days between two days off (klämdagar)."""
    known = WorkingCalendar(days_off)
    around = {day + timedelta(days=offset) for day in days_off for offset in (-1, 1)}
    return frozenset(day for day in around if known.is_working(day) and _between(day, known))


def _between(day: date, known: WorkingCalendar) -> bool:
    one = timedelta(days=1)
    return not known.is_working(day - one) and not known.is_working(day + one)


def first_of_a_week(day: date, calendar: WorkingCalendar) -> date:
    """The first working day of a week, on `day` or later: when digests go."""
    this_week = calendar.on_or_after(monday_of(day))
    return this_week if this_week >= day else calendar.on_or_after(monday_of(day) + WEEK)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def digest_is_due(*, today: date, served_on: date | None, calendar: WorkingCalendar) -> bool:
    """Once an ISO week, on its first working day on which the engine ran."""
    if not calendar.is_working(today):
        return False
    return served_on is None or served_on.isocalendar()[:2] < today.isocalendar()[:2]
