"""What an answer, a decision or a new plan does to deadlines and cases."""

from datetime import date

from sqlalchemy.orm import Session

from deadlines.deadline import Deadline
from deadlines.sharpening import Sharpened
from models.ledger import SHARPENED
from models.queries import cases_of
from models.tables.following import Escalation
from models.tables.plans import Activity, DeadlineMove
from models.version_queries import cases_left_out


def move_deadline(
    session: Session, activity: Activity, to: Deadline, *, by: str, reason: str | None, today: date
) -> None:
    """The activity gets its new window, the slip ledger a row of what it was before."""
    _write_down(session, activity, to, by=by, reason=reason, today=today)
    activity.deadline = to


def sharpen_deadline(
    session: Session, activity: Activity, to: Sharpened, *, by: str, today: date
) -> None:
    """A narrower time to work by, under the mandate's own words."""
    _write_down(session, activity, to.chosen, by=by, reason=SHARPENED, today=today)
    activity.deadline = to.narrowed


def _write_down(
    session: Session, activity: Activity, to: Deadline, *, by: str, reason: str | None, today: date
) -> None:
    session.add(
        DeadlineMove(
            council_id=activity.council_id,
            activity_id=activity.id,
            moved_on=today,
            moved_by=by,
            reason=reason,
            from_wording=activity.wording,
            from_start=activity.start,
            from_due=activity.due,
            to_wording=to.text,
            to_start=to.start,
            to_due=to.due,
        )
    )


def close_case(session: Session, activity: Activity, *, because: str, today: date) -> None:
    """The activity's open case, where it has one."""
    held = cases_of(session, [activity.id]).get(activity.id)
    if held is not None:
        held.closed_on, held.closed_because = today, because


def reopen_case(session: Session, activity: Activity, *, today: date) -> None:
    """The case that closed when a version left the activity out goes on as it was."""
    held = cases_left_out(session, [activity.id]).get(activity.id)
    if held is not None:
        held.closed_on = held.closed_because = None
        held.returned_on = today


def drop_proposal(session: Session, activity: Activity) -> None:
    """A new time that the group asked for is met by something else."""
    held = cases_of(session, [activity.id]).get(activity.id)
    if held is not None:
        held.proposed = held.handover = None


def is_wish(held: Escalation) -> bool:
    """Whether the group itself asks the committee for something: a new time, another group."""
    return held.proposed is not None or held.handover is not None
