"""Turns the rows of a directory file into people."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from actions.people import DirectoryRow
from cli.directory_words import role_called
from language.problems import Problem, Words
from models.tables.people import COUNCIL_ROLES
from models.values import Language
from notifications.addresses import UnusableAddressError, mailbox
from rules.recipients import name_key

Rows = Iterator[tuple[int, Sequence[str]]]
NOTHING = frozenset({"", "-", "–", "—"})


class DirectoryRowError(Problem):
    """One row of the directory is wrong; nothing was stored."""


@dataclass(frozen=True, slots=True)
class Headings:
    """columns: what each column holds; written: as the file heads it."""

    path: Path
    columns: Sequence[str | None]
    written: Sequence[str]

    def heading(self, column: str) -> str:
        held = "last_name" if column == "name" and "name" not in self.columns else column
        return self.written[self.columns.index(held)] if held in self.columns else column

    def cells(self, texts: Sequence[str]) -> dict[str, str]:
        """Of several columns that hold the same, the first that says anything counts."""
        found: dict[str, str] = {}
        for column, text in zip(self.columns, texts, strict=False):
            said = " ".join(text.split())
            if column is not None and not found.get(column):
                found[column] = "" if said in NOTHING else said
        full = f"{found.get('first_name', '')} {found.get('last_name', '')}".strip()
        return found | {"name": found.get("name") or full}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file a row stands."""

    headings: Headings
    row: int

    def wrong(self, column: str, key: str, **values: object) -> DirectoryRowError:
        """The problem with a cell."""
        return DirectoryRowError(
            path=self.headings.path,
            row=self.row,
            column=self.headings.heading(column),
            why=Words(key, values),
        )


def people_of(headings: Headings, rows: Rows) -> Iterator[DirectoryRow]:
    earlier = _Earlier()
    for number, texts in rows:
        place = Place(headings, number)
        if any(text.strip() for text in texts[len(headings.columns) :]):
            why = Words("cli.directory.too_many", {"given": texts[-1]})
            column = headings.written[-1]
            raise DirectoryRowError(path=headings.path, row=number, column=column, why=why)
        if any(text.strip() for text in texts):
            found = _row(place, headings.cells(texts))
            earlier.refuse_twice(place, found)
            yield found


@dataclass(frozen=True, slots=True)
class _Earlier:
    """The rows above: by address; by name, with whether the row has an address."""

    addresses: dict[str, int] = field(default_factory=dict)
    names: dict[str, list[tuple[int, DirectoryRow]]] = field(default_factory=dict)

    def refuse_twice(self, place: Place, row: DirectoryRow) -> None:
        """A row without an address is known by its name, and its organisation if it has one."""
        namesakes = self.names.setdefault(name_key(row.name), [])
        for number, other in namesakes:
            if not (row.email and other.email) and _may_be_one(row, other):
                raise place.wrong("name", "cli.directory.name_twice", row=number, name=row.name)
        namesakes.append((place.row, row))
        address = (row.email or "").casefold()
        if address in self.addresses:
            raise place.wrong("email", "cli.directory.twice", row=self.addresses[address])
        if address:
            self.addresses[address] = place.row


def _may_be_one(one: DirectoryRow, other: DirectoryRow) -> bool:
    here, there = name_key(one.organisation or ""), name_key(other.organisation or "")
    return not (here and there) or here == there


def _row(place: Place, cells: Mapping[str, str]) -> DirectoryRow:
    if not cells["name"]:
        raise place.wrong("name", "cli.directory.empty")
    return DirectoryRow(
        name=cells["name"],
        email=_email(place, cells),
        organisation=cells.get("organisation") or None,
        language=_language(place, cells["language"]) if "language" in cells else None,
        roles=_roles(place, cells["roles"]) if "roles" in cells else None,
        aliases=_listed(cells["aliases"]) if "aliases" in cells else None,
    )


def _email(place: Place, cells: Mapping[str, str]) -> str | None:
    written = cells.get("email")
    if not written:
        return None
    try:
        return mailbox(cells["name"], written).address
    except UnusableAddressError:
        raise place.wrong("email", "cli.directory.no_address", given=written) from None


def _listed(written: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in written.split(";") if one.strip())


def _language(place: Place, written: str) -> Language:
    match written.casefold():
        case "" | "sv" | "svenska" | "swedish" | "svensk":
            return "sv"
        case "en" | "engelska" | "english" | "engelsk":
            return "en"
        case _:
            raise place.wrong("language", "cli.directory.language", given=written)


def _roles(place: Place, written: str) -> tuple[tuple[str, str | None], ...]:
    return tuple(_role(place, one) for one in _listed(written))


def _role(place: Place, written: str) -> tuple[str, str | None]:
    called, colon, group = written.partition(":")
    role = role_called(called)
    if role in COUNCIL_ROLES and not colon:
        return role, None
    if role is not None and role not in COUNCIL_ROLES and group.strip():
        return role, group.strip()
    raise place.wrong("roles", "cli.directory.role", given=written)
