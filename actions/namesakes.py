"""People whom plans name, and people in the directory: who is whom?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models.people_queries import people_by_name
from models.tables.absences import Absence
from models.tables.people import Alias, Group, Membership, Organisation, Person
from rules.recipients import name_key
from rules.same_person import Named, parts, same_person


@dataclass(frozen=True, slots=True)
class ProbablySame:
    """Someone whom a plan names without an address, and someone in the directory."""

    name: str
    group: str
    known: str
    email: str


class SeveralNamesakesError(Exception):
    """A name without an address could mean any of several people."""


def only_namesake(namesakes: Iterable[Person], *, at: str | None) -> Person | None:
    """Who may work there; of several, who surely does."""
    here = name_key(at or "")
    places = {
        one: name_key(one.organisation.name if one.organisation else "") for one in namesakes
    }
    possible = [one for one, there in places.items() if not (here and there) or here == there]
    certain = [one for one in possible if here and places[one] == here]
    if len(possible) > 1 and len(certain) != 1:
        raise SeveralNamesakesError
    return next(iter(certain or possible), None)


def strangers_of_plans(session: Session, council_id: int) -> frozenset[str]:
    """Name keys of people whom only plans have named."""
    return frozenset(
        session.scalars(
            select(Person.name_key).where(Person.council_id == council_id, Person.email.is_(None))
        )
    )


def take_over(session: Session, person: Person, key: str) -> bool:
    """The one of that name without an address, whom a plan brought, is this person."""
    namesakes = [
        one for one in people_by_name(session, person.council_id, key) if one is not person
    ]
    if len(namesakes) != 1 or namesakes[0].email is not None:
        return False
    [namesake] = namesakes
    for held in session.scalars(select(Membership).where(Membership.person_id == namesake.id)):
        _hand_over(session, held, person)
    for role in (Absence.person_id, Absence.instead_id):
        session.execute(update(Absence).where(role == namesake.id).values({role: person.id}))
    session.execute(
        update(Alias).where(Alias.person_id == namesake.id).values(person_id=person.id)
    )
    session.flush()
    session.delete(namesake)
    session.flush()
    return True


def _hand_over(session: Session, held: Membership, person: Person) -> None:
    same = session.scalar(
        select(Membership).where(
            Membership.group_id == held.group_id,
            Membership.person_id == person.id,
            Membership.role == held.role,
        )
    )
    if same is None:
        held.person_id = person.id
        return
    same.until = None if held.until is None else same.until
    session.delete(held)


def probably_same(session: Session, council_id: int) -> list[ProbablySame]:
    """Members without an address whom the directory may know under another spelling."""
    nameless = session.execute(
        select(Person.name, Organisation.name, Group.name)
        .join(Membership, Membership.person_id == Person.id)
        .join(Group, Group.id == Membership.group_id)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(Person.council_id == council_id, Person.email.is_(None), Membership.until.is_(None))
        .distinct()
        .order_by(Group.name, Person.name)
    ).all()
    known = _known_by_part(session, council_id) if nameless else {}
    return [
        ProbablySame(name, group, one.name, email)
        for name, organisation, group in nameless
        for one, email in _likely(Named(name, organisation), known)
    ]


Known = dict[str, list[tuple[Named, str]]]


def _known_by_part(session: Session, council_id: int) -> Known:
    """People with an address, by each part of their names."""
    found: Known = {}
    for name, organisation, email in session.execute(
        select(Person.name, Organisation.name, Person.email)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(Person.council_id == council_id, Person.email.is_not(None))
        .order_by(Person.name_key, Person.id)
    ):
        for part in parts(name):
            found.setdefault(part, []).append((Named(name, organisation), str(email)))
    return found


def _likely(wanted: Named, known: Known) -> Iterator[tuple[Named, str]]:
    near = {
        email: one for part in sorted(parts(wanted.name)) for one, email in known.get(part, [])
    }
    for email, one in near.items():
        if same_person(wanted, one) != "different":
            yield one, email
