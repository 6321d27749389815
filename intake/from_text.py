"""Reads plain text: as typed, or as extracted from a PDF."""

from collections.abc import Callable, Sequence
from itertools import groupby

from intake.column_tables import column_table, time_labels
from intake.cut_tables import cut_table, piped_table
from intake.document import Block, Document, Place, Row, Table
from intake.flow_tables import flow_table
from intake.line import Line
from intake.lines import blocks_of, full_width
from intake.opening import Limits, Opened, decoded
from intake.stacked_tables import stacked_table
from intake.text_lines import lines_of
from intake.unrolled_columns import unrolled_columns

Finder = Callable[[Sequence[Line], int, int], tuple[int, Table] | None]
FEWEST_TABS = 2  # one tab may be an indent or a label's distance
CELL_END = "\ue000"  # of private use: a tab that ends a cell, and no blank


def read(opened: Opened, _limits: Limits) -> Document:
    return Document(tuple(blocks_of_text(decoded(opened.content))))


def blocks_of_text(text: str) -> list[Block]:
    return blocks_with_tables(lines_of(_pasted(text)))


def _pasted(text: str) -> str:
    """A table that was pasted from another program has its cells between tabs."""
    lines: list[str] = []
    for tabs, run in groupby(text.replace(CELL_END, " ").split("\n"), _tabs):
        block = list(run)
        is_table = tabs >= FEWEST_TABS and len(block) > 1
        lines += [line.replace("\t", CELL_END) for line in block] if is_table else block
    return "\n".join(lines)


def _tabs(line: str) -> int:
    """How many cut a line into cells; 0 where all but one are empty."""
    cells = line.rstrip("\r").split("\t")
    return len(cells) - 1 if sum(bool(cell.strip()) for cell in cells) > 1 else 0


def tabbed_table(lines: Sequence[Line], at: int, table: int) -> tuple[int, Table] | None:
    """Rows of as many cells each."""
    cells = _cells(lines[at])
    end = at
    while (
        end < len(lines) and CELL_END in lines[end].text and len(_cells(lines[end])) == len(cells)
    ):
        end += 1
    rows = tuple(
        Row(_cells(line), Place(line.page, table, n, line.number))
        for n, line in enumerate(lines[at:end], start=1)
    )
    return (end, Table(rows, rows[0].place)) if rows else None


def _cells(line: Line) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.text.split(CELL_END))


FINDERS: tuple[Finder, ...] = (
    tabbed_table,
    piped_table,
    cut_table,
    column_table,
    unrolled_columns,
    stacked_table,
    time_labels,
    flow_table,
)


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
