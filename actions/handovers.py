"""Who has not heard that an activity has changed hands?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from sqlalchemy.orm import Session

from actions.office import Office
from actions.situations import Directory, about
from models.hands_queries import changes_of_hands
from models.ledger import changes_of
from models.tables.plans import ResponsibleChange
from models.told_queries import told_occasions
from models.values import Reason
from notifications.letter import Handover, handover_occasion
from rules.recipients import Member, takes_over, was_asked

NEWS_FOR = timedelta(days=30)


class Handovers:
    """The changes of the last month, read once for all members."""

    def __init__(self, session: Session, office: Office, directory: Directory) -> None:
        self._session, self._directory = session, directory
        self._since = office.today - NEWS_FOR
        self._changes: dict[int, list[ResponsibleChange]] = defaultdict(list)
        for change in changes_of_hands(session, office.council.id, since=self._since):
            self._changes[change.activity_id].append(change)
        directory.look_up(changes[0].activity.group_id for changes in self._changes.values())
        self._moves = changes_of(session, self._changes)

    @property
    def people(self) -> set[int]:
        """Whose own groups something has changed hands in."""
        return {
            member.person_id
            for changes in self._changes.values()
            for member in self._directory.members(changes[0].activity.group_id)
        }

    def unheard_by(self, person_id: int) -> tuple[Handover, ...]:
        """Several changes of one activity are told as one."""
        if not self._changes:
            return ()
        told = told_occasions(self._session, person_id, since=self._since)
        return tuple(
            line
            for changes in self._changes.values()
            if (unheard := _unheard(changes, told))
            for line in self._lines(unheard, person_id)
        )

    def _lines(self, unheard: Sequence[ResponsibleChange], person_id: int) -> Iterator[Handover]:
        members = self._directory.members(unheard[0].activity.group_id)
        me = next((one for one in members if one.person_id == person_id), None)
        if me is not None:
            yield from self._line(unheard, me, members)

    def _line(
        self, unheard: Sequence[ResponsibleChange], me: Member, members: Sequence[Member]
    ) -> Iterator[Handover]:
        first, last = unheard[0], unheard[-1]
        mine = takes_over(me, first.before, last.after, members)
        lost = was_asked(me, first.before, members) and not was_asked(me, last.after, members)
        if mine or lost:
            yield Handover(
                change_id=last.id,
                about=about(last.activity, self._moves.get(last.activity_id, 0)),
                mine=mine,
                other=(first.before if mine else last.after) or last.activity.group.name,
                why=Reason(f"why.changed_{last.because}", {"decided_by": last.changed_by}),
            )


def _unheard(
    changes: Sequence[ResponsibleChange], told: Mapping[str, object]
) -> list[ResponsibleChange]:
    """Those after the last that was told."""
    heard = [one.id for one in changes if handover_occasion(one.id) in told]
    return [one for one in changes if not heard or one.id > max(heard)]
