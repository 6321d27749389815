"""What proposals say, for those who decide and for those who made them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from actions.situations import about
from deadlines.deadline import Deadline
from models.plan_content import deadline_from_json
from models.proposal_queries import activities_with_ids
from models.tables.plans import Activity
from models.tables.proposals import Proposal
from models.values import Reason
from notifications.letter import About, ProposalLine, SettledLine

PRIORITY = {1: "high", 0: "normal", -1: "low"}


@dataclass(frozen=True, slots=True)
class ProposalView:
    """what: one sentence (keys `proposal.…`). deadline: the proposed time as it is understood."""

    number: int
    kind: str
    group_id: int
    group: str
    about: About | None
    what: Reason
    deadline: Deadline | None
    parts: tuple[str, ...]
    reason: str
    by: str
    on: date
    outcome: str | None
    settled_by: str | None
    settled_on: date | None
    answer: str | None

    @property
    def open(self) -> bool:
        return self.outcome is None

    @property
    def how(self) -> Reason:
        """What became of it."""
        key = f"proposal.{self.outcome}{'.why' if self.answer else ''}"
        return Reason(key, {"by": str(self.settled_by), "answer": self.answer or ""})


def proposal_views(session: Session, proposals: Sequence[Proposal]) -> tuple[ProposalView, ...]:
    named = _named(session, proposals)
    return tuple(_view(one, named) for one in proposals)


def proposal_lines(session: Session, proposals: Sequence[Proposal]) -> tuple[ProposalLine, ...]:
    return tuple(
        ProposalLine(
            proposal_id=one.number,
            group=one.group,
            about=one.about,
            what=one.what,
            deadline=one.deadline,
            parts=one.parts,
            reason=one.reason,
            by=one.by,
            on=one.on,
        )
        for one in proposal_views(session, proposals)
    )


def settled_lines(session: Session, proposals: Sequence[Proposal]) -> tuple[SettledLine, ...]:
    return tuple(
        SettledLine(
            proposal_id=one.number,
            group=one.group,
            what=one.what,
            on=one.settled_on,
            how=one.how,
        )
        for one in proposal_views(session, proposals)
        if one.settled_on is not None
    )


def _named(session: Session, proposals: Iterable[Proposal]) -> dict[int, Activity]:
    """Activities that an order speaks of."""
    ids = [one for proposal in proposals for one in proposal.content.get("order", ())]
    return activities_with_ids(session, next(iter(proposals)).council_id, ids) if ids else {}


def _view(proposal: Proposal, named: dict[int, Activity]) -> ProposalView:
    content = proposal.content
    return ProposalView(
        number=proposal.id,
        kind=proposal.kind,
        group_id=proposal.group_id,
        group=proposal.group.name,
        about=about(proposal.activity) if proposal.activity else None,
        what=_what(proposal),
        deadline=deadline_from_json(content.get("deadline")),
        parts=tuple(content.get("parts", ())) or _order(content.get("order", ()), named),
        reason=proposal.reason,
        by=proposal.proposed_by,
        on=proposal.proposed_on,
        outcome=proposal.outcome,
        settled_by=proposal.settled_by,
        settled_on=proposal.settled_on,
        answer=proposal.answer,
    )


def _what(proposal: Proposal) -> Reason:
    content, activity = proposal.content, proposal.activity
    named = {"description": activity.description if activity else ""}
    match proposal.kind:
        case "reword":
            words = {"wording": content["deadline"]["text"]}
            return Reason("proposal.reword", named | words)
        case "split":
            return Reason("proposal.split", named | {"number": len(content["parts"])})
        case "add":
            return Reason("proposal.add", {"description": content["description"]})
        case "prioritise":
            return Reason(f"proposal.prioritise.{PRIORITY[content['priority']]}", named)
        case "hand_over":
            people = {"to": content["to"], "by": content["from"]}
            return Reason("proposal.hand_over", named | people)
        case kind:
            return Reason(f"proposal.{kind}", named if activity else {})


def _order(order: Iterable[int], named: dict[int, Activity]) -> tuple[str, ...]:
    return tuple(named[one].description for one in order if one in named)
