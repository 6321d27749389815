"""When does something that recurs come next?"""

from datetime import date, timedelta

from actions.report_backs import in_year
from deadlines.conventions import DEFAULT, Conventions
from deadlines.deadline import Deadline
from deadlines.parse import UnclearDeadlineError, parse_deadline
from language.catalog import LANGUAGES


def occurrence_after(
    deadline: Deadline, *, today: date, conventions: Conventions = DEFAULT
) -> Deadline | None:
    """The first occurrence after this one and after today; None where it has no calendar day."""
    if deadline.due is None:
        return None
    after = max(deadline.due, today) + timedelta(days=1)
    for language in LANGUAGES:
        try:
            found = parse_deadline(
                deadline.text, reference=after, lang=language, conventions=conventions
            )
        except UnclearDeadlineError:
            continue
        if found.kind == "recurring" and found.due is not None and found.due >= after:
            return found
    return _next_year(deadline, after)


def _next_year(deadline: Deadline, after: date) -> Deadline:
    """Where the words alone do not tell: the same days in the first year that is to come."""
    year = after.year
    following = in_year(deadline, year)
    return following if following.due and following.due >= after else in_year(deadline, year + 1)
