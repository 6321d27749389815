"""Rows of activity tables become candidates: merged cells carried down, split rows rejoined."""

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.bands import without_bands
from intake.candidates import Candidate
from intake.codes import with_codes
from intake.column_roles import padded
from intake.column_vocabulary import STATUS
from intake.columns import Roles, is_plan, plain_roles, role_of, roles_of
from intake.document import Doubt, Row, Table, doubt
from intake.points import is_names
from intake.settled import is_settled
from intake.timewords import is_clock, is_time
from intake.told_by_cells import are_names
from intake.totals import is_no_row
from intake.units import read_as
from intake.unread import unread_columns
from intake.wording import fold, key, split_number

MIN_RUN = 2
MAX_HEADING_WORDS = 8
SHARED = 0.6  # of the cells hold both
_BETWEEN = re.compile(r"\s+[/|–—-]\s+|\s*[,;\n]\s*|\s*[()]\s*")
_BARE = re.compile(r"^(?P<number>\d{1,3})\s+(?=\S)")


def rows_without_activity(table: Table, roles: Roles, first: int) -> list[Row]:
    """Rows that say who or when, but not what."""
    return [
        row
        for row in table.rows[first:]
        if not _cell(cells := padded(row.cells, len(roles)), roles, "description")
        and sum(bool(fold(cell)) for cell in cells) > 1
        and (_cell(cells, roles, "responsible") or _cell(cells, roles, "deadline"))
        and not is_no_row(cells)
    ]


def activities_of(
    table: Table, roles: Roles, first: int, *, announced: bool = False
) -> list[Candidate]:
    """Candidates from the rows at `first` and below.

    announced: whether a heading says that they are activities, so that what alone is enough.
    """
    found: list[Candidate] = []
    headings = table.rows[first - 1].cells if first else ()
    periods = _period_columns(headings, roles)
    unread = unread_columns(headings, table.rows[first:], roles)
    for row in table.rows[first:]:
        cells = padded(row.cells, len(roles))
        if row.cells == headings or _repeats_headings(cells, roles) or is_no_row(cells):
            continue
        bars = tuple(name for at, name in periods.items() if is_mark(cells[at]))
        if candidate := _candidate(replace(row, bars=row.bars or bars), cells, roles):
            asked = (*candidate.doubts, *unread)
            found.append(
                replace(
                    candidate,
                    read_as=read_as(headings, cells, roles),
                    doubts=asked,
                    settled=is_settled(headings, cells, roles),
                )
            )
    found = _carried(found, roles)
    if headings and not announced and not is_plan(plain_roles(tuple(headings))):
        tracked = not STATUS.isdisjoint(map(key, headings))
        found = [
            one for one in found if one.responsible or one.deadline or (tracked and one.number)
        ]
    if _is_agenda(found):
        return []
    whole = _parted(without_bands(found), both_in_time=_speaks_of_people(headings, roles))
    return with_bare_numbers(with_codes(whole))


def _carried(found: list[Candidate], roles: Roles) -> list[Candidate]:
    """Times before what is done stand once for the rows below; those are asked about."""
    if "deadline" not in roles or roles.index("deadline") > roles.index("description"):
        return found
    kept: list[Candidate] = []
    when: str | None = None
    for one in found:
        carries = one.deadline is None and one.number is None and one.responsible is not None
        asked = (*one.doubts, doubt("carried_time"))
        kept.append(replace(one, deadline=when, doubts=asked) if carries and when else one)
        when = kept[-1].deadline
    return kept


def _parted(found: list[Candidate], *, both_in_time: bool) -> list[Candidate]:
    """Who and when apart, where one column holds both: "Ann Ek / 3 May".

    both_in_time: whether the heading of times speaks of people as well.
    """
    if both_in_time and not any(one.responsible for one in found):
        return [_parted_time(one) for one in found]
    if any(one.deadline for one in found):
        return found
    both = [_who_and_when(one.responsible or "") for one in found]
    told = [one for one in found if one.responsible]
    if not told or sum(bool(when) for _, when in both) < SHARED * len(told):
        return found
    return [
        replace(one, responsible=who or None, deadline=when or None)
        for one, (who, when) in zip(found, both, strict=True)
    ]


