"""Any part of any period, its year written in any way, is understood or refused."""

from datetime import date
from itertools import product

import pytest

from deadlines.errors import UnclearDeadlineError
from deadlines.parse import parse_deadline

TODAY = date(2023, 2, 10)
YEARS = (
    *("", " 23", " 2023", "-23", "-2023", "'23", " -23"),
    *(" 23-24", " 2023-24", " 2023-2024", " 2023/24", " 23/24", " 2023-03", " 2022-23-24"),
)
PARTS = {
    "sv": ("", "mid-", "mitten - ", "i mitten av ", "i slutet av ", "början av ", "sen-", "före "),
    "en": ("", "mid-", "early-", "late-", "end-", "mid ", "end of ", "post-", "before "),
}
PERIODS = {
    "sv": (
        *("vt", "ht", "vårterminen", "hösten", "vintern", "läsåret", "verksamhetsåret"),
        *("räkenskapsåret", "mandatperioden", "kvartal 2", "tertial 2", "första halvåret"),
        *("mars", "vecka 7", "årsskiftet", "halvårsskiftet", "månadsskiftet mars-april"),
        *("julen", "påsk", "semestern"),
    ),
    "en": (
        *("spring term", "fall term", "autumn", "winter", "academic year", "fiscal year", "FY"),
        *("Q2", "second half", "March", "week 7", "turn of the year", "month-end", "year-end"),
        *("Easter", "summer break"),
    ),
}


@pytest.mark.parametrize(
    ("period", "lang"), [(name, lang) for lang, names in PERIODS.items() for name in names]
)
def test_a_part_of_a_period_in_some_year_is_understood_or_refused(period: str, lang: str) -> None:
    understood = 0
    for part, year in product(PARTS[lang], YEARS):
        try:
            deadline = parse_deadline(part + period + year, reference=TODAY, lang=lang)
        except UnclearDeadlineError:
            continue
        understood += deadline.kind != "none"
    assert understood
