"""Actions that stand within the text of minutes, each behind its mark: "ACTION AB: …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from intake.candidates import Candidate
from intake.document import Block, Item, Paragraph, Place, Section
from intake.labels import labelled
from intake.points import Habit, candidate_of, is_names
from intake.timewords import is_time
from intake.wording import fold, key, sentences

ALIKE = 0.6
_MARK = re.compile(
    r"(?:(?<=[.!?;:)\n]\s)|(?<=\n)|^)[ \t]*[([>→*-]*\s*"
    r"(?P<mark>(?i:action(?:\s(?:point|item))?s?|aktion|åtgärd"
    r"|att göra|to do|uppgift|tiltak|aksjon"
    r"|aksjonspunkt|handling|opgave|oppgave|beslutad åtgärd)|AP|A)"
    r"(?P<number>\s*\d{1,3}(?:\.\d+)?)?(?P<who>\s[(]?[A-ZÅÄÖÆØ@][^:\n–]{0,40})?\s*[\])]?\s*[:–]\s+(?=\S)"
)
_INITIALS = re.compile(r"[A-ZÅÄÖÆØ]{2,4}(?:\s*[&/,+]\s*[A-ZÅÄÖÆØ]{2,4})*")


def marked(parts: Sequence[Section], known: Sequence[Candidate]) -> list[Candidate]:
    """Candidates behind marks, without those that a table or list already tells."""
    return [
        one
        for section in parts
        for block in section.blocks
        if isinstance(block, Paragraph | Item) and not _is_record(block)
        for one in _in_block(block)
        if not any(is_same(one, other) for other in known)
    ]


def _is_record(block: Block) -> bool:
    return bool({"responsible", "deadline"} & {one.role for one in labelled([block])})


def _in_block(block: Paragraph | Item) -> Iterator[Candidate]:
    text = "\n".join(block.lines or (block.text,))
    marks = [one for one in _MARK.finditer(text) if _may_mark(one)]
    ends = [*(one.start() for one in marks), len(text)][1:]
    for mark, end in zip(marks, ends, strict=True):
        found = _candidate(mark, _task(fold(text[mark.end() : end])), block.place)
        if found.responsible or found.deadline or not mark["number"]:  # else it names a part
            yield found


def _may_mark(found: re.Match[str]) -> bool:
    who = (found["who"] or "").strip(" ()")
    return not who or bool(_INITIALS.fullmatch(who)) or is_names(who)


def _candidate(mark: re.Match[str], task: str, place: Place) -> Candidate:
    found = candidate_of(Item(task, place), None, Habit(before=not mark["who"]))
    who = fold((mark["who"] or "").strip(" ()"))
    return replace(found, responsible=who) if who else found


def _task(text: str) -> str:
    """One sentence, with a time that is a sentence of its own."""
    first, *rest = sentences(text)
    timed = rest and (is_time(rest[0].rstrip(".")) or ":" in rest[0][:12])
    return f"{first} {rest[0]}" if timed else first


def is_same(one: Candidate, other: Candidate) -> bool:
    here, there = key(one.description), key(other.description)
    return here in there or there in here or SequenceMatcher(None, here, there).ratio() > ALIKE
