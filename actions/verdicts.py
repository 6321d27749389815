"""What has the committee decided that a group has not heard?"""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy.orm import Session

from actions.office import Office
from actions.situations import Directory, about
from models.mail_queries import told_occasions
from models.queries import cases_decided
from models.tables.following import Escalation
from models.values import Reason
from notifications.letter import ResolvedLine, decision_occasion

NEWS_FOR = timedelta(days=30)


class Verdicts:
    """The decisions of the last month, read once for all members."""

    def __init__(self, session: Session, office: Office, directory: Directory) -> None:
        self._session, self._directory = session, directory
        self._cases: Sequence[Escalation] = cases_decided(
            session, office.council.id, since=office.today - NEWS_FOR, today=office.today
        )

    def unheard_by(self, person_id: int) -> tuple[ResolvedLine, ...]:
        """Those about the person's own groups."""
        mine = [case for case in self._cases if self._is_member(person_id, case)]
        if not mine:
            return ()
        told = told_occasions(self._session, person_id)
        lines = (verdict_line(case) for case in mine)
        return tuple(line for line in lines if decision_occasion(line) not in told)

    def _is_member(self, person_id: int, case: Escalation) -> bool:
        members = self._directory.members(case.activity.group_id)
        return any(member.person_id == person_id for member in members)


def verdict_line(case: Escalation) -> ResolvedLine:
    assert case.decided_on is not None  # noqa: S101 - asked for in the query
    values = {"decision": str(case.decision), "decided_by": str(case.decided_by)}
    return ResolvedLine(
        case.id, about(case.activity), case.decided_on, Reason("resolved.decided", values)
    )
