"""Combines the windows of one wording into its answer: one kind, one start, one due day."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from deadlines import edtf
from deadlines.errors import UnclearDeadlineError
from deadlines.limits import DAY_ITEMS, DENIED
from deadlines.mentions import Findings, Mention
from deadlines.outcome import ENDLESS, Answer, answer_of
from deadlines.periods import House
from deadlines.repeating import is_one_date, repeated
from deadlines.resolving import Window, is_tight, resolve, resolve_alone, window_of
from deadlines.spans import NO_CODE, PLAIN
from deadlines.subjects import is_about, without_origin, without_subjects
from deadlines.tokens import Line

A_PAIR = 2
IS_DENIED = re.compile("![xz]{0,2}[ij@]*$")  # we cannot meet in March
REPLACING = frozenset("!^>")
ASIDE = re.compile(r"w(?:[-,(]{1,2}i?[xq]|x{0,2}q)")  # ongoing, to be reviewed in 2024
NEVER = 3  # the value of "neither"
NESTED = {"week", "month", "day"}
NESTING = {"term", "season", "half-year", "academic-year", "quarter", "tertial", "month", "week"}
JOINING = ("/", "&", "-")  # March or April or later
NUMBERED_UNITS = {"week", "quarter", "tertial", "half-year"}
BARE_BRACKETS = ("(", "(i", "(=")
EXPLAINED = ("", ",", "(")  # what may stand between a weekday and its date


def combine(found: Findings, line: Line, house: House) -> Answer:
    """The answer for a wording that names one period or more."""
    mentions = found.mentions
    if len(mentions) > 1:
        mentions, answer = _several(mentions, line, house)
    elif "!" in line.tags and _is_denied(mentions[0], line):
        raise UnclearDeadlineError("says when it is not")
    else:
        answer = answer_of(resolve_alone(mentions[0], house))
    if "w" in line.tags and 1 in _values(line, "w"):
        aside = not mentions[0].limit and ASIDE.search(line.tags)
        if aside:
            return ENDLESS
        answer.kind = "ongoing"
        return answer
    if found.repeated and not is_one_date(found, mentions):
        return repeated(found, mentions, answer, house)
    return answer


def _is_denied(mention: Mention, line: Line) -> bool:
    return IS_DENIED.search(mention.gap) is not None and DENIED in _values(line, "!")


def _several(mentions: list[Mention], line: Line, house: House) -> tuple[list[Mention], Answer]:
    """The answer, and the mentions that it was made of."""
    if "!" in line.tags and NEVER in _values(line, "!"):
        raise UnclearDeadlineError("says when it is not")
    chosen = _chosen(mentions, line, house)
    windows = _limited(chosen, resolve(chosen, house), house)
    _refuse_a_day_elsewhere(chosen, windows)
    chosen, windows = _innermost(*_explained(chosen, windows, line))
    answer = _joined(chosen, windows)
    if len(chosen) < len(mentions) and not REPLACING.isdisjoint(line.tags):
        answer.replaced = True
    return chosen, answer


def _refuse_a_day_elsewhere(mentions: list[Mention], windows: list[Window]) -> None:
    """Week 12 15 May: one of the two is no time, or wrong."""
    if len(windows) != A_PAIR or mentions[1].gap or any(map(_is_limited, windows)):
        return
    outer, day = windows
    numbered = mentions[0].span.year is None and outer.unit in NUMBERED_UNITS
    if numbered and day.unit == "day" and not _lies_within(day, outer):
        raise UnclearDeadlineError(f"names a day outside the {outer.unit} beside it")


def _values(line: Line, tag: str) -> list[object]:
    return [value for here, value in zip(line.tags, line.values, strict=True) if here == tag]


def _chosen(mentions: list[Mention], line: Line, house: House) -> list[Mention]:
    """Without dates that were replaced and mere durations."""
    if not REPLACING.isdisjoint(line.tags):
        mentions = _without_replaced(mentions)
    mentions = without_subjects(without_origin(mentions), line, house)
    if "W" in line.tags:
        _limit_dates_of(mentions)
    calendar = [
        mention for mention in mentions if not (_is_beside(mention) or is_about(mention, line))
    ]
    return calendar or mentions


def _limit_dates_of(weekdays: list[Mention]) -> None:
    """By Friday next week, 14 March: the limit of the weekday is its date's."""
    for weekday, day in pairwise(weekdays):
        if weekday.item == "weekday" and not day.limit and day.gap in EXPLAINED:
            day.limit = weekday.limit
    if all(mention.item == "weekday" for mention in weekdays):
        raise UnclearDeadlineError("names several weekdays, but no date")


