"""Rows of activity tables become candidates: merged cells carried down, split rows rejoined."""

import re
from collections.abc import Sequence
from dataclasses import replace

from intake import column_vocabulary as words
from intake.candidates import Candidate
from intake.codes import with_codes
from intake.columns import Roles, is_plan, plain_roles, roles_of
from intake.described import at_length
from intake.document import Doubt, Row, Table, doubt
from intake.timewords import is_clock, is_time
from intake.totals import is_no_row
from intake.wording import fold, key, split_number

MAX_PREAMBLE = 12
MAX_WIDTH = 20
MIN_RUN = 2
MIN_GUESSED = 2  # words a row
SHARED = 0.6  # of the cells hold both
_BETWEEN = re.compile(r"\s+[/|–—-]\s+|\s*[,;\n]\s*|\s*[()]\s*")
CODED = 0.5  # the rest may be names of groups of rows
_CODE = re.compile(r"[A-ZÅÄÖÆØ]{0,4}[-.]?\d{1,4}(?:[./-]\d{1,4})*[a-z]?[.)]?")
_BARE = re.compile(r"^(?P<number>\d{1,3})\s+(?=\S)")
MAX_HEADING_WORDS = 8


def heading_row(table: Table) -> int | None:
    """Which row holds the headings of an activity table; preambles may stand above it."""
    for at, row in enumerate(table.rows[:MAX_PREAMBLE]):
        if is_plan(roles_of(row.cells)):
            return at
    return next(
        (at for at in range(min(len(table.rows), MAX_PREAMBLE)) if is_plan(_guessed(table, at))),
        None,
    )


def roles_in(table: Table, at: int) -> Roles:
    """What the columns below the headings in row `at` are for."""
    roles = _guessed(table, at) or roles_of(table.rows[at].cells)
    roles = _with_numbers(_worded(roles, table, at), table, at)
    return at_length(roles, table.rows[at].cells, lambda column: _column(table, at, column))


