"""Rows that are probably not as their writer meant them: cut, flowed together, or out of step."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from intake.candidates import Candidate
from intake.document import Doubt, doubt
from intake.timewords import is_time
from intake.whole_cells import is_open
from intake.wording import key

MOST = 0.7
MIN_ROWS = 3
MAX_NAME_WORDS = 14
MIN_NAME_LETTERS = 5
_DIGITS = re.compile(r"\d")
_NEXT_NUMBER = re.compile(r"(?<=[^\d\s])\s(?P<number>\d{1,3})[.)]\s+(?=[A-ZÅÄÖÆØ])")
_PARTS = re.compile(r"\d+")
_PERSON = re.compile(r"[A-ZÅÄÖÆØÉ][\w'’-]+(?:\s[A-ZÅÄÖÆØÉ][\w'’-]+)+")


def questioned(found: Sequence[Candidate]) -> list[Candidate]:
    """The same rows, each asked about where it differs from its fellows as a misread row does."""
    asked = list(found)
    for group in _groups(found):
        rows = [found[at] for at in group]
        for at, doubts in zip(group, _doubts(rows), strict=True):
            asked[at] = replace(asked[at], doubts=(*asked[at].doubts, *doubts))
    return asked


def _groups(found: Sequence[Candidate]) -> list[list[int]]:
    """Which rows stand in the same table, or else in lists."""
    groups: dict[int | None, list[int]] = {}
    for at, one in enumerate(found):
        groups.setdefault(one.place.table, []).append(at)
    return list(groups.values())


def _doubts(rows: Sequence[Candidate]) -> list[list[Doubt]]:
    small = _mostly(row.description[:1].islower() for row in rows)
    small_names = _mostly(row.responsible[:1].islower() for row in rows if row.responsible)
    names = {row.responsible for row in rows if row.responsible}
    return [
        [
            *_of_words(row, small=small),
            *_of_who(row, small=small_names),
            *_of_others(row, names),
            *missing,
            *numbered,
        ]
        for row, missing, numbered in zip(rows, _missing(rows), _numbers(rows), strict=True)
    ]


def _mostly(signs: Iterable[bool]) -> bool:
    """Whether it is the rule rather than an exception."""
    kept = list(signs)
    return sum(kept) > (1 - MOST) * len(kept)


def _of_words(row: Candidate, *, small: bool) -> list[Doubt]:
    if row.description[:1].islower() and not small:
        return [doubt("begins_small")]
    if is_open(row.description) and not row.description.endswith("/"):
        return [doubt("ends_open")]
    inner = [int(one["number"]) for one in _NEXT_NUMBER.finditer(row.description)]
    own = row.number or ""
    return [doubt("several_in_one")] if own.isdigit() and int(own) + 1 in inner else []


def _of_who(row: Candidate, *, small: bool) -> list[Doubt]:
    who = row.responsible or ""
    odd = (
        len(who.split()) > MAX_NAME_WORDS
        or (who[:1].islower() and not small)
        or (is_open(who) and not who.endswith("/"))
        or (is_time(who) and _DIGITS.search(who) is not None)
    )
    return [doubt("odd_responsible", text=who)] if odd else []


def _of_others(row: Candidate, names: set[str]) -> list[Doubt]:
    """Words of another column: a name at the end of what is done, or within the time."""
    ends = key(row.description)
    flowed = any(
        len(name) >= MIN_NAME_LETTERS
        and " " in name
        and name != row.responsible
        and ends.endswith(f" {key(name)}")
        for name in names
    )
    timed = row.deadline or ""
    held = not is_time(timed) and any(
        len(name) >= MIN_NAME_LETTERS and key(name) in key(timed) for name in names
    )
    return [doubt("other_column")] if flowed or held else []


def _missing(rows: Sequence[Candidate]) -> list[list[Doubt]]:
    """Who or when, where all the others tell it."""
    asks_who = _all_but_one(row.responsible for row in rows)
    asks_when = _all_but_one(row.deadline or row.bars for row in rows)
    return [
        _lacks(
            who=asks_who and not row.responsible,
            when=asks_when and not (row.deadline or row.bars),
        )
        for row in rows
    ]


def _all_but_one(told: Iterable[object]) -> bool:
    kept = [bool(one) for one in told]
    return sum(kept) >= MIN_ROWS and sum(kept) == len(kept) - 1


def _lacks(*, who: bool, when: bool) -> list[Doubt]:
    if who and when:
        return [doubt("lone_row")]
    return [doubt("no_responsible")] * who + [doubt("no_deadline_in_row")] * when


def _numbers(rows: Sequence[Candidate]) -> list[list[Doubt]]:
    """Numbers that come twice, that are left out, or that a single row lacks."""
    told = [tuple(map(int, _PARTS.findall(row.number or ""))) for row in rows]
    found: list[list[Doubt]] = [[] for _ in rows]
    numbered = sum(map(bool, told))
    if numbered < MIN_ROWS:
        return found
    times = Counter(row.number for row in rows if row.number)
    steps = [bool(a and b) and _follows(a, b) for a, b in pairwise(told)]
    in_step = sum(steps) * 2 > len(steps)
    for at, row in enumerate(rows):
        if not row.number and numbered >= len(rows) - 1:
            found[at].append(doubt("no_number"))
        elif row.number and times[row.number] > 1 and in_step:
            found[at].append(doubt("number_again", number=row.number))
        elif in_step and at < len(steps) and told[at + 1] and not steps[at]:
            found[at].append(doubt("number_gap", number=row.number, next=rows[at + 1].number))
    return found


def _follows(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    """2 after 1, 1.2 or 2.1 after 1.1."""
    return b in {(*a[:-1], a[-1] + 1), (*a, 1), *((*a[:n], a[n] + 1) for n in range(len(a)))} or (
        len(b) > 1 and b[:-1] in {(*a[:n], a[n] + 1) for n in range(len(a))}
    )