def _is_beside(mention: Mention) -> bool:
    """A duration, an hour of the day or what the work is about, when a date stands beside it."""
    if mention.item == "turning" and mention.span.year is None and not mention.limit:
        return True
    return (
        mention.span.name in ("lapse", "point")
        or mention.limit == "T"
        or mention.item == "weekday"
    )


def _without_replaced(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    moved = False
    for mention in mentions:
        gap = mention.gap
        if "!" in gap.rpartition(",")[2] or ("!" in gap and "^" not in gap):
            moved = True
            continue
        towards = moved and mention.limit in ("t", "u")
        if "^" in gap and mention.limit == "r":
            moved = True
            continue
        if ">" in gap or (kept and "^" in gap) or towards:
            kept = []
        kept.append(replace(mention, limit="") if towards else mention)
    return kept or mentions[-1:]


def _explained(
    mentions: list[Mention], windows: list[Window], line: Line
) -> tuple[list[Mention], list[Window]]:
    """Without what brackets explain; but "2024 (jan-feb)" says the two months."""
    inside = _in_brackets(mentions) if "(" in line.tags else []
    if not any(inside):
        return mentions, windows
    cut = inside.index(True)
    if cut == 1 and all(inside[1:]) and _narrows(mentions, windows, line):
        return mentions[1:], windows[1:]
    kept = [place for place, hidden in enumerate(inside) if not hidden]
    return [mentions[place] for place in kept], [windows[place] for place in kept]


def _innermost(
    mentions: list[Mention], windows: list[Window]
) -> tuple[list[Mention], list[Window]]:
    """So "v. 10 VT26" and "hösten 2026, oktober" are the week and the month."""
    if len(windows) != A_PAIR or any(map(_is_limited, windows)):
        return mentions, windows
    if mentions[1].item == "year" and mentions[0].span.year is None and _is_lent(mentions[1]):
        return mentions[:1], windows[:1]
    if windows[0].unit == windows[1].unit:
        return mentions, windows
    if _is_framed(mentions) and _nests(windows[1], windows[0]):
        return mentions[1:], windows[1:]
    for inner, outer in ((0, 1), (1, 0)):
        bare = mentions[1].gap in ("", ",") and mentions[inner].span.year is None
        if bare and _nests(windows[inner], windows[outer]):
            return mentions[inner : inner + 1], windows[inner : inner + 1]
    return mentions, windows


def _is_framed(mentions: list[Mention]) -> bool:
    """Under läsåret 2024/25 pågår kursen 8-20 januari: the first says in what time it lies."""
    first, day = mentions
    return first.gap.endswith("i") and day.item in DAY_ITEMS and not day.gap.strip("xwqz5i@")


def _is_lent(mention: Mention) -> bool:
    """Of "spring budget 2026": the year says which spring."""
    return mention.span.edge is None and mention.gap != "" and mention.gap.strip("xqi") == ""


def _nests(inner: Window, outer: Window) -> bool:
    if inner.unit not in NESTED or outer.unit not in NESTING:
        return False
    return (inner.start, inner.due) != (outer.start, outer.due) and _lies_within(inner, outer)


def _is_limited(window: Window) -> bool:
    return window.limit not in ("", "t", "T")


def _in_brackets(mentions: list[Mention]) -> list[bool]:
    """Which mentions stand in brackets behind the first; a limit there is a date of its own."""
    found, hidden = [False], False
    for mention in mentions[1:]:
        opened = mention.gap.count("(") - mention.gap.count(")")
        hidden = (opened > 0 or (hidden and opened == 0)) and not mention.limit
        found.append(hidden)
    return found


def _narrows(mentions: list[Mention], windows: list[Window], line: Line) -> bool:
    first, rest = windows[0], windows[1:]
    behind = line.tags[mentions[-1].end :].lstrip("z")  # a "Klart" behind it changes nothing
    bare = mentions[1].gap in BARE_BRACKETS and behind[:1] in ("", ")")
    same = (rest[0].start, rest[-1].due) == (first.start, first.due)
    return (
        bare
        and (not same or first.unit == "day")
        and all(_lies_within(window, first) for window in rest)
    )


def _lies_within(window: Window, outer: Window) -> bool:
    if not (outer.start and outer.due and window.start and window.due):
        return False
    return outer.start <= window.start and window.due <= outer.due


def _limited(mentions: list[Mention], windows: list[Window], house: House) -> list[Window]:
    """Pairs share their limit: "senast v. 46-47", "efter jul och nyår"."""
    for place in range(1, len(windows)):
        mention, before = mentions[place], windows[place - 1]
        if mention.limit == "" and before.limit not in ("", "t", "T") and is_tight(mention.gap):
            windows[place] = _sharing(mention, windows[place], before, house)
            if before.limit == "a" and windows[place].limit == "a":
                windows[place - 1] = windows[place]
    return windows


def _sharing(mention: Mention, window: Window, before: Window, house: House) -> Window:
    if before.limit == "f":
        return before
    if before.limit == "a" and not _is_range(mention.gap) and window.start:
        return window_of(replace(mention, limit="a"), window.start.year, house)
    if before.limit not in ("b", "p", "I"):
        return window
    if mention.span.year is not None:
        return window_of(replace(mention, limit=before.limit), mention.span.year, house)
    return Window(None, window.due, window.unit, NO_CODE, window.span, "b")


def _is_range(gap: str) -> bool:
    return "t" in gap or "u" in gap


def _joined(mentions: list[Mention], windows: list[Window]) -> Answer:
    if len(windows) == 1:
        return answer_of(windows[0])
    if windows[-1].limit == "r" and mentions[-1].gap in JOINING:
        return answer_of(replace(windows[-1], start=windows[0].start or windows[-1].start))
    starts = [window.start for window in windows if window.start]
    dues = [window.due for window in windows if window.due]
    unit = windows[0 if mentions[-1].gap == "" else -1].unit
    if windows[0].limit == "b" and all(_is_day(window) for window in windows[1:]):
        starts = []
    if not starts:
        last = max(windows, key=lambda window: window.due or date.min)
        return answer_of(replace(last, start=None))
    if not dues:
        first = min(windows, key=lambda window: window.start or date.max)
        return answer_of(first)
    due = _last_day(windows, dues)
    start = min(*starts, due)
    return Answer(
        "during", start, due, unit, _range_edtf(mentions, windows, start, due), tuple(windows)
    )


def _is_day(window: Window) -> bool:
    return window.limit in ("", "b") and window.start in (None, window.due)


def _last_day(windows: list[Window], dues: list[date]) -> date:
    """The latest; but a limit inside the period before it narrows that period."""
    last, before = windows[-1], windows[-2]
    if last.start is None and last.due and before.start and before.due:
        return last.due if before.start <= last.due <= before.due else max(dues)
    return max(dues)


def _range_edtf(mentions: list[Mention], windows: list[Window], start: date, due: date) -> str:
    first, last = windows[0], windows[-1]
    plain = first.code == last.code == PLAIN and first.unit == last.unit
    if plain and len(windows) == A_PAIR and is_tight(mentions[-1].gap):
        return f"{edtf.plain(start, first.unit)}/{edtf.plain(due, last.unit)}"
    return f"{start.isoformat()}/{due.isoformat()}" if start != due else start.isoformat()
