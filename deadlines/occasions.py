"""What a wording without a calendar date means: an event, a repetition, no end, or nothing."""

import re
from datetime import date
from typing import cast

from deadlines.limits import BODY
from deadlines.mentions import Findings, Mention
from deadlines.periods import House
from deadlines.tokens import Line
from deadlines.vocabulary import NAMES

EVENT = re.compile(
    r"[fas][ji@E&=^zm]{0,6}k?[xqM#3$]|j[x&j#3]{0,5}q|[bputr@IE][jikE@(F]{0,6}[x#3]{0,3}q|^i?x?q(?:#?n)?[,)]?$"
    r"|[fa]i?[GKNJ]"
)
CALLED_OFF = 3  # the value of "cancelled" among the words for no time
NEW_TIME = frozenset("^>")
UNDECIDED = 2  # the value of "TBD" among the words for no time
NAME_AND_YEAR = re.compile(r"\(?[x#]{1,3}(?:&x)?[,(]{0,2}Y(?:-[Yy])?\)?[x#]{0,3}$")
# Arbetsgruppen Jubileum 2026: a group, and what it is called.
GROUP_AND_NAME = re.compile(
    rf"[A-ZÅÄÖ]\w+(?:{'|'.join(NAMES['bodies_sv'])})(?: [A-ZÅÄÖ][a-zåäöé-]+){{1,3}} \d{{4}}"
    rf"|(?:[A-Z][\w-]+ ){{1,3}}\d{{4}}(?: [A-Z][\w-]+){{0,2}} (?:{'|'.join(NAMES['bodies_en'])})"
)
YEARS_TO_A_GOAL = 4  # and a round number
COARSE = {"year", "relative", "weekday"}
PARTED = {"term", "academic", "season", "year"}
UNREAD_TIME = "time"  # the value of an unknown word that names some time
TIME = re.compile(r"[WKQHUTRSMVhLZ]|(?<![nkoj%])[GN]")
UNREAD_UNIT = re.compile(r"[x=]n$")  # läsperiod 3
NUMBER_BEHIND = re.compile(r"(?:[,&/-]{1,2}[no])+$|-n")
BEFORE_A_NUMBER = tuple(",&/-")
FRACTION = re.compile("x{0,2}d(?:$|z|p?x)")  # 1/3, 5/7 completed, tier 2/3, 4/5 by users
LARGEST_DENOMINATOR = 10
CHOICE = re.compile(r"z/w|w/z")
AFTER_A_DAY = re.compile(r"[fa]j?x{0,3}q")


def is_event(found: Findings, line: Line) -> bool:
    said = EVENT.search(line.tags)
    return found.event or (said is not None and not _is_somebody(said, line))


def _is_somebody(said: re.Match[str], line: Line) -> bool:
    """Steering Committee, or a body alone: who, and not when."""
    if said[0][:2] == "xq":
        return line.values[said.start() + 1] == BODY
    return line.tags == "q" and line.values[0] == BODY


def hangs_on_event(found: Findings, line: Line) -> bool:
    """Whether its day is no day of its own: "by Friday the week before the meeting"."""
    last = found.mentions[-1]
    hangs = found.hangs or (found.project_year and not last.span.year)
    if hangs and len(found.mentions) == 1:
        return True
    if last.lead:
        return last.span.name in ("deictic", "lapse")
    deictic = last.span.name == "deictic" or last.item == "weekday"
    return deictic and AFTER_A_DAY.search(line.tags[last.end :]) is not None


def misleads(found: Findings, line: Line, house: House) -> bool:
    """Whether what was read is no time, or not the whole of it; most lines have no such sign."""
    return (
        is_half_read(found, line)
        or ("4" in line.tags and names_no_day(line))
        or ("d" in line.tags and house.lang == "en" and is_fraction(line))
        or (found.mentions[0].item == "year" and is_in_a_name(found, line, house.reference))
    )


