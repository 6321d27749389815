"""A new link for a letter whose own is too old, to the address on file."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from actions.audit import record
from actions.links import keep_link, known_link
from actions.situations import recipient
from models.proposal_queries import AGAIN
from models.tables.links import ActionLink
from models.tables.mail import OutboxItem
from models.tables.people import Council
from notifications.delivery.settings import MailSettings
from notifications.messages import new_link
from notifications.outbox import enqueue


def renew_link(
    session: Session,
    *,
    council: Council,
    token: str,
    mail: MailSettings,
    today: date,
    now: datetime,
) -> bool:
    """Whether one was queued: the old link was ours, is not withdrawn, and asked once today."""
    old = known_link(session, council_id=council.id, token=token)
    if old is None or old.revoked_at is not None or not old.person.email or mail.links is None:
        return False
    message = new_link(
        recipient(old.person),
        council=council.name,
        mail=mail,
        occasion=f"link/{old.person_id}/{today}",
        now=now,
    )
    queued = enqueue(
        session,
        message,
        council_id=council.id,
        person_id=old.person_id,
        day=today,
        now=now,
    )
    if queued is None:
        return False
    _same_lines(session, old, queued)
    keep_link(
        session,
        mail.links,
        council_id=council.id,
        person_id=old.person_id,
        message=(queued, message.message_id),
        today=today,
        now=now,
    )
    record(
        session,
        council_id=council.id,
        now=now,
        actor=old.person.name,
        action="renew_link",
        subject=str(queued),
    )
    return True


def _same_lines(session: Session, old: ActionLink, queued: int) -> None:
    for item in session.scalars(select(OutboxItem).where(OutboxItem.message_id == old.message_id)):
        session.add(
            OutboxItem(
                message_id=queued,
                activity_id=item.activity_id,
                escalation_id=item.escalation_id,
                occasion=AGAIN + item.occasion.removeprefix(AGAIN),
            )
        )
