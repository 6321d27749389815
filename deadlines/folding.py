"""Folds tokens that say one thing together: "nästa år" behind a period, "mid to late"."""

import re
from collections.abc import Callable
from typing import cast

from deadlines.limits import BEGINS
from deadlines.numerals import century
from deadlines.periods import House
from deadlines.relative import reference_of
from deadlines.tokens import Line
from deadlines.vocabulary import TERM_START

JULY = 7
YEAR_BEHIND = re.compile(r"(?<=[MSTQHUVhno])(?:i?j|i)J(?!n)")
YEAR_BEFORE = re.compile(r"(?<!E)(?<!E[i@])jJ,?i?(?=[MSTQH])")
GENITIVE = re.compile(
    r"(?:j?MN?|[onl][QHU]|[QHU][no]|(?<![onlm])[QHRLKZ]|T|S|(?<![mno])h)E(?=,?[Yy]|$|[,()x])"
    r"|(?:[MSTVh]|[QHU]n|(?<![MSTQHUVhAnJ/-]))[Yy]E(?=$|[,)])"
)
EDGE_BEHIND = re.compile("[A-Zhnoy]E")  # what each of these has in it
GENITIVE_START = re.compile(r"[TLR]r(?=,?[Yy]|A|$|[,()x])")
NAMED_TWICE = re.compile(r"(?:(?<=[MSTVho])|(?<=[QHUK]n))J(?=Y)|(?<![nkoljmE])N(?=M)")
SHARED_TERM = re.compile(r"S(?=-?[&/t-]i?(?:T|SR))")
END_OF_WEEK = re.compile(r"c(?=n)")
TWO_EDGES = re.compile(r"E-?[-/&t]-?E")
FISCAL_YEAR = re.compile(r"(?<=Z)n(?=[-,/]?[QHU]n)")
SPLIT_FISCAL_YEAR = re.compile(r"(?<=Z)Y-[Yy](?=,?[QHU]n)|(?<=[QHU]nZ)Y-[Yy]")
YEAR_BEHIND_BRACKETS = re.compile(r"(?:[MSTVh]|[QHUK]n)(\([^()Yy]{1,12}\))([Yy])")
YEARS_IN_BRACKETS = re.compile(r"j?[ZL]\((?=(?:A|Y(?:-[Yy])?)\))")
MOVED_FROM_TO = re.compile(r"(?<=\^r)[^,t>()]{1,8}t")
END_BEHIND_START = re.compile(r"(?<=[KMQSTYUHDdnoy,x])E(?=[KMQSTYUHDdno])")
END_AS_LABEL = re.compile(r"(?:slut|end):?\s+(?!of\b|av\b|på\b)", re.IGNORECASE)
TERM_STARTS = re.compile(r"q(?=[it@]?T)")
# What every group has in it that is folded; most lines have nothing like it.
FOLDING = re.compile(r"[JNZch^]|[A-Zdhnoxy,]E|E-?[-/&t]|[TLR]r|S-?[&/t-]|\)[Yy]|L\(|q[it@]?T")
SUMMER_MONTH = re.compile(r"h(?=[-/]M)|(?<=M[-/])h")


def fold(line: Line, house: House) -> None:
    """Makes each such group of the line one token."""
    if FOLDING.search(line.tags) is None:
        return
    for tag, folded in FOLDS:
        if tag in line.tags:
            folded(line, house)


def _year_behind(line: Line, house: House) -> None:
    for match in reversed(list(YEAR_BEFORE.finditer(line.tags))):
        steps = cast("int", line.values[match.start()])
        _put(line, match, "Y", [reference_of(house).year + steps])
    for match in reversed(list(YEAR_BEHIND.finditer(line.tags))):
        steps = match.group().find("j")
        value = line.values[match.start() + steps] if steps >= 0 else 0
        _put(line, match, "Y", [reference_of(house).year + cast("int", value)])


def _named_once(line: Line, _house: House) -> None:
    """The tags of "mars år 2026", "Q3 år 2026" and "the month of March" without the noun."""
    for match in reversed(list(NAMED_TWICE.finditer(line.tags))):
        _put(line, match, "", [])


def _fiscal_year(line: Line, _house: House) -> None:
    """FY26 Q3: the number is a year; FY2025-26 Q3: the two years are one."""
    for match in reversed(list(SPLIT_FISCAL_YEAR.finditer(line.tags))):
        _put(line, match, "A", [(line.values[match.start()], line.values[match.end() - 1])])
    for match in FISCAL_YEAR.finditer(line.tags):
        _put(line, match, "Y", [century(cast("int", line.values[match.start()]))])


