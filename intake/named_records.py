"""Activities named on a line of their own, with who and when on labelled lines below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from intake.below import told_in
from intake.candidates import Candidate
from intake.document import Paragraph, Place, Section
from intake.labels import is_label, labelled
from intake.periods import period_of
from intake.rows import with_bare_numbers
from intake.topics import topic_of_section
from intake.wording import fold, split_number

MIN_RECORDS = 2  # one alone is what its heading names
MAX_WORDS = 30
_ELSEWHERE = ("goals", "methods", "members", "requirements", "reporting")


@dataclass(slots=True)
class _Named:
    name: str
    place: Place
    told: dict[str, str] = field(default_factory=dict)


def named_records(parts: Sequence[Section]) -> list[Candidate]:
    return [one for section in parts for one in _in_section(section)]


def _in_section(section: Section) -> list[Candidate]:
    if topic_of_section(section) in _ELSEWHERE:
        return []
    if any(one.role == "description" for one in labelled(section.blocks)):
        return []
    found = [one for one in _named(section) if one.told]
    if len(found) < MIN_RECORDS:
        return []
    return with_bare_numbers([_candidate(one, section) for one in found])


def _named(section: Section) -> Iterator[_Named]:
    """Each line that may name an activity, with what the labels right below it say."""
    last: _Named | None = None
    for block in section.blocks:
        for at, line in enumerate(_lines(block) if isinstance(block, Paragraph) else ()):
            if told := told_in([line]):
                if last:
                    last.told = told | last.told
            elif last and at and not last.told and line[:1].islower():
                last.name = fold(f"{last.name}\n{line}")
            elif not (last and last.told and is_label(line)):
                if last:
                    yield last
                last = _Named(line, block.place) if _may_name(line) else None
        if not isinstance(block, Paragraph) and last:
            yield last
            last = None
    if last:
        yield last


def _lines(block: Paragraph) -> list[str]:
    return [line.strip() for line in block.lines or (block.text,)]


def _may_name(line: str) -> bool:
    return not is_label(line) and not line.endswith(":") and len(line.split()) <= MAX_WORDS


def _candidate(one: _Named, section: Section) -> Candidate:
    number, description = split_number(fold(one.name))
    return Candidate(
        description=description,
        place=one.place,
        text=" | ".join([fold(one.name), *one.told.values()]),
        number=number,
        responsible=one.told.get("responsible"),
        deadline=one.told.get("deadline") or period_of(section),
    )
