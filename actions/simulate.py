"""A look into the future: the real steps, day by day, on a copy that is thrown away."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import Engine, select, update
from sqlalchemy.orm import Session, joinedload

from actions.escalate import escalate
from actions.evaluate import evaluate
from actions.office import Office
from actions.remind import remind
from actions.situations import directory_of
from actions.suppose import NOBODY, Supposing, Suppositions
from actions.volume import REMEMBERED
from deadlines.conventions import DEFAULT, Conventions
from models.mail_queries import LetterLine, last_letter, letters_by_day, letters_on
from models.scratch import copy_of
from models.store import transaction
from models.tables.mail import IS_WAITING, OutboxMessage
from models.tables.people import Council
from models.tables.plans import Activity
from notifications.messages import foreseen_letter
from reports.foreseen import Foreseen, Future, Window
from rules.volume import is_unusual

YOUNG_ONES = 20_000  # things that are made before Python looks for those that nobody needs
OfficeOn = Callable[[Council, date], Office]


def simulate(
    engine: Engine,
    *,
    council_id: int,
    first: date,
    last: date,
    office_on: OfficeOn,
    supposing: Supposing = NOBODY,
    conventions: Conventions = DEFAULT,
) -> Future:
    """Every mail and case from `first` to `last`. Nothing is stored or sent."""
    future = Future(first, last)
    suppositions = Suppositions(supposing, conventions)
    with rare_collections(), copy_of(engine, council_id) as copy:
        with transaction(copy) as session:
            began = {one.uid: (one.start, one.due) for one in _activities(session, council_id)}
            known = last_letter(session)
            earlier = letters_by_day(session, council_id, first=first - REMEMBERED, last=first)
            council = session.get_one(Council, council_id)
        for number in range((last - first).days + 1):
            day = first + timedelta(days=number)
            with transaction(copy) as session:
                office = replace(office_on(council, day), words=foreseen_letter)
                count = len(future.letters)
                _live(session, office, suppositions, future, known)
                _note_volume(future, office, len(future.letters) - count, earlier)
        with transaction(copy) as session:
            future.windows = [
                _window(one, *began.get(one.uid, (one.start, one.due)))
                for one in _activities(session, council_id)
            ]
    return future


@contextmanager
def rare_collections() -> Iterator[None]:
    """A year makes many small things and hardly a circle; looking for those took a quarter."""
    usual = gc.get_threshold()
    gc.set_threshold(YOUNG_ONES, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _live(
    session: Session, office: Office, suppositions: Suppositions, future: Future, known: int
) -> None:
    working = office.calendar.is_working(office.today)
    if working:
        suppositions.come_in(session, office, future)
    result = evaluate(session, office)
    for name in ("opened", "raised", "closed"):
        getattr(future, name).extend((office.today, uid) for uid in getattr(result, name))
    if not office.calendar.may_be_written_on(office.today):
        return
    directory = directory_of(session, office)
    digests, asks = escalate(session, office, directory), remind(session, office, directory)
    if not digests.letters and not asks.letters:
        return
    _send(session, office.council.id, office.today, office.now)
    for letter, lines in _letters(session, office, known):
        future.letters.append(letter)
        suppositions.are_made_of(letter, lines, office)


def _note_volume(future: Future, office: Office, letters: int, earlier: dict[date, int]) -> None:
    """The letters of a day are held as the real ones are, and then let go by somebody."""
    if not letters:
        return
    written = earlier.pop(office.today, 0) + letters
    remembered = [count for day, count in earlier.items() if day >= office.today - REMEMBERED]
    if is_unusual(written, earlier=remembered, policy=office.policy.volume):
        future.held.append((office.today, letters))
    earlier[office.today] = written


def _send(session: Session, council_id: int, day: date, now: datetime) -> None:
    """In a simulation every letter arrives at once."""
    session.execute(
        update(OutboxMessage)
        .where(
            OutboxMessage.council_id == council_id,
            OutboxMessage.day <= day,
            IS_WAITING,
        )
        .values(state="sent", sent_at=now)
        .execution_options(synchronize_session=False)
    )


def _letters(
    session: Session, office: Office, known: int
) -> Iterator[tuple[Foreseen, list[LetterLine]]]:
    """Those that were not there before."""
    for one in letters_on(session, office.council.id, office.today, after=known):
        letter = Foreseen(
            day=office.today,
            name=one.name,
            recipient=one.recipient,
            kind=one.kind,
            subject=one.subject,
            asks=tuple(line.uid for line in one.lines if line.case_id is None),
            cases=tuple(line.uid for line in one.lines if line.case_id is not None),
            groups=tuple(dict.fromkeys(line.group for line in one.lines)),
        )
        yield letter, one.lines


def _activities(session: Session, council_id: int) -> Iterator[Activity]:
    yield from session.scalars(
        select(Activity)
        .where(Activity.council_id == council_id)
        .options(joinedload(Activity.group))
        .order_by(Activity.group_id, Activity.position, Activity.id)
    )


def _window(activity: Activity, first_start: date | None, first_due: date | None) -> Window:
    return Window(
        uid=activity.uid,
        number=activity.number,
        group=activity.group.name,
        description=activity.description,
        wording=activity.wording,
        start=activity.start,
        due=activity.due,
        first_start=first_start,
        first_due=first_due,
        closed_on=activity.closed_on,
    )
