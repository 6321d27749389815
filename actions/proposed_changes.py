"""What an accepted proposal does to the group's activities."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from string import ascii_lowercase
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from actions.hand_over import hand_over
from actions.settle import close_case, drop_proposal, move_deadline
from actions.withdraw import withdraw_about
from deadlines.deadline import Deadline
from language.problems import Problem
from models.plan_content import deadline_from_json
from models.proposal_queries import OCCASION, activities_with_ids
from models.queries import approved_plan
from models.tables.plans import Activity
from models.tables.proposals import Proposal

NO_DEADLINE = Deadline(text="", kind="none", start=None, due=None, precision="unknown")


class NoPlanError(Problem):
    """A group without an approved plan has nothing to add to."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """by: who accepted it."""

    proposal: Proposal
    by: str
    today: date
    now: datetime

    @property
    def activity(self) -> Activity:
        """Of the kinds that are about one."""
        assert self.proposal.activity is not None  # noqa: S101 - held when it was proposed
        return self.proposal.activity

    @property
    def because(self) -> str:
        return f"{OCCASION}{self.proposal.id}"


def carry_out(session: Session, accepted: Accepted) -> None:
    CHANGES[accepted.proposal.kind](session, accepted)
    session.flush()


def _reword(session: Session, done: Accepted) -> None:
    to = deadline_from_json(done.proposal.content["deadline"]) or NO_DEADLINE
    activity = done.activity
    move_deadline(session, activity, to, by=done.by, reason=done.because, today=done.today)
    drop_proposal(session, activity)
    activity.answered_on = activity.decided_on = activity.next_review_on = done.today
    withdraw_about(session, activity, because=done.because, now=done.now)


def _drop(session: Session, done: Accepted) -> None:
    activity = done.activity
    activity.status, activity.closed_on, activity.ask_on = "cancelled", done.today, None
    activity.decided_on = done.today
    close_case(session, activity, because="cancelled", today=done.today)
    withdraw_about(session, activity, because=done.because, now=done.now)


def _split(session: Session, done: Accepted) -> None:
    """The parts are new activities; the whole is closed, as its document still holds it."""
    whole = done.activity
    for letter, part in zip(ascii_lowercase, done.proposal.content["parts"], strict=False):
        session.add(
            _new(
                session,
                done,
                uid=f"{whole.uid}{letter}",
                number=whole.number and f"{whole.number}{letter}",
                description=part,
                responsible=whole.responsible,
                deadline=whole.deadline,
                source=whole.source,
            )
        )
        session.flush()
    _drop(session, done)


def _add(session: Session, done: Accepted) -> None:
    content = done.proposal.content
    session.add(
        _new(
            session,
            done,
            uid=f"{done.proposal.group.slug}-f{done.proposal.id}",
            number=None,
            description=content["description"],
            responsible=content["responsible"],
            deadline=deadline_from_json(content["deadline"]) or NO_DEADLINE,
            source={"text": done.proposal.reason},
        )
    )


def _new(session: Session, done: Accepted, **given: Any) -> Activity:
    """Beyond the document's rows: a revised document leaves it alone."""
    proposal = done.proposal
    plan = approved_plan(session, proposal.group_id)
    if plan is None:
        raise NoPlanError(group=proposal.group.name)
    last = session.scalar(
        select(func.max(Activity.position)).where(Activity.group_id == proposal.group_id)
    )
    return Activity(
        council_id=proposal.council_id,
        group_id=proposal.group_id,
        plan_id=plan.id,
        kind="activity",
        position=max(last or 0, len(plan.content["activities"]) - 1) + 1,
        methods=[],
        status="not_started",
        reasons=[],
        counted_from=done.today,
        next_review_on=done.today,
        **given | {"uid": _free_uid(session, proposal.council_id, given["uid"])},
    )


def _free_uid(session: Session, council_id: int, wanted: str) -> str:
    known = select(Activity.uid).where(Activity.council_id == council_id)
    taken = set(session.scalars(known.where(Activity.uid.startswith(wanted, autoescape=True))))
    return next(uid for uid in _names(wanted) if uid not in taken)


def _names(wanted: str) -> Iterator[str]:
    yield wanted
    yield from (f"{wanted}-v{copy}" for copy in count(2))


def _prioritise(_session: Session, done: Accepted) -> None:
    done.activity.priority = done.proposal.content["priority"]


def _reorder(session: Session, done: Accepted) -> None:
    order = done.proposal.content["order"]
    known = activities_with_ids(session, done.proposal.council_id, order)
    for rank, activity_id in enumerate(order):
        if activity_id in known:
            known[activity_id].rank = rank


def _hand_over(session: Session, done: Accepted) -> None:
    """Both hear of it; whoever takes over is asked at once, unless they were asked already."""
    activity, content = done.activity, done.proposal.content
    to = _in_place(activity.responsible or "", content["from"], content["to"])
    hand_over(session, activity, to, by=done.by, because="decided", today=done.today)
    withdraw_about(session, activity, because=done.because, now=done.now)
    activity.ask_on = activity.next_review_on = done.today


def _in_place(responsible: str, old: str, new: str) -> str:
    """One name among several gives way; where the group was responsible, the new name is."""
    named = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)", re.IGNORECASE)
    return named.sub(lambda _: new, responsible) if named.search(responsible) else new


CHANGES: dict[str, Callable[[Session, Accepted], None]] = {
    "reword": _reword,
    "split": _split,
    "add": _add,
    "drop": _drop,
    "prioritise": _prioritise,
    "reorder": _reorder,
    "hand_over": _hand_over,
}
