"""Documents of many kinds, written for the tests, and the rows that a reader finds in them."""

from datetime import date
from pathlib import Path

import pytest

from intake.read import read_document, read_plan

DOCUMENTS = Path(__file__).parent / "documents"

# (number, description, responsible, wording of the deadline)
ROWS = {
    "agenda.md": [],
    "bars-between-cells.txt": [
        (None, "Utbilda personal i MHFA", "Folkhälsoenheten", "2024–2025"),
        (None, "Ta fram lokal rutin", "Verksamhetschef", "Klart 2024-06-30"),
        (None, "Anordna temadag", "Nätverket", "Årligen i september"),
    ],
    "budget.md": [],
    "calendar-of-meetings.txt": [],
    "charter-with-definitions.html": [
        (None, "Submit requirements document", None, "March 2025"),
        (None, "Submit format specification", None, "November 2025"),
    ],
    "checklist.md": [
        (None, "Boka lokal", "Anna", "1 september"),
        (None, "Skicka inbjudan", "Olle", "15 september"),
        (None, "Beställ lunch", "Siv Dahl", "20 september"),
        (None, "Skriv protokoll", None, None),
    ],
    "columns-kept-by-layout.txt": [
        (
            None,
            "Ta fram en gemensam rutin för övergång mellan vårdnivåer",
            "Eva Lind",
            "31 mars 2025",
        ),
        (None, "Utbilda kontaktsjuksköterskor i samtalsmetodik", "Region Norrby", "Q2 2025"),
        (None, "Utvärdera pilotprojektet", "Norrby universitet", "Hösten 2025"),
    ],
    "columns-read-one-after-another.txt": [
        (None, "Kartlägga behovet av utbildning", "Lena Ros", "Våren 2023"),
        (None, "Ta fram en gemensam webbsida", "Karin Alm", "30 juni 2023"),
        (None, "Anordna en konferens för handledare", "Erik Vik", "Hösten 2023"),
    ],
    "danish-columns.txt": [
        (None, "Afholde temadag", "Mette Holm", "marts 2024"),
        (None, "Udarbejde vejledning", "HR-afdelingen", "inden sommeren 2024"),
        (None, "Evaluere indsatsen", "Styregruppen", "ultimo 2024"),
    ],
    "danish-milestones.txt": [
        (None, "Projektgruppen er nedsat", None, "1. marts 2024"),
        (None, "Analyse afsluttet", None, "1. juni 2024"),
        (None, "Pilot gennemført", None, "Efteråret 2024"),
    ],
    "days-in-the-first-column.txt": [
        (None, "Uppstartsmöte", None, "2025-01-15"),
        (None, "Enkät utskickad", None, "2025-02-28"),
        (None, "Sammanställning klar", None, "2025-04-30"),
        (None, "Slutrapport till rådet", None, "2025-06-10"),
    ],
    "directive-as-list.md": [
        ("1", "Kartlägga vakanser i länet.", "Region Norrby", "våren 2025"),
        ("2", "Ta fram en modell för introduktion.", "Norrby universitet", "hösten 2025"),
        ("3", "Sprida resultatet.", "alla", "Löpande"),
    ],
    "english-records.txt": [
        (None, "Survey all units", "Ann Reed", "March 2025"),
        (None, "Agree targets with managers", "Bo Frank", "June 2025"),
        (None, "Train supervisors", "Norrby University", "Ongoing"),
    ],
    "goals-and-activities.md": [
        (None, "Utbilda chefer", "HR", "2025"),
        (None, "Utbilda medarbetare", "HR", "2025–2026"),
        (None, "Ta fram stöd", "Kansliet", "Q1 2026"),
    ],
    "headings-as-activities.md": [
        ("1", "Kartlägga praktikplatser", "Per Ek", "Klart våren 2025"),
        ("2", "Utveckla webbutbildning", "Norrby universitet", "Klart hösten 2025"),
        ("3", "Utvärdera", "Arbetsgruppen", "Klart 2026"),
    ],
    "headings-with-colons.txt": [
        (None, "Kartlägga nuläget", "Eva Lind", "2024-03-01"),
        (None, "Ta fram förslag", "Per Ek", "2024-05-15"),
    ],
    "labelled-records.txt": [
        (None, "Ta fram underlag till budget", "Eva Lind", "15 oktober"),
        (None, "Bjuda in kommunerna till dialog", "Per Ek", "1 november"),
    ],
    "merged-cells.html": [
        (None, "Se över rutiner", "Region Norrby", "Vår 2025"),
        (None, "Utbilda personal", "Region Norrby", "Höst 2025"),
    ],
    "minutes-with-attendees.txt": [
        (
            None,
            "skickar ut utkastet till kommunerna senast den 5 april.",
            "Anna",
            "senast den 5 april",
        ),
        (None, "tar fram en tidplan, klart v. 20", "Olle och Siv", "klart v. 20"),
        (None, "läser rapporten till nästa möte", "Alla", "nästa möte"),
    ],
    "minutes-with-names.md": [
        (None, "Send out the survey by 1 March", "Ann", "1 March"),
        (None, "Review the register", "Bo", "15 March 2024"),
        (
            None,
            "draft the charter before the next meeting",
            "Ann and Bo",
            "before the next meeting",
        ),
        (None, "book a room for the April meeting", "Chair", None),
    ],
    "minutes-with-table.md": [
        ("1", "Circulate the revised budget", "Jane Poe", "21 March"),
        ("2", "Draft the risk register", "Tim Roe", "ASAP"),
        ("3", "Book venue", "TBC", None),
    ],
    "norwegian-mandate.txt": [
        ("1", "Kartlegge dagens praksis", "Kari Moe", "innen 1. april 2024"),
        ("2", "Foreslå felles modell", "Ola Lie", "innen 1. oktober 2024"),
        ("3", "Evaluere modellen", "Alle", "våren 2025"),
    ],
    "norwegian-minutes.txt": [
        (None, "Kari sender ut invitasjon innen 1. april", "Kari", "innen 1. april"),
        (None, "Ola lager utkast til program, frist 15. april", "Ola", "15. april"),
    ],
    "norwegian-semicolons.csv": [
        (None, "Kartlegge behov for veiledning", "Kari Moe", "1. mars 2025"),
        (None, "Utarbeide plan; med vedlegg", "Ola Lie", "høsten 2025"),
        (None, "Evaluere", "Prosjektgruppen", "innen utgangen av 2025"),
    ],
    "numbered-columns.txt": [
        ("1", "Uppdatera hemsidan med nya kontaktuppgifter", "AB", "2024-05-01"),
        ("2", "Kontakta lärosätena", "CD, EF", "Snarast"),
        ("3", "Sammanställa enkätsvar", "AB", "Klart"),
    ],
    "numbered-headings.txt": [
        ("1", "Förbättra introduktionen", "Eva Lind", "hösten 2025"),
        ("2", "Skapa mötesplatser", "Per Ek", "våren 2026"),
        ("3", "Utvärdera", "Arbetsgruppen", "hösten 2026"),
    ],
    "phases.md": [
        (None, "Interview clinicians", None, "January – March 2025"),
        (None, "Map existing systems", None, "28 February 2025"),
        (None, "Develop prototype", None, "April – September 2025"),
        (None, "Test with two municipalities", None, "April – September 2025"),
    ],
    "plan-above-a-budget.txt": [
        ("1", "Genomföra förstudie", None, "2024-12-31"),
        ("2", "Ta fram kravspecifikation", None, "2025-03-31"),
        ("3", "Upphandla", None, "2025-09-30"),
    ],
    "points-that-open-with-time.txt": [
        (None, "uppstartsmöte med alla parter", None, "Januari"),
        (None, "kartläggning av befintliga resurser", None, "Februari–mars"),
        (None, "workshop om gemensamma scenarier", None, "April"),
        (None, "pilot vid två lärosäten", None, "Hösten"),
        (None, "slutrapport", None, "December"),
    ],
    "points-with-names-behind.txt": [
        (None, "Två nätverksträffar", None, "vår och höst"),
        (None, "Uppdatera hemsidan, klart senast 31 mars", "Eva Lind", "klart senast 31 mars"),
        (None, "Ta fram informationsmaterial till kommunerna", None, None),
    ],
    "preamble.csv": [
        ("A1", "Publish data catalogue", "Ann Reed", "2025-03-31"),
        ("A2", "Agree on format, incl. metadata", "Bo Frank", "Q3 2025"),
    ],
    "quarters-as-headings.txt": [
        (None, "Uppstart och tillsättande av arbetsgrupp", None, "Q1 2025"),
        (None, "Litteratursökning", None, "Q1 2025"),
        (None, "Framtagande av utkast", None, "Q2 2025"),
        (None, "Remissrunda", None, "Q3 2025"),
        (None, "Fastställande i styrgruppen", None, "Q4 2025"),
    ],
    "risks-and-questions.md": [
        (None, "Boka lokal", "Eva", "3 maj 2024"),
    ],
    "rows-read-line-by-line.txt": [
        ("1", "Inventera lokaler för praktik i länet", "Lokalgruppen", "Mars 2024"),
        ("2", "Ta fram förslag till gemensam introduktion", "Lokalgruppen", "Maj 2024"),
        ("3", "Utvärdera introduktionen", "Kansliet", "Dec 2024"),
    ],
    "rows-without-numbers.txt": [
        (None, "Genomföra enkät bland handledare", "Eva Lind", "våren 2025"),
        (None, "Sammanställa resultat", "Eva Lind", "juni 2025"),
        (None, "Presentera för rådet", "Per Ek", "september 2025"),
    ],
    "seasons-below-years.txt": [
        (None, "Enkät tas fram", None, "Våren 2025"),
        (None, "Enheterna utses", None, "Våren 2025"),
        (None, "Analys av svaren samt förslag på åtgärder", None, "Hösten 2025"),
        (None, "Rapport lämnas till rådet", None, "Januari 2026"),
    ],
    "tasks-with-numbers.txt": [
        ("1", "Literature review", "Ann Reed", "31 March 2024"),
        ("2", "Survey", "Bo Frank", "30 June 2024"),
    ],
    "terms-of-reference.md": [
        ("1", "Inventory of placements", "Region Norrby", "June 2025"),
        ("2", "Common supervisor course", "Norrby University", "December 2025"),
    ],
    "weeks-below-terms.txt": [
        (None, "Introduktion för nya studenter", "Anna Ek", "v. 34"),
        (None, "Kursvärdering", "alla", "v. 38"),
        (None, "Studiebesök", None, "Oktober"),
        (None, "Planeringsdag", None, "Januari"),
        (None, "Temadag om hållbarhet", None, "v. 10"),
        (None, "Avslutning", None, "Maj"),
    ],
    "work-packages.md": [
        ("T1.1", "Kick-off and project handbook", "Aberdale University", "M3"),
        ("T1.2", "Data management plan", "City of Leith", "M6"),
    ],
    "written-by-hand.yaml": [
        ("1", "Kartlägga", "Alva Ek", "2026-05-01"),
        (None, "Sammanställa", None, "hösten 2026"),
    ],
    "bands-and-a-budget.md": [
        ("1", "Inventera elevhälsans resurser", "Nils Borgå", "2026-06-30"),
        ("2", "Starta samtalsgrupper på tre skolor", "Rana Haddad", "ht 2026"),
        ("3", "Öppna ungdomsmottagning kvällstid", "Frida Almstam", "senast 1 mars 2027"),
    ],
    "cells-line-by-line.txt": [
        (None, "Skriva en vägledning för nya handledare", "Eva Ek", "maj 2026"),
        (None, "Boka lokal", "Bo Al", "juni 2026"),
    ],
    "columns-parted-by-blanks.txt": [
        ("1", "Paint the railings along the old quay", "Ada Finch", "May 2026"),
        ("2", "Print a leaflet", "Noor Salt and students", "By end of June 2026"),
    ],
    "danish-minutes.txt": [
        (None, "indhenter tilbud på skilte senest 1. februar", "Mette", "senest 1. februar"),
        (None, "udarbejder udkast til folder, frist 15. marts 2026", "Jens", "15. marts 2026"),
        (None, "planlægger temadag i uge 18", "Ida og Ole", "uge 18"),
        (None, "sender rettelser til referatet", "Alle", None),
    ],
    "definitions-with-labels.html": [
        ("1", "Agree on a vocabulary", "Ina Holt", "30 May 2026"),
        ("2", "Scan the first maps", "Photo Studio", "autumn 2026"),
    ],
    "handles.md": [
        (None, "contact venues", "@ann", "2026-02-20"),
        (None, "draft programme by end of March", "@bob", "end of March"),
        (None, "send minutes", "@cy", None),
    ],
    "labels-below-numbers.txt": [
        ("1", "Kartlägga e-tjänster", "Lina Ström", "april 2026"),
        ("2", "Ta fram en gemensam designmall", "Per Wik", "Q3 2026"),
        ("3", "Utbilda medarbetare", "Åsa Nord", "löpande"),
    ],
    "milestones-in-lines.txt": [
        ("MS1", "Projektstart", None, "15 januari 2026"),
        ("MS2", "Kartering klar", None, "30 april 2026"),
        ("MS3", "Skyltar uppsatta", None, "hösten 2026"),
        ("MS4", "Slutrapport", None, "31 december 2026"),
    ],
    "names-before-dashes.md": [
        (None, "tar fram en begreppslista", "Eva Lind", "Vinter 2026"),
        (None, "läser planerna", "Alla", "Vinter 2026"),
        (None, "genomför en övning", "Per Ek och Siv Ro", "Vår 2026"),
    ],
    "names-behind-dashes.md": [
        (None, "Boka aulan", "Lo Alm", "6 veckor före"),
        (None, "Söka tillstånd för skyltar", "Vaktmästeriet", "6 veckor före"),
        (None, "Rigga ljudet", "AV-tekniker och Lo Alm", "Samma vecka"),
        (None, "Skicka schema", "Vera Kulle", "12 maj 2026"),
    ],
    "protocol-with-subjects.md": [
        ("1/26", "Lage meny for april", "Kari Nes", "1.3.2026"),
        ("2/26", "Hente inn priser fra tre leverandører", "Per Dahl", "15.3.2026"),
    ],
    "records-in-minutes.txt": [
        (
            None,
            "Skriva en lathund och låta två enheter pröva den.",
            "Jonas Ree",
            "30 april 2026",
        ),
        (None, "Boka lokal.", "Elin Ask", "före påsk 2026"),
    ],
    "sum-at-the-end.csv": [
        ("1", "Byta ut kött mot baljväxter", "Kostchefen", "2026-05-01"),
        ("2", "Mäta matsvinn", "Kökspersonal", "löpande"),
    ],
    "lettered-weeks.txt": [
        ("a", "Skicka ut kallelsen till alla handledare.", "AE", "Vecka 3–5"),
        ("b", "Boka lokal.", "BL", "Vecka 3–5"),
        (
            "a",
            "Gå igenom svaren från handledarna och sammanställa dem för rådet.",
            "AE, SD",
            "Vecka 6–9",
        ),
        ("a", "Lämna sammanställningen till rådet.", "BL", "Vecka 10"),
    ],
    "signs-without-a-face.txt": [
        (None, "Räkna de platser som finns", "utvecklare", "Kvartal 1 2027"),
        (None, "Bjuda in till möten i Vikby", "Alva Ek", "Kvartal 1 2027"),
        (None, "Lämna förslag till rådet", None, "Kvartal 2 2027"),
    ],
    "packages-with-bands.md": [
        ("WP1.1", "Set up the office of the project", "NVU", "M1–M3"),
        ("WP1.2", "Keep the register of partners", "VKM", "M1–M12"),
        ("WP2.1", "Choose four sites for the trials", "NVU", "M2–M8"),
    ],
    "cells-broken-over-lines.txt": [
        (
            "1",
            "Räkna de platser som finns för nya medarbetare i länet",
            "Gruppen för introduktion",
            "Klart mars -27",
        ),
        (
            "2",
            "Föreslå en gemensam plan för den första veckan",
            "Chefer i kommunerna, skolorna",
            "Klart under hösten -27",
        ),
        ("3", "Beräkna kostnad för planen", "Ekonom, Region Norrby", "Klart december -27"),
    ],
    "unknown-heading-of-what.md": [
        ("1a", "Offer a course in every hall", "Wardens", "May 2026"),
        ("1b", "Review the timetable for clashes", "Registry", None),
    ],
    "bands-in-the-column.md": [
        (None, "Utbilda chefer", "Eva", "2026-05-01"),
        (None, "Skriva protokoll", None, None),
        (None, "Ta fram rutin", "Bo", "maj 2026"),
        (None, "Sista punkten", None, None),
    ],
    "done-and-shifted.md": [
        (None, "Utbilda chefer", "Eva", "2026-05-01"),
        (None, "Ta fram rutin", "Bo", None),
        (None, "Utvärdera", "2026-09-01", None),
    ],
    "look-alikes.md": [],
    "norwegian-tasks.txt": [
        ("1", "Kartlegge veier innen 1. mars 2026", "Ola Lie", "innen 1. mars 2026"),
        ("2", "Evaluere tiltakene våren 2027", "alle", "våren 2027"),
        ("3", "Sende rapport fra 2025", "Kari Moe", None),
    ],
    "owner-and-due-in-one.md": [
        ("1", "Update the risk register", "Jo Fay", "3 March 2026"),
        ("2", "Publish minutes", "Sam Orr", "ongoing"),
    ],
    "two-plans.md": [
        (None, "Köpa böcker", "Eva", "2026-03-01"),
        (None, "Bygga utställning", "Per", "2026-09-01"),
    ],
    "labels-below-points.md": [
        ("1", "Åbne et læsehjørne på klinikken", "Tove Lund", "1. juni 2026"),
        ("2", "Uddanne oplæsere", "Biblioteket", "september 2026"),
        ("3", "Samle bøger ind", "Alle", "foråret 2027"),
        (None, "Besøge hver klasse", "Ib Krag", "maj 2026"),
        (None, "Låne ud til lærerne", "Eva Ro", "juni 2026"),
    ],
    "codes-that-open-rows.md": [
        ("HM-1", "Weed the map drawers", "Jo Holm", "2026-04-30"),
        ("HM-2", "List the glass plates", "Kay Fry", "Q3 2026"),
        ("HM-3", "Send duplicates away", None, "2026-12-01"),
    ],
    "pages-within-a-table.txt": [
        (
            "1",
            "Räkna de lampor som inte lyser längs ån",
            "Belysningsgruppen",
            "Klart våren -26",
        ),
        ("2", "Byta armaturer i två parker", "Gatuenheten", "Klart hösten -26"),
        ("3", "Fråga de boende hur det blev", "Belysningsgruppen", "Klart under -27"),
    ],
    "count-and-note-at-the-end.csv": [
        ("1", "Byta sand", "Parkenheten", "2026-04-30"),
        ("2", "Laga gungor", "Parkenheten", "maj 2026"),
        ("3", "Totalt förbud mot gödsel", None, None),
    ],
    "strokes-over-lines.txt": [
        (None, "Dredge the inlet and repair the sluice gate", "Works party", "30 April 2026"),
        (None, "Put up a board with the history of the mill", "Joan Tarrant", "summer 2026"),
        (None, "Survey birds and bats", "Wildlife group", "monthly, April to September"),
        (None, "Renew the insurance", "Treasurer", "1 November 2026"),
    ],
    "strokes-without-headings.txt": [
        ("1", "Draft new rules", "Secretary", "1 March 2026"),
        ("2", "Circulate to plot holders for comment", "Secretary", "April 2026"),
        ("3", "Vote at the annual meeting", "All members", "12 June 2026"),
    ],
    "stacked-cells-over-lines.txt": [
        ("1", "Kartlegge arkivene i alle enheter", "Arkivleder Tove Rø", "1. mars 2026"),
        ("2", "Lage krav til nytt system", "IT-avdelingen", "April 2026"),
        ("3", "Prøve to systemer i Teknisk enhet", "Prosjektgruppa", "Høsten 2026"),
        ("4", "Flytte gamle saker", "Arkivleder Tove Rø og IT-avdelingen", "31.12.2026"),
    ],
    "stacked-cells-parted.txt": [
        (None, "Kartlegge arkivene i alle enheter", "Arkivleder", "1. mars 2026"),
        (None, "Lage krav til nytt system", "IT-avdelingen", "April 2026"),
        (None, "Prøve to systemer", "Prosjektgruppa", "Høsten 2026"),
    ],
    "columns-with-numbers-first.txt": [
        ("1", "Kontrollera reservelverk", "Driftchefen", "2026-04-01"),
        ("2", "Öva larmkedjan med räddningstjänsten", "Beredskapssamordnaren", "oktober 2026"),
        ("3", "Uppdatera kontaktlistan", "Kansliet", "varje kvartal"),
    ],
    "columns-of-broken-cells.txt": [
        (None, "Ta fram en krislista med telefonnummer", "Säkerhetssamordnaren", "2026-03-31"),
        (
            None,
            "Öva utrymning av samlingslokalen",
            "Fastighetschefen och brandskyddsombudet",
            "Hösten 2026",
        ),
        (None, "Köpa in reservkraft", "Tekniska enheten", "2027-01-15"),
    ],
    "actions-within-minutes.md": [
        (None, "order new batteries by 20 March.", "Ben Roe", "20 March"),
        (
            None,
            "ask the host for logs before the next meeting.",
            "Cy Shaw",
            "before the next meeting",
        ),
        (None, "draft a notice to users", "Ada Quill", "12 March"),
    ],
    "actions-with-initials.md": [
        (None, "report to the landowner by 10 May", "KV", "10 May"),
        (None, "get print quotes by end of May", "LW + MY", "end of May"),
    ],
    "numbered-paragraphs.txt": [
        (
            "1",
            "Föreningsrådet ska ta fram en gemensam bokningskalender.",
            "kansliet",
            "den 30 april 2026",
        ),
        ("2", "Rådet ska ordna en föreningsdag på torget.", "Lotta Ed", "i augusti 2026"),
        ("3", "Rådet ska se över bidragsreglerna.", "kassören", "senast den 1 november 2026"),
    ],
    "commas-behind-dashes.txt": [
        (None, "Boka musiker", "Eva Lind", "12 maj"),
        (None, "Trycka programblad", "Per Ek", "20 maj"),
        (None, "Beställa skyltar", "Siv Ro", "efter beslut"),
        (None, "Städa lokalen", "alla", "dagen före"),
    ],
    "who-and-when-in-brackets.txt": [
        (None, "Laga bryggan", "Olle och Kerstin", "klart före midsommar"),
        (None, "Sätta upp en anslagstavla vid affären", "styrelsen", "april"),
        (None, "Röja stigen till utsikten", "alla", "arbetsdag 9 maj"),
        (None, "Ansöka om bidrag till lekplatsen", "Maja Ström", "senast 1 oktober"),
    ],
    "phases-with-times-in-brackets.txt": [
        (None, "Kartlegge arkivene i alle enheter.", "Arkivleder", "januar–mars 2026"),
        (None, "Beskrive hva som finnes.", "IT-avdelingen", "januar–mars 2026"),
        (None, "Prøve to systemer.", "Prosjektgruppa", "høsten 2026"),
    ],
    "labels-below-numbered-tasks.txt": [
        ("3.1", "Kartlegge behov hos lag og foreninger", "Kari Lunde", "1. mai 2026"),
        ("3.2", "Lage skisse til romprogram", "Ola Strand", "høsten 2026"),
        ("3.3", "Innhente tilbud på ombygging", "Eiendom", "15.01.2027"),
    ],
    "labels-set-apart.txt": [
        ("1", "Beskrive dagens vakter i alle filialer", "Inger Vold", "15.02.2026"),
        (
            "2",
            "Foreslå turnus for kveld og helg, med oversikt over kostnader",
            "Per Dahl og Inger Vold",
            "Mars 2026",
        ),
        ("3", "Prøve ordningen i to filialer", "Filiallederne", "Våren 2026"),
    ],
    "prose-of-minutes.txt": [
        (
            None,
            "Eva Lind beställer jord till odlingslådorna senast den 15 april.",
            "Eva Lind",
            "senast den 15 april",
        ),
        (None, "Per Ek målar förrådet före midsommar.", "Per Ek", "före midsommar"),
        (
            None,
            "Siv Ro kontaktar kommunen om vattenposten till nästa möte.",
            "Siv Ro",
            "nästa möte",
        ),
    ],
    "weeks-and-names-below-terms.txt": [
        (None, "Introduktion för nya lärare", "Anna Ek", "v. 34"),
        (None, "Kursvärdering", "alla", "v. 38"),
        (None, "Studiebesök i Norrby", "Per Lo", "Oktober"),
        (None, "Planeringsdag", "Anna Ek", "v. 5"),
        (None, "Avslutning", "alla", "Maj"),
    ],
    "years-ticked.md": [
        (None, "Map existing placements", "Region Norrby", None),
        (None, "Recruit supervisors", "Norrby University", None),
        (None, "Course for supervisors", "Norrby University", None),
    ],
}


