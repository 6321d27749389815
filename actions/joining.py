"""A principal names a further member; a member leaves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from actions.audit import record
from actions.find_person import only_one, told_apart
from actions.namesakes import SeveralNamesakesError, only_namesake
from actions.people import (
    ensure_membership,
    ensure_organisation,
    known_person,
)
from actions.shared_names import refuse_name
from actions.situations import known_by
from actions.withdraw import withdraw_from
from language.problems import Problem
from models.people_queries import aliases_of, groups, people_by_name, person_with_address
from models.queries import open_activities
from models.tables.people import COUNCIL_ROLES, Group, Membership, Person
from models.tables.plans import Activity
from models.values import Language
from rules.recipients import Member, name_key, named_members


class NoSuchGroupError(Problem):
    """No working group of that name; a slip must not make a new one."""


class AddressTakenError(Problem):
    """Somebody of another name has that address."""


class NoGroupForRoleError(Problem):
    """A role of a working group, and no group named."""


@dataclass(frozen=True, slots=True)
class NewMember:
    """email: None where it is still to come; since: the first day."""

    name: str
    email: str | None
    organisation: str | None
    language: Language | None
    role: str
    group: str | None
    since: date


@dataclass(frozen=True, slots=True)
class Joined:
    """is_new: nobody of that name or address was known before; place: None where no role came."""

    name: str
    place: str | None
    is_new: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class Left:
    """roles: what has ended; answered_for: whose responsible party names the person still."""

    name: str
    roles: Sequence[tuple[str, str]]
    answered_for: Sequence[Activity]


def add_member(
    session: Session, *, council_id: int, member: NewMember, actor: str, now: datetime
) -> Joined:
    """Whoever is known already by name or address gets the role besides.

    Without a group and a role of the council's, what is given of a known person is corrected.
    """
    group = _place(session, council_id, member)
    if group is None:
        person: Person | None = _listed(session, council_id, member)
    else:
        person = _known(session, council_id, member)
    is_new = person is None
    person = person or _made(session, council_id, member)
    _correct(session, person, member, now)
    if is_new:
        refuse_name(session, person)
    told = told_apart(session, person)
    if group is None:
        _note(session, person, actor, now, "people.correct")
        return Joined(told, None, is_new=False, changed=True)
    role = "member" if member.role in COUNCIL_ROLES else member.role
    changed = ensure_membership(session, group, person, role, since=member.since)
    _note(session, person, actor, now, "people.add", role=member.role, group=group.slug)
    return Joined(told, group.name, is_new, changed)


def _correct(session: Session, person: Person, member: NewMember, now: datetime) -> None:
    if person.email and member.email and name_key(person.email) != name_key(member.email):
        withdraw_from(session, person_id=person.id, because="address", now=now)
    person.email = member.email or person.email
    person.language = member.language or person.language
    if member.organisation:
        person.organisation = ensure_organisation(
            session, person.council_id, member.organisation, None
        )
    session.flush()


def _listed(session: Session, council_id: int, member: NewMember) -> Person:
    """By an address that is known already, else the one of that name, first who has none yet."""
    namesakes = people_by_name(session, council_id, name_key(member.name))
    known = person_with_address(session, council_id, name_key(member.email or ""))
    if known is not None and known not in namesakes:
        raise AddressTakenError(address=member.email, name=member.name, other=known.name)
    try:
        waiting = [one for one in namesakes if one.email is None] if member.email else []
        found = known or only_namesake(waiting or namesakes, at=member.organisation)
    except SeveralNamesakesError:
        found = only_one(namesakes, member.name)
    if found is None:
        raise NoGroupForRoleError(name=member.name, role=member.role)
    return found


def _known(session: Session, council_id: int, member: NewMember) -> Person | None:
    """Without an address, the only one of that name is meant."""
    namesakes = people_by_name(session, council_id, name_key(member.name))
    if member.email is None and len(namesakes) == 1:
        return namesakes[0]
    addresses = [member.email] if member.email else []
    return known_person(
        session, council_id, name=member.name, addresses=addresses, at=member.organisation
    )


def _place(session: Session, council_id: int, member: NewMember) -> Group | None:
    if member.role in COUNCIL_ROLES:
        [place] = groups(session, council_id, kind=COUNCIL_ROLES[member.role])
        return place
    if member.group is None and member.role == "member":
        return None
    if member.group is None:
        raise NoGroupForRoleError(name=member.name, role=member.role)
    return group_named(session, council_id, member.group)


def group_named(session: Session, council_id: int, name: str) -> Group:
    known = groups(session, council_id, kind="working_group")
    wanted = name_key(name)
    found = [one for one in known if wanted in {name_key(one.name), one.slug}]
    if not found:
        names = ", ".join(one.name for one in known) or "–"
        raise NoSuchGroupError(group=name, names=names)
    return found[0]


def _made(session: Session, council_id: int, member: NewMember) -> Person:
    person = Person(
        council_id=council_id,
        name=member.name,
        name_key=name_key(member.name),
        email=member.email,
        language="sv",
        organisation=None,
    )
    session.add(person)
    return person


def leave(
    session: Session,
    *,
    person: Person,
    group: Group | None,
    last_day: date,
    actor: str,
    today: date,
    now: datetime,
) -> Left:
    """Ends the roles in a group, or all of them; who answers now is for the secretariat to see."""
    held = _held(session, person, group)
    for one in held:
        one.until = max(last_day, one.since or last_day)
    if held and last_day < today and not _held(session, person, None):
        withdraw_from(session, person_id=person.id, because="left", now=now)
    if held:
        ended = [one.group.slug for one in held]
        _note(session, person, actor, now, "people.leave", groups=ended, until=str(last_day))
    roles = [(one.role, one.group.name) for one in held]
    return Left(told_apart(session, person), roles, _answered_for(session, person, held))


def _held(session: Session, person: Person, group: Group | None) -> Sequence[Membership]:
    wanted = select(Membership).where(
        Membership.person_id == person.id, Membership.until.is_(None)
    )
    if group is not None:
        wanted = wanted.where(Membership.group_id == group.id)
    return session.scalars(wanted.options(joinedload(Membership.group))).all()


def _answered_for(
    session: Session, person: Person, held: Sequence[Membership]
) -> Sequence[Activity]:
    aliases = known_by(person, aliases_of(session, person.council_id))
    someone = Member(person.id, person.name, "", has_address=True, aliases=aliases)
    left = {one.group_id for one in held}
    return [
        one
        for one in open_activities(session, person.council_id)
        if one.group_id in left and named_members(one.responsible, [someone])
    ]


def _note(
    session: Session, person: Person, actor: str, now: datetime, action: str, **details: object
) -> None:
    record(
        session,
        council_id=person.council_id,
        now=now,
        actor=actor,
        action=action,
        subject=person.name,
        **details,
    )
