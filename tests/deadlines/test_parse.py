"""What single wordings mean, read on 10 February 2023."""

from datetime import date

import pytest

from deadlines.conventions import DEFAULT, conventions_from
from deadlines.parse import MissingReferenceError, UnclearDeadlineError, parse_deadline

READ_ON = date(2023, 2, 10)


def bounds(text, lang="sv", **conventions):
    found = parse_deadline(
        text, reference=READ_ON, lang=lang, conventions=conventions_from(conventions)
    )
    start = found.start.isoformat() if found.start else ""
    due = found.due.isoformat() if found.due else ""
    return f"{found.kind} {start}..{due} {found.precision}"


SWEDISH = """
hösten -25 | during 2025-08-01..2025-12-31 season
vintern 2024/25 | during 2024-12-01..2025-02-28 season
i slutet av vårterminen 2023 | during 2023-04-20..2023-06-04 term
nästa termin | during 2023-08-28..2024-01-14 term
nästa läsår | during 2023-08-28..2024-06-02 academic-year
under läsåret | during 2022-08-29..2023-06-04 academic-year
VT23 - HT24 | during 2023-01-16..2025-01-19 term
sommarterminen 2023 | during 2023-06-05..2023-08-27 term
Q1/2024 | during 2024-01-01..2024-03-31 quarter
kvartal 1 och 2 2024 | during 2024-01-01..2024-06-30 quarter
Q4 2023-Q1 2024 | during 2023-10-01..2024-03-31 quarter
sista kvartalet 2023 | during 2023-10-01..2023-12-31 quarter
kvartal 1-2 24 | during 2024-01-01..2024-06-30 quarter
v. 12–14 2023 | during 2023-03-20..2023-04-09 week
v.12/2023 | during 2023-03-20..2023-03-26 week
v 12/13 | during 2023-03-20..2023-04-02 week
v2312 | during 2023-03-20..2023-03-26 week
15 jul23 | during 2023-07-15..2023-07-15 day
senast fredagen vecka 12 | by ..2023-03-24 day
i början av vecka 12 | during 2023-03-20..2023-03-21 week
senast i mitten av nästa vecka | by ..2023-02-16 week
första veckan i mars | during 2023-02-27..2023-03-05 week
sista veckan i mars | during 2023-03-27..2023-04-02 week
andra halvan av mars | during 2023-03-16..2023-03-31 month
1 jan–31 dec 2023 | during 2023-01-01..2023-12-31 day
1 mars 2023–15 april 2023 | during 2023-03-01..2023-04-15 day
den 3-4 maj | during 2023-05-03..2023-05-04 day
1-15/4 | during 2023-04-01..2023-04-15 day
10.-15.3.2023 | during 2023-03-10..2023-03-15 day
1.3.–15.4.2023 | during 2023-03-01..2023-04-15 day
3/4-8/4 2023 | during 2023-04-03..2023-04-08 day
8-9/2024 | during 2024-08-01..2024-09-30 month
mars-2024 | during 2024-03-01..2024-03-31 month
15 jul 2023 | during 2023-07-15..2023-07-15 day
15mars 2023 | during 2023-03-15..2023-03-15 day
mars 23 | during 2023-03-01..2023-03-31 month
15 mars 24 | during 2024-03-15..2024-03-15 day
230315 | during 2023-03-15..2023-03-15 day
23-03-15 | during 2023-03-15..2023-03-15 day
2023-03-15T09:30 | during 2023-03-15..2023-03-15 day
l5 mars 2O23 | during 2023-03-15..2023-03-15 day
septmeber 2023 | during 2023-09-01..2023-09-30 month
fredag 10/3 | during 2023-03-10..2023-03-10 day
torsdag 29 februari | during 2024-02-29..2024-02-29 day
på fredag nästa vecka | during 2023-02-17..2023-02-17 day
nästa måndag | during 2023-02-13..2023-02-13 day
senast den 15:e | by ..2023-02-15 day
senast den 31 | by ..2023-03-31 day
den 15 nästa månad | during 2023-03-15..2023-03-15 day
sista fredagen i mars | during 2023-03-31..2023-03-31 day
andra måndagen i maj 2023 | during 2023-05-08..2023-05-08 day
sista vardagen i april 2023 | during 2023-04-28..2023-04-28 day
första dagen i maj | during 2023-05-01..2023-05-01 day
3 mars senast | by ..2023-03-03 day
1 mars 2023 och framåt | from 2023-03-01.. day
efter 2024 | from 2025-01-01.. year
från slutet av mars | from 2023-03-21.. month
efter sommaren | from 2023-08-16.. season
före mitten av mars | by ..2023-03-10 month
senast i början av mars | by ..2023-03-10 month
före årets utgång | by ..2023-12-31 year
före jul | by ..2023-12-23 day
före nyår | by ..2023-12-31 day
allhelgona | during 2023-11-04..2023-11-04 day
påsk 2024 | during 2024-03-29..2024-04-01 day
höstlovet | during 2023-10-30..2023-11-05 day
två veckor före jul | by ..2023-12-10 day
inom 30 dagar efter 1 mars | by ..2023-03-31 day
inom fem arbetsdagar | by ..2023-02-17 day
tre arbetsdagar före 1 mars | by ..2023-02-24 day
inom 48 timmar | by ..2023-02-12 day
inom två månader | by ..2023-04-10 month
inom kvartalet | by ..2023-03-31 quarter
om ca två veckor | during 2023-02-24..2023-02-24 day
månadsskiftet dec/jan 2024 | during 2023-12-31..2023-12-31 month
månadsskiftet | during 2023-02-28..2023-02-28 month
kvartalsskiftet | during 2023-03-31..2023-03-31 quarter
terminsskiftet 2023 | during 2024-01-14..2024-01-14 term
årsskiftet 2023-2024 | during 2023-12-31..2023-12-31 year
terminens slut | during 2023-06-04..2023-06-04 term
sommarens slut | during 2023-08-31..2023-08-31 season
vid ingången av 2024 | during 2024-01-01..2024-01-01 year
verksamhetsår 23/24 | during 2023-07-01..2024-06-30 year
verksamhetsåret 2023-24 | during 2023-07-01..2024-06-30 year
mandatperioden 2022-26 | during 2022-01-01..2026-12-31 year
under innevarande tertial | during 2023-01-01..2023-04-30 tertial
under 2022 -24 | during 2022-01-01..2024-12-31 year
hösten 2023, senast 15 november | during 2023-08-01..2023-11-15 day
utkast i mars, beslut i maj 2024 | during 2024-03-01..2024-05-31 month
fr.o.m. 1 mars t.o.m. 31 maj | during 2023-03-01..2023-05-31 day
senast 1 mars och 1 oktober | by ..2023-10-01 day
fr.o.m. mars och maj 2023 | during 2023-03-01..2023-05-31 month
mars 2023 -> maj 2023 | during 2023-05-01..2023-05-31 month
flyttat från mars 2023 till maj 2023 | during 2023-05-01..2023-05-31 month
hösten 2023 (tidigare våren 2023) | during 2023-08-01..2023-12-31 season
tidigare våren 2023 | during 2023-01-01..2023-06-30 season
~~mars~~ maj 2023 | during 2023-05-01..2023-05-31 month
Budget för 2024 klar senast 1 oktober | by ..2023-10-01 day
årligen i december | recurring 2023-12-01..2023-12-31 recurring
varje år senast 31 mars | recurring ..2023-03-31 recurring
varje fredag | recurring .. recurring
den 15 varje månad | recurring ..2023-02-15 recurring
kvartalsvis under 2023 | recurring 2023-01-01..2023-12-31 year
Kvartalsvis rapport senast 15 april 2023 | by ..2023-04-15 day
löpande fr.o.m. 2023 | ongoing 2023-01-01.. year
pågår till och med 2024 | by ..2024-12-31 year
successivt | ongoing .. ongoing
hösten nästa år | during 2024-08-01..2024-12-31 season
15 mars nästa år | during 2024-03-15..2024-03-15 day
mitten/slutet av mars | during 2023-03-11..2023-03-31 month
senast i början eller mitten av mars | by ..2023-03-20 month
vid 2023 års slut | during 2023-12-31..2023-12-31 year
vid 2024 års början | during 2024-01-01..2024-01-01 year
under 2023 års första kvartal | during 2023-01-01..2023-03-31 quarter
tiden 1/1 2023–30/6 2023 | during 2023-01-01..2023-06-30 day
hös ten 2023 | during 2023-08-01..2023-12-31 season
apri1 2023 | during 2023-04-01..2023-04-30 month
0ktober 2023 | during 2023-10-01..2023-10-31 month
0708-12 34 56 | none .. unknown
Ändrat från 1 mars till 15 april 2023 | during 2023-04-15..2023-04-15 day
M12 | event .. event
Start + 9 månader | event .. event
inom tre månader från beslut | event .. event
sista mötet före den 3:e | by ..2023-03-02 day
ordförande Maj Svensson | none .. unknown
Tre veckor | none .. unknown
Rum 2024 | none .. unknown
2 500 000 kr | none .. unknown
018-611 00 00 | none .. unknown
senest 1. marts 2023 | by ..2023-03-01 day
uke 12 | during 2023-03-20..2023-03-26 week
"""

