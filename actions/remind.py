"""Asks members about what has come up, in one letter a person."""

from sqlalchemy.orm import Session

from actions.channels import note_asked
from actions.office import Office
from actions.post import Posted, note_posted, post_letters
from actions.situations import Directory, directory_of


def remind(session: Session, office: Office, directory: Directory | None = None) -> Posted:
    """Queue today's reminders and the secretariat's list. Running it twice adds none.

    directory: today's, where the caller needs it too.
    """
    directory = directory or directory_of(session, office)
    posted = post_letters(session, office, directory, digests={})
    if posted.letters:
        note_asked(session, office)
    note_posted(session, office, posted, action="remind")
    return posted
