"""Words of a PDF page become lines, set in columns as they stood."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any, Final

from intake.bullets import is_point
from intake.line import Line

_BOLD: Final = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_PAGE_NUMBER: Final = re.compile(
    r"^(?:sida|side|page|s\.)?\s*[\divxl]{1,4}\s*(?:\(\d+\)|(?:av|of|/)\s*\d+)?$", re.IGNORECASE
)
GRID: Final = (
    0.35  # of the type size: narrower than most letters, so that columns are not pushed aside
)
MARGIN: Final = 0.1
SAME: Final = 3.0
MAX_COLUMN: Final = 600
WIDE_GAP: Final = 0.6
SAME_SIZE = 0.5  # points
MAX_HEADING: Final = 14
LARGE: Final = 1.25
LARGER: Final = 1.1
_ROW: Final = re.compile(r"^\s*\d{1,3}(?:\.\d{1,3})*[.)]\s+[^\W\d_]{2,}")
_REST: Final = re.compile(r"[a-zåäöæø][^\W\d]*,?\s[^\d.@/]+")  # of a sentence
_LABELLED: Final = re.compile(r"^\s*[^\W\d_][^:]{1,30}:\s\S")


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Set:
    """A line as it was set; height: of the page; ruled: whether a rule lies above it.

    flow: which of the page's columns of text it stands in, in reading order.
    """

    text: str
    top: float
    bottom: float
    size: float
    bold: bool
    page: int
    height: float
    words: tuple[Word, ...] = ()
    ruled: bool = False
    flow: int = 0

    @property
    def in_margin(self) -> bool:
        return self.top < MARGIN * self.height or self.bottom > (1 - MARGIN) * self.height


def set_lines(words: Sequence[dict[str, Any]], page: int, height: float) -> list[Set]:
    return [_set(group, page, height) for group in _by_line(words)]


def with_rules(lines: Sequence[Set], heights: Sequence[float]) -> list[Set]:
    """Lines with word of the rules above them; heights: of the rules that cross the page."""
    found: list[Set] = []
    for line in lines:
        above = found[-1].top + found[-1].size / 2 if found else 0.0
        ruled = any(above < height < line.top + line.size / 2 for height in heights)
        found.append(replace(line, ruled=ruled))
    return found


def _by_line(words: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    groups: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda one: (one["top"] + one["bottom"], one["x0"])):
        middle = (word["top"] + word["bottom"]) / 2
        if groups and groups[-1][0]["top"] <= middle <= groups[-1][0]["bottom"]:
            groups[-1].append(word)
        else:
            groups.append([word])
    return [sorted(group, key=lambda one: one["x0"]) for group in groups]


def _set(words: list[dict[str, Any]], page: int, height: float) -> Set:
    size = median(word["size"] for word in words)
    return Set(
        text=_spaced(words, size),
        top=min(word["top"] for word in words),
        bottom=max(word["bottom"] for word in words),
        size=size,
        bold=all(_BOLD.search(word["fontname"]) for word in words),
        page=page,
        height=height,
        words=tuple(Word(word["text"], word["x0"], word["x1"]) for word in words),
    )


def _spaced(words: list[dict[str, Any]], size: float) -> str:
    """One space between words, two and more where a column begins."""
    text, end = "", 0.0
    for word in words:
        column = max(0, min(round(word["x0"] / max(GRID * size, 1)), MAX_COLUMN))
        if not text:
            text = " " * column
        elif word["x0"] - end > WIDE_GAP * size:
            text += " " * max(2, column - len(text))
        elif word["x0"] - end > 0.1 * size:
            text += " "
        text, end = text + word["text"], word["x1"]
    return text


def without_margins(lines: Sequence[Set], pages: int) -> tuple[list[Set], list[Set]]:
    """Lines without what every page repeats and page numbers; footnotes apart from the others."""
    often = _running(lines, max(1, pages // 3))
    notes = _notes(lines)
    kept = [line for line in lines if not (line.in_margin and _is_margin(line, often))]
    return [one for one in kept if one not in notes], [one for one in kept if one in notes]


def _running(lines: Sequence[Set], times: int) -> set[str]:
    """What stands in the margins of more pages than that, always at one height, as no row does."""
    heights: dict[str, dict[int, float]] = {}
    for line in lines:
        if line.in_margin and not _REST.fullmatch(line.text.strip()):
            heights.setdefault(_repeated(line), {})[line.page] = line.top
    return {
        text
        for text, at in heights.items()
        if len(at) > times
        and sum(abs(top - median(at.values())) <= SAME for top in at.values()) > times
    }


def _repeated(line: Set) -> str:
    """Its words, whatever the page; a number that opens it is a row's own."""
    if _ROW.match(line.text):
        return " ".join(line.text.split())
    return re.sub(r"\d+|\b[ivx]+\b", "#", " ".join(line.text.split()))


def _is_margin(line: Set, often: set[str]) -> bool:
    return _repeated(line) in often or _PAGE_NUMBER.match(line.text.strip()) is not None


def _notes(lines: Sequence[Set]) -> set[Set]:
    """Small type at the foot of a page, from the first line that opens with a number."""
    usual = usual_size(lines)
    found: set[Set] = set()
    page = 0
    for line in lines:
        small = line.size < 0.9 * usual and line.top > 0.5 * line.height
        opens = re.match(r"\s*(?:\d{1,3}[.)]?\s*\D|\*)", line.text) is not None
        if small and (opens or page == line.page):
            found.add(line)
            page = line.page
        else:
            page = 0
    return found


def usual_size(lines: Iterable[Set]) -> float:
    """The type size in which most is written; notes at the foot of pages are not most of it."""
    sizes: Counter[float] = Counter()
    for line in lines:
        at_foot = line.top > 0.85 * line.height
        sizes[round(line.size, 1)] += 0 if at_foot else len(line.text.strip())
    return sizes.most_common(1)[0][0] if sizes else 0.0


def as_lines(lines: Sequence[Set], usual: float) -> list[Line]:
    """Numbered within their page; headings told by their type, those of several lines joined."""
    leading = _leading(lines)
    styled = any(_level(line, usual) for line in lines)
    once = Counter(round(line.size) for line in lines if _level(line, usual))
    found: list[Line] = []
    above: Set | None = None
    number = 0
    for line in lines:
        turned = above is None or above.page != line.page
        number = 1 if turned else number + 1
        level = _level(line, usual)
        gap = (
            not turned
            and above is not None
            and line.top - above.top > 1.4 * max(leading, line.size)
        )
        alike = above is not None and (
            abs(line.size - above.size) < SAME_SIZE or once[round(line.size)] == 1
        )
        if level and found and found[-1].heading == level and alike and not gap and not turned:
            found[-1] = replace(found[-1], text=f"{found[-1].text}\n{line.text.strip()}")
        else:
            step = 0.0 if turned or above is None else line.top - above.top
            found.append(Line(line.text, number, line.page, gap, level, not found, styled, step))
        above = line
    return found


def _leading(lines: Sequence[Set]) -> float:
    steps = [b.top - a.top for a, b in pairwise(lines) if a.page == b.page and b.top > a.top]
    return median(steps) if steps else 0.0


def _level(line: Set, usual: float) -> int:
    if len(line.text.split()) > MAX_HEADING or line.text.rstrip().endswith((".", ",", ";", ":")):
        return 0
    if is_point(line.text) or (_LABELLED.match(line.text) and line.size < LARGE * usual):
        return 0
    for level, factor in ((1, 1.5), (2, LARGE), (3, LARGER if line.bold else 1.15)):
        if line.size >= factor * usual:
            return level
    return 4 if line.bold else 0
