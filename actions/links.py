"""Who may answer which letter: links are made with it, opened, renewed and taken back."""

from datetime import date, datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from actions.audit import record
from language.problems import Problem
from models.link_queries import link_with_hash
from models.tables.links import ActionLink, CalendarLink
from notifications.links import LENGTH, LinkSettings, token_hash

OPEN_FOR = timedelta(days=90)


class LinkUnusableError(Problem):
    """Unknown, expired, withdrawn, or another council's: nobody is told which."""


def keep_link(
    session: Session,
    links: LinkSettings,
    *,
    council_id: int,
    person_id: int,
    message: tuple[int, str],
    today: date,
    now: datetime,
) -> None:
    """The link of a letter that has just been queued. message: its number and its Message-ID."""
    session.add(
        ActionLink(
            council_id=council_id,
            person_id=person_id,
            message_id=message[0],
            token_hash=token_hash(links.token(message[1])),
            made_at=now,
            expires_on=today + OPEN_FOR,
        )
    )


def open_link(session: Session, *, council_id: int, token: str, today: date) -> ActionLink:
    """Raises LinkUnusableError, whatever the reason."""
    found = known_link(session, council_id=council_id, token=token)
    if found is None or found.revoked_at is not None or found.expires_on < today:
        raise LinkUnusableError
    return found


def known_link(session: Session, *, council_id: int, token: str) -> ActionLink | None:
    """A link that was ours once, open or not."""
    if len(token) != LENGTH:
        return None
    return link_with_hash(session, council_id, token_hash(token))


def revoke_calendar_links(session: Session, *, person_id: int, now: datetime) -> None:
    session.execute(
        update(CalendarLink)
        .where(CalendarLink.person_id == person_id, CalendarLink.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def revoke_links(
    session: Session, *, council_id: int, person_id: int, because: str, actor: str, now: datetime
) -> int:
    """Takes back every open link of a person, and their calendar's; how many of letters."""
    revoke_calendar_links(session, person_id=person_id, now=now)
    revoked = session.scalars(
        update(ActionLink)
        .where(
            ActionLink.council_id == council_id,
            ActionLink.person_id == person_id,
            ActionLink.revoked_at.is_(None),
        )
        .values(revoked_at=now, revoked_because=because)
        .returning(ActionLink.id),
        execution_options={"synchronize_session": "fetch"},
    ).all()
    if revoked:
        record(
            session,
            council_id=council_id,
            now=now,
            actor=actor,
            action="revoke_links",
            subject=str(person_id),
            links=len(revoked),
            because=because,
        )
    return len(revoked)
