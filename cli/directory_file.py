"""Reads the directory of people from CSV or a workbook, as spreadsheets save it."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from io import StringIO
from pathlib import Path

from actions.people import DirectoryRow
from language.problems import Problem, Words
from models.tables.people import COUNCIL_ROLES, ROLES
from models.values import Language
from notifications.addresses import UnusableAddressError, mailbox

COLUMNS = ("name", "email", "organisation", "language", "roles", "aliases")
# As people call them in their own files.
ALSO: Mapping[str, str] = {
    "namn": "name",
    "e-post": "email",
    "epost": "email",
    "e-postadress": "email",
    "e-mail": "email",
    "organisation": "organisation",
    "organization": "organisation",
    "språk": "language",
    "roller": "roles",
    "alias": "aliases",
}
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
    return list(_people(path, [str(name).strip() for name in first], rows))


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
    except csv.Error:
        why = Words("cli.directory.no_cells", {"row": reader.line_num})
        raise DirectoryFileError(path=path, why=why) from None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            why = Words("cli.directory.too_large", {"megabytes": LARGEST // 1_000_000})
            raise DirectoryFileError(path=path, why=why)
        content = path.read_bytes()
    except OSError as error:
        raise DirectoryFileError(path=path, why=error.strerror) from None
    if b"\x00" in content:
        raise DirectoryFileError(path=path, why=Words("cli.directory.no_text"))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")  # what Excel saves on Swedish Windows


def _people(path: Path, headings: Sequence[str], rows: Rows) -> Iterator[DirectoryRow]:
    columns = [ALSO.get(name.casefold(), name.casefold()) for name in headings]
    missing = [name for name in COLUMNS[:2] if name not in columns]
    if missing:
        why = Words("cli.directory.no_columns", {"columns": ", ".join(missing)})
        raise DirectoryFileError(path=path, why=why)
    written = dict(zip(columns, headings, strict=True))
    seen: dict[str, int] = {}
    for number, texts in rows:
        place = Place(path, number, written)
        if any(text.strip() for text in texts[len(columns) :]):
            raise place.wrong(columns[-1], "cli.directory.too_many", given=texts[-1])
        if any(text.strip() for text in texts):
            found = _row(place, dict(zip(columns, texts, strict=False)))
            address = found.email.casefold()
            if address in seen:
                raise place.wrong("email", "cli.directory.twice", row=seen[address])
            seen[address] = number
            yield found


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file a row stands."""

    path: Path
    row: int
    headings: Mapping[str, str]

    def wrong(self, column: str, key: str, **values: object) -> DirectoryRowError:
        """The problem with a cell."""
        heading = self.headings.get(column, column)
        return DirectoryRowError(
            path=self.path, row=self.row, column=heading, why=Words(key, values)
        )


def _row(place: Place, row: Mapping[str, str]) -> DirectoryRow:
    cells = {name: " ".join(row.get(name, "").split()) for name in COLUMNS}
    if not cells["name"]:
        raise place.wrong("name", "cli.directory.empty")
    return DirectoryRow(
        name=cells["name"],
        email=_email(place, cells),
        organisation=cells["organisation"] or None,
        language=_language(place, cells["language"]),
        roles=_roles(place, cells["roles"]) if "roles" in row else None,
        aliases=_listed(cells["aliases"]) if "aliases" in row else None,
    )


def _email(place: Place, cells: Mapping[str, str]) -> str:
    if not cells["email"]:
        raise place.wrong("email", "cli.directory.empty")
    try:
        return mailbox(cells["name"], cells["email"]).address
    except UnusableAddressError:
        raise place.wrong("email", "cli.directory.no_address", given=cells["email"]) from None


def _listed(written: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in written.split(";") if one.strip())


def _language(place: Place, written: str) -> Language:
    match written.casefold():
        case "" | "sv" | "svenska":
            return "sv"
        case "en" | "engelska" | "english":
            return "en"
        case _:
            raise place.wrong("language", "cli.directory.language", given=written)


def _roles(place: Place, written: str) -> tuple[tuple[str, str | None], ...]:
    return tuple(_role(place, one) for one in _listed(written))


def _role(place: Place, written: str) -> tuple[str, str | None]:
    role, colon, group = written.partition(":")
    role = role.strip().casefold()
    if role in COUNCIL_ROLES and not colon:
        return role, None
    if role in ROLES and group.strip():
        return role, group.strip()
    known = ", ".join((*COUNCIL_ROLES, *(f"{name}:GROUP" for name in ROLES)))
    raise place.wrong("roles", "cli.directory.role", given=written, known=known)
