"""Where a window lies on a line of years, in hundredths of the line."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from deadlines.deadline import Deadline


@dataclass(frozen=True, slots=True)
class Line:
    """first, last: the whole line, from a New Year's Day to a New Year's Eve."""

    first: date
    last: date

    def at(self, day: date) -> float:
        days = (self.last - self.first).days
        return round(100 * min(max((day - self.first).days, 0), days) / days, 2)

    @property
    def years(self) -> list[int]:
        return list(range(self.first.year, self.last.year + 1))

    def bar(self, deadline: Deadline) -> tuple[float, float] | None:
        """Left edge and width; None where there is no day to draw."""
        if deadline.due is None and deadline.start is None:
            return None
        left = self.at(deadline.start or self.first)
        right = self.at(deadline.due or self.last)
        return left, max(1.0, round(right - left, 2))


def line_of(deadlines: Iterable[Deadline], *, today: date) -> Line:
    days = [today]
    for deadline in deadlines:
        days += [day for day in (deadline.start, deadline.due) if day]
    return Line(date(min(days).year, 1, 1), date(max(days).year, 12, 31))
