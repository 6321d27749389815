"""How often a person wants letters."""

from datetime import datetime

from sqlalchemy.orm import Session

from actions.audit import record
from models.tables.people import Person
from models.values import Pace


def set_mail_pace(
    session: Session, *, person: Person, pace: Pace | None, actor: str, now: datetime
) -> bool:
    """Whether it changed. None: as the council's policy says."""
    changed = person.mail_pace != pace
    person.mail_pace = pace
    if changed:
        record(
            session,
            council_id=person.council_id,
            now=now,
            actor=actor,
            action="mail_pace",
            subject=person.name,
            pace=pace,
        )
    return changed
