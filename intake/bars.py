"""Gantt sheets: rows whose time is ticked or coloured in, month by month."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from intake.columns import role_of
from intake.document import Place, Row, Table
from intake.time_vocabulary import MONTH_NUMBERS
from intake.wording import fold

MIN_PERIODS = 4
MAX_HEAD = 12
_WEEK = re.compile(r"(?:v|w|vecka|week)\.?\s*(\d{1,2})$", re.IGNORECASE)
_MONTH = re.compile(r"(?P<month>[^\W\d_]{3,10})\.?\s+(?P<year>20\d\d)")
_QUARTER = re.compile(r"(?:q|kv|k)\s*([1-4])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SheetCell:
    """form: its number format; filled: no value but a colour."""

    value: Any
    form: str = ""
    formula: bool = False
    filled: bool = False


BESIDE = ("responsible", "deadline")
Sheet = dict[tuple[int, int], SheetCell]
TextOf = Callable[[SheetCell | None], str]


@dataclass(frozen=True, slots=True)
class Barred:
    """A Gantt table; head: the first row that belongs to it, below what says what the plan is."""

    table: Table
    head: int


def barred_table(cells: Sheet, place: Place, text_of: TextOf) -> Barred | None:
    """The rows with marks of their own below a row of months, weeks or quarters."""
    head, periods = _periods(cells)
    if len(periods) < MIN_PERIODS and not _only_marks(cells, head, periods):
        return None
    marks = _marks(cells, head, periods)
    texts = _texts(cells, marks, min(periods))
    if not texts:
        return None
    named = _named(cells, head, periods)
    what = named.get("description") or max(texts, key=lambda one: sum(map(len, texts[one])))
    roles = {"description": what, **{role: named[role] for role in BESIDE if role in named}}
    by = _Columns(cells, roles, set(periods), text_of)
    rows = tuple(
        Row(by.row(row), Place(table=place.table, row=row), bars=_span(marks.get(row, [])))
        for row in sorted({*marks, *by.told_below(head)})
        if by.text(row, what)
    )
    first = min([head, *_heading_rows(cells, head, roles)])
    table = Table(rows, place, ("number", "description", *BESIDE))
    return Barred(table, _with_years(cells, first)) if rows else None


def _only_marks(cells: Sheet, head: int, periods: dict[int, str]) -> bool:
    """Whether a few periods stand above nothing but ticks and colours."""
    below = [cell for (row, at), cell in cells.items() if row > head and at in periods]
    return len(periods) > 1 and bool(below) and all(map(_is_mark, below))


def _is_mark(cell: SheetCell) -> bool:
    return cell.filled or (_is_ticked(cell) and len(str(cell.value).strip()) == 1)


def _named(cells: Sheet, head: int, periods: dict[int, str]) -> dict[str, int]:
    """Columns by role, as headed beside the periods or just above."""
    found: dict[str, int] = {}
    wide = {row for row in (head, head - 1, head - 2) if sum(at == row for at, _ in cells) > 1}
    for row, column in sorted(cells, key=lambda at: (-at[0], at[1])):
        if row in wide and column not in periods and column not in found.values():
            role = role_of(str(cells[row, column].value))
            found.setdefault(role, column)
    return found


def _heading_rows(cells: Sheet, head: int, roles: dict[str, int]) -> list[int]:
    """Rows of headings above the periods; a cell alone in its row is a title."""
    return [
        row
        for row, column in cells
        if head - 2 <= row < head
        and column in roles.values()
        and sum(at == row for at, _ in cells) > 1
        and role_of(str(cells[row, column].value)) in roles
    ]


def _with_years(cells: Sheet, first: int) -> int:
    """A row of years above the months belongs to the table."""
    above = [str(cell.value) for (row, _), cell in cells.items() if row == first - 1]
    return first - 1 if any(re.fullmatch(r"20\d\d", value) for value in above) else first


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where each value of a row stands."""

    cells: Sheet
    roles: dict[str, int]
    periods: set[int]
    text_of: TextOf

    def row(self, row: int) -> tuple[str, ...]:
        beside = (self.text(row, self.roles.get(role)) for role in BESIDE)
        return self._code(row), self.text(row, self.roles["description"]), *beside

    def text(self, row: int, column: int | None) -> str:
        cell = self.cells.get((row, column)) if column else None
        return "" if cell is None or cell.formula else self.text_of(cell)

    def told_below(self, head: int) -> set[int]:
        """Rows without a mark that all the same say what, and by whom or when."""
        rows = {row for row, _ in self.cells if row > head}
        return {row for row in rows if any(self.row(row)[2:]) and self._is_own(row)}

    def _is_own(self, row: int) -> bool:
        """Not one text merged over all the columns."""
        return len(set(self.row(row))) > 2  # noqa: PLR2004

    def _code(self, row: int) -> str:
        """What stands in the nearest column before, where codes do."""
        before = Counter(
            column
            for at, column in self.cells
            if column < self.roles["description"] and column not in self.periods
        )
        return self.text(row, max(before)) if before else ""


