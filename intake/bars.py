"""Gantt sheets: rows whose time is ticked or coloured in, month by month."""

import re
from collections import Counter
from collections.abc import Iterable
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
_QUARTER = re.compile(r"(?:q|kv|k)\s*([1-4])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SheetCell:
    """form: its number format; filled: no value but a colour."""

    value: Any
    form: str = ""
    formula: bool = False
    filled: bool = False


Sheet = dict[tuple[int, int], SheetCell]


def barred_table(cells: Sheet, place: Place) -> Table | None:
    """The rows with marks of their own below a row of months, weeks or quarters."""
    head, periods = _periods(cells)
    if len(periods) < MIN_PERIODS:
        return None
    marks = _marks(cells, head, periods)
    texts = _texts(cells, marks, min(periods))
    if not texts:
        return None
    what = max(texts, key=lambda column: sum(map(len, texts[column])))
    who = _responsible(cells, head, periods)
    rows = tuple(
        Row(
            _row(cells, row, what, who, periods),
            Place(table=place.table, row=row),
            bars=_span(bars),
        )
        for row, bars in sorted(marks.items())
        if _text(cells, row, what)
    )
    return Table(rows, place, ("number", "description", "responsible")) if rows else None


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
    return (bars[0], bars[-1])


def _texts(cells: Sheet, marked: Iterable[int], before: int) -> dict[int, list[str]]:
    rows = set(marked)
    texts: dict[int, list[str]] = {}
    for (row, column), cell in cells.items():
        if row in rows and column < before and not cell.formula and cell.value is not None:
            texts.setdefault(column, []).append(fold(str(cell.value)))
    return texts


def _responsible(cells: Sheet, head: int, periods: dict[int, str]) -> int | None:
    names = {
        column: str(cell.value)
        for (row, column), cell in cells.items()
        if row <= head and column not in periods
    }
    return next(
        (column for column, name in sorted(names.items()) if role_of(name) == "responsible"), None
    )


def _row(
    cells: Sheet, row: int, what: int, who: int | None, periods: dict[int, str]
) -> tuple[str, ...]:
    codes = Counter(column for at, column in cells if column < what and column not in periods)
    code = _text(cells, row, max(codes)) if codes else ""
    return code, _text(cells, row, what), _text(cells, row, who) if who else ""


def _text(cells: Sheet, row: int, column: int) -> str:
    cell = cells.get((row, column))
    return "" if cell is None or cell.formula or cell.value is None else str(cell.value)
