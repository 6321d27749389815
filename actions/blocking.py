"""Activities that wait for another one: nobody is asked until that one is over."""

from datetime import date
from functools import cache

from sqlalchemy import Date, Select, Update, bindparam, exists, select, update
from sqlalchemy.orm import Session, aliased

from language.problems import Problem
from models.tables.plans import Activity


class BlockedInCircleError(Problem):
    """Each would wait for the other, and nobody would ever be asked."""


class BlockerClosedError(Problem):
    """What is over holds nothing up."""


def wait_for(session: Session, activity: Activity, other: Activity | None) -> None:
    """Until `other` is done or dropped; None: it waits for nothing that Tidplan knows of."""
    if other is not None:
        if other.closed_on is not None:
            raise BlockerClosedError(uid=other.uid)
        _check_ends(session, activity, other)
    activity.blocked_by = other.uid if other else None
    activity.freed_on = None


def _check_ends(session: Session, activity: Activity, other: Activity) -> None:
    """Follows what `other` waits for in its turn."""
    seen, uid = {activity.uid}, other.uid
    while uid is not None:
        if uid in seen:
            raise BlockedInCircleError(uid=activity.uid, other=other.uid)
        seen.add(uid)
        uid = session.scalar(
            select(Activity.blocked_by).where(
                Activity.council_id == activity.council_id,
                Activity.uid == uid,
                Activity.freed_on.is_(None),
            )
        )


def free_what_waited(session: Session, *, council_id: int, today: date) -> None:
    """What the others waited for is over: they are asked again. What was reopened holds again."""
    given = {"council": council_id, "today": today}
    if not session.scalar(_blocked(), given):
        return
    for is_freed in (True, False):
        session.execute(
            _freeing(is_freed=is_freed), given, execution_options={"synchronize_session": "fetch"}
        )


@cache
def _blocked() -> Select[tuple[bool]]:
    """Whether anything waits, or has waited, for something else: mostly not."""
    waiting = select(Activity.id).where(
        Activity.council_id == bindparam("council"),
        Activity.blocked_by.is_not(None),
        Activity.closed_on.is_(None),
    )
    return select(waiting.exists())


@cache
def _freeing(*, is_freed: bool) -> Update:
    """Built once: it is asked every day, and mostly finds nothing."""
    other = aliased(Activity)
    is_over = exists().where(
        other.council_id == Activity.council_id,
        other.uid == Activity.blocked_by,
        other.closed_on.is_not(None),
    )
    now = bindparam("today", type_=Date)
    held = Activity.freed_on.is_(None) & is_over
    freed = Activity.freed_on.is_not(None) & ~is_over
    return (
        update(Activity)
        .where(
            Activity.council_id == bindparam("council"),
            Activity.blocked_by.is_not(None),
            Activity.closed_on.is_(None),
            held if is_freed else freed,
        )
        .values(freed_on=now if is_freed else None, next_review_on=now)
    )
