"""Rows whose time was gone when their plan was approved: asked about in one list, once.

Nobody followed them while they ran: a ladder and a case for each would tell of nothing but the
plan's age. The group says what became of them, and from then on they are like any other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from actions.answers import Progress, report_progress
from deadlines.conventions import Conventions
from models.tables.plans import Activity
from models.values import Status


@dataclass(frozen=True, slots=True)
class Became:
    activity: Activity
    status: Status


def account_for(
    session: Session,
    became: Iterable[Became],
    *,
    said_by: str,
    person_id: int | None = None,
    today: date,
    now: datetime,
    conventions: Conventions,
) -> None:
    """Write down what is known of rows already, so that nobody is asked about them."""
    for one in became:
        said = Progress(status=one.status, said_by=said_by, person_id=person_id)
        report_progress(session, one.activity, said, today=today, now=now, conventions=conventions)
