"""What a review reads of the activities, and what it leaves behind: many rows a statement."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from deadlines.deadline import Deadline
from models.queries import IN_ORDER
from models.tables.people import Group
from models.tables.plans import Activity

TABLE: Any = Activity.__table__


@dataclass(slots=True)
class Reviewed:
    """An open activity without what only people read; the last four are the review's own."""

    id: int
    council_id: int
    uid: str
    kind: str
    deadline: Deadline
    status: str
    counted_from: date
    answered_on: date | None
    decided_on: date | None
    passed_on: date | None
    blocked_by: str | None
    freed_on: date | None
    group: Group
    next_review_on: date
    ask_on: date | None
    health: str | None = None
    reasons: list[Any] = field(default_factory=list)


READ = (
    *(Activity.id, Activity.council_id, Activity.uid, Activity.kind, Activity.deadline),
    *(Activity.status, Activity.counted_from, Activity.answered_on, Activity.decided_on),
    *(Activity.passed_on, Activity.blocked_by, Activity.freed_on, Group),
    *(Activity.next_review_on, Activity.ask_on),
)
TO_REVIEW = (
    select(*READ)
    .join(Activity.group)
    .where(
        Activity.council_id == bindparam("council"),
        Activity.closed_on.is_(None),
        Activity.next_review_on <= bindparam("today"),
    )
    .order_by(Activity.group_id, *IN_ORDER)
)
OWN = ("health", "reasons", "next_review_on", "ask_on")
KEEP = (
    update(TABLE)
    .where(TABLE.c.id == bindparam("reviewed"))
    .values({name: bindparam(f"new_{name}") for name in OWN})
)


def activities_to_review(session: Session, council_id: int, today: date) -> list[Reviewed]:
    """Open activities that could read differently today."""
    rows = session.execute(TO_REVIEW, {"council": council_id, "today": today})
    return [Reviewed(*row) for row in rows]


def keep_reviews(session: Session, reviewed: Sequence[Reviewed]) -> None:
    """Whoever holds one of these activities in the same session reads it anew."""
    if not reviewed:
        return
    rows = [
        {"reviewed": one.id, **{f"new_{name}": getattr(one, name) for name in OWN}}
        for one in reviewed
    ]
    session.connection().execute(KEEP, rows)
    changed = {one.id for one in reviewed}
    for held in session.identity_map.values():
        if isinstance(held, Activity) and held.id in changed:
            session.expire(held, OWN)
