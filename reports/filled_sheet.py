"""Reads a sheet that people have filled in: only what differs from what was sent counts."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, Final

from openpyxl import load_workbook

from language.catalog import LANGUAGES, say
from language.problems import Problem, Words
from models.values import STATUSES
from reports.exported import COLUMNS, SENT, Column, heading
from reports.marker import FORMAT, MARKER
from reports.printable import folded
from reports.round_trip import Filled, FilledRow, FilledSheet, UnknownRowError

STATUS_WORDS: Final = tuple(Words(f"status.{one}") for one in STATUSES)
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 60
LARGEST_ID: Final = 2**31 - 1  # what the smallest of the databases can hold
HEADINGS_WITHIN: Final = 20  # rows; people write a greeting above the table


class BrokenSheetError(Problem):
    """The hidden sheet or the column of ids is missing or damaged."""


class RepeatedRowError(Problem):
    """One id on two rows: nobody can tell which counts."""


class NamelessRowError(Problem):
    """A row of the plan whose activity has been emptied."""


class UnknownStatusError(Problem):
    """A word that is none of the list."""


Row = tuple[int, Sequence[str]]
Sent = Mapping[str, Mapping[Column, str]]


def read_filled_sheet(path: Path, content: bytes) -> FilledSheet:
    try:
        return _read(path, content)
    except Problem:
        raise
    except Exception as error:  # a file from elsewhere can make any library fail in any way
        raise BrokenSheetError(path=path) from error


def _read(path: Path, content: bytes) -> FilledSheet:
    book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    opening, *remembered = [texts for _, texts in _texts(book[MARKER])]
    mark, plan_id, council, written_at, *_ = opening
    written = datetime.fromisoformat(written_at)
    if mark != FORMAT or written.tzinfo is None or not 0 < int(plan_id) <= LARGEST_ID:
        raise BrokenSheetError(path=path)
    sent = _sent(remembered)
    rows, unnamed = _rows(path, _table(path, book), sent)
    return FilledSheet(
        path=path,
        plan_id=int(plan_id),
        council=council,
        written_at=written,
        rows=tuple(rows),
        unnamed=tuple(unnamed),
        missing=tuple(sorted(sent.keys() - {row.uid for row in rows})),
    )


def _sent(remembered: Sequence[Sequence[str]]) -> Sent:
    return {
        row[0].lower(): dict(zip(SENT, [*row[1:], *[""] * len(SENT)], strict=False))
        for row in remembered[1:]
        if row and row[0]
    }


def _texts(sheet: Any) -> Iterator[Row]:
    sheet.reset_dimensions()
    cells = sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
    for at, row in enumerate(islice(cells, MOST_ROWS), start=1):
        yield at, [_text(value) for value in row]


def _text(value: Any) -> str:
    """What a cell says, whatever type a program made of it."""
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else folded(str(value))


def _table(path: Path, book: Any) -> list[tuple[int, Mapping[Column, str]]]:
    """The rows of the first visible sheet that has our headings, however they were moved."""
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            rows = list(_texts(sheet))
            for place, (_, texts) in enumerate(rows[:HEADINGS_WITHIN]):
                columns = _columns(texts)
                if {"uid", "activity"} <= columns.keys():
                    return [(at, _named(columns, row)) for at, row in rows[place + 1 :]]
    raise BrokenSheetError(path=path)


def _columns(texts: Sequence[str]) -> dict[Column, int]:
    places = {text.casefold(): at for at, text in reversed(list(enumerate(texts))) if text}
    return {
        column: places[words]
        for column in COLUMNS
        for words in {heading(column, language).casefold() for language in LANGUAGES}
        if words in places
    }


def _named(columns: Mapping[Column, int], texts: Sequence[str]) -> dict[Column, str]:
    return {column: texts[at] if at < len(texts) else "" for column, at in columns.items()}


def _rows(
    path: Path, table: Sequence[tuple[int, Mapping[Column, str]]], sent: Sent
) -> tuple[list[FilledRow], list[int]]:
    rows: dict[str, FilledRow] = {}
    unnamed = []
    for at, cells in table:
        uid = cells["uid"].lower()
        if not uid and any(cells.values()):
            unnamed.append(at)
        elif uid:
            if uid in rows:
                raise RepeatedRowError(path=path, row=at, uid=uid, first=rows[uid].at)
            rows[uid] = _row(path, at, uid, cells, sent)
    return list(rows.values()), unnamed


def _row(path: Path, at: int, uid: str, cells: Mapping[Column, str], sent: Sent) -> FilledRow:
    if uid not in sent:
        raise UnknownRowError(path=path, row=at, uid=uid)
    said = {column: cells[column] for column in SENT if column in cells}
    said["status"] = _status(path, at, said.get("status", "")) or sent[uid]["status"]
    if not said["activity"]:
        raise NamelessRowError(path=path, row=at, uid=uid)
    filled = tuple(
        Filled(column, folded(sent[uid][column]), text)
        for column, text in said.items()
        if text != folded(sent[uid][column])
    )
    return FilledRow(at, uid, filled, cells.get("comment") or None)


def _status(path: Path, at: int, said: str) -> str | None:
    """A word of either language; an empty cell says nothing."""
    if not said:
        return None
    known = {say(f"status.{one}", lang).casefold(): one for one in STATUSES for lang in LANGUAGES}
    if said.casefold() not in known:
        raise UnknownStatusError(path=path, row=at, said=said, words=STATUS_WORDS)
    return known[said.casefold()]
