"""Reads the directory of people from CSV or a workbook, as spreadsheets save it."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Final

from actions.people import DirectoryRow
from cli.directory_rows import Headings, Rows, people_of
from cli.directory_words import columns_of, missing_columns
from intake.opening import DirectoryDocumentError, MissingDocumentError, decoded
from language.problems import Problem, Words

LARGEST: Final = 20_000_000  # bytes; a hundred thousand people are a tenth of it
ABOVE: Final = 20  # rows in which titles, dates and the like may stand above the headings
SEPARATORS: Final = (",", ";", "\t")
NONE: Final = (False, 0)
UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


class DirectoryFileError(Problem):
    """The file cannot be read as a directory at all."""


def read_directory(path: Path) -> list[DirectoryRow]:
    """All rows, or a Problem that names the first wrong one."""
    rows = _rows_of_workbook(path) if path.suffix.casefold() == ".xlsx" else _rows_of_csv(path)
    return list(_people(path, rows))


def _rows_of_workbook(path: Path) -> Rows:
    """The library behind it is heavy, and most directories are CSV."""
    found: Rows = import_module("cli.directory_xlsx").rows_of_workbook(path)
    return found


def _rows_of_csv(path: Path) -> Rows:
    text = _text(path)
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error:
        why = Words("cli.directory.no_cells", {"row": reader.line_num})
        raise DirectoryFileError(path=path, why=why) from None


def _separator(text: str) -> str:
    """The one that makes headings of one of the first rows."""
    return max(SEPARATORS, key=lambda one: max(map(_known, _first_rows(text, one)), default=NONE))


def _first_rows(text: str, separator: str) -> list[list[str]]:
    """As far as they can be cut into cells so."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[list[str]] = []
    with suppress(csv.Error):
        rows.extend(islice(reader, ABOVE))
    return rows


def _known(texts: Sequence[str]) -> tuple[bool, int]:
    """Whether the row heads all that is needed, and how many columns of ours it heads."""
    columns = columns_of(texts)
    return not missing_columns(columns), len(set(columns) - {None})


def _text(path: Path) -> str:
    try:
        if path.is_dir():
            raise DirectoryDocumentError(path=path)
        if path.stat().st_size > LARGEST:
            why = Words("cli.directory.too_large", {"megabytes": LARGEST // 1_000_000})
            raise DirectoryFileError(path=path, why=why)
        content = path.read_bytes()
    except (OSError, ValueError):
        raise MissingDocumentError(path=path) from None
    if b"\x00" in content and not content.startswith(UTF_16):
        raise DirectoryFileError(path=path, why=Words("cli.directory.no_text"))
    return decoded(content)


def _people(path: Path, rows: Rows) -> Iterator[DirectoryRow]:
    first = list(islice(rows, ABOVE))
    at = max(range(len(first)), key=lambda row: _known(first[row][1]), default=0)
    written = [text.strip() for text in first[at][1]] if first else []
    columns = columns_of(written)
    missing = missing_columns(columns)
    if missing:
        why = tuple(Words(f"cli.directory.no_column.{name}") for name in missing)
        raise DirectoryFileError(path=path, why=why)
    headings = Headings(path, columns, written)
    yield from people_of(headings, iter(first[at + 1 :]))
    yield from people_of(headings, rows)
