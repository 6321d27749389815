"""A column that describes at length what another one only names."""

from collections.abc import Callable, Sequence

from intake.columns import Roles
from intake.time_vocabulary import phrases
from intake.wording import fold, key

DESCRIBING = phrases("beskrivning | beskrivelse | description")
MAX_NAME = 2  # words a row, on the average
LONGER = 3  # times


def at_length(roles: Roles, headings: Sequence[str], column: Callable[[int], list[str]]) -> Roles:
    """What is done stands where it is described, if beside that is but a word or two."""
    beside = [at for at, heading in enumerate(headings) if key(heading) in DESCRIBING]
    if "description" not in roles or len(beside) != 1 or beside[0] >= len(roles):
        return roles
    at, what = beside[0], roles.index("description")
    told, named = ([len(fold(cell).split()) for cell in column(one)] for one in (at, what))
    short = sum(named) <= MAX_NAME * len(named)
    if at == what or not all(told) or not short or sum(told) < LONGER * sum(named):
        return roles
    changed = list(roles)
    changed[what], changed[at] = "other", "description"
    return tuple(changed)
