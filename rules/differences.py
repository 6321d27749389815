"""What did a new version of a plan change?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from deadlines.deadline import Deadline
from rules.recipients import name_key

SAME_ROW = 80.0  # of 100: a reworded description is still the same row
SAME_NUMBER = 50.0  # enough where the number agrees too

Change = Literal["same", "changed", "new", "gone"]


@dataclass(frozen=True, slots=True)
class Row:
    """What is compared of an activity."""

    number: str | None
    description: str
    responsible: str | None
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class Difference:
    """before, after: positions in the two versions."""

    change: Change
    before: int | None
    after: int | None
    deadline_moved: bool = False
    likeness: float = 100.0


def differences(before: Sequence[Row], after: Sequence[Row]) -> list[Difference]:
    """Every row of both versions once, in the order of the new one, then what is gone."""
    pairs = _pairs(before, after)
    found = [
        _compare(before, after, pairs[new], new) if new in pairs else Difference("new", None, new)
        for new in range(len(after))
    ]
    gone = sorted(set(range(len(before))) - {old for old, _ in pairs.values()})
    return found + [Difference("gone", old, None) for old in gone]


def _pairs(before: Sequence[Row], after: Sequence[Row]) -> dict[int, tuple[int, float]]:
    """The best old row for each new one, each old row used once."""
    pairs: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for likeness, old, new in sorted(_candidates(before, after), reverse=True):
        if new not in pairs and old not in used:
            pairs[new] = (old, likeness)
            used.add(old)
    return pairs


def _candidates(before: Sequence[Row], after: Sequence[Row]) -> Iterator[tuple[float, int, int]]:
    for old, was in enumerate(before):
        for new, now in enumerate(after):
            likeness = fuzz.ratio(name_key(was.description), name_key(now.description))
            same_number = was.number is not None and was.number == now.number
            if likeness >= (SAME_NUMBER if same_number else SAME_ROW):
                yield likeness + same_number, old, new


def _compare(
    before: Sequence[Row], after: Sequence[Row], pair: tuple[int, float], new: int
) -> Difference:
    old, likeness = pair
    was, now = before[old], after[new]
    moved = (was.deadline.text, was.deadline.start, was.deadline.due) != (
        now.deadline.text,
        now.deadline.start,
        now.deadline.due,
    )
    same = was.number == now.number and was.description == now.description
    same = same and was.responsible == now.responsible and not moved
    return Difference("same" if same else "changed", old, new, moved, min(likeness, 100.0))