def _parted_time(one: Candidate) -> Candidate:
    """A name alone is no time; what cannot be parted is asked about."""
    who, when = _who_and_when(one.deadline or "")
    if when or not one.deadline or is_time(one.deadline):
        return replace(one, responsible=who or None, deadline=when or None)
    if is_names(who) or are_names([who, who]):
        return replace(one, responsible=who, deadline=None)
    return replace(one, doubts=(*one.doubts, doubt("odd_deadline", text=one.deadline)))


def _speaks_of_people(headings: Sequence[str], roles: Roles) -> bool:
    at = roles.index("deadline") if "deadline" in roles else len(headings)
    said = key(headings[at]).replace("/", " ").split() if at < len(headings) else []
    return any(role_of(word) == "responsible" for word in said)


def _who_and_when(text: str) -> tuple[str, str]:
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    times = [part for part in parts if is_time(part)]
    if len(times) != 1:
        return text, ""
    return ", ".join(part.strip() for part in parts if part not in times), times[0].strip()


def with_bare_numbers(found: list[Candidate]) -> list[Candidate]:
    """Numbers without a dot count only where they run from 1 through every row."""
    opened = [_BARE.match(one.description) for one in found]
    numbers = [int(one["number"]) for one in opened if one]
    if len(found) < MIN_RUN or numbers != list(range(1, len(found) + 1)):
        return found
    return [
        replace(one, number=str(at), description=_BARE.sub("", one.description))
        for at, one in enumerate(found, start=1)
    ]


def _period_columns(headings: Sequence[str], roles: Roles) -> dict[int, str]:
    """Columns that are headed by a time and hold only marks."""
    return {
        at: fold(heading)
        for at, heading in enumerate(headings[: len(roles)])
        if not roles[at] and is_time(fold(heading))
    }


def is_mark(cell: str) -> bool:
    return key(cell) in ("x", "✓", "✔", "■", "●", "█", "1", "•", "v")


def _repeats_headings(cells: tuple[str, ...], roles: Roles) -> bool:
    return (
        is_plan(roles_of(cells))
        and all(len(fold(cell).split()) < MAX_HEADING_WORDS for cell in cells)
        and _alike(roles_of(cells), roles)
    )


def _alike(roles: Roles, others: Roles) -> bool:
    """The same columns; those that only count rows, and those that nothing tells, aside."""
    told = [tuple("" if one == "number" else one for one in two) for two in (roles, others)]
    return told[0] == told[1]


def _candidate(row: Row, cells: tuple[str, ...], roles: Roles) -> Candidate | None:
    description = _cell(cells, roles, "description")
    if not description:
        return None
    number = _cell(cells, roles, "number") or None
    own, rest = split_number(description)
    if number is None or (own and key(own) == key(number)):
        number, description = own, rest
    return Candidate(
        description=description,
        place=row.place,
        text=" | ".join(filter(None, map(fold, (*cells, " – ".join(dict.fromkeys(row.bars)))))),
        number=number.rstrip(".") if number else None,
        responsible=_told(_cell(cells, roles, "responsible")),
        deadline=_told(_deadline(cells, roles)),
        doubts=(*row.doubts, *_shifted(cells, roles)),
        bars=row.bars,
    )


def _told(text: str) -> str | None:
    """None for a cell that only a stroke fills."""
    return text if key(text) not in ("", "n/a", "—", "−") else None


def _shifted(cells: tuple[str, ...], roles: Roles) -> tuple[Doubt, ...]:
    """A time where somebody should stand: the cells may have moved."""
    who = _cell(cells, roles, "responsible")
    moved = is_time(who) and any(letter.isdigit() for letter in who)
    return (doubt("shifted_row"),) if moved else ()


def _cell(cells: tuple[str, ...], roles: Roles, role: str) -> str:
    return fold(cells[roles.index(role)]) if role in roles else ""


def _deadline(cells: tuple[str, ...], roles: Roles) -> str:
    due, start = _cell(cells, roles, "deadline"), _cell(cells, roles, "start")
    return due or start


def _is_agenda(found: list[Candidate]) -> bool:
    """Times of day belong to a meeting, not to a plan."""
    timed = [one.deadline for one in found if one.deadline]
    return bool(timed) and all(map(is_clock, timed))
