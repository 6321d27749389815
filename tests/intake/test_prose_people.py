"""Plans in running text: who asked for them, which group does the work, and who is in it."""

import pytest

from intake.read import read_plan

SWEDISH = """Plan för bättre övergångar i skolan

Regionstyrelsen i Norrby har gett Nätverket för övergångar i uppdrag att mildra övergångarna.
I arbetsgruppen ingår Alva Ek från Norrby universitet, Bo Lund, som representerar Region
Norrby, samt Siv Dal (Vikby kommun). Per Wik från Östby kommun är sammankallande.
"""
ENGLISH = """# Plan for shared supervision

The Health Board of Norby commissioned the Supervision Working Group in January 2026 to agree on a
common model. The group is chaired by Ann Reed of Norby University; its other members are Tim Roe
(Region Norby), Jane Poe, from the City of Leith, and Bo Frank of Leith College.
"""


def people_in(plan) -> list[tuple]:
    return [(one.name, one.organisation, one.principal) for one in plan.members]


def test_a_swedish_text_names_group_commissioner_and_members(written) -> None:
    plan = read_plan(written("plan.txt", SWEDISH), reference=None)
    assert (plan.group, plan.commissioner) == (
        "Nätverket för övergångar",
        "Regionstyrelsen i Norrby",
    )
    assert people_in(plan) == [
        ("Alva Ek", "Norrby universitet", "university"),
        ("Bo Lund", "Region Norrby", "region"),
        ("Siv Dal", "Vikby kommun", "municipality"),
        ("Per Wik", "Östby kommun", "municipality"),
    ]


def test_an_english_text_names_group_commissioner_and_members(written) -> None:
    plan = read_plan(written("plan.md", ENGLISH), reference=None)
    assert (plan.group, plan.commissioner) == (
        "Supervision Working Group",
        "Health Board of Norby",
    )
    assert people_in(plan) == [
        ("Ann Reed", "Norby University", "university"),
        ("Tim Roe", "Region Norby", "region"),
        ("Jane Poe", "City of Leith", "municipality"),
        ("Bo Frank", "Leith College", "university"),
    ]


def test_two_who_come_from_one_place_both_have_it(written) -> None:
    people = "Alva Ek och Bo Lund från Region Norrby samt Lo Alm, Norrby högskola."
    text = f"Plan\n\nI arbetsgruppen ingår {people}\n"
    assert people_in(read_plan(written("plan.txt", text), reference=None)) == [
        ("Alva Ek", "Region Norrby", "region"),
        ("Bo Lund", "Region Norrby", "region"),
        ("Lo Alm", "Norrby högskola", "university"),
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "In this project, the University of Norby data intern Ann Reed will describe the"
            " register.\n\nInterviews with technical stakeholders (Tim Roe and Jane Poe).",
            [
                ("Ann Reed", "University of Norby", "university"),
                ("Tim Roe", None, None),
                ("Jane Poe", None, None),
            ],
            id="English",
        ),
        pytest.param(
            "Region Norrby projektledare Alva Ek kommer att leda arbetet, och frågor tas av"
            " kontaktpersoner (Bo Lund, Siv Dal) i varje kommun.",
            [
                ("Alva Ek", "Region Norrby", "region"),
                ("Bo Lund", None, None),
                ("Siv Dal", None, None),
            ],
            id="Swedish",
        ),
        pytest.param("Technical stakeholders (see Annex B) will be asked.", [], id="no names"),
        pytest.param("The North Library lead story will follow.", [], id="no person"),
    ],
)
def test_who_has_a_role_in_a_sentence_is_a_member(written, text, people) -> None:
    plan = read_plan(written("plan.md", f"# Plan\n\n{text}\n"), reference=None)
    assert people_in(plan) == people


def test_who_is_something_else_is_no_member(written) -> None:
    text = "Plan\n\nHamnen är viktig för orten. Alva Ek är nöjd. Norra Hamnen är öppen.\n"
    assert people_in(read_plan(written("plan.txt", text), reference=None)) == []


@pytest.mark.parametrize(
    ("other", "principal", "said"),
    [
        pytest.param("Elmcombe District Council", "municipality", "local authority", id="British"),
        pytest.param("Norrby kommun", "region", "a region", id="beside a Swedish one"),
    ],
)
def test_a_county_council_is_told_by_its_paper_and_asked_about(
    written, other, principal, said
) -> None:
    text = f"""# Terms of reference for the placement group

## Members
- Ann Reed, Westmarsh County Council
- Tim Roe, {other}

## Actions
- Ann Reed: write to all the schools and colleges by May 2026
"""
    plan = read_plan(written("terms.md", text), reference=None, reader="en")
    assert plan.members[0].principal == principal
    assert any("Westmarsh County Council" in one and said in one for one in plan.warnings)
