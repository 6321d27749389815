"""Tells the executive committee once a week what it should decide."""

from datetime import date

from sqlalchemy.orm import Session

from actions.channels import note_week
from actions.digests import Week
from actions.office import Office
from actions.post import Posted, note_posted, post_letters
from actions.situations import Directory, directory_of
from models.told_queries import last_digests
from rules.working_days import digest_is_due


def escalate(session: Session, office: Office, directory: Directory | None = None) -> Posted:
    """Queue the digest for each reader who has none this week. Running it twice adds none.

    directory: today's, where the caller needs it too.
    """
    directory = directory or directory_of(session, office)
    everyone = [
        person
        for person in directory.readers("executive_committee")
        if person.digest_declined_on is None
    ]
    served = last_digests(session, [person.id for person in everyone])
    readers = [person for person in everyone if _is_due(office, served.get(person.id))]
    if not readers:
        return Posted(nobody_works=not office.calendar.is_working(office.today))
    week = Week(session, office)
    digests = {person.id: week.digest_for(person.id) for person in readers}
    posted = post_letters(session, office, directory, digests=digests, only=readers)
    if posted.letters:
        note_week(session, office, week)
    note_posted(session, office, posted, action="escalate")
    return posted


def _is_due(office: Office, served_on: date | None) -> bool:
    return digest_is_due(today=office.today, served_on=served_on, calendar=office.calendar)
