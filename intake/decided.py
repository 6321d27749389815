"""Decisions in the text of minutes: "Beslut att laga bron. Ansvarig: Alva Ek. Klart: maj"."""

import re
from collections.abc import Iterator, Sequence

from intake.below import told_in
from intake.candidates import Candidate
from intake.document import Block, Item, Paragraph, Place, Section
from intake.labels import is_label
from intake.marked import is_same
from intake.topics import topic_of_section
from intake.wording import sentences

_ELSEWHERE = ("done", "goals", "methods", "members", "requirements", "reporting")
_DECIDED = re.compile(
    r"^(?:\S+\s){0,5}?(?:beslut(?:ade|ades|ar|as|at|t?ede)?|beslöt|vedtok|vedtog|enades\som"
    r"|kom\söverens\som|överenskoms|decision|decided|agreed|resolved)\s*:?\s+(?:att|at|å|to)\s+",
    re.IGNORECASE,
)


def holds_decision(block: Block) -> bool:
    """Whether some sentence of it decides something."""
    return any(map(_DECIDED.match, _pieces(block)))


def decided(parts: Sequence[Section], known: Sequence[Candidate]) -> list[Candidate]:
    """Decisions with labels of who or when behind them, but those that are told already."""
    return [
        one
        for section in parts
        if topic_of_section(section) not in _ELSEWHERE
        for run, place in _runs(section.blocks)
        for one in _candidates(run, place)
        if not any(is_same(one, other) for other in known)
    ]


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[list[str], Place]]:
    """Each sentence with the labels that follow it, there or on lines of their own."""
    run: list[str] = []
    place = Place()
    for block in blocks:
        for piece in _pieces(block):
            if run and told_in([piece]):
                run.append(piece)
                continue
            yield run, place
            run, place = [piece], block.place
    yield run, place


def _pieces(block: Block) -> list[str]:
    """Sentences; a label at the beginning of a line opens one as well."""
    if not isinstance(block, Paragraph | Item):
        return [""]
    joined: list[str] = []
    for line in block.lines or (block.text,):
        if joined and not (is_label(line) and told_in([line])):
            joined[-1] = f"{joined[-1]}\n{line}"
        else:
            joined.append(line)
    return [piece for text in joined for piece in sentences(text)]


def _candidates(run: Sequence[str], place: Place) -> Iterator[Candidate]:
    lead = _DECIDED.match(run[0]) if len(run) > 1 else None
    if lead:
        said = {role: value.rstrip(" .") for role, value in told_in(run[1:]).items()}
        yield Candidate(
            description=run[0][lead.end() :],
            place=place,
            text=" ".join(run),
            responsible=said.get("responsible"),
            deadline=said.get("deadline"),
        )
