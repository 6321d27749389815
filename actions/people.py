"""People come from two sides: the directory brings addresses, plans bring names."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple

from slugify import slugify
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from actions.aliases import know_as
from actions.audit import record
from actions.namesakes import (
    ProbablySame,
    SeveralNamesakesError,
    only_namesake,
    probably_same,
    same_names,
    strangers_of_plans,
)
from actions.one_person import take_over
from actions.shared_names import refuse_name, refuse_shared_names, shown
from actions.withdraw import withdraw_from
from models.gap_queries import empty_roles, without_address, without_convenor
from models.people_queries import groups, people_by_name, person_with_address
from models.tables.people import COUNCIL_ROLES, Group, Membership, Organisation, Person
from models.values import Language, Principal
from rules.recipients import name_key


class Seen(NamedTuple):
    """What the directory says of a person."""

    name: str
    email: str | None
    language: str
    organisation: str | None


@dataclass(frozen=True, slots=True)
class DirectoryRow:
    """One person of the directory; roles as the contract writes them, `convenor:GROUP`.

    email: None where the file gives none. language, roles, aliases: None where it has no such
    column, and so says nothing about them.
    """

    name: str
    email: str | None
    organisation: str | None
    language: Language | None
    roles: tuple[tuple[str, str | None], ...] | None
    aliases: tuple[str, ...] | None = None


@dataclass
class PeopleImported:
    """Names, for the person who imports; empty: council roles that nobody holds.

    left_out: whose row has no address, so that it could mean any of several people.
    """

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: int = 0
    unreachable: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    without_address: list[tuple[str, str]] = field(default_factory=list)
    probably_same: list[ProbablySame] = field(default_factory=list)
    same_names: list[tuple[str, str]] = field(default_factory=list)
    without_convenor: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)


def import_people(
    session: Session, *, council_id: int, rows: Iterable[DirectoryRow], actor: str, now: datetime
) -> PeopleImported:
    """Adds and corrects people; nobody is removed by absence from the file."""
    rows = list(rows)
    refuse_shared_names(session, council_id, rows)
    result = PeopleImported()
    strangers = strangers_of_plans(session, council_id)
    for row in rows:
        _import_row(session, council_id, row, result, strangers=strangers, now=now)
    session.flush()
    result.without_address = without_address(session, council_id)
    result.probably_same = probably_same(session, council_id)
    alike = same_names(session, council_id)
    result.same_names = [(shown(one), shown(other)) for one, other in alike]
    result.without_convenor = without_convenor(session, council_id)
    result.empty = empty_roles(session, council_id)
    record(
        session,
        council_id=council_id,
        now=now,
        actor=actor,
        action="people.import",
        subject="directory",
        new=len(result.new),
        changed=len(result.changed),
    )
    return result


def _import_row(
    session: Session,
    council_id: int,
    row: DirectoryRow,
    result: PeopleImported,
    *,
    strangers: Container[str],
    now: datetime,
) -> None:
    try:
        person = _person_of(session, council_id, row)
    except SeveralNamesakesError:
        result.left_out.append(row.name)
        return
    before = _seen(person) if person else None
    if person is None:
        person = Person(council_id=council_id, language="sv", organisation=None)
        session.add(person)
    person.name, person.name_key = row.name, name_key(row.name)
    person.email, person.language = row.email or person.email, row.language or person.language
    if row.organisation:
        person.organisation = ensure_organisation(session, council_id, row.organisation, None)
    session.flush()
    if before is None or name_key(before.name) != person.name_key:
        refuse_name(session, person)
    known = before is not None and person.name_key in strangers
    taken = known and take_over(session, person, person.name_key)
    if row.aliases is not None:
        taken = know_as(session, person, row.aliases, only=True) or taken
    roles = row.roles or ()
    joined = [_join(session, council_id, person, role, group) for role, group in roles]
    last_day = now.date() - timedelta(days=1)
    left = row.roles is not None and _leave(session, person, row.roles, last_day=last_day)
    _withdraw_what_is_wrong(session, person, before, left=left, now=now)
    if person.email is None:
        result.unreachable.append(row.name)
    if before is None:
        result.new.append(row.name)
    elif before != _seen(person) or taken or left or any(joined):
        result.changed.append(row.name)
    else:
        result.unchanged += 1


def _person_of(session: Session, council_id: int, row: DirectoryRow) -> Person | None:
    if row.email is None:
        namesakes = people_by_name(session, council_id, name_key(row.name))
        return only_namesake(namesakes, at=row.organisation)
    addresses = (row.email, *(one for one in row.aliases or () if "@" in one))
    return known_person(
        session, council_id, name=row.name, addresses=addresses, at=row.organisation
    )


def _withdraw_what_is_wrong(
    session: Session, person: Person, before: Seen | None, *, left: bool, now: datetime
) -> None:
    """Letters that wait for an old address, or about what is the person's no longer."""
    if before is not None and before.email != person.email:
        withdraw_from(session, person_id=person.id, because="address", now=now)
    elif left:
        withdraw_from(session, person_id=person.id, because="left", now=now)


