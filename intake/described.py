"""A column that describes at length what another one only names."""

import re
from collections.abc import Callable, Sequence

from intake.column_vocabulary import DESCRIBING
from intake.columns import Roles, role_of
from intake.wording import fold, key

CODE = re.compile(r"[A-ZÅÄÖÆØ]{0,4}[-.]?\d{1,4}(?:[./-]\d{1,4})*[a-z]?[.)]?")
MAX_NAME = 2  # words a row, on the average
LONGER = 3  # times


def at_length(roles: Roles, headings: Sequence[str], column: Callable[[int], list[str]]) -> Roles:
    """What is done stands where it is described, if beside that is but a word or two.

    So it does where the other column only groups: it says the same of several rows.
    """
    beside = [at for at, heading in enumerate(headings[: len(roles)]) if _may_describe(heading)]
    if "description" not in roles or not beside:
        return roles
    what = roles.index("description")
    at = next((one for one in beside if one != what), what)
    told, named = ([fold(cell) for cell in column(one)] for one in (at, what))
    if at == what or not all(told) or not (_is_longer(told, named) or _is_grouped(told, named)):
        return roles
    changed = list(roles)
    codes = "number" not in roles and all(map(CODE.fullmatch, filter(None, named)))
    changed[what], changed[at] = "number" if codes else "other", "description"
    return tuple(changed)


def _may_describe(heading: str) -> bool:
    return key(heading) in DESCRIBING or role_of(heading) == "description"


def _is_longer(told: list[str], named: list[str]) -> bool:
    long, short = (sum(len(cell.split()) for cell in cells) for cells in (told, named))
    return short <= MAX_NAME * len(named) and long >= LONGER * short


def _is_grouped(told: list[str], named: list[str]) -> bool:
    return len(set(named)) < len(named) == len(set(told))