@pytest.mark.parametrize(
    "name", [pytest.param(name, id=Path(name).stem.replace("-", " ")) for name in ROWS]
)
def test_rows_of(name) -> None:
    plan = read_plan(DOCUMENTS / name, reference=date(2024, 1, 15))
    assert [
        (one.number, one.description, one.responsible, one.deadline.text if one.deadline else None)
        for one in plan.activities
    ] == ROWS[name]


def test_every_document_is_asked() -> None:
    assert {path.name for path in DOCUMENTS.iterdir()} == set(ROWS)


@pytest.mark.parametrize(
    ("name", "title", "group"),
    [
        (
            "minutes-with-attendees.txt",
            "Minnesanteckningar från möte med arbetsgruppen för digitalisering",
            "arbetsgruppen för digitalisering",
        ),
        ("columns-kept-by-layout.txt", "HANDLINGSPLAN 2025", "Arbetsgruppen för palliativ vård"),
        ("bars-between-cells.txt", "Handlingsplan för suicidprevention 2024–2026", None),
        (
            "charter-with-definitions.html",
            "Harbour Data Working Group Charter",
            "Harbour Data Working Group",
        ),
        (
            "terms-of-reference.md",
            "Terms of Reference – Clinical Placement Group",
            "Clinical Placement Group",
        ),
        (
            "directive-as-list.md",
            "Uppdragsdirektiv för arbetsgruppen Hållbar bemanning",
            "arbetsgruppen Hållbar bemanning",
        ),
        ("preamble.csv", "Plan", "Harbour Data"),
        ("pages-within-a-table.txt", "Handlingsplan för ett tryggare centrum", None),
        ("norwegian-semicolons.csv", None, None),
        (
            "records-in-minutes.txt",
            "MINNESANTECKNINGAR",
            "Arbetsgruppen för läkemedel",
        ),
        ("columns-parted-by-blanks.txt", "Work programme 2026", "Quayside Group"),
        ("names-before-dashes.md", "Färdplan för beredskap", "Beredskapsgruppen"),
        ("names-behind-dashes.md", "Checklista: Öppet hus i Vikby", "Värdgruppen"),
        (
            "danish-minutes.txt",
            "Referat fra møde i Styregruppen for Sund By",
            "Styregruppen for Sund By",
        ),
    ],
)
def test_title_and_group(name, title, group) -> None:
    plan = read_plan(DOCUMENTS / name, reference=None)
    assert (plan.title, plan.group) == (title, group)


