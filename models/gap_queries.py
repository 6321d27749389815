"""What may be asked of the tables about people who are missing."""

from datetime import date

from sqlalchemy import Select, bindparam, exists, select
from sqlalchemy.orm import Session, aliased

from models.mail_queries import UNREACHED
from models.people_queries import groups, in_force
from models.queries import UNACCOUNTED, WITHOUT_TIME, columns
from models.tables.people import COUNCIL_ROLES, Group, Membership, Organisation, Person
from models.tables.plans import Activity


def what_is_missing(
    session: Session, council_id: int, day: date, *, silent_since: date
) -> frozenset[str]:
    """Names of the questions below and their kin that would find anything, in one question."""
    given = {"council": council_id, "day": day, "today": silent_since}
    [found] = columns(session, _MISSING, given)
    return frozenset(name for name, is_missing in found._asdict().items() if is_missing)


def groups_without_members(session: Session, council_id: int, day: date) -> list[tuple[int, str]]:
    """Id and name of each group that has an open activity and nobody in it."""
    rows = session.execute(_WITHOUT_MEMBERS, {"council": council_id, "day": day})
    return [(group_id, name) for group_id, name in rows]


_WITHOUT_MEMBERS = (
    select(Group.id, Group.name)
    .where(
        Group.council_id == bindparam("council"),
        exists().where(Activity.group_id == Group.id, Activity.closed_on.is_(None)),
        ~exists().where(Membership.group_id == Group.id, in_force(bindparam("day"))),
    )
    .order_by(Group.id)
)


def unfamiliar_parties(session: Session, council_id: int, day: date) -> list[tuple[int, str, str]]:
    """Group and wording of responsible parties that are not simply the group or a member.

    Whoever is left may still be meant by other words; that is for rules to say.
    """
    rows = session.execute(_UNFAMILIAR, {"council": council_id, "day": day})
    return [(group_id, group, wording) for group_id, group, wording in rows if wording]


def _unfamiliar() -> Select[tuple[int, str, str | None]]:
    """Each wording is looked for among the members once, however many activities have it."""
    named = (
        select(Group.id, Group.name, Activity.responsible)
        .join(Activity, Activity.group_id == Group.id)
        .where(
            Activity.council_id == bindparam("council"),
            Activity.closed_on.is_(None),
            Activity.responsible != Group.name,
        )
        .distinct()
        .subquery()
    )
    return (
        select(named.c.id, named.c.name, named.c.responsible)
        .where(
            ~exists().where(
                Membership.group_id == named.c.id,
                Membership.person_id == Person.id,
                Person.name == named.c.responsible,
                in_force(bindparam("day")),
            )
        )
        .order_by(named.c.id, named.c.responsible)
    )


_UNFAMILIAR = _unfamiliar()


def without_address(session: Session, council_id: int) -> list[tuple[str, str]]:
    """(name, group) of members who cannot be reached."""
    rows = session.execute(_WITHOUT_ADDRESS, {"council": council_id})
    return [(name, group) for name, group in rows]


_WITHOUT_ADDRESS = (
    select(Person.name, Group.name)
    .join(Membership, Membership.person_id == Person.id)
    .join(Group, Group.id == Membership.group_id)
    .where(
        Person.council_id == bindparam("council"),
        Person.email.is_(None),
        Membership.until.is_(None),
    )
    .distinct()
    .order_by(Group.name, Person.name)
)


def places_of_namesakes(session: Session, council_id: int) -> list[tuple[str, str, str]]:
    """(name, group, organisation) of those of them whose name somebody else has too."""
    other = aliased(Person)
    rows = session.execute(
        _WITHOUT_ADDRESS.with_only_columns(Person.name, Group.name, Organisation.name)
        .join(Organisation, Organisation.id == Person.organisation_id)
        .where(
            exists().where(
                other.council_id == Person.council_id,
                other.name_key == Person.name_key,
                other.id != Person.id,
            )
        )
        .order_by(Organisation.name),
        {"council": council_id},
    )
    return [(name, group, organisation) for name, group, organisation in rows]


_MISSING = select(
    *(
        statement.order_by(None).exists().label(name)
        for name, statement in {
            "address": _WITHOUT_ADDRESS,
            "unreached": UNREACHED,
            "members": _WITHOUT_MEMBERS,
            "responsible": _UNFAMILIAR,
            "time": WITHOUT_TIME,
            "passed": UNACCOUNTED,
        }.items()
    )
)


def without_convenor(session: Session, council_id: int) -> list[str]:
    """Working groups that nobody calls together."""
    convened = select(Membership.group_id).where(
        Membership.council_id == council_id,
        Membership.role == "convenor",
        Membership.until.is_(None),
    )
    working = groups(session, council_id, kind="working_group")
    held = set(session.scalars(convened))
    return [group.name for group in working if group.id not in held]


def empty_roles(session: Session, council_id: int) -> list[str]:
    """`committee` and `secretariat`, where nobody with an address holds them."""
    held = set(
        session.scalars(
            select(Group.kind)
            .join(Membership, Membership.group_id == Group.id)
            .join(Person, Person.id == Membership.person_id)
            .where(
                Group.council_id == council_id,
                Membership.until.is_(None),
                Person.email.is_not(None),
            )
        )
    )
    return [role for role, kind in COUNCIL_ROLES.items() if kind not in held]
