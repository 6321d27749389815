"""Lines of plain text, without what only numbers its pages or heads each of them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from intake.line import Line

_PAGE = r"(?:sida|sidan|side|page|s\.|p\.)"
_NUMBERED = re.compile(
    rf"\s*(?:{_PAGE}?\s*\d{{1,3}}\s*(?:\(\d{{1,3}}\)|(?:av|of|af)\s+\d{{1,3}})"
    rf"|{_PAGE}\s*\d{{1,3}}(?:\s*/\s*\d{{1,3}})?|[–—-]\s*\d{{1,3}}\s*[–—-])\s*",
    re.IGNORECASE,
)
_FOOT = re.compile(
    rf"\S\s+(?:\d{{1,3}}\s*(?:\(\d{{1,3}}\)|(?:av|of|af)\s+\d{{1,3}})|{_PAGE}\s*\d{{1,3}})\s*$",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s*\d{1,3}\s*")
_UNDER = re.compile(r"\s*(?P<sign>[-=~_*])(?P=sign){3,}\s*")
_IN_COLUMNS = re.compile(r"\S(?:\s{2,}|\t|\s*\|\s*)\S")
MIN_REPEATS = 2
MAX_HEAD = 4  # lines
UNDERLINED_WITH_DASHES = 2
MAX_HEADING = 120  # letters
EARLY = 0.6  # of the widest line


@dataclass(frozen=True, slots=True)
class _Raw:
    """blanks: the empty lines above it; edge: whether it is the first or last of a page."""

    text: str
    number: int
    page: int
    blanks: int
    edge: bool


def lines_of(text: str) -> list[Line]:
    """Non-empty lines; in a text with a blank after every line only larger gaps count."""
    paged = "\f" in text.rstrip("\f\n ")
    found = _without_furniture(list(_raw(text)))
    gap = _gaps(found)
    return [
        Line(
            one.text,
            one.number,
            one.page if paged else None,
            gap[at] or (at > 0 and _UNDER.fullmatch(found[at - 1].text) is not None),
            _underlined(found, at),
            at == 0,
        )
        for at, one in enumerate(found)
        if not _UNDER.fullmatch(one.text)
    ]


def _underlined(lines: list[_Raw], at: int) -> int:
    """The level of a heading that a row of signs stands right below; 0 for headings of columns."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    rule = _UNDER.fullmatch(below.text) if below and not below.blanks else None
    text = lines[at].text.strip()
    if rule is None or _IN_COLUMNS.search(text) or len(text) > MAX_HEADING or text[-1] in ".,;":
        return 0
    first = at == 0 or rule["sign"] == "="
    return 1 if first else UNDERLINED_WITH_DASHES


def _raw(text: str) -> Iterator[_Raw]:
    page, number = 1, 0
    for sheet in text.split("\f"):
        blanks, on_page = 0, []
        for nth, raw in enumerate(sheet.split("\n")):
            number += nth > 0 or page == 1
            line = raw.replace("\r", "").expandtabs(8).rstrip()
            if line:
                on_page.append((line, number, blanks))
            blanks = 0 if line else blanks + 1
        for at, (line, where, above) in enumerate(on_page):
            yield _Raw(line, where, page, above, at in (0, len(on_page) - 1))
        page += 1


def _without_furniture(lines: list[_Raw]) -> list[_Raw]:
    """Without page numbers, and the lines beside them that every page repeats."""
    several = lines[-1].page > 1 if lines else False
    marks = {at for at, one in enumerate(lines) if _is_page_number(one, several=several)}
    marks |= _feet(lines)
    near = {at + step for at in marks for step in (-1, 1)} - marks
    near |= {at for at, one in enumerate(lines) if one.edge and several} - marks
    often = Counter(_same(lines[at].text) for at in near if 0 <= at < len(lines))
    running = {text for text, times in often.items() if times >= MIN_REPEATS}
    dropped = marks | {
        at for at in near if 0 < at < len(lines) and _same(lines[at].text) in running
    }
    dropped |= _heads_again(lines, marks)
    return [one for at, one in enumerate(lines) if at not in dropped]


def _heads_again(lines: list[_Raw], marks: set[int]) -> set[int]:
    """Lines below a page's number that stand word for word at the beginning of the document."""
    opening = [one.text.strip() for one in lines[:MAX_HEAD]]
    found: set[int] = set()
    for mark in marks:
        at = mark + 1
        while at < len(lines) and at >= MAX_HEAD and lines[at].text.strip() in opening:
            found.add(at)
            at += 1
    return found


def _feet(lines: list[_Raw]) -> set[int]:
    """Lines that differ by the page number at their end alone: "Plan för Norrby, sida 2"."""
    feet = [(at, _same(one.text)) for at, one in enumerate(lines) if _FOOT.search(one.text)]
    often = Counter(text for _, text in feet)
    return {at for at, text in feet if often[text] >= MIN_REPEATS}


def _is_page_number(one: _Raw, *, several: bool) -> bool:
    return bool(
        _NUMBERED.fullmatch(one.text) or (several and one.edge and _BARE.fullmatch(one.text))
    )


def _same(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()))


def _gaps(lines: list[_Raw]) -> list[bool]:
    """Whether space was left above each line; where all stand as far apart, in the opening."""
    usual = _usual_gap([(one.text, one.blanks) for one in lines[1:]])
    gaps = [one.blanks > usual for one in lines]
    if not usual or any(gaps[1:]):
        return gaps
    width = max(len(one.text.strip()) for one in lines)
    opening = list(takewhile(lambda one: len(one.text.strip()) < EARLY * width, lines))
    return [bool(at) and at <= len(opening) for at in range(len(lines))]


def _usual_gap(lines: list[tuple[str, int]]) -> int:
    """1 for double-spaced text, where even a broken sentence has a blank in it."""
    broken = [blanks for line, blanks in lines if line.strip()[0].islower()]
    return 1 if sum(map(bool, broken)) > max(1, len(broken) * 0.7) else 0
