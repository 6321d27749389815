"""Tables whose cells are tasks: boards with a column a state, and grids of who by when."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from intake.candidates import Candidate
from intake.column_roles import padded
from intake.columns import plain_roles, role_of
from intake.document import Block, Doubt, Item, Row, Table, doubt
from intake.rows import is_mark
from intake.time_vocabulary import phrases
from intake.timewords import is_time
from intake.told_by_cells import are_names
from intake.wording import fold, key

OPEN = phrases("""
    att göra | backlog | doing | in progress | ej påbörjad | ej påbörjat | ideas | idéer | igång
    | not started | on hold | paused | pausat | planerat | planned | pågår | pågående | på gång |
    påbörjat | blocked | blockerat | ready | review | granskas | this week | to do | to-do | todo
    | under arbete | under way | väntar | väntande | waiting | i gang | å gjøre | gjøremål
""")
CLOSED = phrases(
    "avslutat | closed | completed | done | ferdig | finished | färdigt | klar | klart"
)
MIN_COLUMNS = 2
MIN_WORDS = 2  # a task, on the average
_SIGNS = " \t•▪–-*"


def is_board(table: Table) -> bool:
    """Whether each column is headed by a state, and cards stand below."""
    if len(table.rows) < MIN_COLUMNS:
        return False
    names = [key(cell) for cell in table.rows[0].cells if fold(cell)]
    states = all(name in OPEN | CLOSED for name in names) and len(set(names)) == len(names)
    cards = [cell for row in table.rows[1:] for cell in row.cells if fold(cell)]
    return (
        states
        and len(names) >= MIN_COLUMNS
        and not OPEN.isdisjoint(names)
        and sum(map(is_time, map(fold, cards))) * 2 < len(cards)
    )


def cards(blocks: Sequence[Block]) -> Iterator[list[Item]]:
    """The cards of each board that are not done."""
    for table in blocks:
        if isinstance(table, Table) and is_board(table):
            heads = table.rows[0].cells
            yield [
                Item(fold(cell), row.place)
                for at, name in enumerate(heads)
                if key(name) in OPEN
                for row in table.rows[1:]
                for cell in padded(row.cells, len(heads))[at : at + 1]
                if fold(cell)
            ]


def done_cards(table: Table) -> list[Doubt]:
    """A word about the columns of what is done already."""
    named = [fold(cell) for cell in table.rows[0].cells if key(cell) in CLOSED]
    return [doubt("column_done", heading=name) for name in named]


def crossed(table: Table) -> list[Candidate]:
    """Tasks in a grid whose columns are times, and whose rows are somebody's."""
    if not table.rows or table.roles:
        return []
    heads = [fold(cell) for cell in table.rows[0].cells]
    timed = [at for at, name in enumerate(heads) if is_time(name)]
    if len(timed) < MIN_COLUMNS or timed != list(range(1, len(heads))):
        return []
    told = [fold(row.cells[0]) for row in table.rows[1:] if row.cells]
    known = role_of(heads[0]) == "responsible"
    if not known and not are_names(told):
        return []
    found = [one for row in table.rows[1:] for one in _tasks(row, heads)]
    says = sum(len(one.description.split()) for one in found)
    if "description" in plain_roles(tuple(heads)) or says < MIN_WORDS * len(found):
        return []
    asked = () if known else (doubt("columns_guessed"),)
    return [replace(one, doubts=(*one.doubts, *asked)) for one in found]


def _tasks(row: Row, heads: Sequence[str]) -> Iterator[Candidate]:
    who, *cells = padded(row.cells, len(heads))
    for name, cell in zip(heads[1:], cells, strict=True):
        for line in _lines(cell):
            yield Candidate(
                description=line,
                place=row.place,
                text=f"{fold(who)} | {name} | {line}",
                responsible=fold(who) or None,
                deadline=name,
                doubts=row.doubts,
            )


def _lines(cell: str) -> list[str]:
    """The tasks of a cell: several where each begins anew on its line."""
    lines = [line.strip(_SIGNS) for line in cell.split("\n") if line.strip(_SIGNS)]
    anew = all(line[:1].isupper() for line in lines)
    return [line for line in (lines if anew else [fold(cell)]) if line and not is_mark(line)]
