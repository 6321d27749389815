"""A group proposes a change of its plan; nothing changes before somebody accepts it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from actions.audit import record
from actions.withdraw import withdraw_telling
from deadlines.deadline import Deadline
from language.problems import Problem
from models.people_queries import member_names
from models.plan_content import deadline_as_json
from models.proposal_queries import OCCASION, open_proposals
from models.queries import group_activities
from models.tables.people import Group
from models.tables.plans import Activity
from models.tables.proposals import Proposal
from models.values import ProposalKind
from rules.recipients import name_key

FEWEST, MOST = 2, 10  # parts of an activity
NEEDED = {
    "reword": "deadline",
    "split": "parts",
    "add": "description",
    "reorder": "order",
    "hand_over": "to",
}


class NoReasonError(Problem):
    """A proposal says why."""


class IncompleteProposalError(Problem):
    """A proposal of this kind needs something more."""


class ProposedAlreadyError(Problem):
    """The same activity waits for an answer to a proposal of the same kind."""


class ActivityClosedError(Problem):
    """What is closed cannot be changed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a proposal is about; each kind needs its own part of it.

    to: who in the group takes over. order: activities by their numbers in the database.
    """

    kind: ProposalKind
    activity: Activity | None = None
    deadline: Deadline | None = None
    parts: Sequence[str] = ()
    description: str = ""
    responsible: str = ""
    priority: int = 0
    order: Sequence[int] = field(default=())
    to: str = ""


def propose(
    session: Session,
    *,
    group: Group,
    wanted: Wanted,
    reason: str,
    by: str,
    person_id: int | None,
    today: date,
    now: datetime,
) -> Proposal:
    """Writes it down for those who may accept it."""
    if not reason.strip():
        raise NoReasonError
    _check_open(wanted)
    content = _content(session, group, wanted, by)
    _check_is_new(session, group, wanted)
    made = Proposal(
        council_id=group.council_id,
        group=group,
        activity=wanted.activity,
        kind=wanted.kind,
        content=content,
        reason=reason.strip(),
        person_id=person_id,
        proposed_by=by,
        proposed_on=today,
        proposed_at=now,
    )
    session.add(made)
    session.flush()
    _note(session, made, by, now, "propose")
    return made


def take_back(
    session: Session, *, proposal: Proposal, by: str, today: date, now: datetime
) -> None:
    """Whoever proposed it thinks better of it."""
    proposal.outcome, proposal.settled_on, proposal.settled_by = "withdrawn", today, by
    withdraw_telling(
        session,
        council_id=proposal.council_id,
        occasion=f"{OCCASION}{proposal.id}",
        because="withdrawn",
        now=now,
    )
    _note(session, proposal, by, now, "take_back")


def _note(session: Session, proposal: Proposal, by: str, now: datetime, action: str) -> None:
    record(
        session,
        council_id=proposal.council_id,
        now=now,
        actor=by,
        action=action,
        subject=f"{OCCASION}{proposal.id}",
        kind=proposal.kind,
    )


def _check_open(wanted: Wanted) -> None:
    if wanted.kind in {"add", "reorder"}:
        return
    if wanted.activity is None:
        raise IncompleteProposalError(kind=wanted.kind)
    if wanted.activity.closed_on is not None:
        raise ActivityClosedError(description=wanted.activity.description)


def _check_is_new(session: Session, group: Group, wanted: Wanted) -> None:
    if wanted.kind == "add":
        return
    about = wanted.activity.id if wanted.activity else None
    for other in open_proposals(session, group.council_id):
        same = other.kind == wanted.kind and other.group_id == group.id
        if same and other.activity_id == about:
            raise ProposedAlreadyError(by=other.proposed_by, on=other.proposed_on)


def _content(session: Session, group: Group, wanted: Wanted, by: str) -> dict[str, Any]:
    content: dict[str, Any] = {}
    match wanted.kind:
        case "reword":
            content = {"deadline": _timed(wanted.deadline)}
        case "split":
            content = {"parts": _parts(wanted.parts)}
        case "add":
            content = {
                "description": wanted.description.strip(),
                "deadline": _timed(wanted.deadline),
            }
            content["responsible"] = wanted.responsible.strip() or None
        case "prioritise":
            content = {"priority": max(-1, min(1, wanted.priority))}
        case "reorder":
            content = {"order": _order(session, group, wanted.order)}
        case "hand_over":
            content = {"to": _member(session, group, wanted.to, by), "from": by}
    if wanted.kind in NEEDED and not content[NEEDED[wanted.kind]]:
        raise IncompleteProposalError(kind=wanted.kind)
    return content


def _timed(deadline: Deadline | None) -> dict[str, Any] | None:
    return deadline_as_json(deadline) if deadline and deadline.kind != "none" else None


def _parts(given: Sequence[str]) -> list[str] | None:
    parts = [" ".join(part.split()) for part in given if part.strip()]
    return parts if FEWEST <= len(parts) <= MOST else None


def _order(session: Session, group: Group, order: Sequence[int]) -> list[int] | None:
    """All open activities of the group, each once; those that are not named come last."""
    known = [
        one.id
        for one in group_activities(session, group.id)
        if one.closed_on is None and one.kind == "activity"
    ]
    named = [one for one in dict.fromkeys(order) if one in known]
    whole = named + [one for one in known if one not in named]
    return whole if named and whole != known else None


def _member(session: Session, group: Group, to: str, by: str) -> str | None:
    wanted = name_key(to)
    names = {name_key(name): name for name in member_names(session, group.id)}
    return names.get(wanted) if wanted != name_key(by) else None
