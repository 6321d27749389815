"""Deadlines in words a second, beside dateparser's search on the same cells in the same run.

Every cell is read once, in the language it is written in and from the same reference day, as the
cells of one plan are: as long as real ones (22 characters on average), sentences among them.
Neither side has read a cell before; both have loaded their words. They take turns, so that what
else the machine does meets both. dateparser gets the language and the reference day, and else its
own defaults: how long it takes depends most on how many of the words it takes for parts of a date.
"""

import time
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime
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
        return search_dates(text, languages=[lang], settings={"RELATIVE_BASE": base})

    cells = [(lang, plan_cells(lang, TURNS * OURS)) for lang in LANGUAGES]
    for lang, text in WARM.items():
        search(text, lang)
        _read(text, lang)
    ours, theirs = 0.0, 0.0
    for turn in range(TURNS):
        for lang, texts in cells:
            begin = turn * OURS
            theirs += _seconds(search, lang, texts[begin : begin + THEIRS])
            ours += _seconds(_read, lang, texts[begin : begin + OURS])
    read, searched = (TURNS * len(cells) * count for count in (OURS, THEIRS))
    yield from _compared(read / ours, searched / theirs)


def _compared(ours: float, theirs: float) -> Iterator[Figure]:
    note = f"{ours:.0f} phrases a second, dateparser.search_dates {theirs:.0f}"
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
