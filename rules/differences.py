"""What did a new version of a plan change?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from deadlines.deadline import Deadline
from rules.recipients import name_key

SAME_ROW = 80.0  # of 100: a reworded description is still the same row
SAME_NUMBER = 50.0  # enough where the number agrees too

Change = Literal["same", "changed", "back", "new", "gone"]


@dataclass(frozen=True, slots=True)
class Row:
    """What is compared of an activity. closed: people have ended it."""

    number: str | None
    description: str
    responsible: str | None
    deadline: Deadline
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """before, after: positions in the two versions; `before` goes on in former ones."""

    change: Change
    before: int | None
    after: int | None
    deadline_moved: bool = False
    likeness: float = 100.0


def differences(
    before: Sequence[Row], after: Sequence[Row], former: Sequence[Row] = ()
) -> list[Difference]:
    """Every row of both versions once, in the order of the new one, then what is gone.

    former: what older versions held and `before` does not, the latest last.
    """
    pairs = _pairs(before, after)
    back = _returned(former, after, [new for new in range(len(after)) if new not in pairs])
    again = {new: Difference("back", len(before) + old, new) for new, old in back.items()}
    found = [
        _compare(before, after, pairs[new], new)
        if new in pairs
        else again.get(new, Difference("new", None, new))
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


def _returned(former: Sequence[Row], after: Sequence[Row], new: Sequence[int]) -> dict[int, int]:
    """The latest row of the same words for each new one, each used once."""
    found: dict[int, int] = {}
    for at in new:
        known = [old for old, was in enumerate(former) if _is_again(was, after[at])]
        free = [old for old in known if old not in found.values()]
        if free:
            found[at] = free[-1]
    return found


def _is_again(was: Row, now: Row) -> bool:
    """What is done and wanted at another time is wanted once more."""
    if name_key(was.description) != name_key(now.description):
        return False
    if was.closed and _is_moved(was, now):
        return False
    same_number = was.number is not None and was.number == now.number
    return same_number or was.responsible == now.responsible


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
    moved = _is_moved(was, now)
    same = was.number == now.number and was.description == now.description
    same = same and was.responsible == now.responsible and not moved
    return Difference("same" if same else "changed", old, new, moved, min(likeness, 100.0))


def _is_moved(was: Row, now: Row) -> bool:
    before, after = was.deadline, now.deadline
    return (before.text, before.start, before.due) != (after.text, after.start, after.due)
