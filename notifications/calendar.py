"""Last days as entries for a calendar (RFC 5545).

Written by hand: a library would cost more than all the rest of a mail.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from language.catalog import Language, say
from notifications.addresses import Mailbox, one_line

DAY = timedelta(days=1)
LINE_OCTETS = 75  # RFC 5545, 3.1
CHARACTER, GOES_ON = 0b11000000, 0b10000000  # how UTF-8 marks that a character goes on
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,"})  # RFC 5545, 3.3.11


@dataclass(frozen=True, slots=True)
class LastDay:
    """uid: the same for good. changes: how often its time has; only grows."""

    uid: str
    on: date
    description: str
    wording: str
    group: str
    changes: int


def calendar_file(
    days: Iterable[LastDay], language: Language, *, sender: Mailbox, stamp: datetime
) -> bytes:
    """One all-day entry each, without alarms; a moved one is the same with a higher SEQUENCE.

    stamp: when this file was made, or what it tells was last changed.
    """
    name = _text(say("calendar.name", language))
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Tidplan//Tidplan//SV",
        "METHOD:PUBLISH",  # RFC 5546: news, no invitation that wants an answer
        f"X-WR-CALNAME:{name}",
    ]
    organizer = f"ORGANIZER:mailto:{sender.address}"
    made = f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    entries = (line for day in days for line in _entry(day, language, organizer, made))
    lines = [_folded(line) for line in (*head, *entries, "END:VCALENDAR", "")]
    return b"\r\n".join(lines)


def _entry(day: LastDay, language: Language, organizer: str, made: str) -> Iterator[str]:
    title = say("calendar.due", language, description=day.description)
    words = say("calendar.words", language, words=day.wording, group=day.group)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(day.uid)}@tidplan"
    yield f"SEQUENCE:{day.changes}"
    yield made
    yield organizer
    yield f"DTSTART;VALUE=DATE:{_day(day.on)}"
    yield f"DTEND;VALUE=DATE:{_day(day.on + DAY)}"
    yield f"SUMMARY:{_text(title)}"
    yield f"DESCRIPTION:{_text(words)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(words: str) -> str:
    return one_line(words).translate(ESCAPED)


def _folded(line: str) -> bytes:
    """On lines of at most 75 octets, never broken within a character."""
    octets = line.encode()
    if len(octets) < LINE_OCTETS:
        return octets
    pieces = []
    while len(octets) >= LINE_OCTETS:
        at = LINE_OCTETS - 1
        while octets[at] & CHARACTER == GOES_ON:
            at -= 1
        pieces.append(octets[:at])
        octets = octets[at:]
    return b"\r\n ".join((*pieces, octets))
