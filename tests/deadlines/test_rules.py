"""What each rule of the grammar makes of wordings that join several, read on 10 February 2023."""

from datetime import date

import pytest

from deadlines.deadline import Deadline, InvalidDeadlineError
from deadlines.errors import UnclearDeadlineError
from tests.deadlines.test_parse import bounds, cases

SWEDISH = """
före midsommar | by ..2023-06-23 day
före midsommarafton | by ..2023-06-22 day
midsommarafton | during 2023-06-23..2023-06-23 day
vid överlämning | event .. event
tills annat beslutas | ongoing .. ongoing
Fas 1: april 2023. Fas 2: november 2023 | during 2023-04-01..2023-11-30 month
Inställt (var planerat till Q2 2023) | none .. unknown
Utgår, ursprungligen hösten 2023 | none .. unknown
Inställt, ny tid 3 maj 2023 | during 2023-05-03..2023-05-03 day
Protokollet från 12 april 2023 anslås senast 3 maj 2023 | by ..2023-05-03 day
från 12 april till 3 maj 2023 | during 2023-04-12..2023-05-03 day
under årets sista tertial | during 2023-09-01..2023-12-31 tertial
Redovisas inom verksamhetsåret 2024 | during 2024-01-01..2024-12-31 year
inom kvartalet | by ..2023-03-31 quarter
Försöket avslutas jan 2024 | during 2024-01-01..2024-01-31 month
avslutas den 3 maj | by ..2023-05-03 day
Utkast 15/2, slutlig version 30/4 2023 | during 2023-02-15..2023-04-30 day
Prövas på nytt efter 2025 | from 2026-01-01.. year
vårterminen 2024 ges kursen nästa gång | during 2024-01-15..2024-06-02 term
vid projektavslut | event .. event
så snart det går | none .. unknown
Vision för Region Norr 2040 | none .. unknown
Regional utvecklingsstrategi 2030 | none .. unknown
Strategi senast 2024 | by ..2024-12-31 year
revision 2024 | during 2024-01-01..2024-12-31 year
kl. 13.00-15.00 | none .. unknown
fredagen före midsommar | during 2023-06-16..2023-06-16 day
senast fredagen före jul | by ..2023-12-22 day
tisdagen efter påsk | during 2023-04-11..2023-04-11 day
fredagen före den 15 mars | during 2023-03-10..2023-03-10 day
kvartal 2 verksamhetsåret 2023/24 | during 2023-10-01..2023-12-31 quarter
2023 mars 15 | during 2023-03-15..2023-03-15 day
vårvintern 2024 | during 2024-01-01..2024-02-29 season
löpande med avstämning i juni 2023 | ongoing .. ongoing
tills vidare, dock längst t.o.m. 2024 | ongoing ..2024-12-31 year
löpande arbete under 2023 | ongoing 2023-01-01..2023-12-31 year
före påsk | by ..2023-04-06 day
HT tidigast | from 2023-08-28.. term
efter samrådsmötet | event .. event
2022/2024 | during 2022-01-01..2024-12-31 year
15/3-23 | during 2023-03-15..2023-03-15 day
första halvan av mars | during 2023-03-01..2023-03-15 month
våren 2022/23 | during 2023-01-01..2023-06-30 season
VT 2022-23 | during 2023-01-16..2023-06-04 term
VT 2022/23 | during 2023-01-16..2023-06-04 term
2024/05 | during 2024-05-01..2024-05-31 month
2024/13 | none .. unknown
läsår 23 | during 2023-08-28..2024-06-02 academic-year
måndag 29 februari | during 2024-02-29..2024-02-29 day
i mitten av HT 2023 | during 2023-10-13..2023-11-29 term
septembar 2023 | during 2023-09-01..2023-09-30 month
h0sten 2023 | during 2023-08-01..2023-12-31 season
möte 15/20 | none .. unknown
enligt förvaltningslagen 2017 | none .. unknown
underlagen 2024 | during 2024-01-01..2024-12-31 year
konto 12/2300 | none .. unknown
i början av 2024 (jan-feb) | during 2024-01-01..2024-02-29 month
senast 24/7 | by ..2023-07-24 day
hösten 2023 (november) | during 2023-11-01..2023-11-30 month
tertial 2 2023 (juni Klart | during 2023-06-01..2023-06-30 month
2024 (jan-feb) Klart | during 2024-01-01..2024-02-29 month
hösten 2023 (beslut i november) | during 2023-08-01..2023-12-31 season
senast hösten 2023 (november) | by ..2023-12-31 season
Q3 (2023) | during 2023-07-01..2023-09-30 quarter
löpande, avstämning varje kvartal | ongoing .. ongoing
tills vidare, utvärderas 2024 | ongoing .. ongoing
löpande till 2025 | ongoing ..2025-12-31 year
Klart/pågår: se bilaga 2 | none .. unknown
efter jul- och nyårshelgen | from 2024-01-01.. day
efter mars/april | from 2023-05-01.. month
efter mars till maj | during 2023-04-01..2023-05-31 month
före jul och nyår | by ..2023-12-23 day
tredje kvartalets slut 2023 | during 2023-09-30..2023-09-30 quarter
senast tredje kvartalets utgång 2023 | by ..2023-09-30 quarter
vårterminens slut 2024 | during 2024-06-02..2024-06-02 term
höstens början | during 2023-08-01..2023-09-30 season
kvartalets slut | during 2023-03-31..2023-03-31 quarter
augusti månads slut | during 2023-08-31..2023-08-31 month
vid höstterminens start 2024 | during 2024-09-02..2024-10-17 term
efter mötet den 14 mars 2023 | from 2023-03-15.. day
före mötet den 14 mars 2023 | by ..2023-03-13 day
före 2024 års stämma | event .. event
budgeten 2023/24 | during 2023-07-01..2024-06-30 year
med start i mars | from 2023-03-01.. month
startar i mars | during 2023-03-01..2023-03-31 month
Konferensen äger rum 17-18 oktober 2023 | during 2023-10-17..2023-10-18 day
inom fyra veckor från dagens datum | by ..2023-03-10 week
sista vardagen i varje månad | recurring .. recurring
början 15 mars | from 2023-03-15.. day
kvartal fyra 2023 | during 2023-10-01..2023-12-31 quarter
kvartal två och tre 2023 | during 2023-04-01..2023-09-30 quarter
vecka tolv | during 2023-03-20..2023-03-26 week
första halvåret två rapporter | during 2023-01-01..2023-06-30 half-year
under en vecka två gånger | recurring .. recurring
varje kvartal ett möte | recurring .. recurring
3 möten per år | recurring .. recurring
fler möten hösten 2023 | during 2023-08-01..2023-12-31 season
sista fredagen i varje månad | recurring ..2023-02-24 recurring
första måndagen varje månad | recurring ..2023-03-06 recurring
i mitten av semestern 2023 | during 2023-07-16..2023-07-31 season
mid-vårterminen 2024 | during 2024-03-01..2024-04-17 term
varje månad, första måndagen | recurring ..2023-03-06 recurring
i slutet av varje år | recurring 2023-09-01..2023-12-31 recurring
senast den 1 mars och 1 september varje år | recurring ..2023-03-01 recurring
1 mars och 1 september varje år | recurring ..2023-03-01 recurring
varje år 1 mars-31 maj | recurring 2023-03-01..2023-05-31 recurring
halvårsvis, första gången 1 mars 2024 | recurring ..2024-03-01 recurring
kvartalsvis med start 1 maj 2024 | recurring ..2024-05-01 recurring
kvartalsvis från och med 2024 | recurring 2024-01-01.. year
våren 2023 (flyttat från hösten 2022) | during 2023-01-01..2023-06-30 season
inte våren 2023 utan hösten 2023 | during 2023-08-01..2023-12-31 season
tidigast mars, senast maj | during 2023-03-01..2023-05-31 month
senast 15 mars (utkast) och 30 april (slutligt) | by ..2023-04-30 day
läsår 23-24 | during 2023-08-28..2024-06-02 academic-year
senast en månad innan stämman 2024 | event .. event
inför mötet i mars | by ..2023-03-31 month
april/maj-skiftet | during 2023-04-30..2023-04-30 month
förra hösten | during 2022-08-01..2022-12-31 season
nästa vår | during 2024-01-01..2024-06-30 season
nästa jul | during 2023-12-24..2023-12-26 day
veckan före jul | during 2023-12-11..2023-12-17 week
senast veckan före jul | by ..2023-12-17 week
veckan efter påsk | during 2023-04-10..2023-04-16 week
dagen efter midsommar | during 2023-06-24..2023-06-24 day
tisdag-torsdag v. 12 | during 2023-03-21..2023-03-23 day
plan för 2024-2026 | during 2024-01-01..2026-12-31 year
strategi 2023-2030 | none .. unknown
50 % 2023, 100 % 2024 | during 2023-01-01..2024-12-31 year
rådsmöte nr 3 | event .. event
från och med vecka 10 till och med vecka 15 | during 2023-03-06..2023-04-16 week
före år 2024 | by ..2023-12-31 year
hösten 2022 tidig vår 2023 | during 2022-08-01..2023-02-28 season
år 2 | event .. event
i 2 år | none .. unknown
Projektmånad 24 | event .. event
10.3 2024 | during 2024-03-10..2024-03-10 day
fredag 10.3 | during 2023-03-10..2023-03-10 day
senast 10.3 | by ..2023-03-10 day
13-04-2023 | during 2023-04-13..2023-04-13 day
2023-10-15/2023-10-20 | during 2023-10-15..2023-10-20 day
15/3-15/4 | during 2023-03-15..2023-04-15 day
2023-26 | during 2023-01-01..2026-12-31 year
fredag 10/3 2023 kl 9 | during 2023-03-10..2023-03-10 day
sommarterminen | during 2023-06-05..2023-08-27 term
trettondagen | during 2024-01-06..2024-01-06 day
100 dagar före 1 mars | by ..2023-11-22 day
senast mitten av Q2 | by ..2023-05-15 quarter
senast mitten av andra tertialet | by ..2023-06-30 tertial
i mitten av halvåret | during 2023-03-01..2023-04-30 half-year
9-12/2023 | during 2023-09-01..2023-12-31 month
3/2023-5/2023 | during 2023-03-01..2023-05-31 month
april- maj 2023 | during 2023-04-01..2023-05-31 month
mars – 2023-05-01 | during 2023-03-01..2023-05-01 day
29 februari-15 mars 2024 | during 2024-02-29..2024-03-15 day
28-29 februari | during 2024-02-28..2024-02-29 day
220901-221031 | during 2022-09-01..2022-10-31 day
230115 – 230228 | during 2023-01-15..2023-02-28 day
230115–230228 | during 2023-01-15..2023-02-28 day
20230401-20240331 | during 2023-04-01..2024-03-31 day
arbetet pågår 240101-240630 | during 2024-01-01..2024-06-30 day
070-123456 | none .. unknown
556016-0680 | none .. unknown
556123-556124 | none .. unknown
221031-220901 | none .. unknown
dnr 220901-221031 | none .. unknown
tel. 010203-040506 | none .. unknown
maj - september 2023 | during 2023-05-01..2023-09-30 month
resten av året | during 2023-02-10..2023-12-31 year
resten av våren 2024 | during 2024-01-01..2024-06-30 season
terminsstart HT23 | during 2023-08-28..2023-08-28 term
senast vid terminsstart VT24 | by ..2024-01-15 term
Start av termin 2 | event .. event
samma vecka | event .. event
två veckor därefter | event .. event
efteråt | event .. event
då nytt avtal är tecknat | event .. event
senats 31 mars 2023 | by ..2023-03-31 day
Svarsfristen går ut den 30 april 2023 | by ..2023-04-30 day
3, 4, 5 juni | during 2023-06-03..2023-06-05 day
3/4 juni | during 2023-06-03..2023-06-04 day
nästa vecka fredag | during 2023-02-17..2023-02-17 day
mars/april eller senare | from 2023-03-01.. month
Ansökan 1-30 november 2023, för kurser i läsåret 2024/25 | during 2023-11-01..2023-11-30 day
årsberättelse 2022 trycks i maj 2023 | during 2023-05-01..2023-05-31 month
WP2: juni 2023 | during 2023-06-01..2023-06-30 month
protokoll_2023-03-15.pdf | none .. unknown
15/16 st | none .. unknown
Agenda-2030 | none .. unknown
Upprättad 2023-01-15 | none .. unknown
kst 2023 | none .. unknown
10 april kl 9-12 | during 2023-04-10..2023-04-10 day
"""
ENGLISH = """
adopted by the board in December 2023 | during 2023-12-01..2023-12-31 month
ready by the meeting in December 2023 | by ..2023-12-31 month
in the coming autumn term | during 2023-08-28..2024-01-14 term
the coming autumn | during 2023-09-01..2023-11-30 season
Review of terms of reference: 02/2025 | during 2025-02-01..2025-02-28 month
once all regions have answered | event .. event
Final day for comments: 25 August 2023 | by ..2023-08-25 day
Cancelled (was due June 2023) | none .. unknown
Withdrawn; originally planned for autumn 2023 | none .. unknown
valid through to March 2023 | by ..2023-03-31 month
first two quarters of 2024 | during 2024-01-01..2024-06-30 month
last date for comments 25 August 2023 | by ..2023-08-25 day
15 March (latest) | by ..2023-03-15 day
starting with the academic year 2025/26 | from 2025-09-01.. academic-year
12 Feb. + 25 Mar. + 6 May 2024 | during 2024-02-12..2024-05-06 day
Start + 9 months | event .. event
Next Programme Board | event .. event
as soon as practicable | none .. unknown
Digital Strategy 2025 | none .. unknown
Strategy for Skills 2025-2030 | none .. unknown
roadmap by Q3 2024 | by ..2024-09-30 quarter
Decision No 1313/2013 | none .. unknown
FY2023/24 Q4 | during 2024-01-01..2024-03-31 quarter
by the end of Q3 2023/24 | by ..2023-12-31 quarter
Q1-Q2 2023/24 | during 2023-04-01..2023-09-30 quarter
the Friday before Easter | during 2023-04-07..2023-04-07 day
Monday after Easter | during 2023-04-10..2023-04-10 day
info@example.se | none .. unknown
+46 8 123 45 67 | none .. unknown
last quarter of the year | during 2023-10-01..2023-12-31 quarter
by EOD tomorrow | by ..2023-02-11 day
10:00-11:30 | none .. unknown
- | none .. unknown
Decernber 2023 | during 2023-12-01..2023-12-31 month
by close of business on Friday 3 March | by ..2023-03-03 day
the last day of each month | recurring ..2023-02-28 recurring
COM(2022) 454 final | none .. unknown
within four weeks from today | by ..2023-03-10 week
after the meeting on 14 March 2023 | from 2023-03-15.. day
by noon on 4 May 2023 | by ..2023-05-04 day
by the 2024 annual meeting | event .. event
in the near future | none .. unknown
Budget 2023/24 | during 2023-04-01..2024-03-31 year
biennially | recurring .. recurring
2023-W12-5 | during 2023-03-24..2023-03-24 day
FY2023 Q2 | during 2023-04-01..2023-06-30 quarter
September deadline for winter interns | by ..2023-09-30 month
before 10/1/2022 | by ..2022-01-09 day
before 5/10/2023 | by ..2023-10-04 day
first Friday of every month | recurring ..2023-03-03 recurring
every March and September | recurring 2023-03-01..2023-03-31 recurring
by 1 March and 1 September each year | recurring ..2023-03-01 recurring
at the end of each year | recurring 2023-09-01..2023-12-31 recurring
ongoing, reviewed quarterly | ongoing .. ongoing
ongoing (review in May 2024) | ongoing .. ongoing
after Christmas and New Year | from 2024-01-01.. day
beginning 15 March 2023 | from 2023-03-15.. day
beginning in March 2023 | from 2023-03-01.. month
TBD for next release | none .. unknown
T0 + 18 months | event .. event
Q2 of year 2 | event .. event
Y2 Q3 | event .. event
year 2 (2024) | during 2024-01-01..2024-12-31 year
at the next steering group meeting | event .. event
EOD Friday | by ..2023-02-10 day
COB 3 March | by ..2023-03-03 day
EOW | by ..2023-02-10 week
31 October 2024 (revised from 30 June 2024) | during 2024-10-31..2024-10-31 day
the week before Easter | during 2023-03-27..2023-04-02 week
last summer | during 2022-06-01..2022-08-31 season
next winter | during 2023-12-01..2024-02-29 season
latter half of 2023 | during 2023-07-01..2023-12-31 half-year
in half a year | during 2023-08-10..2023-08-10 day
2030 Agenda | none .. unknown
Public Records Act 2005 | none .. unknown
act by 2025 | by ..2025-12-31 year
2024+ | from 2024-01-01.. year
spring 2024 at the earliest | from 2024-03-01.. season
Mar 1 - Apr 15, 2023 | during 2023-03-01..2023-04-15 day
2023 annual meeting | during 2023-01-01..2023-12-31 year
CY2023 | during 2023-01-01..2023-12-31 year
not spring 2023 but autumn 2023 | during 2023-09-01..2023-11-30 season
the first week after Easter | during 2023-04-10..2023-04-16 week
fifth Friday of each month | recurring ..2023-03-31 recurring
every first Monday of the month | recurring ..2023-03-06 recurring
mid-FY2024 | during 2024-05-01..2024-08-31 year
every month by the last Friday | recurring ..2023-02-24 recurring
two weeks from Monday | event .. event
by the end of next week | by ..2023-02-17 week
Friday 5/5/2023 | during 2023-05-05..2023-05-05 day
by 15/10 2022 | by ..2022-10-15 day
final March 2023 | during 2023-03-01..2023-03-31 month
15/3 2023 | during 2023-03-15..2023-03-15 day
Tuesday 3/10/2023 | during 2023-10-03..2023-10-03 day
the rest of the quarter | during 2023-02-10..2023-03-31 quarter
at the end of the year | during 2023-12-31..2023-12-31 year
The same month | event .. event
thereafter | event .. event
Q2,2023 | during 2023-04-01..2023-06-30 quarter
Review on May 1, 2, or 3. | during 2023-05-01..2023-05-03 day
May 1, 2 and 3, 2024 | during 2024-05-01..2024-05-03 day
Semester 2 2023/24 | during 2024-01-15..2024-06-02 term
Project end: August 4, 2023 | during 2023-08-04..2023-08-04 day
2024 plan agreed by 30 November 2023 | by ..2023-11-30 day
Item 3/24 - by 30 June 2023 | by ..2023-06-30 day
next week Friday | during 2023-02-17..2023-02-17 day
after the board meeting on 14 March 2023 | from 2023-03-15.. day
10 April 2023 9am-12pm | during 2023-04-10..2023-04-10 day
minutes 2023-03-15.docx | none .. unknown
doi 10.5281/example.2023 | none .. unknown
Last modified 2023-01-15 | none .. unknown
4th edition | none .. unknown
ext. 2023 | none .. unknown
"""


