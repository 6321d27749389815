"""Times that only count: a 7 below "Vecka", a 2 below "Kvartal", maybe with the year beside."""

import re
from collections.abc import Sequence

from intake.column_vocabulary import UNITS
from intake.columns import Roles
from intake.wording import fold, key

YEARS = ("år", "year", "aar")
_BARE = re.compile(r"\d{1,2}(?:\s*[-–]\s*\d{1,2})?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def read_as(headings: Sequence[str], cells: Sequence[str], roles: Roles) -> str | None:
    """The wording that a bare number stands for, by the heading of its column."""
    if "deadline" not in roles or len(headings) < len(roles):
        return None
    at = roles.index("deadline")
    unit, number = key(headings[at]), fold(cells[at])
    if unit not in UNITS or not _BARE.fullmatch(number):
        return None
    beside = (
        fold(cell)
        for heading, cell in zip(headings, cells, strict=False)
        if key(heading) in YEARS and _YEAR.fullmatch(fold(cell))
    )
    return " ".join([unit, number, *list(beside)[:1]])