@pytest.mark.parametrize(
    ("name", "commissioner", "owner"),
    [
        ("directive-as-list.md", "Vårdkompetensrådet Norrby", "Rådets arbetsutskott"),
        ("norwegian-mandate.txt", "Samarbeidsutvalget", "Kommunedirektørutvalget"),
        ("terms-of-reference.md", "Regional Health Council", "Executive Committee"),
        ("phases.md", None, None),
        ("names-before-dashes.md", "Länsrådet i Norrby", "rådets beredning"),
        ("bands-and-a-budget.md", "Folkhälsorådet i Skogsby", "rådets presidium"),
    ],
)
def test_commissioner_and_owner(name, commissioner, owner) -> None:
    plan = read_plan(DOCUMENTS / name, reference=None)
    assert (plan.commissioner, plan.owner) == (commissioner, owner)


@pytest.mark.parametrize(
    ("name", "members"),
    [
        pytest.param(
            "minutes-with-attendees.txt",
            [
                ("Anna Berg", "Region Norrby", "region"),
                ("Olle Ek", "Vikby kommun", "municipality"),
                ("Siv Dahl", "Norrby universitet", "university"),
                ("Per Lund", None, None),
            ],
            id="several on a line, the absent too",
        ),
        pytest.param(
            "directive-as-list.md",
            [
                ("Eva Lund", "Region Norrby", "region"),
                ("Per Ek", "Vikby kommun", "municipality"),
                ("Siv Ro", "Norrby universitet", "university"),
            ],
            id="roles and titles left out",
        ),
        pytest.param(
            "charter-with-definitions.html",
            [
                ("Ann Reed", "Port of Leith", None),
                ("Bo Frank", "University of Aberdale", "university"),
            ],
            id="organisations of other kinds",
        ),
        pytest.param(
            "merged-cells.html", [("Eva Lind", "Vikby kommun", "municipality")], id="a table"
        ),
        pytest.param(
            "names-before-dashes.md",
            [
                ("Eva Lind", "Region Norrby", "region"),
                ("Per Ek", "Vikby kommun", "municipality"),
                ("Siv Ro", "Norrby tekniska högskola", "university"),
            ],
            id="a sentence",
        ),
        pytest.param(
            "records-in-minutes.txt",
            [
                ("Elin Ask", "Vikby kommun", "municipality"),
                ("Jonas Ree", "Region Norrby", "region"),
                ("Tove Hed", "Ekby kommun", "municipality"),
            ],
            id="lines below a label",
        ),
        pytest.param(
            "columns-parted-by-blanks.txt",
            [
                ("Ada Finch", "Westerby District Council", "municipality"),
                ("Noor Salt", "University of Westerby", "university"),
            ],
            id="columns read one after the other",
        ),
        pytest.param(
            "bands-and-a-budget.md",
            [
                ("Frida Almstam", "Region Skogslän", "region"),
                ("Nils Borgå", "Skogsby kommun", "municipality"),
                ("Rana Haddad", "Skogsby högskola", "university"),
            ],
            id="a guest left out",
        ),
        pytest.param("budget.md", [], id="nobody"),
    ],
)
def test_members(name, members) -> None:
    found = read_plan(DOCUMENTS / name, reference=None).members
    assert [(one.name, one.organisation, one.principal) for one in found] == members


