"""Who says yes or no to what a group proposes?"""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from models.values import ProposalKind
from rules.recipients import Member

LEADERS = ("convenor", "chair")
PATIENCE = timedelta(days=14)


def approvers(
    kind: ProposalKind,
    *,
    members: Sequence[Member],
    proposer: int | None,
    away: Collection[int],
    secretariat: Sequence[int],
    committee: Sequence[int],
) -> tuple[int, ...]:
    """The committee; of who in the group takes over, the group's convenor.

    Nobody approves what they proposed. Where no convenor can be asked the secretariat is,
    and where one of committee and secretariat is empty the other stands in.
    """
    office = secretariat or committee
    if kind != "hand_over":
        return tuple(committee or office)
    leaders = (
        one.person_id
        for one in members
        if one.role in LEADERS and one.has_address and one.person_id not in away
    )
    asked = tuple(one for one in leaders if one != proposer)
    return asked or tuple(one for one in office if one != proposer) or tuple(office)


def is_overdue(proposed_on: date, *, today: date) -> bool:
    """Whether a convenor has left it so long that the secretariat is asked as well."""
    return today - proposed_on >= PATIENCE
