"""Narrows a wide deadline without losing its wording or the mandate's window."""

from dataclasses import dataclass, replace
from datetime import date

from deadlines.answers import parse_answer
from deadlines.conventions import DEFAULT, Conventions
from deadlines.deadline import Deadline
from deadlines.vocabulary import Lang


class OutsideMandateError(ValueError):
    """A narrower time that reaches outside the window of the mandate."""


@dataclass(frozen=True, slots=True)
class Sharpened:
    """mandate: the deadline as it was given; chosen: the narrower time to work by."""

    mandate: Deadline
    chosen: Deadline

    def __post_init__(self) -> None:
        if not self.mandate.holds(self.chosen):
            raise OutsideMandateError(f"{self.chosen.text!r} is not within {self.mandate.text!r}")

    @property
    def narrowed(self) -> Deadline:
        """The chosen days under the mandate's own words."""
        return replace(self.chosen, text=self.mandate.text)

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
    chosen = parse_answer(
        words, current=mandate, reference=reference, lang=lang, conventions=conventions
    )
    return Sharpened(mandate, chosen)