@pytest.mark.parametrize(
    ("name", "reference"),
    [
        pytest.param("minutes-with-attendees.txt", date(2024, 3, 12), id="the day of the meeting"),
        pytest.param(
            "columns-kept-by-layout.txt", date(2024, 12, 2), id="the day of the decision"
        ),
        pytest.param("merged-cells.html", date(2025, 2, 3), id="the day of the last change"),
        pytest.param("labelled-records.txt", date(2024, 9, 10), id="a day in the title"),
        pytest.param(
            "points-that-open-with-time.txt", date(2026, 1, 1), id="the year of the title"
        ),
        pytest.param("years-ticked.md", None, id="a title of several years"),
    ],
)
def test_reference_is_the_documents_own(name, reference) -> None:
    assert read_document(DOCUMENTS / name, reference=None).reference == reference


def test_given_reference_wins() -> None:
    given = date(2030, 5, 1)
    assert read_document(DOCUMENTS / "labelled-records.txt", reference=given).reference == given


@pytest.mark.parametrize(
    ("reader", "warning"),
    [
        pytest.param(
            "sv",
            "3 tider (”1 september” först) saknar årtal och dokumentet anger inget datum: "
            "ange ett referensdatum.",
            id="in Swedish",
        ),
        pytest.param(
            "en",
            "3 times (“1 september” first) have no year and the document states no date: "
            "give a reference date.",
            id="in English",
        ),
    ],
)
def test_missing_reference_is_one_question_for_the_document(reader, warning) -> None:
    plan = read_plan(DOCUMENTS / "checklist.md", reference=None, reader=reader)
    assert warning in plan.warnings
    assert not [one for one in plan.activities if warning in one.warnings]
    assert plan.activities[0].deadline.kind == "none"
    assert plan.activities[0].deadline.note


