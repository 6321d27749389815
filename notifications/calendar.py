"""Last days as entries for a calendar (RFC 5545).

Written by hand: a library would cost more than all the rest of a mail.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from language.catalog import Language, say
from notifications.addresses import Mailbox, one_line

DAY = timedelta(days=1)
LINE_OCTETS = 75  # RFC 5545, 3.1
CHARACTER, GOES_ON = 0b11000000, 0b10000000  # how UTF-8 marks that a character goes on


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
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Tidplan//Tidplan//SV",
        "METHOD:PUBLISH",  # RFC 5546: news, no invitation that wants an answer
        _line("X-WR-CALNAME", say("calendar.name", language)),
    ]
    organizer = _folded(f"ORGANIZER:mailto:{sender.address}")
    made = f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    for day in days:
        lines += _entry(day, language, organizer, made)
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def _entry(day: LastDay, language: Language, organizer: str, made: str) -> tuple[str, ...]:
    words = say("calendar.words", language, words=day.wording, group=day.group)
    return (
        "BEGIN:VEVENT",
        _folded(f"UID:{_text(day.uid)}@tidplan"),
        f"SEQUENCE:{day.changes}",
        made,
        organizer,
        f"DTSTART;VALUE=DATE:{_day(day.on)}",
        f"DTEND;VALUE=DATE:{_day(day.on + DAY)}",
        _line("SUMMARY", say("calendar.due", language, description=day.description)),
        _line("DESCRIPTION", words),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _line(name: str, words: str) -> str:
    return _folded(f"{name}:{_text(words)}")


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(words: str) -> str:
    """RFC 5545, 3.3.11."""
    plain = one_line(words)
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """On lines of at most 75 octets, never broken within a character."""
    octets = line.encode()
    if len(octets) < LINE_OCTETS:
        return line
    pieces = []
    while len(octets) >= LINE_OCTETS:
        at = LINE_OCTETS - 1
        while octets[at] & CHARACTER == GOES_ON:
            at -= 1
        pieces.append(octets[:at])
        octets = octets[at:]
    return b"\r\n ".join((*pieces, octets)).decode()
