"""An activity changes hands."""

from datetime import date
from typing import Literal

from sqlalchemy.orm import Session

from models.tables.plans import Activity, ResponsibleChange


def hand_over(
    session: Session,
    activity: Activity,
    to: str | None,
    *,
    by: str,
    because: Literal["decided", "plan"],
    today: date,
) -> None:
    """Writes down who had it before, so that both can be told."""
    if to == activity.responsible:
        return
    session.add(
        ResponsibleChange(
            council_id=activity.council_id,
            activity_id=activity.id,
            changed_on=today,
            changed_by=by,
            because=because,
            before=activity.responsible,
            after=to,
        )
    )
    activity.responsible = to
