"""Tasks below headings and labels, headings that are times, and what titles say of the group."""

import openpyxl
import pytest

from intake.read import read_plan

CHARTER = """Small clocks (sclk)
-------------------

 Charter

Description of the group:

  Cheap sensors need to know what time it is.

Goals and Milestones:
  Done     - Publish a list of clocks
  Mar 2027 - Adopt a draft on uses
  Nov 2027 - Submit the list of uses for
             Publication as a report
  Dec 2028 - Close
"""
TASKS = """# Work plan

## Tasks

### Task 1: Agree on the questions

Responsible: Contractor
Due date: 30 May 2027

* Call each clinic
* Rank the questions

### Task 2: Visit the clinics

Responsible: Secretariat
Due date: Summer 2027

* Two visits a clinic

### Task 3: Write the report

Responsible: Contractor
Due date: 30 September 2027
"""
GATHERED = """# Plan

## Task 1: Organise

### 1.1 Hire a manager

**Lead:** Department
**Deadline:** 1 August 2027

### 1.2 Publish a map

**Lead:** Map office
**Deadline:** 30 September 2027

## Task 2: Deploy

### 2.1 Open the first round

**Lead:** Department
**Deadline:** March 2028
"""
DIRECTIVE = """Direktiv

3. Aktiviteter
Aktivitet Ansvarig Tidplan
1. Räkna de salar
som finns i länet
Norrbygruppen Klart
december
-27
2. Beskriva vad de kan
användas till
Lärosätena Klart våren
-28
3. Lämna förslag på hur salarna
ska skötas sedan
Norrbygruppen Klart under
-29
"""


def told(path) -> list[tuple]:
    return [
        (one.number, one.description, one.responsible, one.deadline and one.deadline.text)
        for one in read_plan(path, reference=None).activities
    ]


def test_a_charter_has_its_milestones_below_its_goals(written) -> None:
    plan = read_plan(written("sclk.txt", CHARTER), reference=None)
    assert plan.title == "Small clocks (sclk)"
    assert [(one.description, one.deadline and one.deadline.text) for one in plan.activities] == [
        ("Publish a list of clocks", "Done"),
        ("Adopt a draft on uses", "Mar 2027"),
        ("Submit the list of uses for Publication as a report", "Nov 2027"),
        ("Close", "Dec 2028"),
    ]


def test_a_rule_below_headings_of_columns_makes_them_no_heading(written) -> None:
    text = (
        "Plan\n====\n\n"
        "Aktivitet            Ansvarig    Klart\n"
        "--------------------------------------\n"
        "Måla bryggan         Alva Ek     maj 2027\n"
        "Laga taket           Bo Lund     juni 2027\n"
    )
    assert told(written("plan.txt", text)) == [
        (None, "Måla bryggan", "Alva Ek", "maj 2027"),
        (None, "Laga taket", "Bo Lund", "juni 2027"),
    ]


def test_points_below_who_and_when_do_not_hide_them(written) -> None:
    assert told(written("plan.md", TASKS)) == [
        ("1", "Agree on the questions", "Contractor", "30 May 2027"),
        ("2", "Visit the clinics", "Secretariat", "Summer 2027"),
        ("3", "Write the report", "Contractor", "30 September 2027"),
    ]


def test_headings_that_only_gather_tasks_are_none(written) -> None:
    assert told(written("plan.md", GATHERED)) == [
        ("1.1", "Hire a manager", "Department", "1 August 2027"),
        ("1.2", "Publish a map", "Map office", "30 September 2027"),
        ("2.1", "Open the first round", "Department", "March 2028"),
    ]


def test_a_deadline_whose_first_word_ends_the_line_of_a_name_is_whole(written) -> None:
    assert [row[2:] for row in told(written("direktiv.txt", DIRECTIVE))] == [
        ("Norrbygruppen", "Klart december -27"),
        ("Lärosätena", "Klart våren -28"),
        ("Norrbygruppen", "Klart under -29"),
    ]


