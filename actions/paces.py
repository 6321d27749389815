"""Who may be written to today, and when they hear of what comes later?"""

from datetime import date, timedelta
from functools import cached_property

from sqlalchemy.orm import Session

from actions.office import Office
from models.tables.people import Person
from models.told_queries import last_letters
from models.values import Pace
from notifications.letter import Letter
from rules.pace import cannot_wait, next_letter_on

LONGEST_WAIT = timedelta(days=14)


class Paces:
    """How often each person wants letters, and when the latest one went."""

    def __init__(self, session: Session, office: Office) -> None:
        self._session, self._office = session, office

    @cached_property
    def _last(self) -> dict[int, date]:
        office = self._office
        return last_letters(
            self._session,
            office.council.id,
            since=office.today - LONGEST_WAIT,
            before=office.today,
        )

    def may_go(self, letter: Letter, person: Person) -> bool:
        """It is time, or something cannot wait; the digest has a week of its own."""
        if letter.digest is not None:
            return True
        today, last = self._office.today, self._last.get(person.id)
        came_up = min((ask.came_up for ask in letter.asks), default=today)
        following = self._next(came_up, person, today=today, last=last)
        return following <= today or any(
            cannot_wait(ask.about.deadline.due, today=today, until=following)
            for ask in letter.asks
        )

    def told_on(self, day: date, person: Person) -> date:
        """When a person who is told something today hears of what comes up on `day`."""
        today = self._office.today
        return self._next(day, person, today=today + timedelta(days=1), last=today)

    def _next(self, came_up: date, person: Person, *, today: date, last: date | None) -> date:
        wanted: Pace | None = person.mail_pace  # type: ignore[assignment] # held by a CHECK
        policy = self._office.policy
        return next_letter_on(
            came_up,
            today=today,
            last=last,
            pace=wanted or policy.pace,
            apart=policy.apart,
            calendar=self._office.calendar,
        )
