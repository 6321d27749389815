"""Whom does a name or an address mean?"""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from language.problems import Problem
from models.tables.people import Alias, Person
from rules.recipients import name_key


class NoSuchPersonError(Problem):
    """No person of that name or address, or several."""


def find_person(session: Session, *, council_id: int, wanted: str) -> Person:
    """By an address, or by a name that one person has."""
    known = name_key(wanted)
    found = session.scalars(
        select(Person).where(
            Person.council_id == council_id,
            (func.lower(Person.email) == known)
            | (Person.name_key == known)
            | Person.id.in_(select(Alias.person_id).where(Alias.key == known)),
        )
    ).all()
    if len(found) != 1:
        raise NoSuchPersonError(given=wanted)
    return found[0]
