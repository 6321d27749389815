"""Sends what is queued for channels: claim, guard, tell, settle, as for mail."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Engine

from models.store import transaction
from notifications.delivery import leases
from notifications.delivery.channels import tell_channel
from notifications.delivery.leases import Claimed
from notifications.delivery.outcome import Outcome
from notifications.delivery.settings import MailSettings


def deliver_channels(
    engine: Engine, *, now: datetime, mail: MailSettings, count: Callable[[str, Claimed], None]
) -> None:
    """Until nothing is due; `count` hears what became of each."""
    while True:
        with engine.begin() as connection:
            claimed = leases.claim(connection, mail, channels=True)
        if claimed is None:
            return
        outcome = _tell(engine, claimed, mail)
        with transaction(engine) as session:
            state = leases.settle(session.connection(), claimed, outcome, now=now, mail=mail)
        count(state, claimed)


def _tell(engine: Engine, claimed: Claimed, mail: MailSettings) -> Outcome:
    url = mail.channels.get(claimed.recipient)
    if url is None:
        return Outcome("temporary", "connect", text=f"channels: {claimed.recipient}?")
    with engine.begin() as connection:
        if not leases.guard(connection, claimed, mail):
            return Outcome("lost", "rcpt")
    title, _, text = claimed.content.decode().partition("\n\n")
    return tell_channel(url, title=title, text=text)
