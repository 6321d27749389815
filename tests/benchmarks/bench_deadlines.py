"""Deadlines in words a second, beside dateparser's search on the same phrases in the same run."""

import random
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import product

from deadlines.parse import UnclearDeadlineError, parse_deadline
from tests.benchmarks.figure import Figure

READ_ON = date(2023, 2, 10)
OURS, THEIRS = 15_000, 240
LIMITS = ("", "senast ", "före ", "klart i slutet av ", "fr.o.m. ", "Anna: ", "ska vara klart ")
PERIODS = (
    "mars",
    "hösten",
    "HT",
    "Q3",
    "första halvåret",
    "15 maj",
    "vecka 20",
    "den 3 juni",
    "tertial 2",
)


def phrases() -> list[str]:
    """Distinct wordings, none twice."""
    made = [
        f"{limit}{period} {year}{ending}"
        for limit, period, year, ending in product(
            LIMITS, PERIODS, range(1990, 2070), ("", ".", " Klart", " (prel.)")
        )
    ]
    random.Random(3).shuffle(made)  # noqa: S311 - an order, not a secret
    return made


def figures() -> Iterator[Figure]:
    """One core, no cache: each phrase is read once."""
    from dateparser.search import search_dates  # noqa: PLC0415 - heavy, and only measured here

    made = phrases()
    warnings.simplefilter("ignore")
    _read("mars 2023", READ_ON)
    search_dates("mars 2023", languages=["sv"])
    theirs = _a_second(
        lambda text, read_on: search_dates(
            text,
            languages=["sv"],
            settings={"RELATIVE_BASE": datetime(read_on.year, read_on.month, read_on.day)},  # noqa: DTZ001 - naive is what it takes
        ),
        made[:THEIRS],
    )
    ours = _a_second(_read, made[THEIRS : THEIRS + OURS])
    note = f"{ours:.0f} phrases a second, dateparser.search_dates {theirs:.0f}"
    yield Figure("deadlines_against_dateparser", ours / theirs, 40, note=note)
    yield Figure("deadlines_against_15000_a_second", ours / 15_000, 1, note=note)


def _read(text: str, read_on: date) -> None:
    try:
        parse_deadline(text, reference=read_on)
    except UnclearDeadlineError:
        return


def _a_second(read: Callable[[str, date], object], texts: list[str]) -> float:
    """Each phrase has a reference of its own."""
    asked = [(text, READ_ON + timedelta(days=number)) for number, text in enumerate(texts)]
    begin = time.process_time()
    for text, read_on in asked:
        read(text, read_on)
    return len(texts) / (time.process_time() - begin)