def test_look_alikes_say_that_nothing_was_found() -> None:
    for name in ("budget.md", "agenda.md"):
        assert (
            "Inga aktiviteter hittades i dokumentet."
            in read_plan(DOCUMENTS / name, reference=None).warnings
        )


@pytest.mark.parametrize(
    ("name", "warnings"),
    [
        pytest.param(
            "done-and-shifted.md",
            [
                "Table 1 below “Genomfört 2025” was taken as done already and was not read.",
                "Row 4 of table 2 says who or when but not what: it was not read.",
            ],
            id="what is done, and a row without an activity",
        ),
        pytest.param(
            "two-plans.md",
            [
                (
                    "Table 3 below a heading about activities could not be read as activities: "
                    "check it."
                ),
                (
                    "The document names several groups (Biblioteksgruppen, Museigruppen): "
                    "if it holds several plans, import each of them by itself."
                ),
            ],
            id="two plans in one document, and a budget",
        ),
        pytest.param("owner-and-due-in-one.md", [], id="nothing to ask about"),
    ],
)
def test_what_was_not_read_is_said(name, warnings) -> None:
    given = date(2026, 1, 1)
    plan = read_plan(DOCUMENTS / name, reference=given, reader="en")
    assert list(plan.warnings) == warnings


def test_doubtful_rows_say_why() -> None:
    given = date(2026, 1, 1)
    moved = read_plan(DOCUMENTS / "done-and-shifted.md", reference=given, reader="en")
    alone = read_plan(DOCUMENTS / "bands-in-the-column.md", reference=given, reader="en")
    assert [bool(one.warnings) for one in moved.activities] == [False, False, True]
    assert [bool(one.warnings) for one in alone.activities] == [False, True, False, True]


