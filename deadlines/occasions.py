"""What a wording without a calendar date means: an event, a repetition, no end, or nothing."""

import re

from deadlines.mentions import Findings
from deadlines.tokens import Line

EVENT = re.compile(
    r"[fas][ji@E&=]{0,6}k?[xqM#]|j[x&j]{0,5}q|[bputr@IE][jikE@(F]{0,6}x{0,3}q|^i?x{0,1}q[,)]?$|[fa]i?[GKNJ]"
)
AFTER_A_DAY = re.compile(r"[fa]j?x{0,3}q")


def is_event(found: Findings, line: Line) -> bool:
    return found.event or EVENT.search(line.tags) is not None


def hangs_on_event(found: Findings, line: Line) -> bool:
    """Whether its day is no day of its own: "by Friday the week before the meeting"."""
    last = found.mentions[-1]
    if last.lead:
        return last.span.name in ("deictic", "lapse")
    deictic = last.span.name == "deictic" or last.item == "weekday"
    return deictic and AFTER_A_DAY.search(line.tags[last.end :]) is not None


def is_endless(line: Line) -> bool:
    return "w" in line.tags


def says_nothing(found: Findings, line: Line) -> bool:
    """Whether it is plainly no deadline: TBD, a version, a phone number, a person's name."""
    return "z" in line.tags or found.names or _lasts(line)


def _lasts(line: Line) -> bool:
    return re.search(r"[nk][GKNJQHR]", line.tags) is not None
