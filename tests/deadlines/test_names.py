"""Times inside proper names are none; beside a name they are. Read on 10 February 2023."""

from datetime import date

import pytest

from deadlines.parse import UnclearDeadlineError, parse_deadline
from tests.deadlines.test_parse import bounds, cases

SWEDISH = """
Höstens Härolder, kör | none .. unknown
Ursprungligen 15 februari, ny deadline 15 april | by ..2023-04-15 day
Höstens arbete | during 2023-08-01..2023-12-31 season
Hösten Karin skriver | during 2023-08-01..2023-12-31 season
hösten SHK | during 2023-08-01..2023-12-31 season
Sommar Lindgård | none .. unknown
seniorboendet Hösten | none .. unknown
redovisas Hösten | during 2023-08-01..2023-12-31 season
SENIORBOENDET HÖSTEN | during 2023-08-01..2023-12-31 season
seniorboendet Hösten, klart mars 2024 | during 2024-03-01..2024-03-31 month
Biblioteksplan 2024-2027 | none .. unknown
Energiprogram 2030 | none .. unknown
Likabehandlingspolicy 2024 | none .. unknown
Tilläggsbudget 2024 | none .. unknown
vårens budget 2024 | none .. unknown
Biblioteksplan 2024-2027 antas i maj 2023 | during 2023-05-01..2023-05-31 month
Biblioteksplan senast hösten 2023 | by ..2023-12-31 season
Budget 2024 klar i juni | during 2023-06-01..2023-06-30 month
Tidplan 2024 | during 2024-01-01..2024-12-31 year
Projektplan 2024-2025 | during 2024-01-01..2025-12-31 year
© Sjöviks kommun 2023 | none .. unknown
MHN 2023/04 | none .. unknown
DS-2023-05-04 | none .. unknown
klart-2023-05-04 | during 2023-05-04..2023-05-04 day
K2-reglerna | none .. unknown
Q2-mötet | during 2023-04-01..2023-06-30 quarter
Faktura 11/2023 | none .. unknown
Anna Maj | none .. unknown
Juni-Lena Ask | none .. unknown
7 april-föreningen | none .. unknown
7 april - utställning | during 2023-04-07..2023-04-07 day
Augusta Lindgård | none .. unknown
Lucia Lindgård | none .. unknown
Linje 4/5 | none .. unknown
SI 2011/2088 | none .. unknown
2011/2014 | during 2011-01-01..2014-12-31 year
2/3 majoritet | none .. unknown
Budgetproposition för 2024 | none .. unknown
Årsredovisning 2022 | none .. unknown
Årsredovisning 2022 klar i mars | during 2023-03-01..2023-03-31 month
ny plan till 15 mars | by ..2023-03-15 day
plan för 2024 | during 2024-01-01..2024-12-31 year
80 tkr för 2024 | none .. unknown
Sal Vintern | none .. unknown
Version 2.0 (2023-01-15) | none .. unknown
Vår skola | none .. unknown
vår vision | none .. unknown
Vår styrelse beslutar i maj | during 2023-05-01..2023-05-31 month
Elsa B och April Lund | none .. unknown
mars och april | during 2023-03-01..2023-04-30 month
i vår | during 2023-01-01..2023-06-30 season
vår 2024 | during 2024-01-01..2024-06-30 season
1980-talet | none .. unknown
2024-planeringen | none .. unknown
Artikelnr 230915 | none .. unknown
abonnemangsnummer 20230915 | none .. unknown
2023/MHN0042 | none .. unknown
foto_2023-05-04.jpg | none .. unknown
#vår2023 | none .. unknown
Rev. 4, mars 2023 | during 2023-03-01..2023-03-31 month
Född 1971-05-04 | none .. unknown
Jan Sommar | none .. unknown
Skriva Höst, Enkät 3 maj | during 2023-08-01..2024-05-03 day
Enkät Höst, Analys senast jul | during 2023-08-01..2023-12-26 day
Remiss Maj - Enkät Höst 2023 | during 2023-08-01..2023-12-31 season
Utkast Höst, Slutversion Vår | during 2023-08-01..2024-06-30 season
Jan Sommar, hösten 2023 | during 2023-08-01..2023-12-31 season
Jan, sommar 2023 | during 2023-01-01..2023-08-31 season
Maj-Lis Höst | none .. unknown
Alva Vinter (ekonomi) | none .. unknown
Alva, vinter 2023 | during 2023-12-01..2024-02-29 season
Grupprum Våren | none .. unknown
H2-gas | none .. unknown
H2-Gasnät | none .. unknown
T2-uppföljning | during 2023-05-01..2023-08-31 tertial
H1-bokslut | during 2023-01-01..2023-06-30 half-year
T1 samla synpunkter | during 2023-01-01..2023-04-30 tertial
H1 skriva underlag | during 2023-01-01..2023-06-30 half-year
T1 2024-rapport | during 2024-01-01..2024-04-30 tertial
30 timmar per vecka | none .. unknown
en gång per vecka | recurring .. recurring
Läs "Skärgårdens framtid 2024-2027", s. 3 | none .. unknown
Läs "Skärgårdens framtid 2024-2027" senast i maj | by ..2023-05-31 month
Status: "klart hösten 2023" | during 2023-08-01..2023-12-31 season
1920 × 1080 | none .. unknown
Kyl vid -18 grader | none .. unknown
högst +8 °C | none .. unknown
-24 | during 2024-01-01..2024-12-31 year
EUPL-1.2 | none .. unknown
900 kr/mån | none .. unknown
Kurskod SEP217 | none .. unknown
mars15 | during 2023-03-15..2023-03-15 day
R3-K4-06 | none .. unknown
Hus H1 | none .. unknown
H1 | during 2023-01-01..2023-06-30 half-year
(Lindgård m.fl., 2022) | none .. unknown
Källa: Skolrapport 2022, s. 4 | none .. unknown
Program Levande kust 2033 | none .. unknown
Program klart 2024 | during 2024-01-01..2024-12-31 year
Sal C 2024, plan 2 | none .. unknown
2 400 000 kr per år | none .. unknown
pågående mandatperiod (2022-2026) | during 2022-01-01..2026-12-31 year
före halvårets slut 2024 | by ..2024-06-30 half-year
kommande presidium | event .. event
Inlämningsstopp 3 maj | by ..2023-05-03 day
driftstopp 3 maj | during 2023-05-03..2023-05-03 day
Underhållsstopp vecka 30 | during 2023-07-24..2023-07-30 week
Sommarstoppet juli | during 2023-07-01..2023-07-31 month
Anmälningsstoppet är i maj | by ..2023-05-31 month
Betalningsfrist 3 maj | by ..2023-05-03 day
Förlängt till den 3 maj | by ..2023-05-03 day
Flyttat till den 3 maj | during 2023-05-03..2023-05-03 day
"""
ENGLISH = """
Autumn Road Library | none .. unknown
Winter Marsh Parish Council | none .. unknown
Contact: Autumn Bell | none .. unknown
Dr Spring | none .. unknown
Mr August and Ms Summer | none .. unknown
summer lifeguard rota | none .. unknown
Friday Supper Club | none .. unknown
Friday Afternoon | during 2023-02-10..2023-02-10 day
Easter Bridge | none .. unknown
Spring Term Working Party | none .. unknown
summer budget | none .. unknown
Spring Budget 2023 | none .. unknown
autumn newsletter 2023 | during 2023-09-01..2023-11-30 season
Autumn conference 2023 | during 2023-09-01..2023-11-30 season
Autumn: draft report | during 2023-09-01..2023-11-30 season
autumn if funded | during 2023-09-01..2023-11-30 season
Summer meeting | during 2023-06-01..2023-08-31 season
Spring 2023 report | during 2023-03-01..2023-05-31 season
November Cabinet | during 2023-11-01..2023-11-30 month
Autumn Road Library refit by May 2023 | by ..2023-05-31 month
Summer fair, 8 July 2023 | during 2023-07-08..2023-07-08 day
Neighbourhood Plan 2035 consultation | none .. unknown
Skills Programme 2023-2026 | none .. unknown
Work plan 2024 | during 2024-01-01..2024-12-31 year
Business plan by June 2023 | by ..2023-06-30 month
© Northby Council 2023 | none .. unknown
Copyright Northby 2023 | none .. unknown
annual march on Labour Day 2023 | during 2023-05-01..2023-05-01 day
March for Justice banners | none .. unknown
March for approval | during 2023-03-01..2023-03-31 month
Voucher 11/23 | none .. unknown
may be postponed | none .. unknown
may need changes | none .. unknown
may 2023 | during 2023-05-01..2023-05-31 month
may | during 2023-05-01..2023-05-31 month
Halloween lantern makers | none .. unknown
Route 4/5 | none .. unknown
2/3 majority | none .. unknown
9 May Street | none .. unknown
Autumn Court | none .. unknown
4 Winter Close | none .. unknown
9 May Harper | during 2023-05-09..2023-05-09 day
Draft: 3/8 | during 2023-08-03..2023-08-03 day
Meeting 3/8 | during 2023-08-03..2023-08-03 day
by 3/8 | by ..2023-08-03 day
14/8 | during 2023-08-14..2023-08-14 day
Jan van Ek | none .. unknown
Jan van Ek: Q3 2023 | during 2023-07-01..2023-09-30 quarter
Golden Spring, Oregon | none .. unknown
Pilot Autumn, Rollout Spring | during 2023-09-01..2024-05-31 season
Pilot Autumn, Full Rollout Spring | during 2023-09-01..2024-05-31 season
golden spring, in Oregon | during 2023-03-01..2023-05-31 season
T1 diabetes clinic | none .. unknown
H1 write papers | during 2023-01-01..2023-06-30 half-year
T1 2024 diabetes clinic | during 2024-01-01..2024-04-30 tertial
Year 8 pupils | none .. unknown
Year 3 | event .. event
3.5% per annum | none .. unknown
0.8 FTE per year | none .. unknown
Meeting room September | none .. unknown
Meeting in September | during 2023-09-01..2023-09-30 month
Lecture theatre H1 | none .. unknown
to march in line | none .. unknown
from March to may 2023 | during 2023-03-01..2023-05-31 month
Publish the 2025-2028 strategy in March 2025 | during 2025-03-01..2025-03-31 month
Walk-through next month | during 2023-03-01..2023-03-31 month
£2,500 (2024/25 budget) | none .. unknown
Fieldwork starts late summer 2023 | during 2023-08-01..2023-08-31 season
Fieldwork starts summer 2023 | from 2023-06-01.. season
See "Lakes of the Region 2022", table 2 | none .. unknown
thirty visitors march in pairs | none .. unknown
This may be a problem | none .. unknown
this may | during 2023-05-01..2023-05-31 month
The May Room | none .. unknown
May, room 12 | during 2023-05-01..2023-05-31 month
Extended until 3 May | by ..2023-05-03 day
New deadline: 7 June (previously 17 May) | by ..2023-06-07 day
New date: 7 June (previously 17 May) | during 2023-06-07..2023-06-07 day
until and including 31 May | by ..2023-05-31 day
by the mid-term review | event .. event
Exchange 2019 replaced before 1 October 2023 | by ..2023-09-30 day
"""


