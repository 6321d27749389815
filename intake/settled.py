"""What a document says is done already, or called off: it is a plan, and no report of progress."""

import re
from collections.abc import Sequence

from intake.candidates import Candidate
from intake.column_vocabulary import SETTLED, STATUS
from intake.columns import Roles
from intake.document import Doubt, doubt
from intake.time_vocabulary import DONE
from intake.wording import fold, key

MAX_NAMED = 8
MAX_LETTERS = 40
_TICK = re.compile(r"[☑☒✓✔]")
_YES = re.compile(r"[☑☒✓✔x]|ja|yes|100\s?%", re.IGNORECASE)


def is_settled(headings: Sequence[str], cells: Sequence[str], roles: Roles) -> bool:
    """Whether a row's column of status says so, or a ticked box in any column."""
    for at, cell in enumerate(cells):
        heading = key(headings[at]) if at < len(headings) else ""
        told = heading in STATUS or heading in DONE
        if roles[at] in ("", "other") and (
            _TICK.fullmatch(fold(cell)) or (told and _says_so(fold(cell)))
        ):
            return True
    return False


def _says_so(cell: str) -> bool:
    """The word alone, or with its day or a remark behind it: "Klart 2026-03-01"."""
    return bool(_YES.fullmatch(cell)) or key(cell).split(" ")[0].rstrip(",;") in SETTLED


def settled_rows(found: Sequence[Candidate]) -> list[Doubt]:
    """One question for all of them: they are followed until somebody reports them."""
    names = [one.number or f"”{_short(one.description)}”" for one in found if one.settled]
    if not names:
        return []
    more = ["…"] if len(names) > MAX_NAMED else []
    return [doubt("settled_rows", rows=", ".join([*names[:MAX_NAMED], *more]))]


def _short(text: str) -> str:
    return f"{text[:MAX_LETTERS].rstrip()}…" if len(text) > MAX_LETTERS else text
