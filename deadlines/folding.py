"""Folds tokens that say one thing together: "nästa år" behind a period, "mid to late"."""

import re
from typing import cast

from deadlines.limits import BEGINS
from deadlines.periods import House
from deadlines.relative import reference_of
from deadlines.tokens import Line

YEAR_BEHIND = re.compile(r"(?<=[MSTQHUVhno])(?:i?j|i)J(?!n)")
GENITIVE = re.compile(
    r"(?:j?MN?|[onl][QHU]|[QHU][no]|(?<![onlm])[QHR]|T|S|(?<![mno])h)E(?=,?[Yy]|$|[,()x])"
)
GENITIVE_START = re.compile(r"[TLR]r(?=,?[Yy]|A|$|[,()x])")
TWO_EDGES = re.compile(r"E[-/&t]E")


def fold(line: Line, house: House) -> Line:
    """The line with each such group as one token."""
    if "J" in line.tags:
        line = _fold_all(line, YEAR_BEHIND, house)
    if "r" in line.tags:
        line = _start_first(line)
    if "E" not in line.tags:
        return line
    line = _fold_all(line, TWO_EDGES, house) if line.tags.count("E") > 1 else line
    for match in GENITIVE.finditer(line.tags):
        line = _edge_first(line, *match.span())
    return line


def _start_first(line: Line) -> Line:
    for match in GENITIVE_START.finditer(line.tags):
        begin, end = match.span()
        if line.values[end - 1] == BEGINS:
            line.values[end - 1] = "early"
            line = _edge_first(line, begin, end)
    return line


def _edge_first(line: Line, begin: int, end: int) -> Line:
    """So "Vårterminens slut" is the end of the term, its last day."""
    edge = "end" if line.values[end - 1] == "late" else line.values[end - 1]
    line.values[begin:end] = [edge, *line.values[begin : end - 1]]
    tags = f"{line.tags[:begin]}E{line.tags[begin : end - 1]}{line.tags[end:]}"
    return line._replace(tags=tags)


def _fold_all(line: Line, pattern: re.Pattern[str], house: House) -> Line:
    for match in reversed(list(pattern.finditer(line.tags))):
        begin, end = match.span()
        tag, value = _one(match.group(), line.values[begin:end], house)
        line.values[begin:end] = [value]
        line.places[begin:end] = [line.places[begin]]
        line = line._replace(tags=line.tags[:begin] + tag + line.tags[end:])
    return line


def _one(tags: str, values: list[object], house: House) -> tuple[str, object]:
    if tags[0] == "E":
        return "E", f"{values[0]}-{values[-1]}"
    steps = cast("int", values[tags.index("j")]) if "j" in tags else 0
    return "Y", reference_of(house).year + steps
