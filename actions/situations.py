"""Rows become the values that rules ask for."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from sqlalchemy.orm import Session

from actions.office import Office
from models.people_queries import (
    OWN_GROUPS,
    Held,
    absences_on,
    aliases_of,
    roles_in,
    roles_in_own_groups,
    roles_of,
)
from models.reviews import Reviewed
from models.tables.people import Person
from models.tables.plans import Activity
from models.told_queries import Told, told_lines
from models.values import Language, Status
from notifications.letter import About, Recipient
from rules.recipients import Member
from rules.situation import Situation


def told_by_activity(session: Session, activities: Iterable[Activity]) -> dict[int, list[Told]]:
    """What people have been asked of each activity since the committee last settled it."""
    settled = {activity.id: activity.decided_on for activity in activities}
    told: defaultdict[int, list[Told]] = defaultdict(list)
    for line in told_lines(session, settled):
        decided_on = settled[line.activity_id]
        if decided_on is None or line.day > decided_on:
            told[line.activity_id].append(line)
    return told


def days_asked(activity: Activity, told: Iterable[Told]) -> int:
    """Days on which somebody was asked since the last answer."""
    since = activity.answered_on or date.min
    return len({line.day for line in told if line.day > since and line.arrived})


def situation_of(activity: Activity | Reviewed, asked: int = 0) -> Situation:
    """asked: days on which somebody was, since the last answer."""
    status: Status = activity.status  # type: ignore[assignment] # held by a CHECK
    return Situation(
        deadline=activity.deadline,
        status=status,
        counted_from=activity.counted_from,
        answered_on=activity.answered_on,
        decided_on=activity.decided_on,
        asked=asked,
        report_back=activity.kind == "report_back",
        passed_on=activity.passed_on,
        waits_for=activity.blocked_by if activity.freed_on is None else None,
        freed_on=activity.freed_on,
    )


def about(activity: Activity, changes: int = 0) -> About:
    """changes: how often its time has changed."""
    return About(
        activity_id=activity.id,
        uid=activity.uid,
        group=activity.group.name,
        number=activity.number,
        description=activity.description,
        deadline=activity.deadline,
        changes=changes,
    )


def recipient(person: Person) -> Recipient:
    """Only for people who have an address."""
    spoken: Language = person.language  # type: ignore[assignment] # held by a CHECK
    return Recipient(person.id, person.name, str(person.email), spoken)


def known_by(person: Person, aliases: Mapping[int, Sequence[str]]) -> tuple[str, ...]:
    """What else than the name a plan may write; aliases: of everyone."""
    address = (person.email,) if person.email else ()
    return (*aliases.get(person.id, ()), *address)


class Directory:
    """Who belongs to which group on one day; each group is read once, when it is first needed."""

    def __init__(self, session: Session, *, council_id: int, today: date) -> None:
        self._session, self._council_id, self.today = session, council_id, today
        self._by_group: dict[int, list[Held]] = {}
        self._convenors: dict[int, dict[int, Member]] = defaultdict(dict)
        self._members: dict[int, tuple[Member, ...]] = {}
        self.people: dict[int, Person] = {}

    @cached_property
    def _aliases(self) -> dict[int, list[str]]:
        return aliases_of(self._session, self._council_id)

    @cached_property
    def away(self) -> dict[int, Member | None]:
        """Who stands in, by who is away; they get letters as well, member of a group or not."""
        away: dict[int, Member | None] = {}
        for absence in absences_on(self._session, self._council_id, self.today):
            other = absence.instead
            away[absence.person_id] = None if other is None else self._member(other, "member")
            if other is not None:
                self.people.setdefault(other.id, other)
        return away

    def look_up(self, group_ids: Iterable[int]) -> None:
        """Reads the members of many groups at once."""
        unknown = set(group_ids) - self._by_group.keys()
        self._by_group.update((group_id, []) for group_id in unknown)
        found = roles_in(self._session, self._council_id, self.today, unknown)
        for one in self._known(found):
            self._by_group[one.group_id].append(one)
            if one.role == "convenor":
                convenor = self._member(one.person, "convenor", one.organisation)
                self._convenors[one.group_id][one.person.id] = convenor

    def _roles_of(self, person_ids: Collection[int]) -> list[Held]:
        return self._known(roles_of(self._session, self._council_id, self.today, person_ids))

    def _known(self, found: list[Held]) -> list[Held]:
        self.people |= {one.person.id: one.person for one in found}
        return found

    def groups_of(self, person_ids: Collection[int]) -> set[int]:
        """Where they are members, or stand in for one."""
        meant = set(person_ids) | {
            absent
            for absent, other in self.away.items()
            if other is not None and other.person_id in person_ids
        }
        return {one.group_id for one in self._roles_of(meant)}

    def members(self, group_id: int) -> tuple[Member, ...]:
        """Everyone in the group, once."""
        if group_id not in self._members:
            self._members[group_id] = self._everyone_in(group_id)
        return self._members[group_id]

    def _everyone_in(self, group_id: int) -> tuple[Member, ...]:
        if group_id not in self._by_group:
            self.look_up([group_id])
        found = {
            one.person.id: self._member(one.person, one.role, one.organisation)
            for one in self._by_group[group_id]
        }
        return tuple((found | self._convenors[group_id]).values())

    def convenors(self, group_id: int) -> tuple[Member, ...]:
        if group_id not in self._by_group:
            self.look_up([group_id])
        return tuple(self._convenors[group_id].values())

    def _member(self, person: Person, role: str, organisation: str | None = None) -> Member:
        return Member(
            person_id=person.id,
            name=person.name,
            role=role,
            has_address=person.email is not None,
            aliases=known_by(person, self._aliases),
            organisation=organisation,
        )

    def readers(self, kind: str) -> list[Person]:
        """People with an address in the executive committee or the secretariat."""
        return list(self._readers[kind].values())

    @cached_property
    def _readers(self) -> dict[str, dict[int, Person]]:
        readers: dict[str, dict[int, Person]] = {kind: {} for kind in OWN_GROUPS}
        found = roles_in_own_groups(self._session, self._council_id, self.today)
        for one in self._known(found):
            if one.person.email:
                readers[one.kind][one.person.id] = one.person
        return readers

    def takes_part(self, person_ids: Iterable[int]) -> set[int]:
        """Those of them who belong to a group, or stand in for somebody."""
        wanted = set(person_ids)
        held = {one.person.id for one in self._roles_of(wanted)}
        standing_in = {other.person_id for other in self.away.values() if other is not None}
        return held | (wanted & standing_in)


def directory_of(session: Session, office: Office) -> Directory:
    """Today's."""
    return Directory(session, council_id=office.council.id, today=office.today)
