"""Queues what the committee's and the groups' own channels hear."""

from sqlalchemy.orm import Session

from actions.digests import Week
from actions.office import Office
from models.mail_queries import asked_by_group
from models.values import Language
from notifications.channel_notes import committee_note, group_note
from notifications.message import Message
from notifications.outbox import enqueue

COMMITTEE = "committee"


def note_week(session: Session, office: Office, week: Week) -> None:
    """The digest in short, where the committee has a channel."""
    if COMMITTEE in office.mail.channels:
        cases = [f"{one.activity.uid}: {one.activity.description}" for one in week.cases]
        _queue(
            session,
            office,
            committee_note(
                council_id=office.council.id,
                day=office.today,
                cases=cases,
                language=_language(office),
                mail=office.mail,
            ),
        )


def note_asked(session: Session, office: Office) -> None:
    """A line for each group with a channel, some of whose members were asked today."""
    if not office.mail.channels:
        return
    for slug, name, activities, people in asked_by_group(session, office.council.id, office.today):
        if slug in office.mail.channels:
            note = group_note(
                slug,
                council_id=office.council.id,
                day=office.today,
                group=name,
                asked=(activities, people),
                language=_language(office),
                mail=office.mail,
            )
            _queue(session, office, note)


def _queue(session: Session, office: Office, message: Message) -> None:
    council, day = office.council.id, office.today
    enqueue(session, message, council_id=council, person_id=None, day=day, now=office.now)


def _language(office: Office) -> Language:
    return "en" if office.council.language == "en" else "sv"