def is_half_read(found: Findings, line: Line) -> bool:
    """Whether a time was read and something beside it, that says which part, was not.

    So neither "Michaelmas term 2026" nor "13/13 2026" is the whole year.
    """
    first = found.mentions[0]
    if len(found.mentions) > 1:
        return any(
            mention.item == "year" and _hides_a_time(mention) for mention in found.mentions[1:]
        )
    if first.begin == 0 and first.end == len(line.tags):
        return False
    if line.tags.startswith(BEFORE_A_NUMBER, first.end) and NUMBER_BEHIND.match(
        line.tags, first.end
    ):
        return True
    if first.item in PARTED and _follows_unread_unit(first, line):
        return True
    return first.item in COARSE and not first.span.edge and _is_a_frame(first, line)


def is_fraction(line: Line) -> bool:
    """Whether English 2/3 is rather two thirds than a day."""
    found = FRACTION.match(line.tags)
    if found is None:
        return False
    token = found.group().index("d")
    if ":" in line.text[: line.places[token]]:
        return False  # Draft: 3/5
    day, month = cast("tuple[int, int]", line.values[token])
    return day < month <= LARGEST_DENOMINATOR


def _is_a_frame(first: Mention, line: Line) -> bool:
    """Whether what stands beside it says which part of it is meant."""
    if line.tags.startswith(("E", "#n"), first.end):
        return True
    if line.tags[: first.begin].endswith(("4", "nn", "#n", "Rn", "#n(", "#n,", "4(")):
        return first.item in ("year", "academic")
    return _names_a_time(line, first.begin - len(first.gap), first.begin) or _names_a_time(
        line, first.end, len(line.tags)
    )


def names_no_day(line: Line) -> bool:
    """Whether 2026-13-01 stands there, and not as the number of something."""
    return any(
        tag == "4" and value == "day" and line.tags[place - 1 : place] != "#"
        for place, (tag, value) in enumerate(zip(line.tags, line.values, strict=True))
    )


def is_in_a_name(found: Findings, line: Line, reference: date | None) -> bool:
    """Whether a year behind a name alone is one that no plan runs to: Sverige 2040, Word 2019."""
    if reference is None or not NAME_AND_YEAR.match(line.tags):
        return False
    year = found.mentions[0].span.year or reference.year
    is_goal = year % 5 == 0 and year >= reference.year + YEARS_TO_A_GOAL
    is_called_so = GROUP_AND_NAME.fullmatch(line.text.strip()) is not None
    is_source = line.tags[0] == "(" and year < reference.year
    return is_goal or is_called_so or is_source or year < reference.year - 1


def _follows_unread_unit(mention: Mention, line: Line) -> bool:
    """Period 3 HT26: part of the term."""
    place = mention.begin - 2
    unit = UNREAD_UNIT.search(line.tags, 0, mention.begin)
    return bool(unit) and (line.tags[place] == "=" or line.values[place] == UNREAD_TIME)


def _names_a_time(line: Line, begin: int, end: int) -> bool:
    if TIME.search(line.tags, begin, end):
        return True
    return UNREAD_TIME in line.values[begin:end]


def _hides_a_time(mention: Mention) -> bool:
    return not mention.span.edge and TIME.search(mention.gap) is not None


def is_endless(line: Line) -> bool:
    """Ongoing, unless "klart/pågår" only lists what a status can be."""
    return "w" in line.tags and CHOICE.search(line.tags) is None


def ongoing_first(line: Line) -> bool:
    """Ongoing, reported every quarter: the repetition is what comes with it."""
    return re.match(r"[^mg%]*w", line.tags) is not None


def is_called_off(line: Line) -> bool:
    """Cancelled (was due in June): so that no longer holds, but a new time does."""
    if line.tags[:1] != "z" or line.values[0] != CALLED_OFF:
        return False
    return line.tags[1:2] in (",", "(", "-") and NEW_TIME.isdisjoint(line.tags)


def is_undecided(line: Line) -> bool:
    """So "TBD for next release": nothing behind it makes it a time."""
    return line.tags[:1] == "z" and line.values[0] == UNDECIDED


def says_nothing(found: Findings, line: Line) -> bool:
    """Whether it is plainly no deadline: TBD, a version, a name, a dash."""
    if names_no_day(line):
        return False
    signs_alone = line.tags != "" and line.tags.strip("-/,()") == ""
    return "z" in line.tags or found.names or signs_alone or _lasts(line)


def _lasts(line: Line) -> bool:
    return re.search(r"[nk][GKNJQHR]", line.tags) is not None
