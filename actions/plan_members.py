"""The members that a plan names, found among the people that are known."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from actions.people import ensure_organisation
from actions.withdraw import withdraw_from
from models.people_queries import people_by_name
from models.tables.people import Group, Membership, Person
from models.values import PlanMember
from rules.recipients import name_key


def find_person(session: Session, group: Group, member: PlanMember) -> Person:
    """The one of that name in the directory, or a new one whose address is still missing."""
    namesakes = people_by_name(session, group.council_id, name_key(member.name))
    person = _best(namesakes, member)
    if person is None:
        person = Person(
            council_id=group.council_id,
            name=member.name,
            name_key=name_key(member.name),
            language="sv",
            organisation=None,
        )
        session.add(person)
    if member.organisation and person.organisation is None:
        person.organisation = ensure_organisation(
            session, group.council_id, member.organisation, member.principal
        )
    session.flush()
    return person


def _best(namesakes: Sequence[Person], member: PlanMember) -> Person | None:
    """A single namesake; of several, the one at the same place, else whom a plan brought."""
    if len(namesakes) == 1:
        return namesakes[0]
    wanted = name_key(member.organisation or "")
    same = [
        one for one in namesakes if one.organisation and name_key(one.organisation.name) == wanted
    ]
    brought = [one for one in namesakes if one.email is None]
    return next((found[0] for found in (same, brought) if len(found) == 1), None)


def end_membership(
    session: Session, group: Group, name: str, *, last_day: date, now: datetime
) -> None:
    """Only what a plan gave: a role from the directory stays until the directory ends it."""
    key = name_key(name)
    held = session.scalars(
        select(Membership)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.group_id == group.id,
            Membership.role == "member",
            Membership.until.is_(None),
            Person.id.in_([one.id for one in people_by_name(session, group.council_id, key)]),
        )
    ).all()
    for membership in held:
        membership.until = max(last_day, membership.since or last_day)
        withdraw_from(session, person_id=membership.person_id, because="left", now=now)
