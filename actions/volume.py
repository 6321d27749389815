"""Holds the day's letters when there are unusually many, until a person has looked."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from actions.audit import ENGINE, record
from actions.office import Office
from actions.situations import directory_of, recipient
from models.mail_queries import letters_by_day
from models.outbox_hold import held_and_released_since, hold, is_held
from notifications.messages import held_letter
from notifications.outbox import enqueue_all
from rules.volume import is_unusual

REMEMBERED = timedelta(days=91)


def hold_unusual(session: Session, office: Office) -> int:
    """How many letters are held; 0 on a day like any other. Twice is as good as once."""
    council_id, today = office.council.id, office.today
    session.flush()
    counted = letters_by_day(session, council_id, first=today - REMEMBERED, last=today)
    letters = counted.pop(today, 0)
    if session.scalar(select(is_held(council_id))) or _was_let_go(session, office):
        return 0
    if not is_unusual(letters, earlier=list(counted.values()), policy=office.policy.volume):
        return 0
    held = hold(
        session, because="unusually_many", by=ENGINE, now=office.now, council_id=council_id
    )
    _tell(session, office, held)
    record(
        session,
        council_id=council_id,
        now=office.now,
        actor=ENGINE,
        action="hold",
        subject=str(today),
        letters=letters,
        held=held,
    )
    return held


def _was_let_go(session: Session, office: Office) -> bool:
    """Whether somebody has looked at the day's letters already, and said yes."""
    begin = office.now.replace(hour=0, minute=0, second=0, microsecond=0)
    return held_and_released_since(session, office.council.id, begin, because="unusually_many")


def _tell(session: Session, office: Office, letters: int) -> None:
    """The secretariat hears at once: nothing else would say that nothing leaves."""
    council = office.council
    directory = directory_of(session, office)
    told = [
        (
            person.id,
            held_letter(
                recipient(person),
                council_id=council.id,
                council=council.name,
                letters=letters,
                day=office.today,
                mail=office.mail,
                now=office.now,
            ),
        )
        for person in directory.readers("secretariat")
    ]
    enqueue_all(session, told, council_id=council.id, day=office.today, now=office.now)
