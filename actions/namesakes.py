"""People whom plans name, and people in the directory: who is whom?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased, joinedload

from models.tables.people import Group, Membership, Organisation, Person
from rules.recipients import name_key
from rules.same_person import Named, may_be_one_place, parts, same_person


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


def same_names(session: Session, council_id: int) -> list[tuple[Person, Person]]:
    """People with an address each, and no organisations that tell them apart."""
    other = aliased(Person)
    pairs = session.execute(
        select(Person, other)
        .join(other, (other.council_id == Person.council_id) & (other.name_key == Person.name_key))
        .where(
            Person.council_id == council_id,
            Person.id < other.id,
            Person.email.is_not(None),
            other.email.is_not(None),
        )
        .options(joinedload(Person.organisation), joinedload(other.organisation))
        .order_by(Person.name_key, Person.id, other.id)
    )
    return [(one, two) for one, two in pairs if may_be_one_place(_named(one), _named(two))]


def _named(person: Person) -> Named:
    return Named(person.name, person.organisation.name if person.organisation else None)


def strangers_of_plans(session: Session, council_id: int) -> frozenset[str]:
    """Name keys of people whom only plans have named."""
    return frozenset(
        session.scalars(
            select(Person.name_key).where(Person.council_id == council_id, Person.email.is_(None))
        )
    )


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
