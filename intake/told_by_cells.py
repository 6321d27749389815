"""Columns whose headings leave in doubt what they are for, and whose cells tell it."""

import re
from collections.abc import Callable, Sequence

from intake import column_vocabulary as words
from intake.columns import Roles, role_of
from intake.names import is_title, name_in
from intake.timewords import is_duration, is_time
from intake.wording import fold, key

Cells = Callable[[int], list[str]]

MOST = 0.6  # of the filled cells
MAX_NAME = 8  # words
MIN_FILLED = 2
_PARTS = re.compile(r"\s*[,;/&\n]\s*|\s+(?:och|and|og|samt)\s+")
_BODY = re.compile(
    r"(?:gruppen?|gruppe[rn]?|nämnden?|styrelsen?|utskottet?|kommittén?|(?<!om)rådet|laget|teamet|udvalget"
    r"|utvalget|styret|kontoret|enheten|avdelningen|förvaltningen|föreningen|klubben|kansliet)$"
    r"|\b(?:group|team|board|committee|council|office|department|unit|agency|secretariat)$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-ZÅÄÖÆØ]{2,4}")
_BOX = re.compile(r"[\W_]|[xv✓✔]|ja|nej|yes|no|nei", re.IGNORECASE)


def settled(roles: Roles, headings: Sequence[str], cells: Cells) -> Roles:
    """The roles, where more than one column could be it, or none is by its heading."""
    if "person" in roles:
        return roles
    for role in ("deadline", "responsible", "description"):
        roles = _best(roles, role, headings, cells)
    return completed(roles, headings, cells) if "description" in roles else roles


def completed(roles: Roles, headings: Sequence[str], cells: Cells) -> Roles:
    """With when and who by the cells of columns that no heading tells."""
    if _is_other(headings):
        return roles
    for role in ("deadline", "responsible"):
        roles = _found(roles, role, headings, cells)
    return roles


def _best(roles: Roles, role: str, headings: Sequence[str], cells: Cells) -> Roles:
    """Of several columns that could be it, the one whose heading says it plainly."""
    could = [at for at in range(len(roles)) if role_of(headings[at]) == role]
    if role not in roles or len(could) < 2:  # noqa: PLR2004
        return _unticked(roles, role, headings, cells)
    best = max(
        could,
        key=lambda at: (
            _holds(role, headings[at], cells(at)),
            _is_plain(role, headings[at]),
            role == "responsible" and all(map(name_in, _filled(cells(at)))),
            -at,
        ),
    )
    spare = "number" if role == "description" and "number" not in roles else "other"
    return tuple(
        role if at == best else one if at not in could else _spare(spare, cells(at))
        for at, one in enumerate(roles)
    )


def _spare(role: str, column: list[str]) -> str:
    """Steps that are only counted, beside what is done in them, are its numbers."""
    filled = _filled(column)
    return role if role == "number" and filled and all(map(str.isdigit, filled)) else "other"


def _unticked(roles: Roles, role: str, headings: Sequence[str], cells: Cells) -> Roles:
    """A column "Klart" that is only ticked tells no time, nor "Tid" of how long it takes."""
    if role != "deadline" or role not in roles:
        return roles
    at = roles.index(role)
    filled = _filled(cells(at))
    if at >= len(headings) or not filled:
        return roles
    long = key(headings[at]) in words.WEAK and all(map(is_duration, filled))
    if not long and not all(map(_BOX.fullmatch, filled)):
        return roles
    return (*roles[:at], "other", *roles[at + 1 :])


def _holds(role: str, heading: str, column: list[str]) -> bool:
    filled = _filled(column)
    if role == "deadline":
        unit = key(heading) in words.UNITS
        times = sum(is_time(cell) or (unit and cell.isdigit()) for cell in filled)
        return bool(filled) and times >= MOST * len(filled)
    if role == "description":
        return any(not cell.isdigit() for cell in filled)
    return bool(filled) and not all(_BOX.fullmatch(cell) for cell in filled)


def _is_plain(role: str, heading: str) -> int:
    """2 for one that says it plainly, 0 for one such as "Datum", which may be of anything."""
    if key(heading) in words.WEAK:
        return 0
    return 2 if any(sign in key(heading) for sign in words.PLAIN.get(role, ())) else 1


def _found(roles: Roles, role: str, headings: Sequence[str], cells: Cells) -> Roles:
    """The unknown column that holds nothing but times, or nothing but names."""
    if role in roles:
        return roles
    holds = are_times if role == "deadline" else are_names
    unknown = [at for at, one in enumerate(roles) if not one and key(headings[at])]
    at = next((at for at in unknown if _may(role, headings[at]) and holds(cells(at))), None)
    return roles if at is None else (*roles[:at], role, *roles[at + 1 :])


def _is_other(headings: Sequence[str]) -> bool:
    named = {word for heading in headings for word in key(heading).split()}
    return bool(named & (words.MONEY | words.NO_PLAN | words.LOOK_ALIKES))


def _may(role: str, heading: str) -> bool:
    """Whether a heading speaks of no other people, and of no other time, than those sought."""
    parts = set(key(heading).replace("/", " ").replace("-", " ").split())
    return not parts & words.BESIDE_WHO and not (role == "deadline" and is_time(fold(heading)))


def are_times(column: list[str]) -> bool:
    filled = _filled(column)
    return len(filled) >= MIN_FILLED and all(map(is_time, filled))


def are_names(column: list[str]) -> bool:
    filled = _filled(column)
    if len(filled) < MIN_FILLED or not all(map(_may_be_name, filled)):
        return False
    return sum(map(_is_somebody, filled)) >= MOST * len(filled)


def _may_be_name(cell: str) -> bool:
    plain = len(cell.split()) <= MAX_NAME and not any(letter.isdigit() for letter in cell)
    return plain and cell[:1].isupper() and cell[-1:] not in ".!?" and not is_time(cell)


def _is_somebody(cell: str) -> bool:
    """A person by name or title, initials, or a body that does things."""
    return any(
        name_in(part)
        or _BODY.search(part)
        or _INITIALS.fullmatch(part)
        or any(is_title(word) for word in part.split())
        for part in _PARTS.split(cell)
    )


def _filled(column: list[str]) -> list[str]:
    return [cell for one in column if (cell := fold(one))]
