"""The last days that a person may want in a calendar, behind a link of their own."""

import secrets
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from actions.audit import record
from actions.links import LinkUnusableError, revoke_calendar_links
from language.catalog import Language
from models.history_queries import SEE_ALL, memberships_of
from models.ledger import changes_of
from models.queries import open_activities
from models.tables.links import CalendarLink
from models.tables.people import Person
from notifications.addresses import Mailbox
from notifications.calendar import LastDay, calendar_file
from notifications.links import LENGTH, token_hash


def make_calendar_link(session: Session, *, person: Person, now: datetime) -> str:
    """The new token; whoever had the old one sees nothing more."""
    revoke_calendar_links(session, person_id=person.id, now=now)
    token = secrets.token_urlsafe(LENGTH)[:LENGTH]
    session.add(
        CalendarLink(
            council_id=person.council_id,
            person_id=person.id,
            token_hash=token_hash(token),
            made_at=now,
        )
    )
    record(
        session,
        council_id=person.council_id,
        now=now,
        actor=person.name,
        action="calendar_link",
        subject=person.name,
    )
    return token


def open_calendar(session: Session, *, council_id: int, token: str) -> Person:
    """Whose it is. Raises LinkUnusableError, whatever the reason."""
    found = session.scalar(
        select(CalendarLink)
        .where(
            CalendarLink.council_id == council_id,
            CalendarLink.token_hash == token_hash(token),
            CalendarLink.revoked_at.is_(None),
        )
        .options(joinedload(CalendarLink.person))
    )
    if found is None:
        raise LinkUnusableError
    return found.person


def calendar_of(
    session: Session, person: Person, *, sender: Mailbox, today: date, now: datetime
) -> bytes:
    """Those of the open activities of the reader's groups; the committee sees all."""
    language: Language = person.language  # type: ignore[assignment] # held by a CHECK
    memberships = memberships_of(session, person.council_id, person.id, today)
    sees_all = any(one.group.kind in SEE_ALL for one in memberships)
    mine = {one.group_id for one in memberships}
    activities = [
        one
        for one in open_activities(session, person.council_id)
        if sees_all or one.group_id in mine
    ]
    changes = changes_of(session, [one.id for one in activities])
    days = (
        LastDay(
            uid=f"{one.council_id}-{one.uid}",
            on=one.due,
            description=one.description,
            wording=one.wording,
            group=one.group.name,
            changes=changes.get(one.id, 0),
        )
        for one in activities
        if one.due is not None
    )
    return calendar_file(days, language, sender=sender, stamp=now)
