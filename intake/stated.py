"""Values that a plan states of itself behind, below or beside their labels."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from intake import vocabulary as words
from intake.column_vocabulary import COLUMNS
from intake.document import (
    Block,
    Document,
    Item,
    Paragraph,
    Row,
    Section,
    Table,
    sections,
)
from intake.labels import labelled as told
from intake.people_vocabulary import MEMBER_VERBS
from intake.prose_fields import GENERIC, stated_in_prose
from intake.prose_members import people_in
from intake.wording import fold, key, sentences

_LABELLED = re.compile(r"^(?P<label>[^\W\d_][^:]{1,40}):\s*(?P<value>\S.*)$")
_NUMBERED = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2})*[.)]?\s+")
_SET_APART = re.compile(r"^(?P<label>[^\W\d_](?:\S|\s(?!\s)){1,30})(?:\s{2,}|\t+)(?P<value>\S.*)$")
_CONSISTS = re.compile(rf"\s+(?:{'|'.join(MEMBER_VERBS)})\b.*", re.IGNORECASE)
PAIR = 2


def labelled(document: Document, field: str) -> str | None:
    """A value that stands after, below or beside its label."""
    return next(labels(document, field), None)


def stated(document: Document, field: str) -> str | None:
    """As labelled; else as a sentence says it."""
    return labelled(document, field) or stated_in_prose(document, field)


def labels(document: Document, field: str) -> Iterator[str]:
    parts = list(sections(document))
    theirs = _of_activities(parts)
    for at, section in enumerate(parts):
        if words.LABELS.get(key(_NUMBERED.sub("", section.title))) == field and (
            value := _first_text(section)
        ):
            yield value
        for block in section.blocks:
            yield from (
                value
                for label, value in _block_values(block)
                if words.LABELS.get(label) == field and not (at in theirs and label in COLUMNS)
            )


def _of_activities(parts: Sequence[Section]) -> set[int]:
    """Sections in which a label such as "Owner" tells of an activity, and not of the plan.

    Those that have several, that say when as well, or that are not the only ones to have one.
    """
    found = {at: _shared_labels(section) for at, section in enumerate(parts)}
    theirs = {at for at, number in found.items() if number > 1}
    below = [at for at, number in found.items() if number == 1 and len(parts[at].path) > 1]
    theirs |= {at for at in below if _says_when(parts[at])}
    alone = [at for at in below if at not in theirs]
    return theirs | set(alone if len(alone) > 1 else ())


def _shared_labels(section: Section) -> int:
    return sum(
        label in COLUMNS and label in words.LABELS
        for block in section.blocks
        for label, _ in _block_values(block)
    )


def _says_when(section: Section) -> bool:
    return any(one.role == "deadline" and not one.weak for one in told(section.blocks))


def _first_text(section: Section) -> str:
    """The one short statement below a heading; people are no part of it."""
    first = section.blocks[0] if section.blocks else None
    if not isinstance(first, Paragraph):
        return ""
    lines = first.lines or (first.text,)
    own = [lines[0], *takewhile(_is_no_person, lines[1:])]
    text = re.sub(r"^(?:I|In|The)\s", "", _CONSISTS.split(fold("\n".join(own)))[0])
    if len(text) > 120 or ":" in text or len(own) > PAIR or key(text) in GENERIC:  # noqa: PLR2004
        return ""
    return "" if is_sentence(text) else text


def _is_no_person(line: str) -> bool:
    return ":" not in line and not are_people(line)


def is_sentence(text: str) -> bool:
    return text.endswith(".") and len(text.split()) > 5  # noqa: PLR2004


def _block_values(block: Block) -> Iterator[tuple[str, str]]:
    """(label, value) of whatever stands so in a block."""
    if isinstance(block, Table):
        for row in block.rows:
            yield from _row_value(row)
    elif isinstance(block, Paragraph | Item):
        for line in _statements(block):
            if found := _LABELLED.match(line) or _SET_APART.match(line):
                yield key(found["label"]), fold(found["value"])


def _statements(block: Paragraph | Item) -> Iterator[str]:
    """Its lines, and what stands in them behind the end of a sentence."""
    for line in getattr(block, "lines", ()) or (block.text,):
        yield line.strip()
        if isinstance(block, Paragraph):
            yield from filter(_is_of_plan, sentences(line)[1:])


def _is_of_plan(sentence: str) -> bool:
    """Not a label that a single activity may have as well, such as "Owner"."""
    return key(sentence.partition(":")[0]) not in COLUMNS


def _row_value(row: Row) -> Iterator[tuple[str, str]]:
    cells = [fold(cell) for cell in row.cells if fold(cell)]
    if len(cells) == PAIR and key(cells[1]) not in COLUMNS:
        yield key(cells[0]), cells[1]


def are_people(text: str) -> bool:
    found = people_in(text)
    return len(found) > 1 or any(one.organisation for one in found)
