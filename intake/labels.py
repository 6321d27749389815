"""Labelled words: "Åtgärd: …", "Ansvarig: …", a line each, several on a line, or in cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from intake.columns import role_of
from intake.document import Block, Item, Paragraph, Place, Row, Table
from intake.time_vocabulary import phrases
from intake.timewords import is_time
from intake.wording import fold, key

ROLES = ("number", "description", "responsible", "deadline")
MAX_LABEL = 4
PAIR = 2
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*$")
_LABEL = re.compile(
    r"^\s*(?P<label>[^\W\d_](?:[^:,;.]|\.(?!\s+[A-ZÅÄÖÆØ])){1,40}?)\s*:(?:\s+|$)(?P<value>.*)$"
)
_NEXT = re.compile(
    r"(?:(?<=[.;,|])\s*|\s{2,}|\t|\s[–|/]\s)(?=[A-ZÅÄÖÆØ][^\W\d_]{2,}(?:\s[^\W\d_]+){0,2}\s*:\s)"
)
_COUNTED = re.compile(r"\s*(?:\d{1,3}[.)]?|[a-zåäö]\)|[•▪–-])\s+\S")
# They head a meeting as often as they say when something is due.
_WEAK = phrases("""
    date | datum | dato | tid | time | period | termin | start | slut | tidpunkt | tidspunkt | when
    | när | schedule
""")
_BY = phrases("""
    before | by | efter | from | från | fra | inden | innan | innen | no later than | senast |
    senest | til | till | until
""")


@dataclass(frozen=True, slots=True)
class Labelled:
    """block: which block of the section it stood in; marker: the number of its point."""

    role: str
    value: str
    place: Place
    block: int
    weak: bool = False
    marker: str = ""


def labelled(blocks: Sequence[Block]) -> Iterator[Labelled]:
    """What stands behind labels of activities, in order, with the lines that go on from it."""
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            yield from _in_cells(block, at)
        elif isinstance(block, Paragraph | Item):
            yield from (
                replace(one, value=fold(one.value), marker=getattr(block, "marker", ""))
                for one in _in_lines(block, at)
                if one.role
            )


def _in_lines(block: Paragraph | Item, at: int) -> Iterator[Labelled]:
    waiting: Labelled | None = None
    lines = getattr(block, "lines", ()) or (block.text,)
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        for piece in _pieces(line):
            found = _LABEL.match(piece)
            if (found and _leads_in(found, below)) or (waiting and _is_over(waiting, piece)):
                yield from [waiting] if waiting and waiting.value.strip() else []
                waiting = None
            elif found and len(found["label"].split()) <= MAX_LABEL:
                if waiting and waiting.value.strip():
                    yield waiting
                waiting = _one(found["label"], found["value"], block.place, at)
            elif waiting:
                waiting = replace(waiting, value=f"{waiting.value}\n{piece}")
    if waiting and waiting.value.strip():
        yield waiting


def _leads_in(label: re.Match[str], below: str) -> bool:
    """Whether nothing stands behind the sign, and a list begins below."""
    return not fold(label["value"]) and _COUNTED.match(below) is not None


def _is_over(label: Labelled, piece: str) -> bool:
    """Whether a time is whole, and a line begins that is no part of it."""
    when, more = fold(label.value), fold(piece)
    if label.role != "deadline" or not is_time(when) or _LABEL.match(piece):
        return False
    return (more[:1].isupper() or more[:1].isdigit()) and not is_time(f"{when} {more}")


def _pieces(line: str) -> list[str]:
    """The line cut before each further label that is one of an activity's."""
    parts = _NEXT.split(line)
    kept = parts[:1]
    for part in parts[1:]:
        if role_of(part.partition(":")[0]) in ROLES:
            ending = " ;,|/–" if _tells(kept[-1], "description") else " ;,|/–."
            kept[-1] = kept[-1].rstrip(ending)
            kept.append(part)
        else:
            kept[-1] += f" {part}"
    return kept


def _tells(piece: str, role: str) -> bool:
    return role_of(piece.partition(":")[0]) == role


def _one(label: str, value: str, place: Place, block: int) -> Labelled:
    role = role_of_label(label, value)
    if role == "description" and (number := _NUMBER.search(label)):
        value = f"{number.group()}. {value}"
    return Labelled(role if role in ROLES else "", value, place, block, key(label) in _WEAK)


def role_of_label(label: str, value: str) -> str:
    """As of a column; "By", which heads none, says when before a time."""
    return "deadline" if key(label) in _BY and is_time(fold(value)) else role_of(label)


def is_label(line: str) -> bool:
    """Whether a line opens with a label, whatever it is for."""
    found = _LABEL.match(line)
    return found is not None and len(found["label"].split()) <= MAX_LABEL


def is_card(table: Table) -> bool:
    """Whether a table is labels and values of one activity."""
    return any(one.role == "description" for one in _in_cells(table, 0))


def _in_cells(table: Table, at: int) -> Iterator[Labelled]:
    """Rows of a label and its value, as on a card."""
    pairs = [(row, [cell for cell in row.cells if fold(cell)]) for row in table.rows]
    found = [_card_row(row, cells, at) for row, cells in pairs if len(cells) == PAIR]
    told = [one for one in found if one.role]
    if len({one.role for one in told}) > 1 and len(told) * PAIR >= len(pairs):
        yield from told


def _card_row(row: Row, cells: list[str], at: int) -> Labelled:
    return _one(fold(cells[0]).rstrip(":"), fold(cells[1]), row.place, at)
