"""Activities written as labelled lines: "Åtgärd: …", "Ansvarig: …", "Klart: …"."""

import re
from collections.abc import Iterator, Sequence

from intake.candidates import Candidate
from intake.columns import role_of
from intake.document import Item, Paragraph, Place, Section
from intake.wording import fold, split_number

Record = tuple[dict[str, str], Place]
MAX_LABEL = 4
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*$")


def records(parts: Sequence[Section]) -> list[Candidate]:
    return [
        _candidate(values, place)
        for section in parts
        for values, place in _records(section)
        if "description" in values and ("responsible" in values or "deadline" in values)
    ]


def _records(section: Section) -> Iterator[Record]:
    """Labelled lines in order; a label that comes again opens the next one."""
    open_record: Record | None = None
    for role, value, place in _labelled(section):
        if open_record is None or role in open_record[0]:
            if open_record:
                yield open_record
            open_record = ({}, place)
        open_record[0][role] = value
    if open_record:
        yield open_record


def _labelled(section: Section) -> Iterator[tuple[str, str, Place]]:
    for block in section.blocks:
        if not isinstance(block, Paragraph | Item):
            continue
        for line in getattr(block, "lines", ()) or (block.text,):
            label, colon, value = line.partition(":")
            role = (
                role_of(label)
                if colon and value.strip() and len(label.split()) <= MAX_LABEL
                else ""
            )
            if role == "description" and (number := _NUMBER.search(label)):
                value = f"{number.group()}. {value}"
            if role in ("number", "description", "responsible", "deadline"):
                yield role, fold(value), block.place


def _candidate(values: dict[str, str], place: Place) -> Candidate:
    number, description = split_number(values["description"])
    return Candidate(
        description=description,
        place=place,
        text=" | ".join(values.values()),
        number=values.get("number") or number,
        responsible=values.get("responsible"),
        deadline=values.get("deadline"),
    )
