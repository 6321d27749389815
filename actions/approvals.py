"""Which proposals wait for whom, and which answers has a group not heard?"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import cast

from sqlalchemy.orm import Session

from actions.office import Office
from actions.proposals_shown import proposal_lines, settled_lines
from actions.situations import Directory
from models.proposal_queries import OCCASION, open_proposals, proposals_settled
from models.tables.proposals import Proposal
from models.told_queries import told_occasions
from models.values import ProposalKind
from notifications.letter import ProposalLine, SettledLine, settled_occasion
from rules.approval import approvers, is_overdue

AGAIN_AFTER = timedelta(days=7)
NEWS_FOR = timedelta(days=30)


class Approvals:
    """Read once for all letters of a day."""

    def __init__(self, session: Session, office: Office, directory: Directory) -> None:
        self._session, self._office, self._directory = session, office, directory
        council = office.council.id
        self._committee = {one.id for one in directory.readers("executive_committee")}
        self._by_person: dict[int, list[Proposal]] = {}
        for proposal in open_proposals(session, council):
            for person_id in self._asked(proposal):
                self._by_person.setdefault(person_id, []).append(proposal)
        self._since = office.today - NEWS_FOR
        self._settled = proposals_settled(session, council, since=self._since, today=office.today)

    @property
    def people(self) -> set[int]:
        """Who may hear of something."""
        members = {
            member.person_id
            for proposal in self._settled
            for member in self._directory.members(proposal.group_id)
        }
        proposers = {one.person_id for one in self._settled if one.person_id is not None}
        return {*self._by_person, *members, *self._directory.takes_part(proposers)}

    def _asked(self, proposal: Proposal) -> Sequence[int]:
        directory = self._directory
        secretariat = [one.id for one in directory.readers("secretariat")]
        found = approvers(
            cast("ProposalKind", proposal.kind),
            members=directory.members(proposal.group_id),
            proposer=proposal.person_id,
            away=directory.away,
            secretariat=secretariat,
            committee=tuple(self._committee),
        )
        late = proposal.kind == "hand_over" and is_overdue(
            proposal.proposed_on, today=self._office.today
        )
        return tuple(dict.fromkeys((*found, *secretariat))) if late else found

    def wanted_from(self, person_id: int, *, has_digest: bool) -> tuple[ProposalLine, ...]:
        """All of them in a digest; else those that were not told within a week."""
        mine = self._by_person.get(person_id, [])
        if not has_digest and mine:
            mine = self._new_to(person_id, mine)
        return proposal_lines(self._session, mine) if mine else ()

    def _new_to(self, person_id: int, proposals: Sequence[Proposal]) -> list[Proposal]:
        """What a digest brings is not brought by other letters as well."""
        since = self._office.today - AGAIN_AFTER
        told = told_occasions(self._session, person_id, since=since)
        return [
            one
            for one in proposals
            if (one.kind == "hand_over" or person_id not in self._committee)
            and told.get(f"{OCCASION}{one.id}", date.min) <= since
        ]

    def unheard_by(self, person_id: int) -> tuple[SettledLine, ...]:
        """Answers to the person's own groups, and to the person's own proposals."""
        mine = [one for one in self._settled if self._is_for(person_id, one)]
        if not mine:
            return ()
        told = told_occasions(self._session, person_id, since=self._since)
        lines = settled_lines(self._session, mine)
        return tuple(line for line in lines if settled_occasion(line) not in told)

    def _is_for(self, person_id: int, proposal: Proposal) -> bool:
        """That something has changed hands is told as such (`actions/handovers.py`)."""
        if proposal.kind == "hand_over":
            return proposal.person_id == person_id and proposal.outcome == "declined"
        members = self._directory.members(proposal.group_id)
        mine = any(member.person_id == person_id for member in members)
        return mine or proposal.person_id == person_id