ENGLISH = """
1H 2024 | during 2024-01-01..2024-06-30 half-year
late March/early April 2023 | during 2023-03-21..2023-04-10 month
by mid-2024 | by ..2024-06-30 year
by mid Q2 | by ..2023-05-15 quarter
by mid next week | by ..2023-02-16 week
by mid autumn term 2023 | by ..2023-11-05 term
Monday 3/6/2023 | during 2023-03-06..2023-03-06 day
3/4/2023 | during 2023-04-03..2023-04-03 day
04/15/2023 | during 2023-04-15..2023-04-15 day
04/15 | during 2023-04-15..2023-04-15 day
March 1-15, 2023 | during 2023-03-01..2023-03-15 day
w/c 13 March | during 2023-03-13..2023-03-19 week
FY2023/24 | during 2023-04-01..2024-03-31 year
Q4 FY2023 | during 2023-10-01..2023-12-31 quarter
EOM | by ..2023-02-28 month
by EOY 2024 | by ..2024-12-31 year
end of next month | during 2023-03-21..2023-03-31 month
next two weeks | by ..2023-02-24 week
two weeks before Christmas | by ..2023-12-11 day
10 days after the start of March | by ..2023-03-11 day
next March | during 2023-03-01..2023-03-31 month
it may be done in 2024 | during 2024-01-01..2024-12-31 year
moved from March 2023 to May 2023 | during 2023-05-01..2023-05-31 month
by Friday the week before the meeting | event .. event
every year in March | recurring 2023-03-01..2023-03-31 recurring
as of EOD 3 March | during 2023-03-03..2023-03-03 day
Q1 FY24 | during 2024-01-01..2024-03-31 quarter
15-Mar-2023 | during 2023-03-15..2023-03-15 day
15-Mar-23 | during 2023-03-15..2023-03-15 day
2023-24 academic year | during 2023-08-28..2024-06-02 academic-year
at each meeting | recurring .. recurring
in a month | during 2023-03-10..2023-03-10 day
twice a year | recurring .. recurring
delayed from Q1 to Q2 2023 | during 2023-04-01..2023-06-30 quarter
Q1 to Q2 2023 | during 2023-01-01..2023-06-30 quarter
when possible | none .. unknown
June Carter | none .. unknown
"""


