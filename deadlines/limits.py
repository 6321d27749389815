"""Which word limits a period: by, before, after, until or from, in front of it or behind it."""

import re

from deadlines.relative import LIMITING
from deadlines.tokens import Line

BETWEEN_LIMIT_AND_PERIOD = "i@,(k="
BEHIND = re.compile(r"[,(]?&?(?:([bF+])(?:$|[,()x])|(r)(?:$|[,)]))|(b)t")
LIMITS_BEHIND = {"b": "b", "F": "r", "+": "r", "r": "r"}
LIMIT_OF_THE_FORMER = re.compile("[rb],")  # at the earliest in April, …
BEFORE_AN_EVENT = re.compile(r"[fp][j@]{0,2}[xq#3]{1,3}[i@]{0,2}$")
BY_SOMEBODY = re.compile(r"[^,()]*p[j@x]{0,3}qi")
AFTER_AN_EVENT = re.compile(r"a[j@]{0,2}(?:q[i@]{0,2}|[xq]{1,2}q[i@]{1,2})$")
EARLIEST_FURTHER_OFF = re.compile(r"r[xrzj]{1,5}[i@]?$")  # the earliest we can start is 5 May
BODY = 2  # the value of "board" and "committee" among events
# Values of words for another time: extended, and a new deadline.
EXTENDED, NEW_LIMIT = 2, 3
DENIED = 2  # the value of "not" among the words for times that no longer hold
# We cannot begin before 1 April; it won't be ready until May.
# What most gaps are: nothing, or one word that says all.
ALONE = {gap: gap.strip("i") for gap in ("", "i", "p", "b", "f", "u", "a", "bi", "fi")}
LIMITING_TAGS = frozenset("pbfuartsEI^")  # without these, what stands in front limits nothing
DENIABLE = {"f": "r", "u": ""}
DENIED_BEFORE = re.compile(r"![^,()!]{0,5}[fu]i?$")
BOTH_ENDS = re.compile(r"[KQ]?[no][-tu]")
RANGE = ("-", "/", "&", "t", "u")
# Values that the vocabulary gives to "to" and "from" words.
NOT_A_LIMIT, ABOUT, BEGINS, EARLIEST, ENDS = 2, 3, 2, 3, 2

DAY_ITEMS = {
    "named_day",
    "month_day",
    "date",
    "slashed",
    "nth_day",
    "weekday",
    "some_days",
    "day_only",
    "spaced_day",
}

WHOLE = {"month", "numbered", "season", "term", "academic", "fiscal", "year"}

# Till jul, till påsk: when it is wanted; till Lucia: the last day.
LONG_FEASTS = {"christmas", "christmas_en", "easter", "holy_week", "autumn_break", "winter_break"}


def limit_of(item: str, gap: str, line: Line, *, begin: int, end: int, before: str) -> str:
    """The tag of the limit, or nothing; before: the limit of the period before this one."""
    if item == "within":
        return "I"
    if gap in ALONE:
        limit = ALONE[gap]
    elif LIMITING_TAGS.isdisjoint(gap):
        limit = ""
    else:
        limit = _in_front(gap, item, begin - len(gap), line)
    if not limit:
        limit = (
            (_behind(line, end) if end < len(line.tags) else "")
            or (_own(gap, line, begin, end) if "c" in line.tags else "")
            or ("T" if before == "T" and gap in RANGE else "")
        )
    return "" if limit == "r" and BOTH_ENDS.match(line.tags, begin, end) else limit


def _in_front(gap: str, item: str, past: int, line: Line) -> str:
    if past and LIMIT_OF_THE_FORMER.match(gap):
        past, gap = past + 2, gap[2:]
    if "^" in gap and gap[-1] not in "bpf" and "b" not in gap:
        return _moved(gap, past, line)
    tail = gap.rstrip(BETWEEN_LIMIT_AND_PERIOD)
    last = tail[-1:]
    if last in DENIABLE and _is_denied(gap, past, line):
        return DENIABLE[last]
    if "r" in tail and _is_earliest(gap, past, line):
        return "r"
    return _by_last_word(gap, tail, item, past=past, line=line)


