"""One name must not mean two people unsaid: whose letters would they be?"""

from collections.abc import Iterable, Sequence
from typing import NoReturn, Protocol

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from language.problems import Problem
from models.tables.people import Alias, Person
from rules.recipients import name_key
from rules.same_person import Named, same_person


class Called(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def email(self) -> str | None: ...


class Written(Called, Protocol):
    """A row of a directory file."""

    @property
    def aliases(self) -> Iterable[str] | None: ...


class AliasTakenError(Problem):
    """Somebody else is called, or known, by that name or address."""


class AliasWithRowError(AliasTakenError):
    """An alias in a file, and a row of its own for whom it names."""


class NameTakenError(Problem):
    """Somebody else is known by the name of a new person."""


def refuse_alias(session: Session, person: Person, key: str, written: str) -> None:
    """Whom a plan named nearly so, and who has no address, may be taken for this person."""
    others = session.scalars(
        select(Person)
        .where(
            Person.council_id == person.council_id, Person.id != person.id, _is_called(person, key)
        )
        .order_by(Person.id)
    )
    for other in others:
        if other.email is not None or not _are_alike(person, other):
            raise AliasTakenError(
                alias=written,
                name=shown(person),
                other=shown(other),
                known=argument(person),
                theirs=argument(other),
            )


def _is_called(person: Person, key: str) -> ColumnElement[bool]:
    known = select(Alias.person_id).where(Alias.council_id == person.council_id, Alias.key == key)
    return (Person.name_key == key) | (func.lower(Person.email) == key) | Person.id.in_(known)


def _are_alike(one: Person, other: Person) -> bool:
    return same_person(Named(one.name), Named(other.name)) != "different"


def refuse_name(session: Session, person: Person) -> None:
    """Of someone new, or newly called so."""
    other = session.scalar(
        select(Person)
        .join(Alias, Alias.person_id == Person.id)
        .where(
            Alias.council_id == person.council_id,
            Alias.key == person.name_key,
            Person.id != person.id,
        )
    )
    if other is not None:
        _refuse_known(person.name, other)


def refuse_shared_names(session: Session, council_id: int, rows: Sequence[Written]) -> None:
    """Each row of a file is a person of its own."""
    called: dict[str, set[int]] = {}
    for at, row in enumerate(rows):
        for key in {name_key(row.name), name_key(row.email or "")} - {""}:
            called.setdefault(key, set()).add(at)
    for at, row in enumerate(rows):
        for alias in row.aliases or ():
            others = called.get(name_key(alias), set()) - {at}
            if others and name_key(alias) != name_key(row.name):
                other = shown(rows[min(others)])
                raise AliasWithRowError(alias=alias, name=shown(row), other=other)
    for written, person in _known_aliases(session, council_id):
        own = called.get(name_key(person.email or "")) or called.get(person.name_key)
        others = called.get(name_key(written), set()) - (own or set())
        if own and others:
            _refuse_known(written, person)


def _refuse_known(written: str, person: Person) -> NoReturn:
    theirs = written if "@" in written else f'"{written}"'
    raise NameTakenError(name=written, other=shown(person), known=argument(person), theirs=theirs)


def _known_aliases(session: Session, council_id: int) -> list[tuple[str, Person]]:
    found = session.execute(
        select(Alias.written, Person)
        .join(Person, Person.id == Alias.person_id)
        .where(Alias.council_id == council_id)
        .order_by(Alias.id)
    )
    return [(written, person) for written, person in found]


def shown(person: Called) -> str:
    """Name and address: who is meant among namesakes."""
    return f"{person.name} <{person.email}>" if person.email else person.name


def argument(person: Called) -> str:
    """As a command takes it."""
    return person.email or f'"{person.name}"'
