"""What a wording without a calendar date means: an event, a repetition, no end, or nothing."""

import re

from deadlines.mentions import Findings, Mention
from deadlines.tokens import Line

EVENT = re.compile(
    r"[fas][ji@E&=]{0,6}k?[xqM#3]|j[x&j#]{0,5}q|[bputr@IE][jikE@(F]{0,6}[x#3]{0,3}q|^i?x?q(?:#?n)?[,)]?$"
    r"|[fa]i?[GKNJ]"
)
UNDECIDED = 2  # the value of "TBD" among the words for no time
COARSE = {"year", "relative", "weekday"}
TIMES = set("WKQHUTRSMVhLZ")
CHOICE = re.compile(r"z/w|w/z")
AFTER_A_DAY = re.compile(r"[fa]j?x{0,3}q")


def is_event(found: Findings, line: Line) -> bool:
    return found.event or EVENT.search(line.tags) is not None


def hangs_on_event(found: Findings, line: Line) -> bool:
    """Whether its day is no day of its own: "by Friday the week before the meeting"."""
    last = found.mentions[-1]
    if len(found.mentions) == 1 and (found.hangs or (found.project_year and not last.span.year)):
        return True
    if last.lead:
        return last.span.name in ("deictic", "lapse")
    deictic = last.span.name == "deictic" or last.item == "weekday"
    return deictic and AFTER_A_DAY.search(line.tags[last.end :]) is not None


def is_half_read(found: Findings, line: Line) -> bool:
    """Whether no more than a year or a weekday was read, and a word for a time beside it was not.

    So neither "Michaelmas term 2026" nor "13/13 2026" is the whole year.
    """
    first, *more = found.mentions
    if more:
        return any(mention.item == "year" and _hides_a_time(mention) for mention in more)
    if first.item not in COARSE or first.span.edge:
        return False
    if line.tags[first.end : first.end + 1] == "E":
        return True
    if line.tags[: first.begin].endswith(("4", "nn")):
        return first.item == "year"
    return not TIMES.isdisjoint(first.gap + line.tags[first.end :])


def _hides_a_time(mention: Mention) -> bool:
    return not (mention.span.edge or TIMES.isdisjoint(mention.gap))


def is_endless(line: Line) -> bool:
    """Ongoing, unless "klart/pågår" only lists what a status can be."""
    return "w" in line.tags and CHOICE.search(line.tags) is None


def ongoing_first(line: Line) -> bool:
    """Ongoing, reported every quarter: the repetition is what comes with it."""
    return re.match(r"[^mg%]*w", line.tags) is not None


def is_undecided(line: Line) -> bool:
    """So "TBD for next release": nothing behind it makes it a time."""
    return line.tags[:1] == "z" and line.values[0] == UNDECIDED


def says_nothing(found: Findings, line: Line) -> bool:
    """Whether it is plainly no deadline: TBD, a version, a name, a dash."""
    signs_alone = line.tags != "" and line.tags.strip("-/,()") == ""
    return "z" in line.tags or found.names or signs_alone or _lasts(line)


def _lasts(line: Line) -> bool:
    return re.search(r"[nk][GKNJQHR]", line.tags) is not None
