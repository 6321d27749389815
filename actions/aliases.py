"""The other names and addresses by which a person is known."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from actions.audit import record
from actions.namesakes import take_over
from language.problems import Problem
from models.people_queries import aliases_of
from models.tables.people import Alias, Person
from rules.recipients import name_key


class AliasTakenError(Problem):
    """Somebody else is known by that name or address."""


def know_as(
    session: Session, person: Person, written: Iterable[str], *, only: bool = False
) -> bool:
    """Whether anything is new; with `only`, other names than these are forgotten.

    Whom a plan named so, and who has no address, turns out to be this person.
    """
    wanted = {name_key(one): " ".join(one.split()) for one in written if one.strip()}
    wanted = {key: one for key, one in wanted.items() if key not in _own(person)}
    held = {name_key(one) for one in aliases_of(session, person.council_id).get(person.id, ())}
    _forget(session, person, held - wanted.keys() if only else ())
    for key in [one for one in wanted if one not in held]:
        _learn(session, person, key, wanted[key])
    taken = [take_over(session, person, key) for key in wanted]
    return wanted.keys() != held if only else not wanted.keys() <= held or any(taken)


def _own(person: Person) -> set[str]:
    return {person.name_key, name_key(person.email or "")}


def _learn(session: Session, person: Person, key: str, written: str) -> None:
    other = _somebody_else(session, person, key)
    if other is not None:
        raise AliasTakenError(alias=written, name=person.name, other=other.name)
    session.add(Alias(council_id=person.council_id, person_id=person.id, written=written, key=key))
    session.flush()


def _somebody_else(session: Session, person: Person, key: str) -> Person | None:
    """Who has an address and is called so, or is known so already."""
    known = select(Alias.person_id).where(Alias.council_id == person.council_id, Alias.key == key)
    called = Person.email.is_not(None) & (
        (Person.name_key == key) | (func.lower(Person.email) == key)
    )
    return session.scalars(
        select(Person).where(
            Person.council_id == person.council_id,
            Person.id != person.id,
            called | Person.id.in_(known),
        )
    ).first()


def _forget(session: Session, person: Person, keys: Collection[str]) -> None:
    if keys:
        session.execute(delete(Alias).where(Alias.person_id == person.id, Alias.key.in_(keys)))


def change_aliases(
    session: Session,
    *,
    person: Person,
    written: Iterable[str],
    remove: bool,
    actor: str,
    now: datetime,
) -> tuple[str, ...]:
    """All that the person is known by afterwards."""
    given = list(written)
    if remove:
        _forget(session, person, {name_key(one) for one in given})
    else:
        know_as(session, person, given)
    if given:
        record(
            session,
            council_id=person.council_id,
            now=now,
            actor=actor,
            action="people.alias",
            subject=person.name,
            aliases=given,
            removed=remove,
        )
    return tuple(aliases_of(session, person.council_id).get(person.id, ()))
