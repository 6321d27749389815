"""Deadlines in words a second, beside dateparser's search on the same cells in the same run.

Every cell is read once, in the language it is written in and from the same reference day, as the
cells of one plan are: as long as real ones (22 characters on average), sentences among them.
Neither side has read a cell before; both have loaded their words. They take turns, so that what
else the machine does meets both. dateparser gets the language, and else its own defaults: how long
it takes depends most on how many of the words it takes for parts of a date. Told the reference day
as well it need not ask what day it is; how fast it is then stands in the note.
"""

import time
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime
from operator import truediv
from typing import Literal

from deadlines.parse import UnclearDeadlineError, parse_deadline
from tests.benchmarks.figure import Figure
from tests.benchmarks.plan_cells import plan_cells

Lang = Literal["sv", "en"]
LANGUAGES: tuple[Lang, ...] = ("sv", "en")
READ_ON = date(2023, 2, 10)
TURNS = 20
OURS, THEIRS = 300, 20  # cells a language and turn: read by us, and of these by dateparser as well
WARM: dict[Lang, str] = {"sv": "mars septembr 2023", "en": "March septembr 2023"}


def figures() -> Iterator[Figure]:
    """One core, no cache over cells."""
    from dateparser.search import search_dates  # noqa: PLC0415 - heavy, and only measured here

    warnings.simplefilter("ignore")
    base = datetime(READ_ON.year, READ_ON.month, READ_ON.day)  # noqa: DTZ001 - naive is what it takes

    def search(text: str, lang: Lang) -> object:
        return search_dates(text, languages=[lang])

    def search_from(text: str, lang: Lang) -> object:
        return search_dates(text, languages=[lang], settings={"RELATIVE_BASE": base})

    cells = [(lang, plan_cells(lang, TURNS * OURS)) for lang in LANGUAGES]
    readers = ((_read, OURS, 0), (search, THEIRS, 0), (search_from, THEIRS, THEIRS))
    for lang, text in WARM.items():
        for read, _, _ in readers:
            read(text, lang)
    seconds = [0.0] * len(readers)
    for turn in range(TURNS):
        for lang, texts in cells:
            for at, (read, count, after) in enumerate(readers):
                begin = turn * OURS + after
                seconds[at] += _seconds(read, lang, texts[begin : begin + count])
    counts = [TURNS * len(cells) * count for _, count, _ in readers]
    yield from _compared(*map(truediv, counts, seconds))


def _compared(ours: float, theirs: float, told: float) -> Iterator[Figure]:
    note = (
        f"{ours:.0f} phrases a second, dateparser.search_dates {theirs:.0f},"
        f" told the reference day {told:.0f}: {ours / told:.1f}"
    )
    yield Figure("deadlines_against_dateparser", ours / theirs, 40, note=note)
    yield Figure("deadlines_against_15000_a_second", ours / 15_000, 1, note=note)


def _read(text: str, lang: Lang) -> None:
    try:
        parse_deadline(text, reference=READ_ON, lang=lang)
    except UnclearDeadlineError:
        return


def _seconds(read: Callable[[str, Lang], object], lang: Lang, texts: list[str]) -> float:
    begin = time.process_time()
    for text in texts:
        read(text, lang)
    return time.process_time() - begin
