"""Finds the periods in a line of tokens, each with the words that limit it."""

import re
from dataclasses import dataclass
from typing import Any

from deadlines.errors import UnclearDeadlineError
from deadlines.grammar import items_in
from deadlines.limits import BETWEEN_LIMIT_AND_PERIOD, DAY_ITEMS, limit_of
from deadlines.names import CAN_BE_NAMES, is_a_name
from deadlines.periods import House
from deadlines.readers import READERS
from deadlines.relative import counted, in_turn
from deadlines.spans import Span
from deadlines.tokens import Line

Lead = tuple[int, str, Any, bool]  # how many, of which unit, and whether it lasts so long

COUNTED_FROM = re.compile(
    r"(?:\S+\s+){1,2}(?:of|from|efter|after|från|fra|following|före|before|etter|post|prior)\b"
    r"(?!\s+(?:today|now|this date|idag|i dag|nu|dagens|i dag)\b)",
    re.IGNORECASE,
)
OF_A_PROJECT = re.compile(
    r"\S+\s+(?:of|in|into|i|på|av)\s+(?:the\s+)?(?:proje[ck]t|kurs|course|program|uppdrag|module)",
    re.IGNORECASE,
)
MEETING_ON = re.compile(r"i?[fa][j@]{0,2}[q#]{1,3}[i@]{0,2}")
SEVERAL = re.compile(
    r"(?:weeks|months|years|days|quarters|terms|semesters|veckorna|månaderna|åren|dagarna|kvartalen"
    r"|terminerna|halvåren)\b",
    re.IGNORECASE,
)
TAKE_TURNS = {"season", "leave", "feast"}
EACH = {"date_each_month", "each_month", "each_year"}
PECULIAR = EACH | {"week", "within", "relative", "ahead"}
BESIDE = -1  # the count of a lead without a number: "the week before Christmas"
LAST_PROJECT_YEAR = 6  # Year 7 is a form at school
NOT_EACH = 2  # the value of "every other": which of them is the next, nobody says
LIMITED = frozenset("bpu")
NAMING = re.compile("x|#|3|-D|gM|qM|MS")  # what a name with a time in it has


@dataclass(slots=True)
class Mention:
    """One period in the wording.

    limit: the tag of the word that limits it (by, before …) or nothing; gap: the tags between
    it and the mention before it; lead: a duration that counts from it (two weeks before …).
    """

    span: Span
    limit: str
    gap: str
    begin: int
    end: int
    item: str
    lead: Lead | None


class Findings:
    """The periods of a line, and what else was found in it."""

    event = hangs = project_year = names = False
    lead: Lead | None = None
    past = named_to = 0

    def __init__(self, line: Line) -> None:
        self.mentions: list[Mention] = []
        self.repeated: list[str] = []
        self.naming = NAMING.search(line.tags) is not None


def findings(line: Line, house: House) -> Findings:
    """Every item of the line, from left to right."""
    found = Findings(line)
    try:
        for match in items_in(line.tags):
            item = match.lastgroup or ""
            if item in READERS:
                _note_period(found, item, match, line=line, house=house)
            else:
                _note_other(found, item, match, line)
    except UnclearDeadlineError:
        raise
    except (ValueError, OverflowError) as error:
        raise UnclearDeadlineError(f"names a time that does not exist ({error})") from error
    return found


def _note_other(found: Findings, item: str, match: re.Match[str], line: Line) -> None:
    begin, end = match.span()
    if item == "often" and _is_a_rate(line, begin):
        found.names = True
    elif item == "often":
        found.repeated.append(f"{match.group()} {line.values[begin]}")
    elif item == "offset":
        lasts = line.tags[end : end + 2].lstrip(",i")[:1] == "r"
        found.lead = (*counted(match.group(), line.values[begin:end]), lasts)
        found.event = True
    elif item == "beside":
        limit = "" if LIMITED.isdisjoint(line.tags[found.past : begin]) else "b"
        found.lead = (BESIDE, match.group()[-1], (limit, line.values[end - 1]), False)
        found.event = True
    elif item == "project" and match[0] == "Jn" and _is_a_form(line.values[begin + 1]):
        found.names = True
    elif item == "project":
        found.event = True
        found.project_year |= match.group()[0] == "J"
    else:
        found.names = True
    found.past = end