def _moved(gap: str, past: int, line: Line) -> str:
    """Moved from, and moved to, is no limit; a new deadline and extended until 3 May are."""
    if gap.endswith("r"):
        return "r"
    word = line.values[past + gap.rindex("^")]
    lasts = word == EXTENDED and gap.endswith(("t", "u"))
    return "b" if lasts or word == NEW_LIMIT else ""


def _by_last_word(gap: str, tail: str, item: str, *, past: int, line: Line) -> str:
    last, value = tail[-1:], line.values[past + len(tail) - 1]
    if last == "r":
        return _from(gap[len(tail) :], value, line.tags[past + len(gap)])
    if last in ("t", "s") and _is_its_end(line, past + len(gap)):
        return "b" if last == "t" else "a"
    if last == "t":
        named = line.values[past + len(gap)]
        is_day = item in DAY_ITEMS or (item == "feast" and named not in LONG_FEASTS)
        return _to(tail, item, value, is_day=is_day)
    if last == "E" and item in DAY_ITEMS:
        return "r" if value == "early" else ""
    if (last == "I" and item in WHOLE) or (last == "u" and value == ENDS and item in WHOLE):
        return ""  # within 2025, ends in May: when, and not until when
    return last if last and last in "pfauI" else _further_off(gap, item, past, line)


def _is_denied(gap: str, past: int, line: Line) -> bool:
    found = DENIED_BEFORE.search(gap)
    return found is not None and line.values[past + found.start()] == DENIED


def _is_earliest(gap: str, past: int, line: Line) -> bool:
    found = EARLIEST_FURTHER_OFF.search(gap)
    return found is not None and line.values[past + found.start()] == EARLIEST


def _is_its_end(line: Line, begin: int) -> bool:
    """Till utgången av mars, once March is over: the last day counts."""
    return line.tags[begin] == "E" and line.values[begin] == "end"


def _further_off(gap: str, item: str, past: int, line: Line) -> str:
    """Deadline for the report: 3 March; before, or after, the meeting on 3 March."""
    if item in DAY_ITEMS and AFTER_AN_EVENT.search(gap):
        return "a"
    event = BEFORE_AN_EVENT.search(gap)
    if event and BY_SOMEBODY.fullmatch(gap) and _is_by_a_body(gap, past, line):
        return ""
    if event and event[0][0] == "f" and item in DAY_ITEMS:
        return "f"
    return "b" if event or "b" in gap else ""


def _is_by_a_body(gap: str, past: int, line: Line) -> bool:
    """Adopted by the board in December: who, and not until when."""
    return line.values[past + gap.rindex("q")] == BODY


def _from(between: str, value: object, following: str) -> str:
    """The limit of "start Q2"; "startar i mars", "starts late 2023" and "as of EOD" are none."""
    when = value == BEGINS and ("i" in between or following == "E")
    return "" if when or following == "c" else "r"


def _to(tail: str, item: str, value: object, *, is_day: bool) -> str:
    """Swedish "till 3 mars" is a limit; "till våren" is when; "för 2027" is what it is about."""
    if "w" in tail:
        return "u"
    if value == ABOUT:
        return "T" if item == "year" or tail.endswith("bt") else ""
    if tail.endswith("bt"):
        return "b"
    return "t" if value == NOT_A_LIMIT or not is_day else "u"


def _is_left_open(line: Line, end: int) -> bool:
    """Whether nothing comes behind the dash of "2026–"."""
    return line.text[line.places[end] - 1].isalnum()


def _behind(line: Line, end: int) -> str:
    """The limit that stands behind: "3 mars senast", "1 mars och framåt", "2026–"."""
    rest = line.tags[end : end + 4]
    if rest == "-" and _is_left_open(line, end):
        return "r"
    found = BEHIND.match(rest)
    return LIMITS_BEHIND[found[found.lastindex or 0]] if found else ""


def _own(gap: str, line: Line, begin: int, end: int) -> str:
    """EOM is a limit without any other word, and so is EOD Friday."""
    place = line.tags.find("c", begin, end)
    if place < 0 or "r" in gap:
        return ""
    return "b" if str(line.values[place]).startswith(LIMITING) else ""
