"""Tables whose headings say nothing, or that have none: their columns are told by their cells.

Such columns are a guess, so every row is asked about.
"""

from collections.abc import Sequence
from dataclasses import replace

from intake import column_vocabulary as words
from intake.candidates import Candidate
from intake.columns import Roles, plain_roles
from intake.document import Section, Table, doubt
from intake.rows import activities_of
from intake.told_by_cells import are_names, are_times
from intake.topics import topic_of_section
from intake.wording import fold, key

MIN_WIDTH, MAX_WIDTH = 2, 12
MIN_WORDS = 2  # a row, on the average


def unheaded(parts: Sequence[Section]) -> list[Candidate]:
    """Rows of the tables that say who does what by when without a heading that is known."""
    return [
        row
        for section in parts
        if topic_of_section(section) in ("", "activities", "schedule")
        for block in section.blocks
        if isinstance(block, Table)
        for row in rows_by_cells(block, needs_who=True)
    ]


def rows_by_cells(table: Table, *, needs_who: bool) -> list[Candidate]:
    """needs_who: whether times and words alone are too little to go by."""
    if not table.rows or table.roles or _is_other(table.rows[0].cells):
        return []
    columns = list(_columns(table))
    for first in (0, 1):
        roles = _roles([cells[first:] for cells in columns])
        if "description" in roles and ("responsible" in roles or not needs_who):
            return [_asked(one) for one in activities_of(table, roles, first)]
    return []


def rows_with_status(table: Table) -> list[Candidate]:
    """Milestones that only say how far they have come, where a heading announces them."""
    roles = plain_roles(table.rows[0].cells) if table.rows else ()
    said = {key(cell) for cell in table.rows[0].cells} if table.rows else set()
    if "description" not in roles or not said & words.STATUS:
        return []
    return activities_of(table, roles, 1, announced=True)


def _is_other(headings: Sequence[str]) -> bool:
    named = {word for heading in headings for word in key(heading).split()}
    other = named & (words.MONEY | words.NO_PLAN | words.LOOK_ALIKES)
    return bool(other) or "person" in plain_roles(tuple(headings))


def _columns(table: Table) -> list[list[str]]:
    width = max(len(row.cells) for row in table.rows)
    return [
        [fold(row.cells[at]) if at < len(row.cells) else "" for row in table.rows]
        for at in range(width)
    ]


def _roles(columns: Sequence[list[str]]) -> Roles:
    """The one column of times, the one of names, and the one that says most."""
    if not MIN_WIDTH <= len(columns) <= MAX_WIDTH:
        return ()
    timed = [at for at, cells in enumerate(columns) if are_times(cells)]
    named = [at for at, cells in enumerate(columns) if are_names(cells)]
    says = {
        at: sum(len(cell.split()) for cell in cells)
        for at, cells in enumerate(columns)
        if at not in (*timed, *named)
    }
    what = max(says, key=lambda at: says[at], default=None)
    if what is None or len(timed) != 1 or says[what] < MIN_WORDS * len(columns[what]):
        return ()
    who = named[0] if len(named) == 1 else None
    told = {what: "description", who: "responsible", timed[0]: "deadline"}
    return tuple(told.get(at, "") for at in range(len(columns)))


def _asked(one: Candidate) -> Candidate:
    return replace(one, doubts=(*one.doubts, doubt("columns_guessed")))
