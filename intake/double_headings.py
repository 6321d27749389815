"""Headings of two rows: one of the first spans several of the second, as "Timing" does "Start"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from intake.column_roles import MAX_PREAMBLE, padded
from intake.column_vocabulary import COLUMNS, SUBJECTS
from intake.columns import is_plan, role_of, roles_of
from intake.document import Table
from intake.timewords import is_time
from intake.wording import fold, key

PAIR = 2


def single_headed(table: Table) -> Table:
    """The table, with such rows as one."""
    if table.roles:
        return table
    for at in range(min(len(table.rows) - 1, MAX_PREAMBLE)):
        if cells := joined(table.rows[at].cells, table.rows[at + 1].cells):
            one = replace(table.rows[at + 1], cells=cells)
            return replace(table, rows=(*table.rows[:at], one, *table.rows[at + 2 :]))
    return table


def joined(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """The headings that two rows make together; none where the second is no such row."""
    width = max(len(above), len(below))
    top, sub = padded(above, width), padded(below, width)
    spanned = dict(_spanned(top, sub))
    if not spanned or not all(
        _is_same(top[at], sub[at]) for at in range(width) if at not in spanned
    ):
        return ()
    known = sum(key(sub[at]) in COLUMNS or bool(role_of(spanned[at])) for at in spanned)
    heads = tuple(_heading(at, top, sub, spanned) for at in range(width))
    return heads if known * PAIR >= len(spanned) and is_plan(roles_of(heads)) else ()


def _spanned(top: Sequence[str], sub: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Columns below a heading with nothing beside it, each with that heading."""
    for at, name in enumerate(top):
        beside = [*takewhile(lambda n: not fold(top[n]), range(at + 1, len(top)))]
        columns = [n for n in (at, *beside) if _may_head(sub[n])]
        if fold(name) and len(columns) >= PAIR:
            yield from ((n, name) for n in columns)


def _may_head(cell: str) -> bool:
    return bool(fold(cell)) and not is_time(fold(cell)) and not any(map(str.isdigit, cell))


def _is_same(above: str, below: str) -> bool:
    return not fold(below) or fold(above) == fold(below)


def _heading(at: int, top: Sequence[str], sub: Sequence[str], spanned: dict[int, str]) -> str:
    """What an unknown heading says, told by the one above it; of times, the last is due."""
    name = spanned.get(at)
    if name is None or key(sub[at]) in SUBJECTS:
        return sub[at] if fold(sub[at]) else top[at]
    if role_of(name) == "deadline" and role_of(sub[at]) not in ("deadline", "start"):
        return name if at == max(n for n, one in spanned.items() if one == name) else "Start"
    tells = role_of(name) == "description" and key(sub[at]) not in COLUMNS
    return f"{name} {sub[at]}" if tells else sub[at]
