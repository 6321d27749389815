"""What the columns of a table are for: by their headings, and by what stands below them."""

from collections.abc import Sequence

from intake import column_vocabulary as words
from intake.columns import Roles, is_plan, plain_roles, roles_of
from intake.described import CODE, at_length
from intake.document import Table
from intake.timewords import is_time
from intake.told_by_cells import completed, settled
from intake.wording import fold, key

MAX_PREAMBLE = 12
MIN_GUESSED = 2  # words a row
MAX_CODE = 3  # letters
CODED = 0.5  # the rest may be names of groups of rows
_SAID = {"responsible", "deadline"}


def heading_row(table: Table) -> int | None:
    """Which row holds the headings of an activity table; preambles may stand above it."""
    first = range(min(len(table.rows), MAX_PREAMBLE))
    for tells in (_by_headings, _guessed, _by_cells, _tracked):
        if (at := next((at for at in first if is_plan(tells(table, at))), None)) is not None:
            return at + _is_headed_twice(table, at)
    return None


def _is_headed_twice(table: Table, at: int) -> bool:
    """Whether a second row of headings says more closely what the columns are for."""
    if at + 1 >= len(table.rows) or table.rows[at + 1].cells == table.rows[at].cells:
        return False
    filled = [cell for cell in table.rows[at + 1].cells if fold(cell)]
    known = sum(key(cell) in words.COLUMNS or key(cell) in words.SUBJECTS for cell in filled)
    return known > 1 and known * 3 >= len(filled) * 2 and is_plan(_by_headings(table, at + 1))


def dated_heading_row(table: Table) -> int | None:
    """The same of a table that a time stands above: its headings need not say when or who."""
    first = range(min(len(table.rows), MAX_PREAMBLE))
    return next((at for at in first if "description" in _dated(table, at)), None)


def roles_when_dated(table: Table, at: int) -> Roles:
    """What the columns of such a table are for."""
    return _settled(_dated(table, at), table, at)


def _by_headings(table: Table, at: int) -> Roles:
    return roles_of(table.rows[at].cells)


def _by_cells(table: Table, at: int) -> Roles:
    """Headings that say what, above cells that say who or when."""
    roles = plain_roles(table.rows[at].cells)
    return _settled(roles, table, at) if "description" in roles else ()


def _settled(roles: Roles, table: Table, at: int) -> Roles:
    return settled(roles, table.rows[at].cells, lambda column: _column(table, at, column))


def _dated(table: Table, at: int) -> Roles:
    """What by its own heading, or by that of a subject beside who."""
    headings = table.rows[at].cells
    roles = plain_roles(headings)
    named = {word for heading in headings for word in key(heading).split()}
    if named & (words.MONEY | words.NO_PLAN) or {"person", "deadline"} & set(roles):
        return ()
    if "description" in roles or "responsible" not in roles:
        return roles
    what = next((n for n, heading in enumerate(headings) if key(heading) in words.SUBJECTS), None)
    return () if what is None else (*roles[:what], "description", *roles[what + 1 :])


def roles_in(table: Table, at: int) -> Roles:
    """What the columns below the headings in row `at` are for."""
    told = _guessed(table, at) or _tracked(table, at) or _by_headings(table, at)
    roles = _settled(told, table, at)
    roles = _with_numbers(_worded(roles, table, at), table, at)
    return at_length(roles, table.rows[at].cells, lambda column: _column(table, at, column))


def _worded(roles: Roles, table: Table, at: int) -> Roles:
    """A column of what, that holds only codes, is the numbers; its words stand beside it."""
    if "description" not in roles:
        return roles
    what = roles.index("description")
    cells = [fold(cell) for cell in _column(table, at, what) if fold(cell)]
    if not cells or not all(CODE.fullmatch(cell) for cell in cells):
        return roles
    says = {
        column: sum(len(fold(cell).split()) for cell in _column(table, at, column))
        for column, role in enumerate(roles)
        if (not role or (role == "other" and key(table.rows[at].cells[column]) in words.SUBJECTS))
        and not _mostly_time([fold(cell) for cell in _column(table, at, column)])
    }
    words_in = max(says, key=lambda column: says[column], default=None)
    if words_in is None or says[words_in] <= len(cells):
        return roles
    changed = ["other" if role == "number" else role for role in roles]
    changed[what], changed[words_in] = "number", "description"
    return tuple(changed)