def _shared_term(line: Line, _house: House) -> None:
    """So "vår- och höstterminen" are two terms."""
    if "T" not in line.tags and "R" not in line.tags:
        return
    line.tags = SHARED_TERM.sub("T", line.tags)


def _end_of_numbered_week(line: Line, _house: House) -> None:
    """The words "end of week" before a number are no end of this week."""
    for match in reversed(list(END_OF_WEEK.finditer(line.tags))):
        if line.values[match.start()] == "week":
            _put(line, match, "EK", ["late", 1])


def _year_before_brackets(line: Line, _house: House) -> None:
    """Q2 (April-June) 2026: the year belongs to what the brackets explain."""
    match = YEAR_BEHIND_BRACKETS.search(line.tags)
    if match is None:
        return
    begin, year = match.start(1), match.end() - 1
    line.values.insert(begin, line.values.pop(year))
    line.places.insert(begin, line.places.pop(year))
    line.tags = f"{line.tags[:begin]}{match[2]}{match[1]}{line.tags[year + 1 :]}"


def _years_in_brackets(line: Line, _house: House) -> None:
    """The current term of office (2022-2026): the brackets name it."""
    for match in reversed(list(YEARS_IN_BRACKETS.finditer(line.tags))):
        named = match.end() - 2
        _put(line, match, line.tags[named], [line.values[named]])


def _moved_from_to(line: Line, _house: House) -> None:
    """Moved from week 10 to week 14: no range."""
    line.tags = MOVED_FROM_TO.sub(lambda match: f"{match.group()[:-1]}>", line.tags)


def _july(line: Line, _house: House) -> None:
    """Swedish "jul" beside a month is no Christmas."""
    for match in SUMMER_MONTH.finditer(line.tags):
        if re.match(r"jul\b", line.text[line.places[match.start()] :], re.IGNORECASE):
            _put(line, match, "M", [JULY])


def _start_first(line: Line, _house: House) -> None:
    for match in GENITIVE_START.finditer(line.tags):
        begin, end = match.span()
        if line.values[end - 1] == BEGINS:
            line.values[end - 1] = "early"
            _edge_first(line, begin, end)


def _term_start(line: Line, _house: House) -> None:
    """Terminsstart HT26: the first day of that term."""
    for match in TERM_STARTS.finditer(line.tags):
        if line.values[match.start()] == TERM_START:
            _put(line, match, "E", ["first"])


def _end_label(line: Line, _house: House) -> None:
    """Start: v. 10, slut: v. 20: where it ends, not the end of the week."""
    if "r" not in line.tags:
        return
    for match in END_BEHIND_START.finditer(line.tags):
        started = "r" in line.tags[: match.start()]
        if started and END_AS_LABEL.match(line.text, line.places[match.start()]):
            _put(line, match, "u", [1])


def _one_edge(line: Line, _house: House) -> None:
    if line.tags.count("E") > 1:
        for match in reversed(list(TWO_EDGES.finditer(line.tags))):
            begin, end = match.span()
            _put(line, match, "E", [f"{line.values[begin]}-{line.values[end - 1]}"])
    if EDGE_BEHIND.search(line.tags) is None:
        return
    for match in GENITIVE.finditer(line.tags):
        _edge_first(line, *match.span())


def _edge_first(line: Line, begin: int, end: int) -> None:
    """So "Vårterminens slut" is the end of the term, its last day."""
    edge = "end" if line.values[end - 1] == "late" else line.values[end - 1]
    line.values[begin:end] = [edge, *line.values[begin : end - 1]]
    line.tags = f"{line.tags[:begin]}E{line.tags[begin : end - 1]}{line.tags[end:]}"


def _put(line: Line, match: re.Match[str], tags: str, values: list[object]) -> None:
    """Other tokens in the place of those matched."""
    begin, end = match.span()
    line.values[begin:end] = values
    line.places[begin:end] = [line.places[begin]] * len(tags)
    line.tags = line.tags[:begin] + tags + line.tags[end:]


# In this order, each where its tag stands.
FOLDS: tuple[tuple[str, Callable[[Line, House], None]], ...] = (
    ("J", _year_behind),
    ("J", _named_once),
    ("N", _named_once),
    ("Z", _fiscal_year),
    ("S", _shared_term),
    ("c", _end_of_numbered_week),
    ("(", _year_before_brackets),
    ("(", _years_in_brackets),
    ("^", _moved_from_to),
    ("h", _july),
    ("r", _start_first),
    ("T", _term_start),
    ("E", _end_label),
    ("E", _one_edge),
)
