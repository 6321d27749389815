"""Times that hold for a whole section: "November", "2024", "Fas 1 (januari–mars 2022)"."""

import re
from dataclasses import replace

from intake.document import Paragraph, Section
from intake.time_vocabulary import MONTHS, RELATIVE_PERIODS
from intake.timewords import bracketed_time, has_year, is_duration, is_time, trailing_time
from intake.topics import topic_of
from intake.wording import fold, key, split_number

_YEAR = re.compile(r"(?:19|20)\d\d")
_SECTION = re.compile(r"\d{1,2}\.\d{1,2}\.?\s+(?=[^\W\d_])")
_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b"
FULL_DATE = re.compile(
    rf"\d{{1,2}}\.?\s+{_MONTH}|{_MONTH}\.? \d{{1,2}}(?!\d)|\d{{4}}-\d\d-\d\d|\d/\d|\d\.\d",
    re.IGNORECASE,
)


_SEEN_FROM = re.compile(
    r"(?:after|before|by|during|on|prior to|upon|within|efter|etter|fram till|före|før|inden|inför"
    r"|innan|innen|inom|senast|under|vid)\s(?:\S+\s){0,4}\S+$",
    re.IGNORECASE,
)


def period_of(section: Section) -> str | None:
    """The wording below the heading, or of the nearest heading that is one, with its year."""
    if stated := _stated_below(section):
        return stated
    return _of_headings(section)


def _of_headings(section: Section) -> str | None:
    for heading in reversed(_below_title(section)):
        if (wording := _of_heading(heading)) and not _YEAR.fullmatch(wording):
            return with_year(wording, section)
    return None


def due_of(section: Section) -> str | None:
    """The time that heads a table without a column of times; a meeting's own day is none."""
    if is_day(section):
        announced = any(topic_of(heading) == "activities" for heading in section.path[-2:-1])
        return _of_heading(section.path[-1]) if announced else None
    return _of_headings(section) or seen_from(section)


def seen_from(section: Section) -> str | None:
    """A heading such as "Före invigningen": a time, though no calendar knows it."""
    name = split_number(fold(section.title))[1]
    known = topic_of(name) or not _SEEN_FROM.match(name) or section.path[1:] == ()
    return None if known else name


def _stated_below(section: Section) -> str | None:
    first = section.blocks[0] if section.blocks else None
    return first.text if isinstance(first, Paragraph) and is_time(first.text) else None


def _below_title(section: Section) -> tuple[str, ...]:
    """The headings above, without the title: its year or day is the document's own."""
    return section.path[1:] if len(section.path) > 1 or section.is_first else section.path


def _of_heading(heading: str) -> str:
    name = _unnumbered(heading)
    if is_time(name) or key(name) in RELATIVE_PERIODS:
        return name
    inside = bracketed_time(name)[1]
    return inside if inside and not is_duration(inside) else _after_colon(name)


def _unnumbered(heading: str) -> str:
    """Without its number, also such as "2.6 Juni" has one."""
    return _SECTION.sub("", split_number(fold(heading))[1])


def _after_colon(name: str) -> str:
    """The time that a heading ends with, after a sign that parts it from its name."""
    before, wording = trailing_time(name)
    parted = re.match(r"\s*[:,–—-]", name[len(before) :]) is not None
    return wording.lstrip("–—- ") if before and parted and not FULL_DATE.search(wording) else ""


def with_year(wording: str, section: Section) -> str:
    """The wording, with the year of the heading above that is nothing but a year."""
    years = [one for one in section.path if _YEAR.fullmatch(one.strip())]
    return f"{wording} {years[-1].strip()}" if years and not has_year(wording) else wording


def dated_heading(section: Section) -> str | None:
    """The nearest heading that is a time of a named year, or ends with one: it holds below."""
    found = (_named_year(heading) for heading in reversed(_below_title(section)))
    return next((wording for wording in found if wording), None)


def _named_year(heading: str) -> str:
    """A time such as "Hösten 2026", or the year of "Aktiviteter 2026"; no span of years."""
    if (wording := _of_heading(heading)) and has_year(wording):
        return wording
    years = _YEAR.findall(heading)
    last = fold(heading).rstrip(" :)").endswith(tuple(years)) if years else False
    return str(years[0]) if len(years) == 1 and last and not is_span(heading) else ""


def is_span(heading: str) -> bool:
    return re.search(r"\d\s*[-–/]\s*\d", heading) is not None


def below_time(section: Section, at: int) -> Section:
    """The section as its block `at` stands in it: a time alone on the line above heads that."""
    above = section.blocks[at - 1] if at else None
    if not isinstance(above, Paragraph) or not has_year(above.text) or not is_time(above.text):
        return section
    return replace(section, path=(*section.path, above.text))


def is_day(section: Section) -> bool:
    """A heading that is one day belongs to a meeting, whose points are notes."""
    names = map(_unnumbered, section.path[-1:])
    return any(FULL_DATE.search(one) and is_time(one) for one in names)
