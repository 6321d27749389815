"""A group rests for a while: nobody in it is asked, and the committee's digest says so."""

from datetime import date, datetime, timedelta

from slugify import slugify
from sqlalchemy.orm import Session

from actions.audit import record
from actions.joining import NoSuchGroupError
from language.problems import Problem
from models.people_queries import groups
from models.tables.people import Group
from rules.recipients import name_key


class PauseDaysError(Problem):
    """The last day comes before the first, is over, or lies more than a year ahead."""


LONGEST = timedelta(days=366)


def find_group(session: Session, *, council_id: int, name: str) -> Group:
    """A working group by its name, or the short one that its activities carry."""
    known = groups(session, council_id, kind="working_group")
    for group in known:
        if name_key(group.name) == name_key(name) or group.slug == slugify(name):
            return group
    raise NoSuchGroupError(group=name, names=", ".join(group.name for group in known) or "–")


def pause_group(
    session: Session,
    *,
    group: Group,
    days: tuple[date, date],
    actor: str,
    today: date,
    now: datetime,
) -> None:
    """From the first day until the last, instead of any pause before."""
    first, last = days
    if first > last or last < today or last - first > LONGEST:
        raise PauseDaysError(first=first, last=last)
    group.paused_from, group.paused_until = first, last
    _note(session, group, actor, now, first=str(first), last=str(last))


def resume_group(
    session: Session, *, group: Group, actor: str, today: date, now: datetime
) -> bool:
    """Whether it rested or was going to; the days that it has rested stay uncounted."""
    first, last = group.paused_from, group.paused_until
    if first is None or last is None or last < today:
        return False
    yesterday = today - timedelta(days=1)
    has_begun = first <= yesterday
    group.paused_from = first if has_begun else None
    group.paused_until = yesterday if has_begun else None
    _note(session, group, actor, now, last=str(yesterday))
    return True


def _note(session: Session, group: Group, actor: str, now: datetime, **details: str) -> None:
    record(
        session,
        council_id=group.council_id,
        now=now,
        actor=actor,
        action="pause",
        subject=group.name,
        **details,
    )
