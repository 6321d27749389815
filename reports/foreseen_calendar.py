"""A look into the future as a calendar (RFC 5545): mails on their days, windows over theirs."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from language.catalog import Language, say
from reports.foreseen import Foreseen, Future, Window

DAY = timedelta(days=1)


def calendar_of(future: Future, language: Language) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Tidplan//Tidplan//SV")
    calendar.add("version", "2.0")
    calendar.add(
        "x-wr-calname", say("foreseen.picture", language, first=future.first, last=future.last)
    )
    for event in _events(future, language):
        event.add("dtstamp", datetime.combine(future.first, time(), UTC))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(future: Future, language: Language) -> Iterator[Event]:
    for letter in future.letters:
        yield _letter(letter, language)
    for window in future.windows:
        if window.due is not None and window.closed_on is None:
            yield _window(window, window.due, language)


def _letter(letter: Foreseen, language: Language) -> Event:
    event = _on(letter.day, letter.day, f"letter/{letter.day}/{letter.recipient}")
    event.add("summary", say("foreseen.letter_to", language, name=letter.name))
    about = ", ".join(dict.fromkeys(letter.asks + letter.cases))
    event.add("description", "\n".join(filter(None, (letter.subject, about))))
    return event


def _window(window: Window, due: date, language: Language) -> Event:
    event = _on(window.start or due, due, f"window/{window.uid}")
    event.add("summary", window.description)
    words = say("calendar.words", language, words=window.wording, group=window.group)
    event.add("description", words)
    return event


def _on(first: date, last: date, name: str) -> Event:
    """The same name is the same entry in every look."""
    event = Event()
    event.add("uid", f"{sha256(name.encode()).hexdigest()[:32]}@tidplan")
    event.add("dtstart", first)
    event.add("dtend", last + DAY)
    return event
