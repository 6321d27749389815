"""Families of wordings around parts of years, feasts, moved times and brackets."""

from datetime import date

import pytest

from deadlines.parse import UnclearDeadlineError, parse_deadline
from tests.deadlines.test_parse import cases

READ_ON = date(2025, 9, 10)

SV = """
mars år 2026 | during 2026-03-01..2026-03-31 month
Q3 år 2026 | during 2026-07-01..2026-09-30 quarter
under månaden mars | during 2026-03-01..2026-03-31 month
i 3 kv 2026 | during 2026-07-01..2026-09-30 quarter
Q3/26 | during 2026-07-01..2026-09-30 quarter
genomförs 3:e kvartalet 2026 | during 2026-07-01..2026-09-30 quarter
vecka nr 12 2026 | during 2026-03-16..2026-03-22 week
helåret 2026 | during 2026-01-01..2026-12-31 year
lå 26/27 | during 2026-08-31..2027-06-06 academic-year
de första sex månaderna 2026 | during 2026-01-01..2026-06-30 month
sista tre månaderna 2026 | during 2026-10-01..2026-12-31 month
vår- och höstterminen 2026 | during 2026-01-19..2027-01-17 term
november-februari 2026/27 | during 2026-11-01..2027-02-28 month
vintern 2026-2027 | during 2026-12-01..2027-02-28 season
jul-aug 2026 | during 2026-07-01..2026-08-31 month
jul-nyår 2026 | during 2026-12-24..2026-12-31 day
2026 03 15 | during 2026-03-15..2026-03-15 day
till 2026 03 15 | by ..2026-03-15 day
2026-03-15 - 03-20 | during 2026-03-15..2026-03-20 day
2026-12-15 - 01-20 | during 2026-12-15..2027-01-20 day
15/3-20/3-26 | during 2026-03-15..2026-03-20 day
kvartalsskiftet Q1/Q2 2026 | during 2026-03-31..2026-03-31 quarter
näst sista veckan i maj 2026 | during 2026-05-18..2026-05-24 week
näst sista fredagen i mars 2026 | during 2026-03-20..2026-03-20 day
näst sista kvartalet 2026 | during 2026-07-01..2026-09-30 quarter
innan året är slut | by ..2025-12-31 year
innan mars 2026 är slut | by ..2026-03-31 month
senast på annandag pingst 2026 | by ..2026-05-25 day
fettisdagen 2026 | during 2026-02-17..2026-02-17 day
mellandagarna 2025 | during 2025-12-27..2025-12-30 day
mors dag 2026 | during 2026-05-31..2026-05-31 day
klart till Luciadagen 2025 | by ..2025-12-13 day
till jul | during 2025-12-24..2025-12-26 day
senarelagt från v. 10 till v. 14 2026 | during 2026-03-30..2026-04-05 week
2026-03-01 ersatt av 2026-05-01 | during 2026-05-01..2026-05-01 day
planerat mars 2026, blev maj 2026 | during 2026-05-01..2026-05-31 month
våren (mars) 2026 | during 2026-03-01..2026-03-31 month
Q2 (april-juni) 2026 | during 2026-04-01..2026-06-30 quarter
Klart juni 2026 (påbörjades jan 2026) | during 2026-01-01..2026-06-30 month
läs året 2026/27 | during 2026-08-31..2027-06-06 academic-year
v. 35-december 2025 | during 2025-08-25..2025-12-31 month
november kommunfullmäktige | during 2025-11-01..2025-11-30 month
vecka 3 i projektet | event .. event
senast till hösten | by ..2025-12-31 season
kv 3-4 -26 | during 2026-07-01..2026-12-31 quarter
v. 3-4 -26 | during 2026-01-12..2026-01-25 week
v. 12-14 och v. 16 2026 | during 2026-03-16..2026-04-19 week
kvartal 1, 2 och 3 2026 | during 2026-01-01..2026-09-30 quarter
kvartal II 2026 | during 2026-04-01..2026-06-30 quarter
läsårets slut | during 2026-06-07..2026-06-07 academic-year
2025/26-2026/27 | during 2025-09-01..2027-06-06 academic-year
14 dagar före mötet den 12 mars 2026 | by ..2026-02-26 day
tre veckor efter sammanträdet den 12 mars 2026 | by ..2026-04-02 day
14 dagar före mötet i mars 2026 | event .. event
vårterminen 2026, vecka 10 | during 2026-03-02..2026-03-08 week
v. 10 VT26 | during 2026-03-02..2026-03-08 week
hösten 2026, oktober | during 2026-10-01..2026-10-31 month
våren 2026, mars 2026 | during 2026-01-01..2026-06-30 month
hösten 2026, mars | during 2026-08-01..2027-03-31 month
inför budget 2027, klart sept 2026 | during 2026-09-01..2026-09-30 month
verksamhetsplan 2027 senast oktober 2026 | by ..2026-10-31 month
upphandling 2026, klart mars 2027 | during 2026-01-01..2027-03-31 month
två veckor före slutet av mars 2026 | by ..2026-03-17 day
efter mitten av mars | from 2026-03-21.. month
KS 12 mars 2026 | during 2026-03-12..2026-03-12 day
KS 2026-04-20 | during 2026-04-20..2026-04-20 day
KS 2024:118 | none .. unknown
på gång | ongoing .. ongoing
2026-03 | during 2026-03-01..2026-03-31 month
2026-28 | during 2026-01-01..2028-12-31 year
1999-00 | during 1999-01-01..2000-12-31 year
2026-20 | none .. unknown
2026-99 | none .. unknown
sista dagen i mars 2026 | during 2026-03-31..2026-03-31 day
påsk-maj 2026 | during 2026-04-03..2026-05-31 month
Anna Mars | none .. unknown
1234-56 | none .. unknown
sista arbetsdagen i maj 2026 | during 2026-05-29..2026-05-29 day
15/13-20/3-26 | none .. unknown
vecka med start måndag 2/3 2026 | during 2026-03-02..2026-03-08 week
veckan som slutar 20 mars 2026 | during 2026-03-16..2026-03-20 week
förskjuts från Q1 till Q3 2026 | during 2026-07-01..2026-09-30 quarter
<b>Q3&nbsp;2026</b> | during 2026-07-01..2026-09-30 quarter
mars 2026, första halvan | during 2026-03-01..2026-03-15 month
till utgången av tertial 1, 2026 | by ..2026-04-30 tertial
före budgetårets utgång 2026 | by ..2026-12-31 year
gäller från och med 2026-01-01 | from 2026-01-01.. day
Q3 2026 som senast | by ..2026-09-30 quarter
15 juni 2026 som tidigast | from 2026-06-15.. day
3 månader från 1 april 2026 | during 2026-04-01..2026-06-30 month
två veckor med start 2 mars 2026 | during 2026-03-02..2026-03-15 week
inom 3 månader från 1 april 2026 | by ..2026-07-01 day
första arbetsdagen i mars 2026 | during 2026-03-02..2026-03-02 day
femte vardagen i maj 2026 | during 2026-05-07..2026-05-07 day
nästa år, i mars | during 2026-03-01..2026-03-31 month
innan månaden är slut | by ..2025-09-30 month
gäller tills vidare | ongoing .. ongoing
senast rnars 2026 | by ..2026-03-31 month
verksarnhetsåret 26/27 | during 2026-07-01..2027-06-30 year
marsâ€“maj 2026 | during 2026-03-01..2026-05-31 month
fÃ¶rsta halvÃ¥ret 2026 | during 2026-01-01..2026-06-30 half-year
Ãr 2026 | during 2026-01-01..2026-12-31 year
t.0.m. mars 2026 | by ..2026-03-31 month
1. Q3 2026 | during 2026-07-01..2026-09-30 quarter
1. kvartal 2026 | during 2026-01-01..2026-03-31 quarter
Start: v. 10. Slut: v. 20, 2026 | during 2026-03-02..2026-05-17 week
start mars 2026, slutet av juni 2026 | during 2026-03-01..2026-06-30 month
slut: v. 20 | during 2026-05-14..2026-05-15 week
mars 2026– | from 2026-03-01.. month
mars 2026 – | during 2026-03-01..2026-03-31 month
vecka 7 el. 8 | during 2026-02-09..2026-02-22 week
v. 7 (ons) | during 2026-02-11..2026-02-11 day
v. 7, onsdag 11 februari | during 2026-02-11..2026-02-11 day
innan veckan är slut | by ..2025-09-14 week
ej påbörjad | none .. unknown
om den inte klaras senast i juni 2026 | by ..2026-06-30 month
"""
EN = """
the month of March 2026 | during 2026-03-01..2026-03-31 month
week no. 12 2026 | during 2026-03-16..2026-03-22 week
calendar week 12 2026 | during 2026-03-16..2026-03-22 week
by the end of week 12 2026 | by ..2026-03-20 week
by the end of the week | by ..2025-09-12 week
before the start of 2026-W12 | by ..2026-03-15 week
first six months of 2026 | during 2026-01-01..2026-06-30 month
the last three months of 2026 | during 2026-10-01..2026-12-31 month
spring and autumn terms 2026 | during 2026-01-19..2027-01-17 term
CY2026 Q3 | during 2026-07-01..2026-09-30 quarter
FY26 Q3 | during 2026-07-01..2026-09-30 quarter
in 3Q26 | during 2026-07-01..2026-09-30 quarter
FY26 onwards | from 2026-01-01.. year
the 2026/27 financial year | during 2026-04-01..2027-03-31 year
the 2026 financial year | during 2026-01-01..2026-12-31 year
academic session 2026-27 | during 2026-08-31..2027-06-06 academic-year
June 2026, second Tuesday | during 2026-06-09..2026-06-09 day
penultimate week of May 2026 | during 2026-05-18..2026-05-24 week
Q2 (April-June) 2026 | during 2026-04-01..2026-06-30 quarter
end-of-March 2026 | during 2026-03-21..2026-03-31 month
mid-to-late March 2026 | during 2026-03-11..2026-03-31 month
Sat 14 March 2026 | during 2026-03-14..2026-03-14 day
by Sun 15 March 2026 | by ..2026-03-15 day
before 2026 is over | by ..2026-12-31 year
Whit Monday 2026 | during 2026-05-25..2026-05-25 day
by Ash Wednesday 2026 | by ..2026-02-18 day
Thanksgiving 2026 | during 2026-11-26..2026-11-26 day
early May bank holiday 2026 | during 2026-05-04..2026-05-04 day
by close of play on Thursday | by ..2025-09-11 day
position as at 31 August 2026 | during 2026-08-31..2026-08-31 day
31 March 2026, superseded by 30 April 2026 | during 2026-04-30..2026-04-30 day
revised: 15 May 2026 (original date 1 March 2026) | during 2026-05-15..2026-05-15 day
Ends 30 Sept 2026 (started 12 Jan 2026) | during 2026-01-12..2026-09-30 day
April at the earliest, June 2026 at the latest | during 2026-04-01..2026-06-30 month
pp. 12-14 to be revised by 15 Sept 2026 | by ..2026-09-15 day
Induction week: 1-5 September 2025 | during 2025-09-01..2025-09-05 day
Week 3 of the project | event .. event
weeks 10-12 and 15, 2026 | during 2026-03-02..2026-04-12 week
before the board meeting on 12 March 2026 | by ..2026-03-11 day
two weeks before the meeting on 12 March 2026 | by ..2026-02-26 day
pending approval | event .. event
on demand | none .. unknown
CY26 | during 2026-01-01..2026-12-31 year
second half of FY2026/27 | during 2026-10-01..2027-03-31 half-year
three months before the end of 2026 | by ..2026-09-30 day
within 10 working days of the request | event .. event
budget 2027 by October 2026 | by ..2026-10-31 month
Budget 2027, October 2026 | during 2026-10-01..2026-10-31 month
on Mondays | recurring .. recurring
week ending Sunday 15 March 2026 | during 2026-03-09..2026-03-15 week
March 2026 (first half) | during 2026-03-01..2026-03-15 month
once Q2 2026 is over | from 2026-07-01.. quarter
over the turn of the year, 1 Dec 2025 - 15 Jan 2026 | during 2025-12-01..2026-01-15 day
Q3 2026 at the very latest | by ..2026-09-30 quarter
soonest: 15 June 2026 | from 2026-06-15.. day
36 months, starting 1 January 2026 | during 2026-01-01..2028-12-31 month
next year, in March | during 2026-03-01..2026-03-31 month
this calendar quarter | during 2025-07-01..2025-09-30 quarter
before the month is out | by ..2025-09-30 month
in force until revoked | ongoing .. ongoing
revision 12 | none .. unknown
end 0f March 2026 | during 2026-03-21..2026-03-31 month
Q1 ancl Q2 2026 | during 2026-01-01..2026-06-30 quarter
the spring terrn 2026 | during 2026-01-19..2026-06-07 term
acaclemic year 2026/27 | during 2026-08-31..2027-06-06 academic-year
a clue by May 2026 | by ..2026-05-31 month
OK Jan-Mar 2026 | during 2026-01-01..2026-03-31 month
financial year 2026-27 Q2 | during 2026-07-01..2026-09-30 quarter
Q4 FY2025-26 | during 2026-01-01..2026-03-31 quarter
spring budget 2026 | none .. unknown
spring newsletter 2026 | during 2026-03-01..2026-05-31 season
autumn 2026 term | during 2026-08-31..2027-01-17 term
ongoing - review June 2026 | ongoing .. ongoing
halfway through 2026 | during 2026-05-01..2026-08-31 year
June 2026 or 2027 | during 2026-06-01..2027-12-31 year
first week of May 2026 | during 2026-05-04..2026-05-10 week
November Cabinet | during 2025-11-01..2025-11-30 month
"""
UNCLEAR_SV = [
    "år 2026/27",
    "näst sista dagen i maj",
    "de närmaste veckorna",
    "13/13 2026",
    "andra halvan av höstterminen 2026",
    "vid årets början",
    "inte i år",
    "31 12 2026",
    "första 14 månaderna 2026",
]
UNCLEAR_EN = [
    "Michaelmas term 2026",
    "tax year 2026/27",
    "in the coming months",
    "Q, 2026",
    "Christmas week 2026",
    "first fortnight of March 2026",
    "2026 13 45",
]


def bounds(text, lang):
    found = parse_deadline(text, reference=READ_ON, lang=lang)
    return f"{found.kind} {found.start or ''}..{found.due or ''} {found.precision}"


@pytest.mark.parametrize(("text", "lang", "expected"), [*cases(SV, "sv"), *cases(EN, "en")])
def test_a_family_of_wordings_means(text, lang, expected):
    assert bounds(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [*((text, "sv") for text in UNCLEAR_SV), *((text, "en") for text in UNCLEAR_EN)],
)
def test_what_is_half_understood_is_refused(text, lang):
    with pytest.raises(UnclearDeadlineError):
        parse_deadline(text, reference=READ_ON, lang=lang)