@pytest.mark.parametrize(
    ("lines", "what", "who", "asked"),
    [
        pytest.param(
            "1. Beskriva hur skolorna\noch hem delar ansvaret\nAlva Ek och\nBo Lund\nMaj 2027\n",
            "Beskriva hur skolorna och hem delar ansvaret",
            "Alva Ek och Bo Lund",
            False,
            id="one who waits for another",
        ),
        pytest.param(
            "1. Ta fram en gemensam\nblankett\nJurist vid Region\nNorrby\nMaj 2027\n",
            "Ta fram en gemensam blankett",
            "Jurist vid Region Norrby",
            False,
            id="below a line that had room left",
        ),
        pytest.param(
            "1. Räkna salarna i\nRegion Norrby\nArbetsgruppen\nMaj 2027\n",
            "Räkna salarna i Region Norrby",
            "Arbetsgruppen",
            False,
            id="below a line that leads to a name",
        ),
        pytest.param(
            "1. Räkna salar\nRegion Norrby alla\nArbetsgruppen\nMaj 2027\n",
            "Räkna salar",
            "Region Norrby alla Arbetsgruppen",
            True,
            id="neither: asked about",
        ),
    ],
)
def test_names_over_several_lines(written, lines, what, who, asked) -> None:
    text = f"Plan\n\nAktivitet Ansvarig Klart\n{lines}2. Måla taket\nSiv Dal\nJuni 2027\n"
    plan = read_plan(written("plan.txt", text), reference=None)
    first = plan.activities[0]
    assert (first.description, first.responsible) == (what, who)
    assert bool(first.warnings) == asked


@pytest.mark.parametrize("heading", ["1. kvartal 2027", "2. halvår 2027", "3. tertial 2027"])
def test_a_number_that_counts_a_part_of_the_year_belongs_to_it(written, heading) -> None:
    text = f"# Arbejdsplan\n\n## {heading}\n\n* Holde møde\n\n## Juni 2028\n\n* Holde fest\n"
    assert [row[3] for row in told(written("plan.md", text))] == [heading, "Juni 2028"]


def test_beside_headings_that_are_times_one_seen_from_an_event_is_one(written) -> None:
    text = (
        "# Checklist\n\n## 4 weeks before\n\n- [ ] Print the programme\n\n## The day before\n\n"
        "- [ ] Test the lamps\n\n## Within two weeks after\n\n- [ ] Pay invoices\n"
    )
    assert [row[3] for row in told(written("list.md", text))] == [
        "4 weeks before",
        "The day before",
        "Within two weeks after",
    ]


def test_numbers_in_words_count_what_stands_before_an_event(written) -> None:
    text = (
        "# Checklist\n\n## Six months before\n\n- [ ] Set the date\n\n## Två veckor före\n\n"
        "- [ ] Print badges\n\n## After the symposium\n\n- [ ] Settle the accounts\n"
    )
    assert [row[3] for row in told(written("list.md", text))] == [
        "Six months before",
        "Två veckor före",
        "After the symposium",
    ]


def test_what_is_done_about_risks_is_a_plan_and_the_risks_are_none(written) -> None:
    measures = (
        "| Risk | Konsekvens | Åtgärd | Ansvarig | Klart datum |\n|---|---|---|---|---|\n"
        "| Hala golv | Fall | Köpa mattor | Kökschef | 15 april 2027 |\n"
    )
    risks = (
        "| Risk | Sannolikhet | Åtgärd | Ansvarig |\n|---|---|---|---|\n"
        "| Hala golv | 3 | Köpa mattor | Kökschef |\n"
    )
    assert told(written("plan.md", f"# Handlingsplan\n\n{measures}")) == [
        (None, "Köpa mattor", "Kökschef", "15 april 2027")
    ]
    assert told(written("risker.md", f"# Risker\n\n{risks}")) == []


def test_a_label_of_people_in_a_sheet_makes_nobody_of_what_stands_below(tmp_path) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["Deltagare:", "Rektor, kökschef"],
        ["Värden över åtta", "ses över"],
        ["Hala golv", "i köket"],
    ):
        book.active.append(row)
    book.save(tmp_path / "plan.xlsx")
    assert read_plan(tmp_path / "plan.xlsx", reference=None).members == ()


def test_a_time_in_the_midst_of_a_task_is_not_that_of_its_heading(written) -> None:
    text = (
        "# Årshjul\n\n## Januari\n\n- Planen inför sommaren påbörjas.\n\n"
        "## Mars\n\n- Skicka planen senast 20 mars till rådet\n"
    )
    assert [row[3] for row in told(written("hjul.md", text))] == ["Januari", "senast 20 mars"]


def test_days_from_to_in_front_are_no_number(written) -> None:
    points = "- **6.–8. oktober 2027**: Første besøg\n- **Maj 2028**: Andet\n"
    text = f"# Tidsplan\n\n## Milepæle\n\n{points}"
    assert told(written("plan.md", text)) == [
        (None, "Første besøg", None, "6.–8. oktober 2027"),
        (None, "Andet", None, "Maj 2028"),
    ]