def test_marked_periods_are_told_and_kept() -> None:
    plan = read_plan(DOCUMENTS / "years-ticked.md", reference=None)
    assert plan.activities[1].source.text.endswith("2025 – 2026")
    assert len(plan.warnings) == 2


def test_goals_requirements_methods_and_reports() -> None:
    plan = read_plan(DOCUMENTS / "directive-as-list.md", reference=None)
    assert plan.goals == ("Färre vakanser", "Bättre introduktion")
    assert plan.requirements == ("Arbetet ska ske i samverkan.", "Resultatet ska vara öppet.")
    assert plan.activities[0].methods == ("Enkät till kommunerna",)
    assert [duty.deadline.text for duty in plan.reporting] == [
        "varje kvartal",
        "senast 31 december 2025",
    ]


def test_a_term_that_heads_weeks_gives_them_its_year() -> None:
    plan = read_plan(DOCUMENTS / "weeks-and-names-below-terms.txt", reference=None)
    assert [one.deadline.start for one in plan.activities] == [
        date(2026, 8, 17),
        date(2026, 9, 14),
        date(2026, 10, 1),
        date(2027, 2, 1),
        date(2027, 5, 1),
    ]


def test_what_running_text_tells_is_asked_about() -> None:
    plan = read_plan(DOCUMENTS / "prose-of-minutes.txt", reference=None, reader="en")
    assert all("running text" in one.warnings[0] for one in plan.activities)


