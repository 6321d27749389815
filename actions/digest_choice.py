"""Whoever reads the digest may do without it, and have it again."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from actions.audit import record
from models.tables.people import Person


def choose_digest(
    session: Session, *, person: Person, wanted: bool, today: date, now: datetime
) -> bool:
    """Whether it changed. What is asked of the person comes all the same."""
    if wanted is (person.digest_declined_on is None):
        return False
    person.digest_declined_on = None if wanted else today
    record(
        session,
        council_id=person.council_id,
        now=now,
        actor=person.name,
        action="choose_digest",
        subject=person.name,
        wanted=wanted,
    )
    return True
