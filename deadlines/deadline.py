"""The value that a wording becomes."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["by", "during", "from", "recurring", "ongoing", "event", "none"]
Precision = Literal[
    "day",
    "week",
    "month",
    "quarter",
    "tertial",
    "half-year",
    "season",
    "term",
    "academic-year",
    "year",
    "recurring",
    "ongoing",
    "event",
    "unknown",
]


class InvalidDeadlineError(ValueError):
    """A deadline whose days are not in order."""


@dataclass(frozen=True, init=False)
class Deadline:
    """The period in which something should be finished, as vague as it was written.

    text: the plan's own words, quoted in every mail.
    start, due: calendar days in the council's zone, both included; None is open.
    edtf: ISO 8601-2; None where the standard has no words for it.
    note: what was assumed, in the reader's language.
    """

    text: str
    kind: Kind
    start: date | None
    due: date | None
    precision: Precision
    edtf: str | None = None
    note: str | None = None

    def __init__(
        self,
        text: str,
        kind: Kind,
        start: date | None,
        due: date | None,
        precision: Precision,
        edtf: str | None = None,
        note: str | None = None,
    ) -> None:
        """Its fields at once: a frozen dataclass sets them one by one, at three times the cost."""
        if start and due and start > due:
            raise InvalidDeadlineError(f"{text!r}: {start} > {due}")
        fields = vars(self)
        fields["text"], fields["kind"], fields["precision"] = text, kind, precision
        fields["start"], fields["due"] = start, due
        fields["edtf"], fields["note"] = edtf, note

    def holds(self, other: "Deadline") -> bool:
        """Whether the other time ends, and lies wholly within this one."""
        if self.due is None or other.due is None or other.due > self.due:
            return False
        return self.start is None or (other.start or other.due) >= self.start

    def days_left(self, today: date) -> int | None:
        """Calendar days from `today` to the last day; negative when overdue."""
        return None if self.due is None else (self.due - today).days
