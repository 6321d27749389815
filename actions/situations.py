"""Rows become the values that rules ask for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy.orm import Session

from models.mail_queries import Told, told_lines
from models.queries import absences_on, aliases_of, memberships_on
from models.tables.absences import Absence
from models.tables.people import Membership, Person
from models.tables.plans import Activity
from models.values import Language, Status
from notifications.letter import About, Recipient
from rules.recipients import Member
from rules.situation import Situation


def told_by_activity(session: Session, activities: Iterable[Activity]) -> dict[int, list[Told]]:
    """What people have been asked of each activity since the committee last settled it."""
    settled = {activity.id: activity.decided_on or date.min for activity in activities}
    told: dict[int, list[Told]] = defaultdict(list)
    for line in told_lines(session, settled):
        if line.day > settled[line.activity_id]:
            told[line.activity_id].append(line)
    return told


def situation_of(activity: Activity, told: Sequence[Told]) -> Situation:
    status: Status = activity.status  # type: ignore[assignment] # held by a CHECK
    since = activity.answered_on or date.min
    return Situation(
        deadline=activity.deadline,
        status=status,
        counted_from=activity.counted_from,
        answered_on=activity.answered_on,
        decided_on=activity.decided_on,
        asked=len({line.day for line in told if line.day > since and line.arrived}),
        report_back=activity.kind == "report_back",
        passed_on=activity.passed_on,
    )


def about(activity: Activity) -> About:
    return About(
        activity_id=activity.id,
        uid=activity.uid,
        group=activity.group.name,
        number=activity.number,
        description=activity.description,
        deadline=activity.deadline,
    )


def recipient(person: Person) -> Recipient:
    """Only for people who have an address."""
    spoken: Language = person.language  # type: ignore[assignment] # held by a CHECK
    return Recipient(person.id, person.name, str(person.email), spoken)


class Directory:
    """Who belongs to which group on one day, read once."""

    def __init__(self, session: Session, *, council_id: int, today: date) -> None:
        self._by_group: dict[int, list[Membership]] = defaultdict(list)
        self._by_kind: dict[str, list[Membership]] = defaultdict(list)
        self.people: dict[int, Person] = {}
        self._aliases = aliases_of(session, council_id)
        for membership in memberships_on(session, council_id, today):
            self._by_group[membership.group_id].append(membership)
            self._by_kind[membership.group.kind].append(membership)
            self.people[membership.person_id] = membership.person
        self.convenors: dict[int, dict[int, Member]] = defaultdict(dict)
        for held in self._by_kind["working_group"]:
            if held.role == "convenor":
                self.convenors[held.group_id][held.person_id] = self._member(
                    held.person, "convenor"
                )
        self.away = self._away(absences_on(session, council_id, today))

    def _away(self, absences: Iterable[Absence]) -> dict[int, Member | None]:
        """Who stands in gets letters as well, member of a group or not."""
        away: dict[int, Member | None] = {}
        for absence in absences:
            other = absence.instead
            away[absence.person_id] = None if other is None else self._member(other, "member")
            if other is not None:
                self.people.setdefault(other.id, other)
        return away

    def members(self, group_id: int) -> tuple[Member, ...]:
        """Everyone in the group, once."""
        found = {
            membership.person_id: self._member(membership.person, membership.role)
            for membership in self._by_group[group_id]
        }
        return tuple((found | self.convenors[group_id]).values())

    def _member(self, person: Person, role: str) -> Member:
        return Member(
            person_id=person.id,
            name=person.name,
            role=role,
            has_address=person.email is not None,
            aliases=tuple(self._aliases.get(person.id, ())),
        )

    def readers(self, kind: str) -> list[Person]:
        """People with an address in the executive committee or the secretariat."""
        found = {one.person_id: one.person for one in self._by_kind[kind] if one.person.email}
        return list(found.values())
