"""What a rule needs to know of one activity."""

from dataclasses import dataclass
from datetime import date

from deadlines.deadline import Deadline
from models.values import CLOSED, Status


@dataclass(frozen=True, slots=True)
class Situation:
    """One activity as it stands.

    counted_from: the day of the plan, from which check-ins are counted until someone answers.
    answered_on: the last day on which someone reported.
    decided_on: the last day on which the committee settled a case of it.
    asked: days on which somebody was asked about it since the last answer.
    passed_on: the day of the approval, where the last day was gone already by then.
    waits_for: the uid of the activity that has to be over first; freed_on: the day it was.
    """

    deadline: Deadline
    status: Status
    counted_from: date
    answered_on: date | None = None
    decided_on: date | None = None
    asked: int = 0
    report_back: bool = False
    passed_on: date | None = None
    waits_for: str | None = None
    freed_on: date | None = None

    @property
    def is_open(self) -> bool:
        return self.status not in CLOSED

    @property
    def quiet_since(self) -> date:
        """The day from which silence is counted."""
        return max(self.answered_on or self.counted_from, self.freed_on or date.min)

    @property
    def unaccounted_from(self) -> date | None:
        """Its time was gone when the plan was approved, and nobody has said what became of it.

        The day of that approval: until then it was like any other.
        """
        due, passed = self.deadline.due, self.passed_on
        if passed is None or due is None or due >= passed:
            return None
        said = max(self.answered_on or date.min, self.decided_on or date.min)
        return passed if said < passed else None

    def is_unaccounted(self, today: date) -> bool:
        return self.unaccounted_from is not None and self.unaccounted_from <= today

    def days_overdue(self, today: date) -> int:
        """Days past the last day; 0 when there is none or it is still to come."""
        left = self.deadline.days_left(today)
        return max(0, -left) if left is not None else 0


def passed_on(deadline: Deadline | None, today: date) -> date | None:
    """`today`, where the last day was gone by then."""
    if deadline is None or deadline.due is None or deadline.due >= today:
        return None
    return today
