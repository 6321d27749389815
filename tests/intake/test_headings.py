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
    assert plan.title == "Small clocks (sclk) – Charter"
    assert [(one.description, one.deadline and one.deadline.text) for one in plan.activities] == [
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
