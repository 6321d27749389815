"""A mail to try the whole way out, through the outbox like every other."""

from sqlalchemy.orm import Session

from actions.office import Office
from language.catalog import Language
from notifications.addresses import read_mailbox
from notifications.messages import trial_letter
from notifications.outbox import enqueue


def queue_test(session: Session, office: Office, *, to: str, language: Language) -> int:
    """Its number in the outbox."""
    message = trial_letter(
        read_mailbox(to),
        council=office.council.name,
        language=language,
        mail=office.mail,
        now=office.now,
    )
    council, day = office.council.id, office.today
    number = enqueue(session, message, council_id=council, person_id=None, day=day, now=office.now)
    assert number is not None  # noqa: S101 - its occasion is its own Message-ID
    return number
