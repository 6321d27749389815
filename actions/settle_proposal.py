"""Somebody says yes or no to what a group proposed."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from actions.audit import record
from actions.propose import ActivityClosedError
from actions.proposed_changes import Accepted, carry_out
from actions.withdraw import withdraw_telling
from language.problems import Problem
from models.proposal_queries import OCCASION, proposal_with_id
from models.tables.proposals import Proposal

LARGEST = 2**31 - 1  # what a database can count to
UNCHANGING = ("add", "reorder")  # need no open activity


class NoSuchProposalError(Problem):
    """No proposal of that number."""


class ProposalSettledError(Problem):
    """Somebody was faster."""


@dataclass(frozen=True, slots=True)
class Answer:
    """words: to the group; a refusal should say why."""

    accept: bool
    words: str | None = None


def settle_proposal(
    session: Session,
    *,
    council_id: int,
    number: int,
    answer: Answer,
    decided_by: str,
    today: date,
    now: datetime,
) -> Proposal:
    """Accepted, it changes the plan at once; declined, it changes nothing. The group is told."""
    proposal = _open_proposal(session, council_id, number)
    proposal.outcome = "accepted" if answer.accept else "declined"
    proposal.settled_on, proposal.settled_by = today, decided_by
    proposal.answer = answer.words
    if answer.accept:
        _check_can_change(proposal)
        carry_out(session, Accepted(proposal, by=decided_by, today=today, now=now))
    withdraw_telling(
        session,
        council_id=council_id,
        occasion=f"{OCCASION}{number}",
        because=proposal.outcome,
        now=now,
    )
    record(
        session,
        council_id=council_id,
        now=now,
        actor=decided_by,
        action="settle_proposal",
        subject=proposal.activity.uid if proposal.activity else proposal.group.slug,
        proposal=number,
        kind=proposal.kind,
        outcome=proposal.outcome,
    )
    return proposal


def _open_proposal(session: Session, council_id: int, number: int) -> Proposal:
    found = proposal_with_id(session, council_id, number) if 0 < number <= LARGEST else None
    if found is None:
        raise NoSuchProposalError(number=number)
    if found.outcome is not None:
        raise ProposalSettledError(number=number, by=found.settled_by, on=found.settled_on)
    return found


def _check_can_change(proposal: Proposal) -> None:
    """What was closed since then waits for nothing."""
    activity = proposal.activity
    if proposal.kind not in UNCHANGING and activity is not None and activity.closed_on:
        raise ActivityClosedError(description=activity.description)