def _periods(cells: Sheet) -> tuple[int, dict[int, str]]:
    """(row of the headings, what each column stands for)."""
    found = [(row, _row_periods(cells, row)) for row in range(1, MAX_HEAD + 1)]
    return max(found, key=lambda one: len(one[1]))


def _row_periods(cells: Sheet, row: int) -> dict[int, str]:
    """Months with the year that stands above them; numbers count where they run from 1 to 12."""
    periods: dict[int, str] = {}
    year = ""
    for column in sorted(column for at, column in cells if at == row):
        year = _year_above(cells, row, column) or year
        if name := _period(cells[row, column], year):
            periods[column] = name
    return periods


def _year_above(cells: Sheet, row: int, column: int) -> str:
    above = (
        str(cells[at, column].value)
        for at in range(row - 1, max(0, row - 3), -1)
        if (at, column) in cells
    )
    return next((value for value in above if re.fullmatch(r"20\d\d", value)), "")


def _period(cell: SheetCell, year: str) -> str:
    value = cell.value
    if isinstance(value, date):
        return f"{value:%Y-%m}"
    text = fold(str(value)).rstrip(".")
    month = (
        MONTH_NUMBERS.get(text.casefold()[:3], 0) if re.fullmatch(r"[^\W\d_]{3,10}", text) else 0
    )
    if text.isdigit() and 1 <= int(text) <= 12 and year:  # noqa: PLR2004
        month = int(text)
    if month:
        return f"{year}-{month:02}" if year else text
    if named := _MONTH.fullmatch(text):
        number = MONTH_NUMBERS.get(named["month"].casefold()[:3], 0)
        return f"{named['year']}-{number:02}" if number else ""
    if found := _WEEK.match(text) or _QUARTER.match(text):
        return f"{year} {found.group()}".strip()
    return ""


def _marks(cells: Sheet, head: int, periods: dict[int, str]) -> dict[int, list[str]]:
    """The periods that each row itself marks, by words if any row does, else by colour."""
    below = {at: cell for at, cell in sorted(cells.items()) if at[0] > head and at[1] in periods}
    ticked = {at for at, cell in below.items() if _is_ticked(cell)}
    coloured = {at for at, cell in below.items() if cell.filled}
    marks: dict[int, list[str]] = {}
    for row, column in sorted(ticked or coloured):
        marks.setdefault(row, []).append(periods[column])
    return marks


def _is_ticked(cell: SheetCell) -> bool:
    """Sums over other rows are no ticks."""
    return cell.value is not None and not cell.formula and str(cell.value).strip() not in ("", "0")


def _span(bars: list[str]) -> tuple[str, ...]:
    return (bars[0], bars[-1]) if bars else ()


def _texts(cells: Sheet, marked: Iterable[int], before: int) -> dict[int, list[str]]:
    rows = set(marked)
    texts: dict[int, list[str]] = {}
    for (row, column), cell in cells.items():
        if row in rows and column < before and not cell.formula and cell.value is not None:
            texts.setdefault(column, []).append(fold(str(cell.value)))
    return texts
