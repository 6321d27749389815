"""Deadlines in words a second, beside dateparser's search on the same cells in the same run.

Every cell is read once, in the language it is written in and from the same reference day, as the
cells of one plan are. Neither side has read a cell before; both have loaded their words.
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
READ_ON = date(2023, 2, 10)
EACH, BESIDE = 6_000, 400  # cells a language: read by us, and of these by dateparser as well
WARM: dict[Lang, str] = {"sv": "mars 2023 septembr", "en": "March 2023 septembr"}


def figures() -> Iterator[Figure]:
    """One core, no cache over cells."""
    from dateparser.search import search_dates  # noqa: PLC0415 - heavy, and only measured here

    warnings.simplefilter("ignore")
    base = datetime(READ_ON.year, READ_ON.month, READ_ON.day)  # noqa: DTZ001 - naive is what it takes

    def search(text: str, lang: Lang) -> object:
        return search_dates(text, languages=[lang], settings={"RELATIVE_BASE": base})

    cells = {lang: plan_cells(lang, EACH) for lang in ("sv", "en")}
    theirs = _a_second(search, {lang: some[:BESIDE] for lang, some in cells.items()})
    ours = _a_second(_read, cells)
    note = f"{ours:.0f} phrases a second, dateparser.search_dates {theirs:.0f}"
    yield Figure("deadlines_against_dateparser", ours / theirs, 40, note=note)
    yield Figure("deadlines_against_15000_a_second", ours / 15_000, 1, note=note)


def _read(text: str, lang: Lang) -> None:
    try:
        parse_deadline(text, reference=READ_ON, lang=lang)
    except UnclearDeadlineError:
        return


def _a_second(read: Callable[[str, Lang], object], cells: dict[Lang, list[str]]) -> float:
    for lang, text in WARM.items():
        read(text, lang)
    begin = time.process_time()
    for lang, texts in cells.items():
        for text in texts:
            read(text, lang)
    return sum(map(len, cells.values())) / (time.process_time() - begin)
