"""What is assumed is said in the reader's language, with the other reading where there is one."""

from datetime import date

import pytest

from deadlines.answers import parse_answer
from deadlines.deadline import Deadline
from deadlines.parse import parse_deadline

READ_ON = date(2025, 9, 10)
AUTUMN = Deadline("hösten 2025", "during", date(2025, 8, 1), date(2025, 12, 31), "season")

SV = [
    (
        "hösten 2026",
        (
            "Hösten räknas här från 1 augusti 2026 till 31 december 2026. "
            "Säsongen kan också menas som 1 september 2026–30 november 2026."
        ),
    ),
    (
        "vintern 2026",
        (
            "Vintern räknas här från 1 december 2026 till 28 februari 2027. "
            "Det kan också menas januari–mars 2026."
        ),
    ),
    ("vintern 26/27", "Vintern räknas här från 1 december 2026 till 28 februari 2027."),
    (
        "före sommaren 2026",
        (
            "Sommaren räknas som 30 juni 2026: sommarledigheten börjar 1 juli. "
            "Före själva sommaren är till och med 31 maj 2026, den andra läsningen."
        ),
    ),
    (
        "före semestern 2026",
        "Sommaren räknas som 30 juni 2026: sommarledigheten börjar 1 juli.",
    ),
    ("årsskiftet 2026", "Räknas som 31 december 2026; 31 december 2025 är den andra läsningen."),
    ("årsskiftet 2026/27", "Räknas som 31 december 2026."),
    (
        "senast v. 12 2026",
        "Veckan räknas till och med 22 mars 2026; fredagen den 20 mars är den andra läsningen.",
    ),
    (
        "verksamhetsåret 2026",
        "Året räknas som 1 januari 2026–31 december 2026; andra räkenskapsår förekommer.",
    ),
    ("flyttat från mars till maj 2026", "Den ersatta tiden räknas inte."),
    ("nästa möte", "Har ingen dag i kalendern: räknas ut när händelsen är daterad."),
    ("mars 2026", None),
    ("mars och maj 2026", "Flera tider: den första början och det sista slutet gäller."),
]
EN = [
    (
        "by 03/10/2025",
        "The day is read first: 3 October 2025. With the month first it is 10 March 2025.",
    ),
    (
        "by 10/03/2025",
        "The month is read first: 3 October 2025. With the day first it is 10 March 2025.",
    ),
    (
        "by winter 2026",
        (
            '"By" a period is taken as its last day, 28 February 2027. '
            "January–March 2026 may also be meant."
        ),
    ),
    ("04/04/2026", None),
    ("03/13/2026", None),
    (
        "EOW",
        "The week is taken to end on 12 September 2025; Sunday 14 September is the other reading.",
    ),
    (
        "turn of the year 2026",
        "Taken as 31 December 2026; 31 December 2025 is the other reading.",
    ),
]
ANSWERS = [
    ("behöver två veckor till", "sv", date(2026, 1, 14)),
    ("en vecka senare", "sv", date(2026, 1, 7)),
    ("flyttas en månad framåt", "sv", date(2026, 1, 31)),
    ("klart om tre veckor", "sv", date(2025, 10, 1)),
    ("another month", "en", date(2026, 1, 31)),
    ("extend by six weeks", "en", date(2026, 2, 11)),
    ("pushed back a quarter", "en", date(2026, 3, 31)),
    ("two weeks from now", "en", date(2025, 9, 24)),
]


@pytest.mark.parametrize(
    ("text", "lang", "note"),
    [*((text, "sv", note) for text, note in SV), *((text, "en", note) for text, note in EN)],
)
def test_what_is_assumed_is_said(text, lang, note):
    assert parse_deadline(text, reference=READ_ON, lang=lang).note == note


@pytest.mark.parametrize(("text", "lang", "due"), ANSWERS)
def test_more_time_counts_from_the_time_there_was(text, lang, due):
    assert parse_answer(text, current=AUTUMN, reference=READ_ON, lang=lang).due == due


def test_a_weekday_that_fits_no_year_is_said_beside_the_year_that_is_missing() -> None:
    """From 2023 to 2031 no 15 March is a Tuesday, so the first one is taken."""
    found = parse_deadline("Tuesday 15/3", reference=date(2023, 2, 10), lang="sv")
    assert found.due == date(2023, 3, 15)
    assert found.note == (
        "15 mars 2023 är en onsdag, inte en tisdag. "
        "Året saknas: första gången från 10 februari 2023 räknas."
    )
