"""Whom does a name or an address mean?"""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from actions.shared_names import shown
from language.problems import Problem
from models.tables.people import Alias, Person
from rules.recipients import name_key


class NoSuchPersonError(Problem):
    """No person of that name or address."""


class SeveralPeopleError(NoSuchPersonError):
    """Several people of that name."""


def find_person(session: Session, *, council_id: int, wanted: str) -> Person:
    """By an address, or by a name that one person has."""
    found = people_called(session, council_id, wanted)
    if not found:
        raise NoSuchPersonError(given=wanted)
    return only_one(found, wanted)


def only_one(found: Sequence[Person], wanted: str) -> Person:
    if len(found) > 1:
        raise SeveralPeopleError(given=wanted, people="; ".join(map(_told, found)))
    return found[0]


def people_called(session: Session, council_id: int, wanted: str) -> Sequence[Person]:
    known = name_key(wanted)
    return session.scalars(
        select(Person)
        .where(
            Person.council_id == council_id,
            (func.lower(Person.email) == known)
            | (Person.name_key == known)
            | Person.id.in_(select(Alias.person_id).where(Alias.key == known)),
        )
        .options(joinedload(Person.organisation))
        .order_by(Person.id)
    ).all()


def told_apart(session: Session, person: Person) -> str:
    """The name, and where another person has it too, what tells the two apart."""
    called = people_called(session, person.council_id, person.name)
    return _told(person) if any(one is not person for one in called) else person.name


def _told(person: Person) -> str:
    place = f" ({person.organisation.name})" if person.organisation else ""
    return shown(person) + place
