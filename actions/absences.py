"""People are away for a while; somebody else may answer for them."""

from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from actions.audit import record
from actions.withdraw import withdraw_from
from language.problems import Problem
from models.tables.absences import Absence
from models.tables.people import Person


class AwayDaysError(Problem):
    """The last day comes before the first, or is over."""


class StandInError(Problem):
    """Nobody stands in for themselves, or without an address."""


def go_away(
    session: Session,
    *,
    person: Person,
    days: tuple[date, date],
    instead: Person | None,
    actor: str,
    today: date,
    now: datetime,
) -> Absence:
    """From the first day until the last; what was planned for those days before gives way."""
    first, last = days
    if first > last or last < today:
        raise AwayDaysError(first=first, last=last)
    if instead is not None and (instead.id == person.id or instead.email is None):
        raise StandInError(name=instead.name)
    _make_room(session, person, first, last)
    absence = Absence(
        council_id=person.council_id,
        person_id=person.id,
        instead_id=instead.id if instead else None,
        first=first,
        last=last,
    )
    session.add(absence)
    if first <= today:
        withdraw_from(session, person_id=person.id, because="away", now=now)
    _note(session, person, actor, now, first=str(first), last=str(last))
    return absence


def come_back(session: Session, *, person: Person, actor: str, today: date, now: datetime) -> int:
    """Ends what has begun, and forgets what was to come; how many absences."""
    ended = _absences(session, person, today, date.max)
    _make_room(session, person, today, date.max)
    if ended:
        _note(session, person, actor, now, last=str(today - timedelta(days=1)))
    return len(ended)


def _make_room(session: Session, person: Person, first: date, last: date) -> None:
    for other in _absences(session, person, first, last):
        if other.first < first:
            other.last = first - timedelta(days=1)
        else:
            session.delete(other)
    session.flush()


def _absences(session: Session, person: Person, first: date, last: date) -> list[Absence]:
    return list(
        session.scalars(
            select(Absence).where(
                Absence.council_id == person.council_id,
                Absence.person_id == person.id,
                Absence.first <= last,
                Absence.last >= first,
            )
        )
    )


def _note(session: Session, person: Person, actor: str, now: datetime, **details: str) -> None:
    record(
        session,
        council_id=person.council_id,
        now=now,
        actor=actor,
        action="absence",
        subject=person.name,
        **details,
    )
