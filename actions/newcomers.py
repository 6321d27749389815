"""Who gets a first letter, and what should it tell?"""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy.orm import Session

from actions.office import Office
from actions.situations import Directory
from models.hands_queries import Standing, never_written_to, standings
from notifications.letter import JoinedGroup, Welcome


class Newcomers:
    """People who have never had a letter, and whose group has a plan with something open."""

    def __init__(self, session: Session, office: Office, directory: Directory) -> None:
        self._groups: dict[int, list[int]] = defaultdict(list)
        if office.policy.welcome:
            for person_id, group_id in never_written_to(session, office.council.id, office.today):
                self._groups[person_id].append(group_id)
        wanted = {group_id for groups in self._groups.values() for group_id in groups}
        directory.look_up(wanted)
        found = standings(session, office.council.id, office.today, wanted) if wanted else []
        self._standings: dict[int, Standing] = {one.group_id: one for one in found}

    @property
    def people(self) -> Collection[int]:
        return self._groups.keys()

    def welcome(self, person_id: int) -> Welcome | None:
        groups = tuple(
            JoinedGroup(one.group_id, one.group, one.total - one.done, one.next_due)
            for group_id in self._groups.get(person_id, ())
            if (one := self._standings.get(group_id)) and one.total > one.done
        )
        return Welcome(groups) if groups else None
