"""Reads plain text: as typed, or as extracted from a PDF."""

from collections.abc import Callable, Sequence

from intake.column_tables import column_table, time_labels
from intake.cut_tables import cut_table, piped_table
from intake.document import Block, Document, Table
from intake.flow_tables import flow_table
from intake.lines import Line, blocks_of, full_width, lines_of
from intake.opening import Limits, Opened, decoded
from intake.stacked_tables import stacked_table
from intake.unrolled_columns import unrolled_columns

Finder = Callable[[Sequence[Line], int, int], tuple[int, Table] | None]
FINDERS: tuple[Finder, ...] = (
    piped_table,
    cut_table,
    column_table,
    unrolled_columns,
    stacked_table,
    time_labels,
    flow_table,
)


def read(opened: Opened, _limits: Limits) -> Document:
    return Document(tuple(blocks_with_tables(lines_of(decoded(opened.content)))))


def blocks_with_tables(lines: Sequence[Line], tables: int = 0) -> list[Block]:
    """Blocks of running text, with the tables that stand between them."""
    blocks: list[Block] = []
    width = full_width(lines)
    start = at = 0
    while at < len(lines):
        found = _table_at(lines, at, tables + 1)
        if found is None:
            at += 1
            continue
        blocks += blocks_of(lines[start:at], width)
        start, table = found
        at, tables = start, tables + 1
        blocks.append(table)
    return blocks + blocks_of(lines[start:], width)


def _table_at(lines: Sequence[Line], at: int, number: int) -> tuple[int, Table] | None:
    for find in FINDERS:
        if found := find(lines, at, number):
            return found
    return None
