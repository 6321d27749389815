"""The day's letters: one a person, over all groups and kinds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sqlalchemy.orm import Session

from actions.approvals import Approvals
from actions.asks import Asked, asks_today, note_told
from actions.audit import ENGINE, record
from actions.convening import convenor_asks, with_convenor_asks
from actions.gaps import gap_readers, gaps_today, unheard
from actions.handovers import Handovers
from actions.links import keep_link
from actions.newcomers import Newcomers
from actions.office import Office
from actions.paces import Paces
from actions.situations import Directory, recipient
from actions.verdicts import Verdicts
from actions.withdraw import withdraw_older
from models.tables.people import Person
from models.told_queries import waited_for, written_to_on
from notifications.letter import Digest, Letter
from notifications.message import Message
from notifications.outbox import enqueue_all

PORTION = 100  # letters that are held at a time


@dataclass
class Posted:
    """nobody_works: nothing is said on such a day; it is said on the next working day.

    unreachable: uids of activities that nobody with an address answers for; on a digest's day,
    of its readers' own groups.
    held: letters that wait for a person, because there are unusually many.
    """

    nobody_works: bool = False
    letters: list[str] = field(default_factory=list)
    asks: int = 0
    cases: int = 0
    unreachable: list[str] = field(default_factory=list)
    held: int = 0

    def note(self, letter: Letter) -> None:
        """That it is in the outbox."""
        self.letters.append(letter.recipient.name)
        self.asks += len(letter.asks)
        self.cases += len(letter.cases)


def post_letters(
    session: Session,
    office: Office,
    directory: Directory,
    *,
    digests: Mapping[int, Digest],
    only: Iterable[Person] | None = None,
) -> Posted:
    """Queue the letters of the day, for `only` these people or for all; twice adds none."""
    posted = Posted(nobody_works=not office.calendar.is_working(office.today))
    if not office.calendar.may_be_written_on(office.today):
        return posted
    everyone = None if only is None else list(only)
    _withdraw_older(session, office, directory, everyone)
    paces = Paces(session, office)
    only_them = None if everyone is None else [person.id for person in everyone]
    asked = asks_today(session, office, directory, paces, only_them)
    posted.unreachable = [activity.uid for activity in asked.nobody]
    convened = convenor_asks(session, office, directory)
    for person_id, lines in convened.items():
        asked.asks[person_id] = list(with_convenor_asks(asked.asks[person_id], lines))
    letters = (
        letter
        for letter in _letters(session, office, directory, everyone, asked, digests)
        if not letter.is_empty
        and paces.may_go(letter, directory.people[letter.recipient.person_id])
    )
    while some := list(islice(letters, PORTION)):
        for letter in _queued(session, office, some):
            posted.note(letter)
            asked.is_heard_by(letter)
    note_told(asked)
    posted.nobody_works = posted.nobody_works and not posted.letters
    return posted


def _withdraw_older(
    session: Session, office: Office, directory: Directory, only: Sequence[Person] | None
) -> None:
    waiting = waited_for(session, office.council.id, before=office.today)
    if not waiting:
        return
    people = directory.takes_part(waiting) if only is None else {one.id for one in only}
    withdraw_older(
        session,
        council_id=office.council.id,
        today=office.today,
        people=sorted(people & waiting),
        now=office.now,
    )


def _letters(
    session: Session,
    office: Office,
    directory: Directory,
    only: Sequence[Person] | None,
    asked: Asked,
    digests: Mapping[int, Digest],
) -> Iterator[Letter]:
    """One for each person with an address and no letter of the day yet; some may be empty."""
    written = written_to_on(session, office.council.id, office.today)
    verdicts = Verdicts(session, office, directory)
    approvals = Approvals(session, office, directory)
    handovers = Handovers(session, office, directory)
    newcomers = Newcomers(session, office, directory)
    readers = {person.id for person in gap_readers(directory)}
    news = (*verdicts.people, *approvals.people, *handovers.people, *newcomers.people)
    wanted = sorted({*asked.asks, *news, *readers})
    people = [directory.people[one] for one in wanted] if only is None else only
    asked_for = any(person.id in readers for person in people)
    gaps = gaps_today(session, office, directory) if asked_for else []
    for person in people:
        if person.email is None or person.id in written or person.id in directory.away:
            continue
        mine = gaps if person.id in readers else []
        yield Letter(
            council_id=office.council.id,
            council=office.council.name,
            recipient=recipient(person),
            day=office.today,
            digest=digests.get(person.id),
            asks=tuple(asked.asks.get(person.id, ())),
            gaps=unheard(
                session, mine, person_id=person.id, today=office.today, repeat=office.policy.gaps
            ),
            decided=verdicts.unheard_by(person.id),
            proposals=approvals.wanted_from(person.id, has_digest=person.id in digests),
            settled=approvals.unheard_by(person.id),
            handovers=handovers.unheard_by(person.id),
            welcome=newcomers.welcome(person.id),
        )


def _queued(session: Session, office: Office, letters: Sequence[Letter]) -> Iterator[Letter]:
    """Those that were not in the outbox already."""
    messages = [office.words(letter, mail=office.mail, now=office.now) for letter in letters]
    people = [letter.recipient.person_id for letter in letters]
    queued = enqueue_all(
        session,
        list(zip(people, messages, strict=True)),
        council_id=office.council.id,
        day=office.today,
        now=office.now,
    )
    for letter, message in zip(letters, messages, strict=True):
        if message.dedup_key in queued:
            _keep_link(session, office, letter, message, queued[message.dedup_key])
            yield letter


def _keep_link(
    session: Session, office: Office, letter: Letter, message: Message, number: int
) -> None:
    if message.linked and office.mail.links is not None:
        keep_link(
            session,
            office.mail.links,
            council_id=office.council.id,
            person_id=letter.recipient.person_id,
            message=(number, message.message_id),
            today=office.today,
            now=office.now,
        )


def note_posted(session: Session, office: Office, posted: Posted, *, action: str) -> None:
    """An audit row, where anything was queued."""
    if posted.letters:
        record(
            session,
            council_id=office.council.id,
            now=office.now,
            actor=ENGINE,
            action=action,
            subject=str(office.today),
            letters=len(posted.letters),
            asks=posted.asks,
            cases=posted.cases,
        )
