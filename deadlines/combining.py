"""Combines the windows of one wording into its answer: one kind, one start, one due day."""

from datetime import date
from typing import NamedTuple

from deadlines import edtf
from deadlines.deadline import Kind, Precision
from deadlines.mentions import Findings, Mention
from deadlines.periods import House
from deadlines.resolving import Window, is_tight, resolve
from deadlines.spans import NO_CODE, PLAIN
from deadlines.tokens import Line

A_PAIR = 2


class Answer(NamedTuple):
    """A deadline without its wording; windows: what its note is written from."""

    kind: Kind
    start: date | None
    due: date | None
    precision: Precision
    edtf: str | None
    windows: tuple[Window, ...] = ()
    replaced: bool = False

    @property
    def is_bare_year(self) -> bool:
        """Whether nothing but a year was understood: the words beside it may say more."""
        return (
            self.precision == "year" and len(self.windows) == 1 and self.windows[0].code == PLAIN
        )


def combine(found: Findings, line: Line, house: House) -> Answer:
    """The answer for a wording that names one period or more."""
    mentions = _chosen(found.mentions)
    windows = _limited(mentions, resolve(mentions, house), house)
    answer = _joined(mentions, windows)
    if len(mentions) < len(found.mentions) and (
        "!" in line.tags or "^" in line.tags or ">" in line.tags
    ):
        answer = answer._replace(replaced=True)
    if "w" in line.tags and 1 in _values(line, "w"):
        return answer._replace(kind="ongoing")
    if found.repeated and not _is_one_date(found, mentions):
        return _repeated(found, mentions, answer)
    return answer


def _values(line: Line, tag: str) -> list[object]:
    return [value for here, value in zip(line.tags, line.values, strict=True) if here == tag]


def _chosen(mentions: list[Mention]) -> list[Mention]:
    """Without dates that were replaced, explanations in brackets and mere durations."""
    if len(mentions) == 1:
        return mentions
    mentions = _without_replaced(mentions)
    calendar = [mention for mention in mentions if not _is_beside(mention)]
    return _without_explanations(calendar or mentions)


def _is_beside(mention: Mention) -> bool:
    """A duration, an hour of the day or what the work is about, when a date stands beside it."""
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
        if ">" in gap or (kept and "^" in gap) or towards:
            kept = []
        if "^" in gap and mention.limit == "r":
            moved = True
            continue
        kept.append(mention._replace(limit="") if towards else mention)
    return kept or mentions[-1:]


def _without_explanations(mentions: list[Mention]) -> list[Mention]:
    return [
        mention
        for place, mention in enumerate(mentions)
        if place == 0 or mention.limit or mention.gap.count("(") <= mention.gap.count(")")
    ]


def _limited(mentions: list[Mention], windows: list[Window], house: House) -> list[Window]:
    """Pairs share their limit: "senast v. 46-47", "fr.o.m. … t.o.m. …"."""
    for place in range(1, len(windows)):
        mention, before = mentions[place], windows[place - 1]
        if is_tight(mention.gap) and mention.limit == "" and before.limit not in ("", "t", "T"):
            first = (
                resolve([mentions[place]._replace(limit=before.limit)], house)
                if (mention.span.year is not None and before.limit in "bpI")
                else None
            )
            windows[place] = first[0] if first else _by_end(windows[place], before)
    return windows


def _by_end(window: Window, before: Window) -> Window:
    if before.limit in ("b", "p", "I"):
        return Window(None, window.due, window.unit, NO_CODE, window.span, "b")
    return window


def _joined(mentions: list[Mention], windows: list[Window]) -> Answer:
    if len(windows) == 1:
        return _single(windows[0])
    starts = [window.start for window in windows if window.start]
    dues = [window.due for window in windows if window.due]
    unit = windows[0 if mentions[-1].gap == "" else -1].unit
    if not starts:
        last = max(windows, key=lambda window: window.due or date.min)
        return _single(last)
    if not dues:
        first = min(windows, key=lambda window: window.start or date.max)
        return _single(first)
    due = _last_day(windows, dues)
    start = min(*starts, due)
    return Answer(
        "during", start, due, unit, _range_edtf(mentions, windows, start, due), tuple(windows)
    )


def _last_day(windows: list[Window], dues: list[date]) -> date:
    """The latest; but a limit inside the period before it narrows that period."""
    last, before = windows[-1], windows[-2]
    if last.start is None and last.due and before.start and before.due:
        return last.due if before.start <= last.due <= before.due else max(dues)
    return max(dues)


def _range_edtf(mentions: list[Mention], windows: list[Window], start: date, due: date) -> str:
    units = {window.unit for window in windows}
    plain = all(window.code == PLAIN for window in windows)
    if len(windows) == A_PAIR and len(units) == 1 and plain and is_tight(mentions[-1].gap):
        return f"{edtf.plain(start, windows[0].unit)}/{edtf.plain(due, windows[0].unit)}"
    return f"{start.isoformat()}/{due.isoformat()}" if start != due else start.isoformat()


def _single(window: Window) -> Answer:
    start, due, unit, code, span, _limit = window
    if start and due:
        if span.name in ("years", "mandate") and span.edge is None:
            text = f"{start.year}/{due.year}"
        elif start == due and code == NO_CODE:
            text = start.isoformat()
        else:
            text = edtf.one_period(start, due, unit, code)
        return Answer("during", start, due, unit, text, (window,))
    if due:
        return Answer("by", None, due, unit, edtf.until(due, unit, code), (window,))
    if start:
        return Answer("from", start, None, unit, edtf.since(start, unit, code), (window,))
    raise AssertionError("a window is open at one side only")  # pragma: no cover - window_of


def _is_one_date(found: Findings, mentions: list[Mention]) -> bool:
    """A full date or an "until" wins over a repetition, but not over "every year"."""
    last = mentions[-1]
    if last.limit != "u" and any(words[0] == "m" and "J" in words for words in found.repeated):
        return False
    return last.limit == "u" or (
        last.span.unit == "day" and last.span.year is not None and last.span.name != "deictic"
    )


def _repeated(found: Findings, mentions: list[Mention], answer: Answer) -> Answer:
    """Every year has a next occurrence; every month is left open."""
    yearly = any(_is_yearly(words) for words in found.repeated) and mentions[-1].item != "weekday"
    bounded = mentions[-1].span.year is not None and mentions[-1].span.name != "deictic"
    if bounded:
        return answer._replace(kind="recurring")
    if yearly:
        return answer._replace(kind="recurring", precision="recurring", edtf=None)
    return Answer("recurring", None, None, "recurring", None)


def _is_yearly(words: str) -> bool:
    tags, _, value = words.partition(" ")
    return "J" in tags or value == "year" or tags == "m"
