"""Reads the directory of people from CSV, as spreadsheets save it."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from actions.people import COUNCIL_ROLES, DirectoryRow
from language.problems import Problem
from models.tables.people import ROLES
from models.values import Language
from notifications.addresses import UnusableAddressError, mailbox

COLUMNS = ("name", "email", "organisation", "language", "roles")
LARGEST = 20_000_000  # bytes; a hundred thousand people are a tenth of it


class DirectoryFileError(Problem):
    """The file cannot be read as a directory at all."""


class DirectoryRowError(Problem):
    """One row of the directory is wrong; nothing was stored."""


def read_directory(path: Path) -> list[DirectoryRow]:
    """All rows, or a Problem that names the first wrong one."""
    text = _text(path)
    first = text.splitlines()[0] if text.strip() else ""
    separator = ";" if first.count(";") > first.count(",") else ","
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        headings = [str(name).strip().casefold() for name in reader.fieldnames or ()]
        missing = [name for name in COLUMNS[:2] if name not in headings]
        if missing:
            raise DirectoryFileError(path=path, why=f"{', '.join(missing)}?")
        reader.fieldnames = headings
        return list(_rows(path, reader))
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


def _rows(path: Path, reader: "csv.DictReader[str]") -> Iterator[DirectoryRow]:
    seen: dict[str, int] = {}
    for row in reader:
        if any(value and str(value).strip() for value in row.values()):
            found = _row(path, reader.line_num, row)
            if found.email in seen:
                raise DirectoryRowError(
                    path=path, row=reader.line_num, why=f"{found.email}: {seen[found.email]}"
                )
            seen[found.email] = reader.line_num
            yield found


def _row(path: Path, number: int, row: "dict[str, str | None]") -> DirectoryRow:
    cells = {name: " ".join((row.get(name) or "").split()) for name in COLUMNS}
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
        roles=tuple(_role(path, number, one) for one in cells["roles"].split(";") if one.strip()),
    )


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