def test_prose_beside_activities_is_said(tmp_path) -> None:
    path = tmp_path / "minutes.md"
    path.write_text(
        "# Garden group\n\nEva Lind orders soil by 15 April.\n\n"
        "## Actions\n\n- Bo Ek: paint by 1 May\n",
        encoding="utf-8",
    )
    plan = read_plan(path, reference=date(2026, 1, 1), reader="en")
    assert [one.responsible for one in plan.activities] == ["Bo Ek"]
    assert any("Eva Lind orders soil" in warning for warning in plan.warnings)


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("actions-within-minutes.md", ["Ada Quill", "Ben Roe", "Cy Shaw", "Dee Tarn"]),
        ("actions-with-initials.md", ["Kim Vale", "Lou West", "Max York"]),
        ("prose-of-minutes.txt", ["Eva Lind", "Per Ek", "Siv Ro"]),
    ],
)
def test_names_alone_on_a_line_are_people(name, names) -> None:
    members = read_plan(DOCUMENTS / name, reference=None).members
    assert [(one.name, one.organisation) for one in members] == [(one, None) for one in names]


def test_labels_and_values_may_be_set_apart_by_blanks() -> None:
    plan = read_plan(DOCUMENTS / "labels-set-apart.txt", reference=None)
    assert (plan.commissioner, plan.group) == ("Bibliotekrådet", "Vaktgruppa")


def test_a_dated_letterhead_is_no_part_of_the_title(written) -> None:
    text = (
        "Samverkansgrupp sjöar Norrby 2026-02-17\n\nUppdragsdirektiv Renare sjöar\n\n"
        "1. Bakgrund\nSjöarna är grumliga.\n\n2. Aktiviteter\nMät siktdjup senast 1 maj 2026\n"
    )
    plan = read_plan(written("direktiv.txt", text), reference=None)
    assert plan.title == "Uppdragsdirektiv Renare sjöar"
