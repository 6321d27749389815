"""What stands at the edge of a table or a sentence, in a small document a rule."""

from datetime import date, datetime

import docx
import openpyxl
import pytest

from intake.read import read_plan

REFERENCE = date(2026, 1, 10)


def plan_of(tmp_path, text, suffix="md"):
    path = tmp_path / f"plan.{suffix}"
    path.write_text(text, encoding="utf-8")
    return read_plan(path, reference=REFERENCE)


def rows_of(plan):
    return [
        (one.description, one.responsible, one.deadline and one.deadline.text)
        for one in plan.activities
    ]


def test_a_day_shown_with_its_year_first_stays_so_in_english(tmp_path) -> None:
    book = openpyxl.Workbook()
    book.active.append(("Action", "Due"))
    book.active.append(("Review the plan and its goals", datetime(2026, 5, 31)))  # noqa: DTZ001 - no zone
    book.active["B2"].number_format = "yyyy-mm-dd"
    book.save(tmp_path / "plan.xlsx")
    found = read_plan(tmp_path / "plan.xlsx", reference=REFERENCE)
    assert found.activities[0].deadline.text == "2026-05-31"


def test_days_as_headings_below_tasks_are_when_their_tables_are_due(tmp_path) -> None:
    text = """# Plan för hamnen
## Aktiviteter
### 27 februari 2026
| Aktivitet | Ansvarig |
|---|---|
| Måla bryggan | Alva Ek |
### Hösten 2026
| Aktivitet | Ansvarig |
|---|---|
| Ta upp båtarna | Bo Lund |
"""
    assert rows_of(plan_of(tmp_path, text)) == [
        ("Måla bryggan", "Alva Ek", "27 februari 2026"),
        ("Ta upp båtarna", "Bo Lund", "Hösten 2026"),
    ]


def test_the_day_of_a_meeting_is_no_deadline(tmp_path) -> None:
    text = """# Hamngruppen
## Möte
### 27 februari 2026
| Aktivitet | Ansvarig |
|---|---|
| Måla bryggan | Alva Ek |
"""
    assert rows_of(plan_of(tmp_path, text)) == [("Måla bryggan", "Alva Ek", None)]


def test_a_row_that_ends_with_an_empty_cell_does_not_take_the_next_one(tmp_path) -> None:
    text = """Plan for the harbour

No / Action / Who / By when / Note
1 / Paint the jetty / Ann Reed / May 2026 /
2 / Mend the crane / Bo Frank / June 2026 / Parts ordered
"""
    assert rows_of(plan_of(tmp_path, text, "txt")) == [
        ("Paint the jetty", "Ann Reed", "May 2026"),
        ("Mend the crane", "Bo Frank", "June 2026"),
    ]


def test_labels_as_numbered_headings_and_behind_a_sentence(tmp_path) -> None:
    text = """# Direktiv för hamnen
## 2 Uppdragsgivare
Hamnnämnden i Viken
## 3 Aktiviteter
Fastställd 2026-01-05. Uppdragsägare: Hamnchefen

| Aktivitet | Ansvarig | Klart |
|---|---|---|
| Måla bryggan | Alva Ek | maj 2026 |
"""
    plan = plan_of(tmp_path, text)
    assert (plan.commissioner, plan.owner) == ("Hamnnämnden i Viken", "Hamnchefen")


@pytest.mark.parametrize("label", ["Ansvarig grupp", "Ansvarlig gruppe", "Responsible group"])
def test_the_group_that_answers_for_a_plan_is_its_group(tmp_path, label) -> None:
    text = f"# Plan 2026\n\n{label}: Hamnlaget\n\n- [ ] Måla bryggan\n- [ ] Laga kranen\n"
    assert plan_of(tmp_path, text).group == "Hamnlaget"


def test_the_owner_of_one_activity_does_not_own_the_plan(tmp_path) -> None:
    text = (
        "# Plan for the harbour\n## Actions\n- Paint the jetty. Owner: Ann Reed, due: May 2026\n"
    )
    assert plan_of(tmp_path, text + "\nMend the crane. Owner: Bo Frank\n").owner is None


