"""Narrows a wide deadline without losing its wording or the mandate's window."""

from dataclasses import dataclass
from datetime import date

from deadlines.conventions import DEFAULT, Conventions
from deadlines.deadline import Deadline
from deadlines.parse import parse_deadline
from deadlines.vocabulary import Lang


class OutsideMandateError(ValueError):
    """A narrower time that reaches outside the window of the mandate."""


@dataclass(frozen=True, slots=True)
class Sharpened:
    """mandate: the deadline as it was given; chosen: the narrower time to work by."""

    mandate: Deadline
    chosen: Deadline

    def __post_init__(self) -> None:
        if not _holds(self.mandate, self.chosen):
            raise OutsideMandateError(f"{self.chosen.text!r} is not within {self.mandate.text!r}")

    def days_left(self, today: date) -> int | None:
        """Calendar days to the chosen last day; negative when overdue."""
        return self.chosen.days_left(today)


def sharpen(
    mandate: Deadline,
    words: str,
    *,
    reference: date | None,
    lang: Lang = "sv",
    conventions: Conventions = DEFAULT,
) -> Sharpened:
    """Narrow "hösten 2022" by "november": a missing year is sought inside the window.

    Raises UnclearDeadlineError for words not understood, OutsideMandateError for other times.
    """
    chosen = parse_deadline(
        words, reference=mandate.start or reference, lang=lang, conventions=conventions
    )
    return Sharpened(mandate, chosen)


def _holds(mandate: Deadline, chosen: Deadline) -> bool:
    if chosen.due is None:
        return False
    too_early = mandate.start and (chosen.start or chosen.due) < mandate.start
    too_late = mandate.due and chosen.due > mandate.due
    return not too_early and not too_late