@pytest.mark.parametrize(
    ("text", "lang", "expected"), [*cases(SWEDISH, "sv"), *cases(ENGLISH, "en")]
)
def test_a_time_in_a_name_is_none(text, lang, expected):
    assert bounds(text, lang) == expected


@pytest.mark.parametrize(
    "text",
    [
        "(Harper 2015)",
        "Harper & Lowe, 2015",
        "Seafarer 2015-2021",
        "Leeds 2016 Legacy Trust",
        "Golden Springs",
    ],
)
def test_the_year_of_a_source_is_unclear(text):
    with pytest.raises(UnclearDeadlineError):
        bounds(text, "en")


@pytest.mark.parametrize(
    "text", ["2/3", "Tier 2/3", "3/8 full", "3/8 done", "scored 3/8 by visitors"]
)
def test_what_may_be_a_fraction_is_said_to_be_unclear(text):
    with pytest.raises(UnclearDeadlineError):
        bounds(text, "en")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Projektgruppen Torgfest 2024", "sv"),
        ("Arbetsgrupp Torgfest 2024", "sv"),
        ("Fair 2024 Steering Group", "en"),
    ],
)
def test_the_year_that_a_group_is_called_after_is_unclear(text, lang):
    with pytest.raises(UnclearDeadlineError):
        bounds(text, lang)


