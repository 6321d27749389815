"""The automatic numbers of Word: stored as rules in numbering.xml, shown as "1." or "2.3 a)"."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MAX_COUNT: Final = 5_000


@dataclass(frozen=True, slots=True)
class Shown:
    """counts: whether it is a number at all, and not a bullet."""

    text: str
    depth: int
    counts: bool


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    pattern: str
    start: int


class Numbering:
    """Counts each list as Word does when it shows the document."""

    def __init__(self, root: Element) -> None:
        abstract = {
            one.get(f"{W}abstractNumId", ""): _levels(one) for one in root.iter(f"{W}abstractNum")
        }
        self.levels = {
            num.get(f"{W}numId", ""): _own_levels(num, abstract) for num in root.iter(f"{W}num")
        }
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)

    def next(self, number: str, depth: int) -> Shown | None:
        """What stands before the next paragraph of this list; None for numId 0, which is none."""
        levels = self.levels.get(number)
        if not levels or depth not in levels:
            return None
        level = levels[depth]
        if level.form in ("bullet", "none"):
            return Shown("", depth, counts=False)
        counts = self.counts[number]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        return Shown(_filled(level.pattern, levels, counts), depth, counts=True)


def _levels(abstract: Element) -> dict[int, _Level]:
    return {_whole(level.get(f"{W}ilvl"), 0): _level(level) for level in abstract.iter(f"{W}lvl")}


def _own_levels(num: Element, abstract: dict[str, dict[int, _Level]]) -> dict[int, _Level]:
    reference = num.find(f"{W}abstractNumId")
    levels = dict(abstract.get(reference.get(f"{W}val", ""), {})) if reference is not None else {}
    for override in num.iter(f"{W}lvlOverride"):
        depth = _whole(override.get(f"{W}ilvl"), 0)
        start = override.find(f"{W}startOverride")
        if start is not None and depth in levels:
            old = levels[depth]
            levels[depth] = _Level(old.form, old.pattern, _whole(start.get(f"{W}val"), 1))
    return levels


def _level(level: Element) -> _Level:
    return _Level(
        _value(level, "numFmt", "decimal"),
        _value(level, "lvlText", "%1."),
        _whole(_value(level, "start", "1"), 1),
    )


def _value(level: Element, name: str, usual: str) -> str:
    found = level.find(f"{W}{name}")
    return found.get(f"{W}val", usual) if found is not None else usual


def _whole(text: str | None, usual: int) -> int:
    return min(int(text), _MAX_COUNT) if text and text.isdigit() else usual


def _filled(pattern: str, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    def one(found: re.Match[str]) -> str:
        depth = int(found[1]) - 1
        level = levels.get(depth, _Level("decimal", "", 1))
        return _written(counts.get(depth, level.start), level.form)

    return re.sub(r"%(\d)", one, pattern)


def _written(count: int, form: str) -> str:
    if form.endswith("Letter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman"):
        return _roman(count).upper() if form.startswith("upper") else _roman(count)
    return str(count)


def _roman(count: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text, count = text + sign * (count // value), count % value
    return text