def _guessed(table: Table, at: int) -> Roles:
    """Beside who and when, the column with the most to say tells what, whatever it is called."""
    headings = table.rows[at].cells
    roles = plain_roles(headings)
    if "description" in roles or "person" in roles or not _SAID & set(roles):
        return ()
    roles = completed(roles, headings, lambda column: _column(table, at, column))
    if not set(roles) >= _SAID:
        return ()
    named = {word for heading in headings for word in key(heading).split()}
    if named & (words.MONEY | words.NO_PLAN):
        return ()
    says = {
        column: sum(len(fold(cell).split()) for cell in _column(table, at, column))
        for column, role in enumerate(roles)
        if key(headings[column]) in words.SUBJECTS or (not role and key(headings[column]))
    }
    least = MIN_GUESSED * (len(table.rows) - at - 1)
    told = [one for one in says if key(headings[one]) in words.DESCRIBING and says[one] >= least]
    what = max(told or says, key=lambda column: says[column], default=None)
    if what is None or says[what] < least:
        return ()
    return (*roles[:what], "description", *roles[what + 1 :])


def _tracked(table: Table, at: int) -> Roles:
    """Numbered points, each with somebody and how far it has come: "#, Item, Owner, Status"."""
    headings = table.rows[at].cells
    roles = plain_roles(headings)
    names = list(map(key, headings))
    if not {"number", "responsible"} <= set(roles) or not words.STATUS & set(names):
        return ()
    what = next((n for n, name in enumerate(names) if name in words.SUBJECTS), None)
    if "description" in roles or what is None:
        return ()
    says = sum(len(fold(cell).split()) for cell in _column(table, at, what))
    enough = says >= MIN_GUESSED * (len(table.rows) - at - 1)
    return (*roles[:what], "description", *roles[what + 1 :]) if enough else ()


def is_undated(table: Table, at: int) -> bool:
    """Whether the columns tell what is paid or handed over, and not when it is done."""
    headings = table.rows[at].cells
    named = {word for one in headings for word in key(one).split()}
    other = named & (words.MONEY | words.NO_PLAN)
    return bool(other) and not {"deadline", "start"} & set(plain_roles(headings))


def _with_numbers(roles: Roles, table: Table, at: int) -> Roles:
    """The first column holds numbers where its heading says nothing and its cells are codes."""
    if "number" in roles:
        return _without_words(roles, table, at)
    if not roles or roles[0] or not is_plan(roles):
        return roles
    cells = [fold(cell) for cell in _column(table, at, 0) if fold(cell)]
    codes = sum(CODE.fullmatch(cell) is not None for cell in cells)
    return ("number", *roles[1:]) if codes and codes >= CODED * len(cells) else roles


def _without_words(roles: Roles, table: Table, at: int) -> Roles:
    """A column headed as numbers, such as "Item", that holds words is none."""
    column = roles.index("number")
    cells = [fold(cell) for cell in _column(table, at, column) if fold(cell)]
    coded = [any(letter.isdigit() for letter in cell) or len(cell) <= MAX_CODE for cell in cells]
    if sum(coded) >= CODED * len(cells):
        return roles
    return (*roles[:column], "other", *roles[column + 1 :])


def _column(table: Table, at: int, column: int) -> list[str]:
    """Its cells below the headings, without bands across all columns and headings that recur."""
    headings = table.rows[at].cells
    return [
        row.cells[column]
        for row in table.rows[at + 1 :]
        if column < len(row.cells) and row.cells != headings and not _is_band(row.cells)
    ]


def _is_band(cells: Sequence[str]) -> bool:
    """One text over all the columns, merged or with nothing beside it."""
    filled = {fold(cell) for cell in cells if fold(cell)}
    return len(cells) > 1 and len(filled) == 1


def padded(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells, *("",) * width)[:width]


def continued_roles(table: Table, before: Roles) -> Roles:
    """Columns of a table without headings, where it goes on as the table before it."""
    width = max((len(row.cells) for row in table.rows), default=0)
    if width < 2 or len(before) != width or "deadline" not in before:  # noqa: PLR2004
        return ()
    at = before.index("deadline")
    times = [fold(padded(row.cells, width)[at]) for row in table.rows]
    return before if _mostly_time(times) else ()


def _mostly_time(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(map(is_time, filled)) >= 0.7 * len(cells)
