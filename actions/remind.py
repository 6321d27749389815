"""Asks members about what has come up, in one letter a person."""

from sqlalchemy.orm import Session

from actions.channels import note_asked
from actions.office import Office
from actions.post import Posted, note_posted, post_letters
from actions.situations import Directory


def remind(session: Session, office: Office) -> Posted:
    """Queue today's reminders and the secretariat's list. Running it twice adds none."""
    directory = Directory(session, council_id=office.council.id, today=office.today)
    posted = post_letters(session, office, directory, digests={})
    if posted.letters:
        note_asked(session, office)
    note_posted(session, office, posted, action="remind")
    return posted
