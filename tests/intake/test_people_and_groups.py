"""Who is a member and of what kind, and what a group and its plan are called."""

import pytest

from intake.read import read_plan

TASKS = """| Activity | Responsible | Due |
|---|---|---|
| Draft the scope | Ann Reed | 20 April 2026 |
| Set up the list | Bo Frank | May 2026 |
"""


def read(written, text):
    return read_plan(written("plan.md", text), reference=None, reader="en")


def test_the_group_is_no_member_of_itself(written) -> None:
    plan = read(
        written,
        "# Kommunikationsplan\n\nArbetsgrupp: Kommunikationsgruppen Hamnbron\n\n## Medlemmar\n\n"
        "- Alva Ek, Norrby kommun\n- Bo Lund, Region Norrby\n",
    )
    assert plan.group == "Kommunikationsgruppen Hamnbron"
    assert [one.name for one in plan.members] == ["Alva Ek", "Bo Lund"]


def test_what_has_a_time_for_an_organisation_is_nobody(written) -> None:
    rows = "| Planning Guidance | July 10 |\n| Ann Reed | Region Norrby |\n"
    table = f"| Name | Organisation |\n|---|---|\n{rows}"
    assert [one.name for one in read(written, f"# Council\n\n{table}").members] == ["Ann Reed"]


def test_organisations_of_attendees_are_companies_unless_they_tell_otherwise(written) -> None:
    names = (
        "Ann Reed (Coppergate), Bo Frank (Polder Robotics), Cy Dale (NTNU), Di Hall (MIRA), "
        "Ed Moss (Norrby University), Flo Kay (Data Commons Association), Gus Lee (Harbour Museum)"
    )
    plan = read(written, f"# Minutes\n\nAttendees: {names}\n\n## Actions\n\n{TASKS}")
    companies = [one.organisation for one in plan.members if one.principal == "company"]
    assert companies == ["Coppergate", "Polder Robotics"]
    assert [one for one in plan.warnings if "Coppergate, Polder Robotics" in one]


def test_organisations_of_members_elsewhere_are_left_untold(written) -> None:
    plan = read(
        written, f"# Charter\n\n## Members\n\n- Ann Reed (Coppergate)\n\n## Actions\n\n{TASKS}"
    )
    assert [(one.organisation, one.principal) for one in plan.members] == [("Coppergate", None)]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Thu Apr 4, 2026 at 8:00am PST", "Sensor Working Group, Thu Apr 4, 2026"),
        ("4 April 2026", "Sensor Working Group, 4 April 2026"),
        ("Review of 4 April 2026", "Review of 4 April 2026"),
    ],
)
def test_a_title_that_is_only_a_day_names_the_group_too(written, heading, title) -> None:
    plan = read(written, f"# {heading}\n\nGroup: Sensor Working Group\n\n## Actions\n\n{TASKS}")
    assert plan.title == title


@pytest.mark.parametrize(
    ("title", "group"),
    [
        ("Package Metadata Working Group Charter", "Package Metadata Working Group"),
        ("Terms of Reference: Mentoring Task Group", "Mentoring Task Group"),
        (
            "Minnesanteckningar, Samverkansgruppen för system, 12 mars 2026",
            "Samverkansgruppen för system",
        ),
        ("Working with the council", None),
    ],
)
def test_a_group_is_named_by_the_title_of_its_papers(written, title, group) -> None:
    assert read(written, f"# {title}\n\n## Actions\n\n{TASKS}").group == group


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        (
            "mff-charter.md",
            "The MFF working group is asked for a format.",
            "MFF working group charter",
        ),
        (
            "handlingsplan_2026.txt",
            "I arbetsgruppen för lärande ingår Alva Ek från Region Norrby.",
            "Handlingsplan för arbetsgruppen för lärande",
        ),
        ("scan-0042.md", "The MFF working group is asked for a format.", None),
        ("roadmap.md", "Nobody is asked for a format.", None),
    ],
)
def test_a_paper_without_title_is_called_after_its_file_and_group(
    written, name, text, title
) -> None:
    plan = read_plan(written(name, text), reference=None, reader="en")
    assert plan.title == title
    doubts = [said for said in plan.warnings if said.startswith("The document states no title")]
    assert len(doubts) == 1
    assert (title or "") in doubts[0]


def test_who_chartered_a_group_commissioned_its_plan(written) -> None:
    text = "The Sensor Working Group is chartered by the Openfield Foundation."
    assert read(written, f"# Charter\n\n{text}\n").commissioner == "Openfield Foundation"