def _seen(person: Person) -> Seen:
    organisation = person.organisation.name if person.organisation else None
    return Seen(person.name, person.email, person.language, organisation)


def known_person(
    session: Session, council_id: int, *, name: str, addresses: Iterable[str], at: str | None
) -> Person | None:
    """By an address; else the one namesake without one, or with a new one at the same place."""
    for address in addresses:
        found = person_with_address(session, council_id, name_key(address))
        if found is not None:
            session.refresh(found, ["organisation"])
            return found
    namesakes = people_by_name(session, council_id, name_key(name))
    matching = [person for person in namesakes if _could_be(person, at)]
    return matching[0] if len(matching) == 1 else None


def _could_be(person: Person, at: str | None) -> bool:
    there = name_key(person.organisation.name) if person.organisation else None
    here = name_key(at) if at else None
    if person.email is None:
        return True
    return here is not None and there == here


def ensure_organisation(
    session: Session, council_id: int, name: str, principal: Principal | None
) -> Organisation:
    found = session.scalar(
        select(Organisation).where(
            Organisation.council_id == council_id, Organisation.name == name
        )
    )
    if found is None:
        found = Organisation(council_id=council_id, name=name, principal=None)
        session.add(found)
    found.principal = principal or found.principal
    return found


def ensure_group(session: Session, council_id: int, name: str) -> Group:
    """The working group of that name, whatever its case and punctuation."""
    slug = slugify(name) or "group"
    found = session.scalar(select(Group).where(Group.council_id == council_id, Group.slug == slug))
    if found is None:
        found = Group(council_id=council_id, slug=slug, name=name, kind="working_group")
        session.add(found)
        session.flush()
    return found


def _join(session: Session, council_id: int, person: Person, role: str, group: str | None) -> bool:
    """Whether the role is new to the person."""
    if role in COUNCIL_ROLES:
        kind = COUNCIL_ROLES[role]
        [place] = groups(session, council_id, kind=kind)
        return ensure_membership(session, place, person, "member")
    return ensure_membership(session, ensure_group(session, council_id, group or ""), person, role)


def _leave(
    session: Session,
    person: Person,
    roles: Sequence[tuple[str, str | None]],
    *,
    last_day: date,
) -> bool:
    """Ends the roles that a person's own row no longer lists; membership comes from plans too."""
    kept = {
        (COUNCIL_ROLES[role], "member") if role in COUNCIL_ROLES else (slugify(group or ""), role)
        for role, group in roles
    }
    held = session.scalars(
        select(Membership)
        .where(Membership.person_id == person.id, Membership.until.is_(None))
        .options(joinedload(Membership.group))
    ).all()
    ended = [
        one for one in held if _from_directory(one) and (one.group.slug, one.role) not in kept
    ]
    for one in ended:
        one.until = max(last_day, one.since or last_day)
    return bool(ended)


def _from_directory(held: Membership) -> bool:
    return held.group.kind != "working_group" or held.role != "member"


def ensure_membership(
    session: Session, group: Group, person: Person, role: str, *, since: date | None = None
) -> bool:
    """Whether it is new; a membership that had ended goes on."""
    held = session.scalars(
        select(Membership).where(
            Membership.group_id == group.id, Membership.person_id == person.id
        )
    ).all()
    same = next((one for one in held if one.role == role), None)
    if same is not None:
        ended, same.until = same.until is not None, None
        return ended
    if role == "member" and any(one.until is None for one in held):
        return False  # a convenor or chair is a member already
    session.add(
        Membership(
            council_id=group.council_id,
            group_id=group.id,
            person_id=person.id,
            role=role,
            since=since,
        )
    )
    session.flush()
    return True
