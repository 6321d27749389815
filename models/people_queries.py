"""What may be asked of councils, groups and people; every question names its council."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, ColumnElement, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session, aliased, joinedload

from models.queries import batches
from models.tables.absences import Absence
from models.tables.people import Alias, Council, Group, Membership, Organisation, Person

OWN_GROUPS = ("executive_committee", "secretariat")


def council_by_slug(session: Session, slug: str) -> Council | None:
    """Whoever acts for a council waits for the others; SQLite has one writer and ignores it."""
    return session.scalar(select(Council).where(Council.slug == slug).with_for_update())


def council_seen(session: Session, slug: str) -> Council | None:
    """For those who only look: nobody waits."""
    return session.scalar(select(Council).where(Council.slug == slug))


def groups(session: Session, council_id: int, *, kind: str | None = None) -> Sequence[Group]:
    wanted = select(Group).where(Group.council_id == council_id).order_by(Group.name)
    return session.scalars(wanted.where(Group.kind == kind) if kind else wanted).all()


def groups_at_rest(session: Session, council_id: int, day: date) -> Sequence[Group]:
    return session.scalars(_AT_REST, {"council": council_id, "day": day}).all()


_AT_REST = (
    select(Group)
    .where(
        Group.council_id == bindparam("council"),
        Group.paused_from <= bindparam("day"),
        Group.paused_until >= bindparam("day"),
    )
    .order_by(Group.name)
)


class Held(NamedTuple):
    """A role that somebody holds in a group; kind: the group's; organisation: its name."""

    group_id: int
    kind: str
    role: str
    person: Person
    organisation: str | None


def roles_in(
    session: Session, council_id: int, day: date, group_ids: Collection[int]
) -> list[Held]:
    """In force on `day`, in these groups."""
    return _held(session, _IN_GROUPS, council_id, day, group_ids)


def roles_of(
    session: Session, council_id: int, day: date, person_ids: Collection[int]
) -> list[Held]:
    """In force on `day`, of these people."""
    return _held(session, _OF_PEOPLE, council_id, day, person_ids)


def roles_in_own_groups(session: Session, council_id: int, day: date) -> list[Held]:
    """In force on `day`, in the executive committee and the secretariat."""
    found = session.execute(_IN_OWN_GROUPS, {"council": council_id, "day": day})
    return [Held._make(row) for row in found]


def _held(
    session: Session, statement: Select[Any], council_id: int, day: date, ids: Collection[int]
) -> list[Held]:
    given = {"council": council_id, "day": day}
    return [
        Held._make(row)
        for some in batches(sorted(ids))
        for row in session.execute(statement, given | {"some": some})
    ]


def in_force(day: date | BindParameter[Any]) -> ColumnElement[bool]:
    """Of memberships."""
    return and_(
        or_(Membership.since.is_(None), Membership.since <= day),
        or_(Membership.until.is_(None), Membership.until >= day),
    )


_ROLES = (
    select(Membership.group_id, Group.kind, Membership.role, Person, Organisation.name)
    .join(Membership.group)
    .join(Membership.person)
    .outerjoin(Organisation, Organisation.id == Person.organisation_id)
    .where(Membership.council_id == bindparam("council"), in_force(bindparam("day")))
    .order_by(Membership.id)
)
_IN_GROUPS = _ROLES.where(Membership.group_id.in_(bindparam("some", expanding=True)))
_OF_PEOPLE = _ROLES.where(Membership.person_id.in_(bindparam("some", expanding=True)))
_IN_OWN_GROUPS = _ROLES.where(Group.kind.in_(OWN_GROUPS))


def absences_on(session: Session, council_id: int, day: date) -> Sequence[Absence]:
    """Who is away on `day`, with who stands in."""
    return session.scalars(_ABSENCES, {"council": council_id, "day": day}).all()


_ABSENCES = (
    select(Absence)
    .where(
        Absence.council_id == bindparam("council"),
        Absence.first <= bindparam("day"),
        Absence.last >= bindparam("day"),
    )
    .options(joinedload(Absence.instead))
    .order_by(Absence.id)
)


def people_by_name(session: Session, council_id: int, name_key: str) -> Sequence[Person]:
    """By the name itself, or by another one that somebody is known by."""
    return session.scalars(
        select(Person)
        .where(Person.council_id == council_id, _is_called(name_key))
        .options(joinedload(Person.organisation))
        .order_by(Person.id)
    ).all()


def person_with_address(session: Session, council_id: int, key: str) -> Person | None:
    """Today's address, or an old one; key: in small letters."""
    old = select(Alias.person_id).where(Alias.council_id == council_id, Alias.key == key)
    today = func.lower(Person.email) == key
    return session.scalar(
        select(Person)
        .where(Person.council_id == council_id, today | Person.id.in_(old))
        .order_by(~today)
    )


def _is_called(name_key: str) -> ColumnElement[bool]:
    return or_(
        Person.name_key == name_key,
        Person.id.in_(select(Alias.person_id).where(Alias.key == name_key)),
    )


def aliases_of(session: Session, council_id: int) -> dict[int, list[str]]:
    """Other names and addresses, by person."""
    found: dict[int, list[str]] = {}
    for alias in session.scalars(_ALIASES, {"council": council_id}):
        found.setdefault(alias.person_id, []).append(alias.written)
    return found


_ALIASES = select(Alias).where(Alias.council_id == bindparam("council")).order_by(Alias.id)


def member_names(session: Session, group_id: int) -> list[str]:
    """Names of the members of today, each once."""
    return list(
        session.scalars(
            select(Person.name)
            .join(Membership, Membership.person_id == Person.id)
            .where(Membership.group_id == group_id, Membership.until.is_(None))
            .distinct()
            .order_by(Person.name)
        )
    )


def who_left(
    session: Session, council_id: int, since: date, today: date
) -> list[tuple[Person, str, date]]:
    """Person, group and last day of those who left a working group and hold no role in it now."""
    stays = aliased(Membership)
    now = select(stays.id).where(
        stays.group_id == Membership.group_id,
        stays.person_id == Membership.person_id,
        or_(stays.until.is_(None), stays.until >= today),
    )
    rows = session.execute(
        select(Person, Group.name, func.max(Membership.until))
        .join(Membership, Membership.person_id == Person.id)
        .join(Group, Group.id == Membership.group_id)
        .where(
            Membership.council_id == council_id,
            Membership.until.between(since, today - timedelta(days=1)),
            Group.kind == "working_group",
            ~now.exists(),
        )
        .group_by(Person.id, Group.id)
        .order_by(Group.name, Person.name)
    )
    return [(person, group, until) for person, group, until in rows if until is not None]