def _worded(roles: Roles, table: Table, at: int) -> Roles:
    """A column of what, that holds only codes, is the numbers; its words stand beside it."""
    if "description" not in roles:
        return roles
    what = roles.index("description")
    cells = [fold(cell) for cell in _column(table, at, what) if fold(cell)]
    if not cells or not all(_CODE.fullmatch(cell) for cell in cells):
        return roles
    says = {
        column: sum(len(fold(cell).split()) for cell in _column(table, at, column))
        for column, role in enumerate(roles)
        if not role or (role == "other" and key(table.rows[at].cells[column]) in words.SUBJECTS)
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
    if "description" in roles or not {"responsible", "deadline"} <= set(roles):
        return ()
    named = {word for heading in headings for word in key(heading).split()}
    if named & (words.MONEY | words.NO_PLAN):
        return ()
    says = {
        column: sum(len(fold(cell).split()) for cell in _column(table, at, column))
        for column, role in enumerate(roles)
        if key(headings[column]) in words.SUBJECTS or (not role and key(headings[column]))
    }
    what = max(says, key=lambda column: says[column], default=None)
    if what is None or says[what] < MIN_GUESSED * (len(table.rows) - at - 1):
        return ()
    return (*roles[:what], "description", *roles[what + 1 :])


def is_undated(table: Table, at: int) -> bool:
    """Whether the columns tell what is paid or handed over, and not when it is done."""
    headings = table.rows[at].cells
    named = {word for one in headings for word in key(one).split()}
    other = named & (words.MONEY | words.NO_PLAN)
    return bool(other) and not {"deadline", "start"} & set(plain_roles(headings))


def rows_without_activity(table: Table, roles: Roles, first: int) -> list[Row]:
    """Rows that say who or when, but not what."""
    return [
        row
        for row in table.rows[first:]
        if not _cell(cells := _padded(row.cells, len(roles)), roles, "description")
        and sum(bool(fold(cell)) for cell in cells) > 1
        and (_cell(cells, roles, "responsible") or _cell(cells, roles, "deadline"))
        and not is_no_row(cells)
    ]


def _with_numbers(roles: Roles, table: Table, at: int) -> Roles:
    """The first column holds numbers where its heading says nothing and its cells are codes."""
    if "number" in roles or not roles or roles[0] or not is_plan(roles):
        return roles
    cells = [fold(cell) for cell in _column(table, at, 0) if fold(cell)]
    codes = sum(_CODE.fullmatch(cell) is not None for cell in cells)
    return ("number", *roles[1:]) if codes and codes >= CODED * len(cells) else roles


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


def activities_of(table: Table, roles: Roles, first: int) -> list[Candidate]:
    """Candidates from the rows at `first` and below."""
    found: list[Candidate] = []
    headings = table.rows[first - 1].cells if first else ()
    periods = _period_columns(headings, roles)
    for row in table.rows[first:]:
        cells = _padded(row.cells, len(roles))
        if row.cells == headings or _repeats_headings(cells, roles) or is_no_row(cells):
            continue
        bars = tuple(name for at, name in periods.items() if is_mark(cells[at]))
        if candidate := _candidate(replace(row, bars=row.bars or bars), cells, roles):
            found.append(candidate)
    if headings and not is_plan(plain_roles(tuple(headings))):
        found = [one for one in found if one.responsible or one.deadline]
    return [] if _is_agenda(found) else _bare_numbers(with_codes(_parted(_without_bands(found))))


def _without_bands(found: list[Candidate]) -> list[Candidate]:
    """Rows of one short text name those below, where a table opens so or numbers the others."""
    alone = [_is_alone(one) for one in found]
    if not any(alone) or sum(alone) * 3 > len(found) * 2:
        return found
    numbered = sum(one.number is not None for one in found) * 2 > len(found)
    kept: list[Candidate] = []
    for one, lone, below in zip(found, alone, [*alone[1:], True], strict=True):
        if lone and not below and (numbered or alone[0]):
            continue
        kept.append(replace(one, doubts=(*one.doubts, doubt("lone_row"))) if lone else one)
    return kept


def _is_alone(one: Candidate) -> bool:
    stated = one.number or one.responsible or one.deadline or one.bars
    short = len(one.description.split()) < MAX_HEADING_WORDS and not one.description.endswith(".")
    return not stated and short and key(one.text) == key(one.description)


def _parted(found: list[Candidate]) -> list[Candidate]:
    """Who and when apart, where one column holds both: "Ann Ek / 3 May"."""
    if any(one.deadline for one in found):
        return found
    both = [_who_and_when(one.responsible or "") for one in found]
    told = [one for one in found if one.responsible]
    if not told or sum(bool(when) for _, when in both) < SHARED * len(told):
        return found
    return [
        replace(one, responsible=who or None, deadline=when or None)
        for one, (who, when) in zip(found, both, strict=True)
    ]


def _who_and_when(text: str) -> tuple[str, str]:
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    times = [part for part in parts if is_time(part)]
    if len(times) != 1:
        return text, ""
    return ", ".join(part.strip() for part in parts if part not in times), times[0].strip()


def _bare_numbers(found: list[Candidate]) -> list[Candidate]:
    """Numbers without a dot count only where they run from 1 through every row."""
    opened = [_BARE.match(one.description) for one in found]
    numbers = [int(one["number"]) for one in opened if one]
    if len(found) < MIN_RUN or numbers != list(range(1, len(found) + 1)):
        return found
    return [
        replace(one, number=str(at), description=_BARE.sub("", one.description))
        for at, one in enumerate(found, start=1)
    ]


def _period_columns(headings: Sequence[str], roles: Roles) -> dict[int, str]:
    """Columns that are headed by a time and hold only marks."""
    return {
        at: fold(heading)
        for at, heading in enumerate(headings[: len(roles)])
        if not roles[at] and is_time(fold(heading))
    }


def is_mark(cell: str) -> bool:
    return key(cell) in ("x", "✓", "✔", "■", "●", "█", "1", "•", "v")


def _padded(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells, *("",) * width)[:width]


def _repeats_headings(cells: tuple[str, ...], roles: Roles) -> bool:
    return (
        is_plan(roles_of(cells))
        and all(len(fold(cell).split()) < MAX_HEADING_WORDS for cell in cells)
        and roles_of(cells) == roles
    )


def _candidate(row: Row, cells: tuple[str, ...], roles: Roles) -> Candidate | None:
    description = _cell(cells, roles, "description")
    if not description:
        return None
    number = _cell(cells, roles, "number") or None
    own, rest = split_number(description)
    if number is None or (own and key(own) == key(number)):
        number, description = own, rest
    return Candidate(
        description=description,
        place=row.place,
        text=" | ".join(filter(None, map(fold, (*cells, " – ".join(dict.fromkeys(row.bars)))))),
        number=number.rstrip(".") if number else None,
        responsible=_told(_cell(cells, roles, "responsible")),
        deadline=_told(_deadline(cells, roles)),
        doubts=(*row.doubts, *_shifted(cells, roles)),
        bars=row.bars,
    )


def _told(text: str) -> str | None:
    """None for a cell that only a stroke fills."""
    return text if key(text) not in ("", "n/a", "—", "−") else None


def _shifted(cells: tuple[str, ...], roles: Roles) -> tuple[Doubt, ...]:
    """A time where somebody should stand: the cells may have moved."""
    who = _cell(cells, roles, "responsible")
    moved = is_time(who) and any(letter.isdigit() for letter in who)
    return (doubt("shifted_row"),) if moved else ()


def _cell(cells: tuple[str, ...], roles: Roles, role: str) -> str:
    return fold(cells[roles.index(role)]) if role in roles else ""


def _deadline(cells: tuple[str, ...], roles: Roles) -> str:
    due, start = _cell(cells, roles, "deadline"), _cell(cells, roles, "start")
    return due or start


def _is_agenda(found: list[Candidate]) -> bool:
    """Times of day belong to a meeting, not to a plan."""
    timed = [one.deadline for one in found if one.deadline]
    return bool(timed) and all(map(is_clock, timed))


def inferred_roles(table: Table, before: Roles, topic: str) -> Roles:
    """Columns of a table without headings: as in the table before it, or told by content."""
    width = max((len(row.cells) for row in table.rows), default=0)
    if width < 2 or width > MAX_WIDTH:  # noqa: PLR2004
        return ()
    columns = [[fold(_padded(row.cells, width)[at]) for row in table.rows] for at in range(width)]
    timed = [at for at in range(width) if _mostly_time(columns[at])]
    if len(before) == width and "deadline" in before and before.index("deadline") in timed:
        return before
    if topic not in ("activities", "schedule") or len(timed) != 1 or len(table.rows) < 2:  # noqa: PLR2004
        return ()
    longest = max(
        (at for at in range(width) if at not in timed), key=lambda at: sum(map(len, columns[at]))
    )
    return tuple(
        "deadline" if at in timed else "description" if at == longest else ""
        for at in range(width)
    )


def _mostly_time(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(map(is_time, filled)) >= 0.7 * len(cells)