def cases(table, lang):
    for line in table.strip().splitlines():
        text, _, expected = line.partition(" | ")
        yield pytest.param(text, lang, expected, id=f"{lang}: {text}")


@pytest.mark.parametrize(
    ("text", "lang", "expected"), [*cases(SWEDISH, "sv"), *cases(ENGLISH, "en")]
)
def test_a_wording_means(text, lang, expected):
    assert bounds(text, lang) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "Kartlägga behovet", "31 februari 2023",
        "vecka 54 2023", "kvartal 5", "tertial 4 2023", "15-3 mars",
        "tredje halvan av mars", "v9999",
        "den 45 mars", "femte måndagen i februari 2023", "4-3/2018",
        "under mandatperioden", "veckoskiftet",
        "senast den 32", "2024 -22", "9999-12-31 – efter 9999-12-31",
        "T.ex. den 30:e februari",
    ],
)  # fmt: skip
def test_what_is_not_understood_is_said_to_be_unclear(text):
    with pytest.raises(UnclearDeadlineError):
        parse_deadline(text, reference=READ_ON)


def test_a_missing_year_needs_a_reference():
    with pytest.raises(MissingReferenceError):
        parse_deadline("senast 3 mars", reference=None)


def test_a_weekday_that_never_fits_is_noted():
    found = parse_deadline("fredag 3 mars 2024", reference=None)
    assert found.due == date(2024, 3, 3)
    assert found.note == "3 mars 2024 är en söndag, inte en fredag."


def test_a_twenty_ninth_of_february_waits_for_its_year():
    assert parse_deadline("29 februari", reference=READ_ON).due == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "change", "expected"),
    [
        pytest.param(
            "hösten 2023", {"autumn_sv": "9-11"}, "during 2023-09-01..2023-11-30 season",
            id="season",
        ),
        pytest.param(
            "före sommaren", {"leave_first": "06-20"}, "by ..2023-06-19 season",
            id="leave",
        ),
        pytest.param(
            "under semestern 2023",
            {"leave_first": "07-10"},
            "during 2023-07-10..2023-08-15 season",
            id="July",
        ),
        pytest.param(
            "budgetåret 2023", {"fiscal_year_month": 7}, "during 2023-07-01..2024-06-30 year",
            id="fiscal",
        ),
        pytest.param("senast v. 12", {"week_ends_on": 5}, "by ..2023-03-24 week", id="week"),
        pytest.param(
            "före jul", {"before_christmas_sv": "12-20"}, "by ..2023-12-20 day",
            id="Christmas",
        ),
    ],
)  # fmt: skip
def test_a_council_sets_its_own_conventions(text, change, expected):
    assert bounds(text, **change) == expected


def test_the_conventions_of_an_empty_mapping_are_the_default():
    assert conventions_from({}) == DEFAULT
