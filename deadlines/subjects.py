"""Tells the years in the names of things from the times at which they are done."""

import re

from deadlines.errors import UnclearDeadlineError
from deadlines.limits import ABOUT as MEANT_FOR
from deadlines.limits import DAY_ITEMS
from deadlines.mentions import Mention
from deadlines.periods import House
from deadlines.relative import reference_of
from deadlines.tokens import Line

NAMED_WORDS = ("x", "q")  # of what the year belongs to
OF_A_THING = ("xr", "qr")
ABOUT = re.compile("[ft]x{1,3}i?$")  # inför budget 2027, klart i september
PREDICATE = re.compile("[xzq^]{1,3}[i@]{0,2}")
NUMBERS = {"year", "slashed"}  # which may belong to a name
YEARS = {"year", "academic", "fiscal", "term"}


def without_subjects(mentions: list[Mention], line: Line, house: House) -> list[Mention]:
    """Without the year of what is to be done: of "budget 2027 senast i oktober 2026"."""
    if NUMBERS.isdisjoint([mention.item for mention in mentions]):
        return mentions
    return [mention for mention in mentions if not _is_subject(mention, mentions, line, house)]


def without_origin(mentions: list[Mention]) -> list[Mention]:
    """Without the day that a thing is from: "minutes from 12 May are posted by 3 June"."""
    if len(mentions) == 1 or mentions[0].limit != "r":
        return mentions
    first, second = mentions[:2]
    is_origin = first.gap in OF_A_THING and first.item in DAY_ITEMS
    has_its_own = second.limit in ("b", "p") and "x" in second.gap
    return mentions[1:] if is_origin and has_its_own else mentions


def _is_subject(mention: Mention, mentions: list[Mention], line: Line, house: House) -> bool:
    """Whether it belongs to a name, as the numbers in "Action 3/24 - by 30 June" do as well."""
    year = mention.span.year
    named = mention.item == "year" if year else mention.item == "slashed"
    if not named or mention.limit or not _is_in_a_name(mention, mentions, line):
        return False
    if year and _has_its_own_time(mention, mentions, house):
        return True
    return any(
        other.limit in ("b", "p", "f") or (other.span.year or year or 0) < (year or 0)
        for other in mentions
        if other.item not in ("year", "slashed")
    )


def _has_its_own_time(mention: Mention, mentions: list[Mention], house: House) -> bool:
    """Annual report 2025 published in March 2026: what is said of it, and then its time."""
    behind = [other for other in mentions if other.begin > mention.begin]
    if not behind or behind[0].item == "year" or not PREDICATE.fullmatch(behind[0].gap):
        return False
    if behind[0].span.year is None and mention.span.year != reference_of(house).year:
        raise UnclearDeadlineError("names a time without its year, and the year of something else")
    return True


def _is_in_a_name(mention: Mention, mentions: list[Mention], line: Line) -> bool:
    if mention.gap[-1:] in NAMED_WORDS:
        return True
    behind = line.tags[mention.end : mention.end + 1]
    return mention is mentions[0] and mention.item == "year" and behind in NAMED_WORDS


def is_about(mention: Mention, line: Line) -> bool:
    """The year of what the work is for, when the time of the work stands beside it."""
    if mention.item not in YEARS:
        return False
    about = ABOUT.search(mention.gap)
    if about is None or mention.gap[about.start()] == "f":
        return about is not None and mention.item == "year"
    return line.values[mention.begin - len(about[0])] == MEANT_FOR or mention.item == "year"
