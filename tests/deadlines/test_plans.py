"""What else stands in the column for times in real plans, read on 10 February 2023."""

from datetime import date

import pytest

from deadlines.parse import parse_deadline
from tests.deadlines.test_parse import bounds, cases

MISREAD = """
Ql 2025 | during 2025-01-01..2025-03-31 quarter
QI 2024 | during 2024-01-01..2024-03-31 quarter
Tl 2024 | during 2024-01-01..2024-04-30 tertial
Hl 2023 | during 2023-01-01..2023-06-30 half-year
Kl 2024 | during 2024-01-01..2024-03-31 quarter
kvl 2024 | during 2024-01-01..2024-03-31 quarter
senast KvI 2024 | by ..2024-03-31 quarter
Ql-Q2 2025 | during 2025-01-01..2025-06-30 quarter
Ql/2024 | during 2024-01-01..2024-03-31 quarter
Ql -24 | during 2024-01-01..2024-03-31 quarter
2024 Hl | during 2024-01-01..2024-06-30 half-year
klart Tl, 2024 | during 2024-01-01..2024-04-30 tertial
HL 2024 | during 2024-01-01..2024-12-31 year
kl 12 den 3 mars 2023 | during 2023-03-03..2023-03-03 day
Kl 10-12 3 mars 2023 | during 2023-03-03..2023-03-03 day
"""
MONTHLY_SV = """
den 25:e varje månad | recurring ..2023-02-25 recurring
senast den 5:e varje månad | recurring ..2023-03-05 recurring
den 10 i varje månad | recurring ..2023-02-10 recurring
varje månad den 20 | recurring ..2023-02-20 recurring
varje månad senast den 3:e | recurring ..2023-03-03 recurring
den 1 och 15 varje månad | recurring ..2023-02-15 recurring
den sista varje månad | recurring ..2023-02-28 recurring
den 15 varannan månad | recurring .. recurring
första måndagen varannan månad | recurring .. recurring
varje månad två möten | recurring .. recurring
"""
MONTHLY_EN = """
the 25th of each month | recurring ..2023-02-25 recurring
by the 5th of every month | recurring ..2023-03-05 recurring
on the 31st of each month | recurring ..2023-03-31 recurring
every month on the 9th | recurring ..2023-03-09 recurring
the 1st and 15th of each month | recurring ..2023-02-15 recurring
the last of each month | recurring ..2023-02-28 recurring
the 12th of every other month | recurring .. recurring
"""
LABELLED_SV = """
Etapp 1: hösten 2024 | during 2024-08-01..2024-12-31 season
Delmål 4: v. 12 | during 2023-03-20..2023-03-26 week
Delmål 4: mars 2024 | during 2024-03-01..2024-03-31 month
Aktivitet 1.2: Q3 2024 | during 2024-07-01..2024-09-30 quarter
Leverans fas 2: kvartal 1 2024 | during 2024-01-01..2024-03-31 quarter
Fas 3 - våren 2024 | during 2024-01-01..2024-06-30 season
Etapp 1: våren 2023, etapp 2: hösten 2023 | during 2023-01-01..2023-12-31 season
Milstolpe 2: senast 5 maj 2023 | by ..2023-05-05 day
WP2: M12 | event .. event
möte 10:30 den 3 mars | during 2023-03-03..2023-03-03 day
vecka 12: enkät | during 2023-03-20..2023-03-26 week
mars 15: enkät | during 2023-03-15..2023-03-15 day
septembr 15: enkät | during 2023-09-15..2023-09-15 day
träff 3 - 5 maj 2023 | during 2023-05-03..2023-05-05 day
"""
LABELLED_EN = """
Stage 2: Q3 2025 | during 2025-07-01..2025-09-30 quarter
Phase 3 – May 2025 | during 2025-05-01..2025-05-31 month
Work package 2: Q2 2024 | during 2024-04-01..2024-06-30 quarter
Objective 4 - early 2024 | during 2024-01-01..2024-04-30 year
Milestone 2: by 15 March 2024 | by ..2024-03-15 day
Q2: report | during 2023-04-01..2023-06-30 quarter
"""
STAMPED_SV = """
uppdaterad 2023-01-15 | none .. unknown
Senast uppdaterad: 2023-01-15 | none .. unknown
se protokoll 2023-02-01 | none .. unknown
se bilaga 230201, klart hösten 2023 | during 2023-08-01..2023-12-31 season
uppdaterad 2023-01-15, ses över kvartalsvis | recurring .. recurring
uppdaterad 2023-05-01 | during 2023-05-01..2023-05-01 day
uppdaterad plan 2023-01-15 | during 2023-01-15..2023-01-15 day
beslutat 2023-01-15, klart hösten 2023 | during 2023-08-01..2023-12-31 season
Klart våren 2024 (antagen 2022-12-12) | during 2024-01-01..2024-06-30 season
fastställt 2022-12-12, senast 1 mars 2023 | by ..2023-03-01 day
beslutat 2023-01-15 | during 2023-01-15..2023-01-15 day
"""
STAMPED_EN = """
updated 2023-01-15 | none .. unknown
last updated 15.01.2023 | none .. unknown
see minutes 2022-11-30 | none .. unknown
2022-12-01, updated 2023-01-31 | during 2023-01-31..2023-01-31 day
decided 2023-01-15, done by June 2023 | by ..2023-06-30 month
adopted on 2022-12-12, Q3 2023 | during 2023-07-01..2023-09-30 quarter
"""


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        *cases(MISREAD, "sv"),
        *cases(MONTHLY_SV, "sv"),
        *cases(MONTHLY_EN, "en"),
        *cases(LABELLED_SV, "sv"),
        *cases(LABELLED_EN, "en"),
        *cases(STAMPED_SV, "sv"),
        *cases(STAMPED_EN, "en"),
    ],
)
def test_a_plan_says(text, lang, expected):
    assert bounds(text, lang) == expected


def test_without_a_reference_no_day_is_known_to_be_a_stamp():
    assert parse_deadline("uppdaterad 2023-01-15", reference=None).due == date(2023, 1, 15)
