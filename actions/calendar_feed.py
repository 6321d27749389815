"""The last days that a person may want in a calendar."""

from datetime import date

from sqlalchemy.orm import Session

from actions.group_page import open_groups
from language.catalog import Language
from models.ledger import changes_of
from models.queries import open_activities
from models.tables.links import ActionLink
from reports.calendar import LastDay, calendar_file


def calendar_of(session: Session, link: ActionLink, *, language: Language, today: date) -> bytes:
    """Those of the open activities of the reader's groups."""
    allowed = open_groups(session, link, today=today)
    activities = [
        one
        for one in open_activities(session, link.council_id)
        if allowed is None or one.group_id in allowed
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
            changed=one.answered_on or one.counted_from,
        )
        for one in activities
        if one.due is not None
    )
    return calendar_file(days, language)
