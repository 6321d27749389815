"""A day that a point of somebody's closes with, and no word says is when: "Bo: mend it 1 June"."""

from dataclasses import replace

from intake.candidates import Candidate
from intake.document import doubt
from intake.periods import FULL_DATE
from intake.time_vocabulary import ABOUT, GATHERINGS
from intake.timewords import trailing_time

MIN_WORDS = 2


def with_closing_day(one: Candidate) -> Candidate:
    """With that day as its deadline, and a question; a gathering's own day is only asked about."""
    if one.deadline or not one.responsible:
        return one
    before, day = trailing_time(one.description.rstrip(". "))
    parts = before.casefold().split()
    if not FULL_DATE.match(day) or len(parts) < MIN_WORDS or parts[-1] in ABOUT:
        return one
    if parts[-1].endswith(GATHERINGS):
        return replace(one, doubts=(*one.doubts, doubt("closing_day_unclear", day=day)))
    doubts = (*one.doubts, doubt("closing_day", day=day))
    return replace(one, description=before, deadline=day, doubts=doubts)
