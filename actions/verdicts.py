"""What has the committee decided that a group has not heard?"""

from collections import defaultdict
from collections.abc import Collection
from datetime import timedelta

from sqlalchemy.orm import Session

from actions.office import Office
from actions.situations import Directory, about
from models.ledger import changes_of
from models.queries import cases_decided
from models.tables.following import Escalation
from models.told_queries import told_occasions
from models.values import Reason
from notifications.letter import ResolvedLine, decision_occasion

APART = ("reassign",)  # told to those whom it concerns (actions/handovers.py)
NEWS_FOR = timedelta(days=30)


class Verdicts:
    """The decisions of the last month, read once for all members."""

    def __init__(self, session: Session, office: Office, directory: Directory) -> None:
        self._session, self._since = session, office.today - NEWS_FOR
        self._by_person: dict[int, list[Escalation]] = defaultdict(list)
        found = cases_decided(session, office.council.id, since=self._since, today=office.today)
        decided = [case for case in found if case.decision not in APART]
        self._moves = changes_of(session, [case.activity_id for case in decided])
        directory.look_up(case.activity.group_id for case in decided)
        for case in decided:
            for member in directory.members(case.activity.group_id):
                self._by_person[member.person_id].append(case)

    @property
    def people(self) -> Collection[int]:
        """Whose own groups something was decided about."""
        return self._by_person.keys()

    def unheard_by(self, person_id: int) -> tuple[ResolvedLine, ...]:
        """Those about the person's own groups."""
        mine = self._by_person.get(person_id)
        if not mine:
            return ()
        told = told_occasions(self._session, person_id, since=self._since)
        lines = (verdict_line(case, self._moves.get(case.activity_id, 0)) for case in mine)
        return tuple(line for line in lines if decision_occasion(line) not in told)


def verdict_line(case: Escalation, moves: int) -> ResolvedLine:
    assert case.decided_on is not None  # noqa: S101 - asked for in the query
    values = {"decision": str(case.decision), "decided_by": str(case.decided_by)}
    return ResolvedLine(
        case.id, about(case.activity, moves), case.decided_on, Reason("resolved.decided", values)
    )