def test_links_below_a_schedule_are_no_tasks(written) -> None:
    text = (
        "# Tidsplan for skolen\n\n- **Maj 2027**: Første møde\n- **Juni 2027**: Andet møde\n\n"
        "## Læs mere\n\n- [Vejledning](https://skole.example.se/a)\n"
    )
    assert [row[1] for row in told(written("plan.md", text))] == ["Første møde", "Andet møde"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [("Læring", "Uddanne alle"), ("Læring", "Holde temadag"), ("Drift", "Prøve skema")],
            ["Uddanne alle", "Holde temadag", "Prøve skema"],
            id="the first column groups",
        ),
        pytest.param(
            [("Uddanne alle ansatte", "Læring"), ("Holde temadag", "Læring")],
            ["Uddanne alle ansatte", "Holde temadag"],
            id="the second column groups",
        ),
    ],
)
def test_of_two_columns_of_what_the_one_that_does_not_group_says_it(
    written, rows, expected
) -> None:
    lines = "".join(f"| {a} | {b} | Klinikken | Maj 2027 |\n" for a, b in rows)
    table = f"| Indsats | Handling | Ansvarlig | Tidsfrist |\n|---|---|---|---|\n{lines}"
    assert [row[1] for row in told(written("plan.md", f"# Plan\n\n{table}"))] == expected


@pytest.mark.parametrize(
    ("title", "group"),
    [
        ("Documentation Working Group, 2027-09-17", "Documentation Working Group"),
        ("Security SIG - Meeting notes", "Security SIG"),
        ("Lokal programgrupp hälsa – möte 4 november 2027", "Lokal programgrupp hälsa"),
        ("Arbejdsplan 2027 for Frivilligrådet i Strandby Kommune", "Frivilligrådet"),
        ("Aktivitetsplan 2027 för Biblioteksnätverket Norrby", "Biblioteksnätverket Norrby"),
        ("Mandat for fagråd for rehabilitering", "fagråd for rehabilitering"),
        ("SIG Documentation: meeting notes 3 June 2027", "SIG Documentation"),
        ("Plan for small groups", None),
    ],
)
def test_titles_that_name_the_group(written, title, group) -> None:
    assert read_plan(written("plan.md", f"# {title}\n\nText.\n"), reference=None).group == group


def test_a_sheet_of_its_own_says_what_the_plan_is(tmp_path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Read me"
    for row in (
        ["New system - work plan"],
        ["Working group: System group"],
        ["How to use: one sheet a phase."],
        ["Contact", "system@lib.example.se"],
    ):
        book.active.append(row)
    sheet = book.create_sheet("Phase 1")
    sheet.append(["Task", "Assigned to", "Target date"])
    sheet.append(["Clean the records", "Access", "14 March 2027"])
    book.save(tmp_path / "plan.xlsx")
    plan = read_plan(tmp_path / "plan.xlsx", reference=None)
    assert (plan.title, plan.group) == ("New system - work plan", "System group")
    assert [one.description for one in plan.activities] == ["Clean the records"]


def test_a_role_behind_brackets_does_not_hide_the_person(written) -> None:
    text = (
        "# Minutes\n\n## Attendees\n\n- Ann Reed (Leith College), chair\n"
        "- Bo Frank (Openfield)\n\nChairs: Tim Roe (Mapwise), Jane Poe (North Coast)\n"
    )
    plan = read_plan(written("minutes.md", text), reference=None)
    assert [(one.name, one.organisation) for one in plan.members] == [
        ("Ann Reed", "Leith College"),
        ("Bo Frank", "Openfield"),
        ("Tim Roe", "Mapwise"),
        ("Jane Poe", "North Coast"),
    ]


def test_a_title_below_a_letterhead_of_several_lines_is_the_title(written) -> None:
    text = (
        "Region Norrby\nKansliet\n2027-01-20 · RK 2027-33\n\n# Plan för tillgänglighet\n\n"
        "Lagen gäller all service.\n"
    )
    assert read_plan(written("plan.md", text), reference=None).title == "Plan för tillgänglighet"


@pytest.mark.parametrize(
    ("point", "what", "when", "asked"),
    [
        ("Bo Lund: laga bryggan 1 juni", "laga bryggan", "1 juni", "som togs för när"),
        ("Bo Lund: boka lokal till mötet 1 juni", "boka lokal till mötet 1 juni", None, "mötets"),
        ("Bo Lund: läsa brev från 1 juni", "läsa brev från 1 juni", None, ""),
    ],
)
def test_a_day_at_the_end_of_somebodys_point_is_asked_about(
    written, point, what, when, asked
) -> None:
    text = f"# Möte 2027-03-04\n\n## Att göra\n\n- {point}\n- Siv Dal: köpa färg senast 3 maj\n"
    first = read_plan(written("plan.md", text), reference=None).activities[0]
    assert (first.description, first.deadline and first.deadline.text) == (what, when)
    assert any(asked in one for one in first.warnings) or not asked