@pytest.mark.parametrize(
    ("body", "meeting", "lang"),
    [
        ("Steering Committee", "next Steering Committee", "en"),
        ("The board", "before the board", "en"),
        ("Arbetsutskottet", "Tas upp på kommande arbetsutskott", "sv"),
        ("Nämnden", "efter nämnden", "sv"),
    ],
)
def test_a_body_is_no_time_but_its_meeting_is(body, meeting, lang):
    with pytest.raises(UnclearDeadlineError):
        bounds(body, lang)
    assert bounds(meeting, lang) == "event .. event"


def test_a_swedish_day_without_its_year_is_no_fraction():
    assert parse_deadline("2/3", reference=date(2023, 2, 10)).due == date(2023, 3, 2)


DENIED_SV = """
Nämnden fattar inte beslut före den 3 april | from 2023-04-03.. day
Glöm inte att svara före den 3 april | by ..2023-04-02 day
Det blir inte klart förrän i juni | during 2023-06-01..2023-06-30 month
om den inte klaras senast i juni | by ..2023-06-30 month
Vi kan tidigast påbörja detta den 3 april | from 2023-04-03.. day
Senast på torsdag nästa vecka, den 16 februari | by ..2023-02-16 day
efter genomförd upphandling | event .. event
femte terminen | event .. event
sista dagen av uppdraget | event .. event
sista dagen i maj 2023 | during 2023-05-31..2023-05-31 day
Under våren 2023 genomförs kursen 4-6 april 2023 | during 2023-04-04..2023-04-06 day
"""
DENIED_EN = """
The board won't decide anything before 3 April | from 2023-04-03.. day
Don't forget to reply before 3 April | by ..2023-04-02 day
It won't be ready until June | during 2023-06-01..2023-06-30 month
The earliest we could begin is 3 April | from 2023-04-03.. day
By Thursday next week, 16 February | by ..2023-02-16 day
the start of their 3rd term | event .. event
her final working day there | event .. event
"""


@pytest.mark.parametrize(
    ("text", "lang", "expected"), [*cases(DENIED_SV, "sv"), *cases(DENIED_EN, "en")]
)
def test_what_is_denied_or_said_twice_keeps_its_meaning(text, lang, expected):
    assert bounds(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang"), [("can't meet in March", "en"), ("vi kan inte ses i mars", "sv")]
)
def test_a_time_that_is_only_denied_is_unclear(text, lang):
    with pytest.raises(UnclearDeadlineError):
        bounds(text, lang)
