"""What did a new version of a plan change?"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from rapidfuzz import fuzz

from deadlines.deadline import Deadline
from rules.recipients import name_key

SAME_ROW = 80.0  # of 100: a reworded description is still the same row
SAME_NUMBER = 50.0  # enough where the number agrees too
SAME_WORDING = 100.0
SAME_WORDS = 85.0  # of the shorter row's words, where the same hands answer for it
SUBNUMBER: Final = r"[.:-]?\s*(?:[a-zåäö]|(?<=[.:-])\d+)"  # 2a, 2 b, 2.1; not 21

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
    """before, after: positions in the two versions; `before` goes on in former ones.

    part_of: the old row that a new one looks like a part of. reordered: it has another place
    among the rows that both versions hold.
    """

    change: Change
    before: int | None
    after: int | None
    deadline_moved: bool = False
    likeness: float = 100.0
    part_of: int | None = None
    reordered: bool = False


Candidate = tuple[float, int, int]  # how alike of 100, the old row, the new one
Pairs = dict[int, tuple[int, float]]  # by the new row


def differences(
    before: Sequence[Row], after: Sequence[Row], former: Sequence[Row] = ()
) -> list[Difference]:
    """Every row of both versions once, in the order of the new one, then what is gone.

    former: what older versions held and `before` does not, the latest last.
    """
    pairs: Pairs = {}
    _pair(pairs, _candidates(before, after))
    back = _returned(former, after, [new for new in range(len(after)) if new not in pairs])
    parts = [one for one in _parts(before, after) if one[2] not in back]
    _pair(pairs, (one for one in parts if not before[one[1]].closed))
    again = {
        new: Difference("back", len(before) + old, new, _is_moved(former[old], after[new]))
        for new, old in back.items()
    }
    whole = _wholes(parts, pairs)
    found = [
        _compare(before, after, pairs[new], new)
        if new in pairs
        else again.get(new, Difference("new", None, new, part_of=whole.get(new)))
        for new in range(len(after))
    ]
    stay = _in_order([pairs[new][0] for new in sorted(pairs)])
    found = [replace(one, reordered=_has_moved(one, stay)) for one in found]
    gone = sorted(set(range(len(before))) - {old for old, _ in pairs.values()})
    return found + [Difference("gone", old, None) for old in gone]


def _pair(pairs: Pairs, found: Iterable[Candidate]) -> None:
    """The best old row for each new one, each old row used once."""
    used = {old for old, _ in pairs.values()}
    for likeness, old, new in sorted(found, key=lambda one: (-one[0], one[1], one[2])):
        if new not in pairs and old not in used:
            pairs[new] = (old, likeness)
            used.add(old)


def _wholes(parts: Iterable[Candidate], pairs: Pairs) -> dict[int, int]:
    """What else looks like a part of a row that is gone, or is there in other words only."""
    likeness = dict(pairs.values())
    return {new: old for _, old, new in parts if likeness.get(old, 0.0) < SAME_WORDING}


def _in_order(olds: Sequence[int]) -> set[int]:
    """The most old rows that still follow one another: the others have moved."""
    tails: list[int] = []
    follows: dict[int, int | None] = {}
    for old in olds:
        at = bisect_left(tails, old)
        follows[old] = tails[at - 1] if at else None
        tails[at : at + 1] = [old]
    stay: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        stay.add(last)
        last = follows[last]
    return stay


def _has_moved(one: Difference, stay: set[int]) -> bool:
    return one.change in ("same", "changed") and one.before not in stay


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


def _candidates(before: Sequence[Row], after: Sequence[Row]) -> Iterator[Candidate]:
    for old, was in enumerate(before):
        for new, now in enumerate(after):
            likeness = _likeness(was, now)
            same_number = was.number is not None and was.number == now.number
            if likeness >= (SAME_NUMBER if same_number else SAME_ROW):
                yield likeness + same_number, old, new


def _parts(before: Sequence[Row], after: Sequence[Row]) -> Iterator[Candidate]:
    """2 may have become 2a and 2b, or two rows that share its words."""
    for old, was in enumerate(before):
        for new, now in enumerate(after):
            likeness = _likeness(was, now)
            by_number = _is_subnumber(was.number, now.number) and likeness >= SAME_NUMBER
            if by_number or _shares_words(was, now):
                yield likeness, old, new


def _is_subnumber(whole: str | None, part: str | None) -> bool:
    if not whole or not part:
        return False
    return (
        re.fullmatch(re.escape(whole.rstrip(".")) + SUBNUMBER, part.rstrip("."), re.IGNORECASE)
        is not None
    )


def _shares_words(was: Row, now: Row) -> bool:
    """Nearly all words of the shorter one, which has at least two, in the same hands."""
    if was.responsible is None or was.responsible != now.responsible:
        return False
    one, other = name_key(was.description), name_key(now.description)
    return min(len(one.split()), len(other.split())) > 1 and (
        fuzz.token_set_ratio(one, other) >= SAME_WORDS
    )


def _likeness(was: Row, now: Row) -> float:
    return fuzz.ratio(name_key(was.description), name_key(now.description))


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
