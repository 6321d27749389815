"""Tables of people: a name a row, whatever its columns are called."""

import re
from collections.abc import Callable, Iterator, Sequence

from intake import people_vocabulary as words
from intake.column_roles import heading_row
from intake.columns import Roles, is_members, roles_of
from intake.document import Row, Table
from intake.names import name_in, principal_of
from intake.wording import fold, key
from models.values import PlanMember

_REMARK = re.compile(r"\s*\([^()]*\)$")  # a role, or who is not there
MAX_ABOVE = 15
MOST = 0.7
HALF = 0.5
MIN_WIDTH = 2


def table_members(table: Table, *, listed: bool) -> list[PlanMember]:
    """listed: whether the table stands where members do."""
    if table.roles:
        return list(_people(table.rows, table.roles)) if is_members(table.roles) else []
    at = members_row(table.rows)
    if at is not None:
        roles = _with_organisation(roles_of(table.rows[at].cells), table.rows[at + 1 :])
        found = list(_people(table.rows[at + 1 :], roles, table.rows[at].cells))
        return found if any(name_in(one.name) for one in found) else []
    roles = _by_names(table, listed=listed)
    return list(_people(_below_headings(table), roles)) if roles else []


def _below_headings(table: Table) -> tuple[Row, ...]:
    """The rows without the first one, unless that is a person too."""
    first = table.rows[0].cells
    return table.rows if any(map(name_in, first)) else table.rows[1:]


def members_row(rows: Sequence[Row]) -> int | None:
    """Which of the first rows heads a column of people."""
    return next((at for at, row in enumerate(rows[:MAX_ABOVE]) if heads_members(row.cells)), None)


def heads_members(cells: tuple[str, ...]) -> bool:
    return is_members(_named(cells)) and not any(map(name_in, cells))


def _named(headings: tuple[str, ...]) -> Roles:
    roles = roles_of(headings)
    return ("person", *roles) if {key(one) for one in headings} & words.LAST_NAMES else roles


def _by_names(table: Table, *, listed: bool) -> Roles:
    """The column that holds people's names, where members are told of, or organisations beside."""
    roles = roles_of(table.rows[0].cells) if table.rows else ()
    beside = "organisation" in roles and not {"description", "deadline"} & set(roles)
    if len(roles) < MIN_WIDTH or not (listed or beside) or heading_row(table) is not None:
        return ()
    body = _below_headings(table)
    at = next((n for n in range(len(roles)) if _share(body, n, name_in) >= MOST), None)
    if at is None:
        return ()
    told = tuple("person" if n == at else one for n, one in enumerate(roles))
    return _with_organisation(told, body)


def _with_organisation(roles: Roles, rows: Sequence[Row]) -> Roles:
    """The organisation by its cells, where no heading tells it."""
    if "organisation" in roles:
        return roles
    unknown = [at for at, role in enumerate(roles) if role != "person"]
    at = next((one for one in unknown if _share(rows, one, _is_organisation) >= HALF), None)
    return roles if at is None else (*roles[:at], "organisation", *roles[at + 1 :])


def _is_organisation(cell: str) -> bool:
    return bool(principal_of(cell) or words.ORGANISATION_SIGN.search(cell))


def _share(rows: Sequence[Row], column: int, is_so: Callable[[str], object]) -> float:
    cells = [fold(row.cells[column]) for row in rows if column < len(row.cells)]
    filled = [cell for cell in cells if cell]
    return sum(bool(is_so(cell)) for cell in filled) / len(filled) if filled else 0.0


def _people(
    rows: Sequence[Row], roles: Roles, headings: Sequence[str] = ()
) -> Iterator[PlanMember]:
    first, last = (_column(headings, names) for names in (words.FIRST_NAMES, words.LAST_NAMES))
    for row in rows:
        cells = list(map(fold, row.cells))
        told = dict(zip(roles, cells, strict=False))
        name = told.get("person", "")
        if last is not None and last < len(cells):
            given = cells[first] if first is not None else name
            name = " ".join(filter(None, (given, cells[last])))
        organisation = told.get("organisation") or None
        name = _REMARK.sub("", name)
        if name := name_in(name) or name:
            yield PlanMember(name, organisation, principal_of(organisation or ""))


def _column(headings: Sequence[str], names: frozenset[str]) -> int | None:
    return next((at for at, one in enumerate(headings) if key(one) in names), None)
