"""Titles, the groups that they name, and people below the words that announce them."""

import openpyxl
import pytest

from intake.read import read_plan


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


def people(plan) -> list[tuple]:
    return [(one.name, one.organisation) for one in plan.members]


@pytest.mark.parametrize(
    "text",
    [
        "Gruppen består av:\n\n- Överläkare Alva Ek, Region Norrby\n- Bo Lund, Vikby kommun\n",
        "Ägare: Rådet\nGruppen består av:\nAlva Ek, Region Norrby\nBo Lund, Vikby kommun\n",
        "4  Grupp\n\nGruppen består av:\n\nAlva Ek    Region Norrby\nBo Lund    Vikby kommun\n",
    ],
)
def test_people_stand_below_a_line_that_announces_them(written, text) -> None:
    plan = read_plan(written("plan.txt", f"Plan\n\nText om planen.\n\n{text}"), reference=None)
    assert people(plan) == [("Alva Ek", "Region Norrby"), ("Bo Lund", "Vikby kommun")]


def test_a_label_beside_several_rows_of_people_holds_for_all(written) -> None:
    rows = (
        "| Lärosäten | Alva Ek, Norrby universitet |\n|---|---|\n| | Bo Lund, Vikby högskola |\n"
        "| Regioner | Siv Dal, Region Norrby |\n"
    )
    plan = read_plan(written("plan.md", f"# Plan\n\n## Arbetsgrupp\n\n{rows}"), reference=None)
    assert [one.name for one in plan.members] == ["Alva Ek", "Bo Lund", "Siv Dal"]


def test_the_title_of_a_page_may_say_more_than_its_first_heading(written) -> None:
    front = '---\ntitle: "Roadmap 2027: Shared actions"\n---\n\n'
    said = read_plan(written("a.md", f"{front}# Roadmap 2027\n\nText.\n"), reference=None)
    other = read_plan(written("b.md", f"{front}# Roadmap 2028\n\nText.\n"), reference=None)
    assert (said.title, other.title) == ("Roadmap 2027: Shared actions", "Roadmap 2028")


def test_a_title_whose_group_stands_on_the_next_line_is_whole(written) -> None:
    opening = "Uppdragsdirektiv för arbetsgruppen\nPraktikplatser\nBeslutat 2027-09-01\n"
    text = f"{opening}1. Bakgrund\nText.\n"
    plan = read_plan(written("plan.txt", text), reference=None)
    assert plan.title == "Uppdragsdirektiv för arbetsgruppen Praktikplatser"
    assert plan.group == "arbetsgruppen Praktikplatser"
