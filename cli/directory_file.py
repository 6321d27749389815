"""Reads the directory of people from CSV or a workbook, as spreadsheets save it."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from io import StringIO
from pathlib import Path

from actions.people import COUNCIL_ROLES, DirectoryRow
from language.problems import Problem
from models.tables.people import ROLES
from models.values import Language
from notifications.addresses import UnusableAddressError, mailbox

COLUMNS = ("name", "email", "organisation", "language", "roles")
LARGEST = 20_000_000  # bytes; a hundred thousand people are a tenth of it

Rows = Iterator[tuple[int, Sequence[str]]]


class DirectoryFileError(Problem):
    """The file cannot be read as a directory at all."""


class DirectoryRowError(Problem):
    """One row of the directory is wrong; nothing was stored."""


def read_directory(path: Path) -> list[DirectoryRow]:
    """All rows, or a Problem that names the first wrong one."""
    rows = _rows_of_workbook(path) if path.suffix.casefold() == ".xlsx" else _rows_of_csv(path)
    _, first = next(rows, (1, []))
    headings = [str(name).strip().casefold() for name in first]
    missing = [name for name in COLUMNS[:2] if name not in headings]
    if missing:
        raise DirectoryFileError(path=path, why=f"{', '.join(missing)}?")
    return list(_people(path, headings, rows))


def _rows_of_workbook(path: Path) -> Rows:
    """The library behind it is heavy, and most directories are CSV."""
    found: Rows = import_module("cli.directory_xlsx").rows_of_workbook(path)
    return found


def _rows_of_csv(path: Path) -> Rows:
    text = _text(path)
    first = text.splitlines()[0] if text.strip() else ""
    separator = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise DirectoryFileError(path=path, why=f"{reader.line_num}: {error}") from None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise DirectoryFileError(path=path, why=f"> {LARGEST // 1_000_000} MB")
        content = path.read_bytes()
    except OSError as error:
        raise DirectoryFileError(path=path, why=error.strerror) from None
    if b"\x00" in content:
        raise DirectoryFileError(path=path, why="CSV?")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")  # what Excel saves on Swedish Windows


def _people(path: Path, headings: Sequence[str], rows: Rows) -> Iterator[DirectoryRow]:
    seen: dict[str, int] = {}
    for number, texts in rows:
        if any(text.strip() for text in texts[len(headings) :]):
            raise DirectoryRowError(path=path, row=number, why=f"roles: {texts[-1]}")
        if any(text.strip() for text in texts):
            found = _row(path, number, dict(zip(headings, texts, strict=False)))
            address = found.email.casefold()
            if address in seen:
                why = f"{found.email}: {seen[address]}"
                raise DirectoryRowError(path=path, row=number, why=why)
            seen[address] = number
            yield found


def _row(path: Path, number: int, row: Mapping[str, str]) -> DirectoryRow:
    cells = {name: " ".join(row.get(name, "").split()) for name in COLUMNS}
    if not cells["name"]:
        raise DirectoryRowError(path=path, row=number, why="name?")
    try:
        email = mailbox(cells["name"], cells["email"]).address
    except UnusableAddressError:
        raise DirectoryRowError(
            path=path, row=number, why=f"email: {cells['email'] or '–'}"
        ) from None
    return DirectoryRow(
        name=cells["name"],
        email=email,
        organisation=cells["organisation"] or None,
        language=_language(path, number, cells["language"]),
        roles=_roles(path, number, cells["roles"]) if "roles" in row else None,
    )


def _roles(path: Path, number: int, written: str) -> tuple[tuple[str, str | None], ...]:
    return tuple(_role(path, number, one) for one in written.split(";") if one.strip())


def _language(path: Path, number: int, written: str) -> Language:
    match written.casefold():
        case "" | "sv":
            return "sv"
        case "en":
            return "en"
        case _:
            raise DirectoryRowError(path=path, row=number, why=f"language: {written} (sv, en)")


def _role(path: Path, number: int, written: str) -> tuple[str, str | None]:
    role, colon, group = written.strip().partition(":")
    role = role.strip().casefold()
    if role in COUNCIL_ROLES and not colon:
        return role, None
    if role in ROLES and group.strip():
        return role, group.strip()
    known = "committee, secretariat, " + ", ".join(f"{name}:GROUP" for name in ROLES)
    raise DirectoryRowError(path=path, row=number, why=f"roles: {written} ({known})")
