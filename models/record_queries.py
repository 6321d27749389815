"""Which sent messages belong to which group, committee or secretariat, and when."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlalchemy.orm import Session

from models.tables.mail import OutboxItem, OutboxMessage
from models.tables.people import Group
from models.tables.plans import Activity

Row = OutboxMessage
ENDED = ("sent", "failed", "bounced", "cancelled", "uncertain")
LEFT = ("sent", "bounced", "uncertain")  # it left, or may have
AT_ONCE = 500


def belongs_to(places: Collection[str], place_of_kind: Mapping[str, str]) -> ColumnElement[bool]:
    """Whether a message is about one of these groups, or written to one of these places."""
    if not places:
        return false()
    about = (
        select(OutboxItem.id)
        .join(Activity, Activity.id == OutboxItem.activity_id)
        .join(Group, Group.id == Activity.group_id)
        .where(OutboxItem.message_id == Row.id, Group.slug.in_(places))
        .exists()
    )
    kinds = [kind for kind, place in place_of_kind.items() if place in places]
    to_channel = and_(Row.kind == "channel", Row.recipient.in_(places))
    return or_(about, Row.kind.in_(kinds), to_channel)


def messages_that_left(
    session: Session, council_id: int, *, days: tuple[date, date], only: Collection[Any] = ()
) -> Iterator[OutboxMessage]:
    """By the letter's own day, both included; a few at a time, as their bytes are large."""
    first, last = days
    wanted = (
        select(Row)
        .where(Row.council_id == council_id, Row.day >= first, Row.day <= last)
        .where(Row.state.in_(LEFT), *only)
        .order_by(Row.day, Row.id)
    )
    yield from session.scalars(wanted.execution_options(yield_per=AT_ONCE))


def groups_about(session: Session, message_id: int) -> set[str]:
    """The short names of the groups that a message speaks of."""
    return set(
        session.scalars(
            select(Group.slug)
            .join(Activity, Activity.group_id == Group.id)
            .join(OutboxItem, OutboxItem.activity_id == Activity.id)
            .where(OutboxItem.message_id == message_id)
            .distinct()
        )
    )
