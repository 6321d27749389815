"""What the columns of a table are for, told by their headings."""

import re
from functools import lru_cache

from intake import column_vocabulary as words
from intake.wording import key

MAX_WORDS = 9
MIN_LINE, MAX_LINE = 2, 10
MAX_GUESSED = 3
ASKING = (" vad ", " what ", " hva ", " hvad ")
ASKING_WHO = (" vem ", " who ", " hvem ", " whose ")
DONE_BY = re.compile(r"\w{3,}s (?:av|af)")  # åtgärdas av, leveres af: Scandinavian passives
MEASURES = ("description", "responsible", "deadline")
OPEN_ENDS = ("och", "and", "og", "med", "with", "for", "för")

Roles = tuple[str, ...]


@lru_cache(maxsize=50_000)
def role_of(heading: str) -> str:
    """number, description, responsible, deadline, start, person, organisation, other or ""."""
    name = key(heading)
    return words.COLUMNS.get(name) or (
        (_qualified(name) or _by_sign(name)) if 0 < len(name.split()) <= MAX_WORDS else ""
    )


def _qualified(name: str) -> str:
    """Expected completion, planned start: a time is one, however sure it is."""
    first, _, rest = name.partition(" ")
    role = words.COLUMNS.get(rest, "") if first in words.QUALIFIERS else ""
    return role if role in ("deadline", "start") else ""


def _by_sign(name: str) -> str:
    parts = name.replace("/", " ").replace("(", " ").replace(")", " ").replace("-", " ").split()
    padded = f" {' '.join(parts)} "
    for role, signs in words.COLUMN_SIGNS:
        if any(f" {sign} " in padded for sign in signs):
            return role
    if (
        DONE_BY.fullmatch(name)
        or padded.startswith(ASKING_WHO)
        or any(part.startswith("ansvar") for part in parts)
    ):
        return "responsible"
    return "description" if padded.startswith(ASKING) else ""


def roles_of(headings: tuple[str, ...]) -> Roles:
    """One role a column; a second column with the same role becomes other."""
    return _with_subject(plain_roles(headings), headings)


def plain_roles(headings: tuple[str, ...]) -> Roles:
    """The same, by what the headings say alone."""
    alike = [bool(words.LOOK_ALIKES & set(key(heading).split())) for heading in headings]
    roles: list[str] = []
    for heading, is_alike in zip(headings, alike, strict=True):
        role = "other" if is_alike else role_of(heading)
        roles.append("other" if role and role in roles else role)
    if any(alike) and not set(MEASURES) <= set(roles):
        return ("other",) * len(headings)  # a list of risks, and not of what is done about them
    return tuple(roles)


def _with_subject(roles: Roles, headings: tuple[str, ...]) -> Roles:
    """Who and when without what: the column of subjects says what.

    Beside a heading that says plainly when something is due, a description alone does.
    """
    if "description" in roles or "deadline" not in roles:
        return roles
    due = key(headings[roles.index("deadline")])
    names = words.SUBJECTS if "responsible" in roles else words.DESCRIBING
    if "responsible" not in roles and not any(sign in due for sign in words.PLAIN["deadline"]):
        return roles
    at = next((n for n, heading in enumerate(headings) if key(heading) in names), None)
    return roles if at is None else (*roles[:at], "description", *roles[at + 1 :])


def is_plan(roles: Roles) -> bool:
    """Whether such columns make activities: what, and by whom or when."""
    return "description" in roles and ("deadline" in roles or "responsible" in roles)


def is_members(roles: Roles) -> bool:
    return "person" in roles and "description" not in roles


def split_headings(line: str) -> tuple[str, ...]:
    """Headings that an extraction has put on one line with single spaces; () when it is none."""
    parts = line.split()
    if not MIN_LINE <= len(parts) <= MAX_LINE or line.rstrip()[-1:] in ".,;!":
        return ()
    found = _best_split(tuple(parts))
    exact = [name for name in found if key(name) in words.COLUMNS]
    roles = roles_of(found)
    return found if is_plan(roles) and len(exact) * 2 >= len(found) else ()


def _best_split(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The cut into known headings with the most of them known whole."""
    best: list[tuple[int, tuple[str, ...]] | None] = [(0, ())] + [None] * len(parts)
    for end in range(1, len(parts) + 1):
        for start in range(max(0, end - 4), end):
            before = best[start]
            score = _heading_score(" ".join(parts[start:end]))
            if before is None or not score:
                continue
            total = before[0] + score
            so_far = best[end]
            if so_far is None or total > so_far[0]:
                best[end] = (total, (*before[1], " ".join(parts[start:end])))
    whole = best[-1]
    return whole[1] if whole else ()


def _heading_score(name: str) -> int:
    if key(name) in words.COLUMNS:
        return 4 * len(name.split()) + 1
    parts = name.split()
    whole = name[:1].isupper() and parts[-1].casefold() not in OPEN_ENDS
    return 1 if whole and role_of(name) and len(parts) <= MAX_GUESSED else 0
