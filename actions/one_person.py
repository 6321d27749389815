"""Two people of the directory turn out to be one."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from actions.withdraw import withdraw_from
from models.people_queries import people_by_name
from models.tables.absences import Absence
from models.tables.declared import Declared
from models.tables.every import pointing_at_people
from models.tables.people import Membership, Person


def take_over(session: Session, person: Person, key: str) -> bool:
    """The one of that name without an address, whom a plan brought, is this person."""
    namesakes = [
        one for one in people_by_name(session, person.council_id, key) if one is not person
    ]
    if len(namesakes) != 1 or namesakes[0].email is not None:
        return False
    _become_one(session, person, namesakes[0])
    return True


def take_over_stranger(session: Session, person: Person, key: str) -> bool:
    """The same where a human being has said so: others of that name, with addresses, stay."""
    called = people_by_name(session, person.council_id, key)
    strangers = [one for one in called if one is not person and one.email is None]
    if len(strangers) != 1:
        return False
    _become_one(session, person, strangers[0])
    return True


def absorb(session: Session, person: Person, other: Person, *, now: datetime) -> None:
    """Letters that wait for either are taken back: their questions are asked anew, once."""
    for one in (person, other):
        withdraw_from(session, person_id=one.id, because="address", now=now)
    _become_one(session, person, other)


def _become_one(session: Session, person: Person, other: Person) -> None:
    """Everything that points at the other points at the person."""
    session.flush()
    for held in session.scalars(select(Membership).where(Membership.person_id == other.id)).all():
        _hand_over(session, held, person)
    _end_standing_in(session, person, other)
    session.flush()
    for table in Declared.registry.mappers:
        for column in pointing_at_people(table.local_table):
            theirs = update(table.class_).where(column == other.id)
            session.execute(theirs.values({column.key: person.id}))
    session.delete(other)
    session.flush()


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


def _end_standing_in(session: Session, person: Person, other: Person) -> None:
    """Nobody stands in for themselves."""
    both = (person.id, other.id)
    session.execute(
        update(Absence)
        .where(Absence.person_id.in_(both), Absence.instead_id.in_(both))
        .values(instead_id=None)
    )
