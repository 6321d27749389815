"""Tasks below headings and labels, and headings that are times."""

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
    ("point", "what", "when", "asked"),
    [
        ("Bo Lund: laga bryggan 1 juni", "laga bryggan", "1 juni", "som togs för när"),
        ("Bo Lund: boka lokal till mötet 1 juni", "boka lokal till mötet 1 juni", None, "mötets"),
        ("Bo Lund: läsa brev från 1 juni", "läsa brev från 1 juni", None, None),
    ],
)
def test_a_day_at_the_end_of_somebodys_point_is_asked_about(
    written, point, what, when, asked
) -> None:
    text = f"# Möte 2027-03-04\n\n## Att göra\n\n- {point}\n- Siv Dal: köpa färg senast 3 maj\n"
    first = read_plan(written("plan.md", text), reference=None).activities[0]
    assert (first.description, first.deadline and first.deadline.text) == (what, when)
    about_its_day = [one for one in first.warnings if one.startswith("Raden slutar med")]
    assert len(about_its_day) == bool(asked)
    assert all(asked in one for one in about_its_day)


def test_a_description_beside_a_due_date_says_what(written) -> None:
    table = "| Due date | Description |\n|---|---|\n| 31 May 2027 | Freeze |\n"
    dates = "| Date | Description |\n|---|---|\n| 31 May 2027 | Holiday |\n"
    assert told(written("a.md", f"# Schedule\n\n{table}")) == [
        (None, "Freeze", None, "31 May 2027")
    ]
    assert told(written("b.md", f"# Calendar\n\n{dates}")) == []


def test_codes_beside_what_they_stand_for_are_its_numbers(written) -> None:
    table = (
        "| Milestone | Deliverable | Date |\n|---|---|---|\n"
        "| M1 | Protocol agreed with the clerk | 15 June 2027 |\n"
        "| M2 | Permits sampled and copied | 13 July 2027 |\n"
    )
    assert told(written("plan.md", f"# Plan\n\n## Milestones\n\n{table}")) == [
        ("M1", "Protocol agreed with the clerk", None, "15 June 2027"),
        ("M2", "Permits sampled and copied", None, "13 July 2027"),
    ]


def test_a_section_below_rows_with_numbers_is_no_row(written) -> None:
    text = (
        "Plan\n\n3  Aktiviteter\n\n"
        "Nr  Aktivitet              Ansvarig      Klart\n"
        "1   Kartlägga regler       Alva Ek       Q1 2027\n"
        "2   Räkna resor            Bo Lund       Q2 2027\n"
        "3   Lämna rapport          Alva Ek       Q3 2027\n\n"
        "2  Organisation\n\nText om organisationen.\n"
    )
    assert [row[1] for row in told(written("plan.txt", text))] == [
        "Kartlägga regler",
        "Räkna resor",
        "Lämna rapport",
    ]


def test_beside_times_a_line_goes_on_where_the_one_above_it_is_full(written) -> None:
    text = (
        "Milestones\n\n"
        "Nov 2027  Adopt a draft on the uses of small clocks\n"
        "Jul 2028  Submit the uses of small clocks in clinics as\n"
        "          Informational\n"
        "Dec 2028  Close\n"
    )
    assert [row[1] for row in told(written("plan.txt", text))] == [
        "Adopt a draft on the uses of small clocks",
        "Submit the uses of small clocks in clinics as Informational",
        "Close",
    ]


def test_the_hours_of_a_day_belong_to_its_cell(written) -> None:
    cells = ["Tid", "Aktiviteter", "Bemærkninger", "August", "Opstart", "Lederne indkalder"]
    cells += [
        "7. september",
        "kl. 13–16",
        "Kursusdag",
        "I hallen",
        "Januar",
        "Evaluering",
        "Skema",
    ]
    text = "Projektplan\n\n" + "\n\n".join(cells) + "\n"
    assert [
        (row[1], row[3] and " ".join(row[3].split())) for row in told(written("p.txt", text))
    ] == [
        ("Opstart", "August"),
        ("Kursusdag", "7. september kl. 13–16"),
        ("Evaluering", "Januar"),
    ]


def test_the_kind_of_a_paper_in_brackets_is_nobody(written) -> None:
    text = (
        "# Charter\n\n## Deliverables\n\n- A model of clocks (Informational)\n"
        "- A protocol for clocks (Proposed Standard)\n- Test vectors (Experimental)\n"
    )
    assert [row[2] for row in told(written("plan.md", text))] == [None, None, None]


def test_a_numbered_heading_that_begins_as_a_label_does_is_a_task(written) -> None:
    text = (
        "# Workplan 2027\n\n### 1. Survey sites\n\n#### 1.1 Update the list of sites\n\n"
        "- Ask each branch\n\n#### 1.2 Contact owners\n\n### 2. Set up crawls\n"
    )
    assert [row[:2] for row in told(written("plan.md", text))] == [
        ("1", "Survey sites"),
        ("1.1", "Update the list of sites"),
        ("1.2", "Contact owners"),
        ("2", "Set up crawls"),
    ]


def test_a_long_phase_is_a_heading_among_short_points(written) -> None:
    text = (
        "Plan\n\nFase 1 – Start (august 2027)\n\n • Velge leder\n\n"
        "Fase 2 – Anskaffelse (november 2027–april 2028)\n\n • Skrive krav\n • Spørre\n"
    )
    assert [row[3] for row in told(written("plan.txt", text))] == [
        "august 2027",
        "november 2027–april 2028",
        "november 2027–april 2028",
    ]


def test_an_empty_cell_between_bars_stays_empty(written) -> None:
    text = (
        "Plan\n\nNo | Action | Responsible | Target date | Evidence\n"
        "1 | Mend the roof | Clerk | May 2027 | Invoice\n"
        "2 | Find someone for the film club | | June 2027 | Poster\n"
    )
    assert told(written("plan.txt", text)) == [
        ("1", "Mend the roof", "Clerk", "May 2027"),
        ("2", "Find someone for the film club", None, "June 2027"),
    ]