NEIGHBOURS = """
innen 1. mars 2023 | by ..2023-03-01 day
ikke senere enn 1. mars 2023 | by ..2023-03-01 day
senest ved årets udgang | by ..2023-12-31 year
inden udgangen af marts 2023 | by ..2023-03-31 month
innen to uker | by ..2023-02-24 week
inden for to måneder | by ..2023-04-10 month
to ganger i året | recurring .. recurring
andet halvår 2023 | during 2023-07-01..2023-12-31 half-year
anden halvdel af 2024 | during 2024-07-01..2024-12-31 half-year
fjerde kvartal 2023 | during 2023-10-01..2023-12-31 quarter
utsatt til høsten 2023 | during 2023-08-01..2023-12-31 season
til neste møte | event .. event
ikke fastsatt | none .. unknown
"""


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [*cases(SWEDISH, "sv"), *cases(ENGLISH, "en"), *cases(NEIGHBOURS, "sv")],
)
def test_a_rule_gives(text, lang, expected):
    assert bounds(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("april-\nmaj 2023", "during 2023-04-01..2023-05-31 month", id="a range"),
        pytest.param("sep-\ntember 2023", "during 2023-09-01..2023-09-30 month", id="a word"),
        pytest.param("ho\u0308sten 2023", "during 2023-08-01..2023-12-31 season", id="two signs"),
        pytest.param("p\u00e5 hös ten 2023", "during 2023-08-01..2023-12-31 season", id="a gap"),
    ],
)
def test_what_paper_broke_is_whole_again(text, expected):
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("29 februari-15 mars 2023", "sv"), ("i så fall", "sv"),
        ("first two weeks of March", "en"),
        ("24/7", "sv"), ("3/4 av tiden", "sv"), ("mån-fre", "sv"), ("last March", "en"),
        ("the last quarter", "en"), ("first Monday next quarter", "en"), ("in the new year", "en"),
        ("sixth Friday of each month", "en"), ("last year", "en"),
        ("2023-13-01", "sv"), ("2023-02-30", "en"), ("31/04/2023", "en"), ("mars, 4", "sv"),
        ("skolstart 2023", "sv"), ("kulturveckan 2023", "sv"), ("period 3 HT23", "sv"),
        ("LP2 VT24", "sv"), ("reading week 2023", "en"), ("Semester 1 2023", "en"),
        ("Ramadan 2023", "en"), ("artikel 3 2023", "sv"), ("resten av 2022", "sv"),
        ("varken mars eller april", "sv"), ("neither March nor April", "en"),
        ("v. 12 15 maj 2023", "sv"), ("VP 2024 beslutas i november", "sv"),
        ("Sverige 2040", "sv"), ("Word 2019", "en"), ("HFD 2023 nr 12", "sv"),
        ("version 3 (2023)", "sv"), ("T1 2023/24", "en"),
        ("kvartal 2 2023/24", "sv"), ("kvartalet 2023", "sv"),
        ("0 veckor från mars 2024", "sv"), ("0 weeks from 1 March 2024", "en"),
    ],
)  # fmt: skip
def test_what_can_mean_two_things_is_said_to_be_unclear(text, lang):
    with pytest.raises(UnclearDeadlineError):
        bounds(text, lang)


def test_a_deadline_whose_days_are_not_in_order_is_refused():
    with pytest.raises(InvalidDeadlineError):
        Deadline("", "during", date(2023, 2, 1), date(2023, 1, 1), "day")