@pytest.mark.parametrize(
    ("point", "told"),
    [
        ("Paint the jetty. Owner: Ann Reed; due 3 May 2026.", ("Ann Reed", "3 May 2026")),
        ("Måla bryggan. Ansvarig: Alva Ek; senast 3 maj 2026", ("Alva Ek", "senast 3 maj 2026")),
        ("Måla bryggan. Alva Ek. 3 maj 2026.", ("Alva Ek", "3 maj 2026")),
        ("Mal kajen. 3. maj 2026. Mette Holm", ("Mette Holm", "3. maj 2026")),
        ("Olle Grann ska måla bryggan", ("Olle Grann", None)),
        ("Ann Reed and Bo Frank will paint it", ("Ann Reed and Bo Frank", None)),
    ],
)
def test_points_that_are_sentences_say_who_and_when(tmp_path, point, told) -> None:
    (found,) = rows_of(plan_of(tmp_path, f"# Plan\n## Aktiviteter\n- {point}\n"))
    assert found[1:] == told
    assert not {told[0], "2026", "due", ";"} & set(found[0].replace(";", " ; ").split())


def test_what_somebody_is_to_have_is_no_task_of_theirs(tmp_path) -> None:
    text = "# Plan\n## Aktiviteter\n- Nya Hamnen ska vara öppen för alla\n"
    assert rows_of(plan_of(tmp_path, text)) == [("Nya Hamnen ska vara öppen för alla", None, None)]


def test_tabs_between_the_words_of_paragraphs_are_columns(tmp_path) -> None:
    document = docx.Document()
    document.add_heading("Aktiviteter", 1)
    for line in (
        "Aktivitet\tAnsvarig\tKlart",
        "Måla bryggan\t\tAlva Ek\tmaj 2026",
        "Laga kranen\tBo Lund",
        "Så sade rådet.",
    ):
        document.add_paragraph(line)
    document.save(tmp_path / "plan.docx")
    plan = read_plan(tmp_path / "plan.docx", reference=REFERENCE)
    assert [bool(one.warnings) for one in plan.activities] == [False, True]
    assert rows_of(plan) == [
        ("Måla bryggan", "Alva Ek", "maj 2026"),
        ("Laga kranen", "Bo Lund", None),
    ]


def test_tasks_in_a_cell_beside_their_label_are_activities(tmp_path) -> None:
    document = docx.Document()
    table = document.add_table(0, 2)
    for label, value in (
        ("Opdragsgiver", "Havneudvalget"),
        ("Opgaver", "kortlægge broer inden 1. maj 2026\n• Evaluere indsatsen"),
        ("Medlemmer", "Mette Holm, Region Nord\nBo Lund, Viken Kommune"),
    ):
        for cell, text in zip(table.add_row().cells, (label, value), strict=True):
            cell.text = text
    document.save(tmp_path / "plan.docx")
    assert rows_of(read_plan(tmp_path / "plan.docx", reference=REFERENCE)) == [
        ("kortlægge broer inden 1. maj 2026", None, "inden 1. maj 2026"),
        ("Evaluere indsatsen", None, None),
    ]


def test_who_is_accountable_for_a_plan_owns_it(tmp_path) -> None:
    text = "# Plan for the harbour\n\nAccountable: Harbour master\n\n- [ ] Paint the jetty\n"
    assert plan_of(tmp_path, text).owner == "Harbour master"


def test_what_is_described_at_length_is_more_than_its_name(tmp_path) -> None:
    text = """# Handleplan
| Indsats | Beskrivelse | Ansvarlig | Frist |
|---|---|---|---|
| Mentorer | Tilbyde alle nye medarbejdere en mentor | HR | maj 2026 |
| Kursus | Afholde kursus i førstehjælp for alle | Mette Holm | juni 2026 |
"""
    assert [row[0] for row in rows_of(plan_of(tmp_path, text))] == [
        "Tilbyde alle nye medarbejdere en mentor",
        "Afholde kursus i førstehjælp for alle",
    ]