def _is_a_form(number: object) -> bool:
    return isinstance(number, int) and number > LAST_PROJECT_YEAR


def _is_a_rate(line: Line, begin: int) -> bool:
    """40 hours a week: how much work, and not when."""
    return line.tags[begin - 1 : begin] == "G" and line.values[begin - 1] == "hour"


def _note_period(
    found: Findings, item: str, match: re.Match[str], *, line: Line, house: House
) -> None:
    begin, end = match.span()
    if found.naming and item in CAN_BE_NAMES and _is_named(found, item, match, line, house):
        found.names = True
        found.named_to = end
    elif item not in PECULIAR or not _is_no_period(found, item, match, line):
        gap, tags = line.tags[found.past : begin], match[0]
        span = READERS[item](tags, line.values[begin:end], house)
        if tags[0] in "jl" and item in TAKE_TURNS and span.year is None:
            span = in_turn(span, line.values[begin], house)
        before = found.mentions[-1].limit if found.mentions else ""
        limit = limit_of(item, gap, line, begin=begin, end=end, before=before)
        if item in EACH:
            found.repeated.append(f"m{match.group()[-1]} 1")
        lead = _lead(found, gap, item) if found.lead else None
        found.mentions.append(Mention(span, limit, gap, begin, end, item, lead))
    found.past = end


def _is_no_period(found: Findings, item: str, match: re.Match[str], line: Line) -> bool:
    """Whether it hangs on an event, recurs without a next time or lasts so long."""
    begin, end = match.span()
    if item == "within" and COUNTED_FROM.match(line.text, line.places[end - 1]):
        found.lead = (*counted(match.group(), line.values[begin:end]), False)
        found.event = True
    elif item == "week" and OF_A_PROJECT.match(line.text, line.places[end - 1]):
        found.event = True
    elif item == "relative" and SEVERAL.match(line.text, line.places[end - 1]):
        raise UnclearDeadlineError("names several weeks or months, but not how many")
    elif item in EACH and _has_no_next(line, begin, end):
        found.repeated.append(f"{match.group()} {NOT_EACH}")
    else:
        return item == "ahead" and _lasts(line, begin)
    return True


def _is_named(found: Findings, item: str, match: re.Match[str], line: Line, house: House) -> bool:
    """Whether it is part of a name; of Spring Hill Plan 2030 the year is as well."""
    begin, end = match.span()
    if item == "season" and _follows_a_name(found, line, begin):
        return line.text[line.places[begin]].isupper()
    if (
        item == "year"
        and found.named_to == found.past > 0
        and not line.tags[found.past : begin].strip("x#3q")
    ):
        return True
    return is_a_name(line, item, begin, end, lang=house.lang)


def _follows_a_name(found: Findings, line: Line, begin: int) -> bool:
    """Maj-Britt Höst; but not "remiss Maj - enkät Höst"."""
    gap = line.tags[found.named_to : begin]
    if not found.named_to or gap not in ("", "-x"):
        return False
    return not gap or not line.text[line.places[found.named_to] - 1].isspace()


def _has_no_next(line: Line, begin: int, end: int) -> bool:
    """Every other month, and the last working day of each: no calendar tells the next."""
    return line.values[line.tags.index("m", begin)] == NOT_EACH or "work" in line.values[begin:end]


def _lead(found: Findings, gap: str, item: str) -> Lead | None:
    """What counts from this period; what counts from a meeting in it hangs in the air.

    But a meeting on a day is that day.
    """
    lead, found.lead = found.lead, None
    dated = item in DAY_ITEMS and MEETING_ON.fullmatch(gap)
    if lead and not dated and len(gap.strip(BETWEEN_LIMIT_AND_PERIOD)) > 1:
        found.hangs |= gap[-1] not in "bpu" and "," not in gap
        return None
    return lead


def _lasts(line: Line, begin: int) -> bool:
    """Swedish "i två veckor" is how long, English "in two weeks" is when."""
    place = line.places[begin]
    return line.tags[begin] == "i" and line.text[place : place + 2].lower() != "in"
