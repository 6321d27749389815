"""Minutes with a column "Action" beside what was said: its cells name who and when themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from intake.candidates import Candidate
from intake.cell_lists import lines_of_cell
from intake.column_roles import heading_row
from intake.column_vocabulary import TASKS
from intake.columns import plain_roles
from intake.document import Item, Section, Table, doubt
from intake.points import Habit, candidate_of
from intake.topics import topic_of_section
from intake.wording import fold, key, split_number

_TOLD = {"responsible", "deadline", "start", "person"}
_ELSEWHERE = ("done", "goals", "methods", "members", "reporting")


def action_cells(parts: Sequence[Section]) -> list[Candidate]:
    return [
        one
        for section in parts
        if topic_of_section(section) not in _ELSEWHERE
        for table in section.blocks
        if isinstance(table, Table) and (at := _actions(table)) is not None
        for one in _asked(list(_candidates(table, at)))
    ]


def _actions(table: Table) -> int | None:
    """Which column that is: the only one that says what is done, beside none for who or when."""
    if table.roles or len(table.rows) < 2 or heading_row(table) is not None:  # noqa: PLR2004
        return None
    heads = table.rows[0].cells
    named = [at for at, cell in enumerate(heads) if set(key(cell).split()) & TASKS]
    alone = _TOLD.isdisjoint(plain_roles(heads)) and len(named) == 1 and len(heads) > 1
    return named[0] if alone else None


def _candidates(table: Table, at: int) -> Iterator[Candidate]:
    """A task a line; the number of the subject is theirs."""
    for row in table.rows[1:]:
        number, _ = split_number(fold(row.cells[0]) if at else "")
        for cell in row.cells[at : at + 1]:
            for line in lines_of_cell(cell, wrapped=True):
                item = Item(line, row.place, marker=f"{number}." if number else "")
                yield candidate_of(item, None, Habit(before=True))


def _asked(found: list[Candidate]) -> list[Candidate]:
    """None where few say who; those that say neither who nor when may be no tasks."""
    if sum(one.responsible is not None for one in found) * 2 <= len(found):
        return []
    return [
        one
        if one.responsible or one.deadline
        else replace(one, doubts=(*one.doubts, doubt("from_prose")))
        for one in found
    ]
