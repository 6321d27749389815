"""The other names and addresses by which a person is known."""

from collections.abc import Collection, Iterable
from datetime import datetime
from itertools import chain

from sqlalchemy import delete
from sqlalchemy.orm import Session

from actions.audit import record
from actions.find_person import only_one, people_called
from actions.one_person import absorb, take_over, take_over_stranger
from actions.shared_names import refuse_alias
from models.people_queries import aliases_of
from models.tables.people import Alias, Person
from rules.recipients import name_key


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
    refuse_alias(session, person, key, written)
    session.add(Alias(council_id=person.council_id, person_id=person.id, written=written, key=key))
    session.flush()


def _forget(session: Session, person: Person, keys: Collection[str]) -> None:
    if keys:
        session.execute(delete(Alias).where(Alias.person_id == person.id, Alias.key.in_(keys)))


def change_aliases(
    session: Session,
    *,
    person: Person,
    written: Iterable[str],
    remove: bool,
    same: bool = False,
    actor: str,
    now: datetime,
) -> tuple[str, ...]:
    """All that the person is known by afterwards; same: who is called so now is this person."""
    given = list(written)
    if remove:
        _forget(session, person, {name_key(one) for one in given})
    else:
        also = [_absorb(session, person, one, now) for one in given] if same else []
        know_as(session, person, chain(given, *also))
        for one in given:
            take_over_stranger(session, person, name_key(one))
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
            same=same,
        )
    return tuple(aliases_of(session, person.council_id).get(person.id, ()))


def _absorb(session: Session, person: Person, written: str, now: datetime) -> tuple[str, ...]:
    """Name and address that the other had, where somebody else is called so."""
    called = people_called(session, person.council_id, written)
    others = [one for one in called if one is not person]
    if not others:
        return ()
    other = only_one(others, written)
    name, address = other.name, other.email
    absorb(session, person, other, now=now)
    person.email = person.email or address
    return (name, address) if address else (name,)
