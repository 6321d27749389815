"""Lines that each open with somebody, or with a time, and say what: points nobody has marked."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

from intake.document import Block, Item, Paragraph
from intake.names import name_in
from intake.people_vocabulary import ORGANISATION_SIGN
from intake.points import is_names, name_before
from intake.timewords import done_in_front, due_in, leading_time, opens_with_time, trailing_time
from intake.wording import fold, split_number

MIN_RUN = 2
_AND = re.compile(r"\s*(?:[&/,+]|\b(?:och|og|and|samt)\b)\s*")


def with_named_lines(blocks: Sequence[Block]) -> Iterator[Block]:
    """The same blocks, with such lines as points."""
    at = 0
    while at < len(blocks):
        dated = list(takewhile(bool, map(_dated, (blocks[n] for n in range(at, len(blocks))))))
        if len(points := list(chain.from_iterable(dated))) >= MIN_RUN:
            yield from points
            at += len(dated)
            continue
        block = blocks[at]
        named = _points(block) if isinstance(block, Paragraph) else []
        yield from named
        if not named:
            yield block
        at += 1


def _dated(block: Block) -> list[Item]:
    """Lines such as "15 April 2026 – Ann Reed hands in the figures"; none unless all are."""
    found: list[str] = []
    for line in block.lines if isinstance(block, Paragraph) else ():
        if opens_with_time(line) or done_in_front(line)[1]:
            found.append(line)
        elif found and _runs_on(found[-1], line):
            found[-1] = f"{found[-1]}\n{line}"
        else:
            return []
    timed = any(map(opens_with_time, found))
    return [Item(fold(text), block.place) for text in found] if timed else []


def _runs_on(above: str, line: str) -> bool:
    """Whether it begins small, or stands further in than the line that it goes on from."""
    further = len(line) - len(line.lstrip()) > len(above) - len(above.lstrip()) + 1
    return (further or line.strip()[:1].islower()) and not leading_time(line)[0]


def _points(block: Paragraph) -> list[Item]:
    """A point from each name to the next; none unless all of them say when as well."""
    runs: list[list[str]] = []
    for line in block.lines:
        if _opens_with_person(line):
            runs.append([line])
        elif runs and _goes_on(runs[-1][0], line):
            runs[-1].append(line)
        else:
            return []
    texts = [fold("\n".join(run)) for run in runs]
    if len(texts) < MIN_RUN or not all(map(_says_when, texts)):
        return []
    return [Item(text, block.place) for text in texts]


def _opens_with_person(line: str) -> bool:
    """Whether a full name stands before a colon; a single word may be any label."""
    who, _ = name_before(split_number(line.strip())[1])
    if not who or f"{who}:" not in fold(line) or not is_names(who):
        return False
    people = _AND.split(who)
    return any(map(name_in, people)) and not ORGANISATION_SIGN.search(who)


def _goes_on(first: str, line: str) -> bool:
    deeper = len(line) - len(line.lstrip()) > len(first) - len(first.lstrip())
    return deeper or line.strip()[:1].islower() or line.strip()[:1].isdigit()


def _says_when(text: str) -> bool:
    return bool(due_in(text) or trailing_time(text.rstrip("."))[1])
