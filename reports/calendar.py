"""Deadlines as a calendar that other programs can follow (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from language.catalog import Language, say

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LastDay:
    """uid: the same for good; changes: how often its time has; changed: the last answer's day."""

    uid: str
    on: date
    description: str
    wording: str
    group: str
    changes: int
    changed: date


def calendar_file(days: Iterable[LastDay], language: Language) -> bytes:
    """One all-day entry each; a moved one is the same entry with a higher SEQUENCE."""
    calendar = Calendar()
    calendar.add("prodid", "-//Tidplan//Tidplan//SV")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", say("calendar.name", language))
    for one in days:
        calendar.add_component(_entry(one, language))
    return bytes(calendar.to_ical())


def _entry(one: LastDay, language: Language) -> Event:
    entry = Event()
    entry.add("uid", f"{one.uid}@tidplan")
    entry.add("sequence", one.changes)
    entry.add("dtstamp", datetime.combine(one.changed, time(), UTC))
    entry.add("dtstart", one.on)
    entry.add("dtend", one.on + DAY)
    entry.add("summary", say("calendar.due", language, description=one.description))
    words = say("calendar.words", language, words=one.wording, group=one.group)
    entry.add("description", words)
    entry.add("transp", "TRANSPARENT")
    return entry
