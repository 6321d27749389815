"""Finds the periods in a line of tokens, each with the words that limit it."""

import re
from typing import Any, NamedTuple

from deadlines.errors import UnclearDeadlineError
from deadlines.grammar import ITEM
from deadlines.periods import House
from deadlines.readers import READERS
from deadlines.relative import counted
from deadlines.spans import Span
from deadlines.tokens import Line

Lead = tuple[int, str, Any]

BETWEEN_LIMIT_AND_PERIOD = "i@,(k="
COUNTED_FROM = re.compile(
    r"\S+\s+(?:of|from|efter|after|från|fra|following|före|before|etter|post|prior)\b",
    re.IGNORECASE,
)
LIMIT_BEHIND = re.compile(r",?&?([bF])(?:$|[,()x])")
# Values that the vocabulary gives to "to" and "from" words.
NOT_A_LIMIT, ABOUT, BEGINS = 2, 3, 2

DAY_ITEMS = {"named_day", "date", "slashed", "nth_day", "weekday", "some_days", "day_only"}
LOWER_CASE_VERBS = {"may", "march", "mar"}


class Mention(NamedTuple):
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

    __slots__ = ("begin_numbers", "event", "lead", "mentions", "names", "past", "repeated")

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.repeated: list[str] = []
        self.event = False
        self.names = False
        self.lead: Lead | None = None
        self.past = 0


def findings(line: Line, house: House) -> Findings:
    """Every item of the line, from left to right."""
    found = Findings()
    for match in ITEM.finditer(line.tags):
        item = match.lastgroup or ""
        if item in READERS:
            _note_period(found, item, match, line=line, house=house)
        else:
            _note_other(found, item, match, line)
    return found


def _note_other(found: Findings, item: str, match: re.Match[str], line: Line) -> None:
    begin, end = match.span()
    if item == "often":
        found.repeated.append(f"{match.group()} {line.values[begin]}")
    elif item == "offset":
        found.lead, found.event = counted(match.group(), line.values[begin:end]), True
    elif item == "project":
        found.event = True
    else:
        found.names = True
    found.past = end


def _note_period(
    found: Findings, item: str, match: re.Match[str], *, line: Line, house: House
) -> None:
    begin, end = match.span()
    gap = line.tags[found.past : begin]
    if item == "month" and _is_a_name(line, begin, end):
        found.names = True
    elif item == "within" and COUNTED_FROM.match(line.text, line.places[end - 1]):
        found.lead, found.event = counted(match.group(), line.values[begin:end]), True
    elif not (item == "ahead" and _lasts(line, begin)):
        try:
            span = READERS[item](match.group(), line.values[begin:end], house)
        except UnclearDeadlineError:
            raise
        except (ValueError, OverflowError) as error:
            raise UnclearDeadlineError(f"names a time that does not exist ({error})") from error
        limit = _limit(gap, item, found.past, line) or _limit_behind(line.tags[end : end + 4])
        found.mentions.append(Mention(span, limit, gap, begin, end, item, _lead(found, gap)))
    found.past = end


def _lead(found: Findings, gap: str) -> Lead | None:
    lead, found.lead = found.lead, None
    return lead if len(gap.strip(BETWEEN_LIMIT_AND_PERIOD)) <= 1 else None


def _lasts(line: Line, begin: int) -> bool:
    """Swedish "i två veckor" is how long, English "in two weeks" is when."""
    place = line.places[begin]
    return line.tags[begin] == "i" and line.text[place : place + 2].lower() != "in"


def _limit(gap: str, item: str, past: int, line: Line) -> str:
    if item == "within":
        return "I"
    if "^" in gap and "b" not in gap:
        return "r" if gap.endswith("r") else ""
    tail = gap.rstrip(BETWEEN_LIMIT_AND_PERIOD)
    last = tail[-1:]
    if last == "r":
        return _from(gap, tail, past, line)
    if last == "t":
        return _to(item, line.values[past + len(tail) - 1])
    if last and last in "pfauI":
        return last
    return "b" if "b" in gap else ""


def _limit_behind(rest: str) -> str:
    """The limit that stands behind: "3 mars senast", "1 mars och framåt"."""
    found = LIMIT_BEHIND.match(rest)
    return {"b": "b", "F": "r"}[found[1]] if found else ""


def _to(item: str, value: object) -> str:
    """Swedish "till 3 mars" is a limit; "till våren" is when; "för 2027" is what it is about."""
    if value == ABOUT:
        return "T" if item == "year" else ""
    return "t" if value == NOT_A_LIMIT or item not in DAY_ITEMS else "u"


def _from(gap: str, tail: str, past: int, line: Line) -> str:
    """The limit of "start Q2"; "startar i mars" and "as of EOD" are none."""
    begins = line.values[past + len(tail) - 1] == BEGINS
    if (begins and "i" in gap[len(tail) :]) or line.tags[past + len(gap)] == "c":
        return ""
    return "r"


def _is_a_name(line: Line, begin: int, end: int) -> bool:
    """April Marchand and Majvor Mars are people; "may" and "march" are verbs."""
    if end - begin > 1:
        return False
    before, after = line.tags[max(begin - 1, 0) : begin], line.tags[end : end + 1]
    if before == "x" and _capital(line, begin) and _capital(line, begin - 1):
        return not line.text.isupper()
    if after == "x" and _capital(line, begin) and _capital(line, end):
        return before in ("", "x", ",") and not line.text.isupper()
    place = line.places[begin]
    word = line.text[place : place + 5].partition(" ")[0]
    return word in LOWER_CASE_VERBS and before not in (
        "p",
        "b",
        "f",
        "u",
        "r",
        "i",
        "a",
        "E",
        "-",
        "",
    )


def _capital(line: Line, token: int) -> bool:
    return line.text[line.places[token]].isupper()
