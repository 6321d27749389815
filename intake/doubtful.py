"""Rows that are probably not as their writer meant them: cut, flowed together, or out of step."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from intake.candidates import Candidate
from intake.document import Doubt, doubt
from intake.timewords import is_time, leading_time
from intake.whole_cells import is_open
from intake.wording import key

SELDOM = 0.3  # of the rows; beyond that it is how the writer writes
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


def twice(found: Sequence[Candidate]) -> list[Doubt]:
    """A question where rows of one table stand word for word in another: a copy of the plan."""
    tables: dict[tuple[str | None, ...], set[int]] = {}
    for one in found:
        if one.place.table is not None:
            said = (one.number, key(one.description), one.responsible, one.deadline)
            tables.setdefault(said, set()).add(one.place.table)
    again = [said for said, where in tables.items() if len(where) > 1]
    return [doubt("rows_twice", number=len(again))] if len(again) > 1 else []


def _groups(found: Sequence[Candidate]) -> list[list[int]]:
    """Which rows stand in the same table, or else in lists."""
    groups: dict[int | None, list[int]] = {}
    for at, one in enumerate(found):
        groups.setdefault(one.place.table, []).append(at)
    return list(groups.values())


def _doubts(rows: Sequence[Candidate]) -> list[list[Doubt]]:
    small = _is_usual(row.description[:1].islower() for row in rows)
    tables = rows[0].place.table is not None
    small_names = _is_usual(row.responsible[:1].islower() for row in rows if row.responsible)
    names = {row.responsible for row in rows if row.responsible}
    return [
        [
            *_of_words(row, small=small),
            *_of_who(row, small=small_names),
            *_of_when(row),
            *_of_others(row, names),
            *missing,
            *numbered,
        ]
        for row, missing, numbered in zip(
            rows, _missing(rows), _numbers(rows, tables=tables), strict=True
        )
    ]


def _is_usual(signs: Iterable[bool]) -> bool:
    """Whether so many rows show it that it says nothing of a single one."""
    kept = list(signs)
    return sum(kept) > SELDOM * len(kept)


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


def _of_when(row: Candidate) -> list[Doubt]:
    """A time that something else follows: a name, or a sentence of its own."""
    if row.deadline and is_open(row.deadline):
        return [doubt("ends_open")]
    _, rest = leading_time(row.deadline or "")
    odd = row.deadline and rest != row.deadline and rest.strip()[:1].isupper()
    return [doubt("odd_deadline", text=row.deadline)] if odd else []


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
    turned = _behind_page(rows)
    return [
        _lacks(
            who=asks_who and not row.responsible,
            when=(asks_when or at in turned) and not (row.deadline or row.bars),
        )
        for at, row in enumerate(rows)
    ]


def _behind_page(rows: Sequence[Candidate]) -> set[int]:
    """The first rows of a page without a time, where all before it have one.

    A cell merged over the page has its words only on the page where it began.
    """
    first = next((at for at, row in enumerate(rows) if not row.deadline), 0)
    if not first or rows[first].place.page == rows[first - 1].place.page:
        return set()
    end = next((at for at in range(first, len(rows)) if rows[at].deadline), len(rows))
    return set(range(first, end))


def _all_but_one(told: Iterable[object]) -> bool:
    kept = [bool(one) for one in told]
    return sum(kept) >= MIN_ROWS and sum(kept) == len(kept) - 1


def _lacks(*, who: bool, when: bool) -> list[Doubt]:
    if who and when:
        return [doubt("lone_row")]
    return [doubt("no_responsible")] * who + [doubt("no_deadline_in_row")] * when


def _numbers(rows: Sequence[Candidate], *, tables: bool) -> list[list[Doubt]]:
    """Numbers that come twice, that are left out, or that a single row lacks."""
    found: list[list[Doubt]] = [[] for _ in rows]
    numbered = sum(row.number is not None for row in rows)
    if numbered < MIN_ROWS:
        return found
    beside = zip([None, *rows], [*rows[1:], None], strict=False)
    again = [
        any(one and one.number == row.number for one in two)
        for row, two in zip(rows, beside, strict=False)
    ]
    steps = [_follows(a.number, b.number) for a, b in pairwise(rows)]
    in_step = sum(steps) * 2 > len(steps)
    for at, row in enumerate(rows):
        if not row.number:
            found[at] += [doubt("no_number")] * (tables and numbered == len(rows) - 1)
        elif " " in row.number and in_step:
            found[at].append(doubt("other_column"))
        elif again[at] and in_step:
            found[at].append(doubt("number_again", number=row.number))
        elif in_step and at < len(steps) and _skips(row.number, rows[at + 1].number):
            found[at].append(doubt("number_gap", number=row.number, next=rows[at + 1].number))
    return found


def _follows(before: str | None, after: str | None) -> bool:
    """2 after 1; 1.2 or 2.1 after 1.1; 1 after any, as a new part begins."""
    return bool(before and after) and not _skips(before, after)


def _skips(before: str | None, after: str | None) -> bool:
    """Whether both count alike, and what comes next would be another number."""
    a, b = _counted(before), _counted(after)
    if not a or not b or _letters(before) != _letters(after) or b[-1] == 1:
        return False
    return b not in {(*a[:at], a[at] + 1) for at in range(len(a))}


def _counted(number: str | None) -> tuple[int, ...]:
    return tuple(map(int, _PARTS.findall(number or "")))


def _letters(number: str | None) -> str:
    return _PARTS.sub("", number or "").replace(".", "").casefold()
