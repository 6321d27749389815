"""Plans as working groups publish them: times above points, names in front, tables of progress."""

import pytest

from intake.read import read_plan

LAYOUTS = {
    "points below times that are points": (
        "plan.md",
        """# Milestones of the Harbour Group

## Key milestones

1. **May:**
   * Draft the map
   * Ask the fishermen
2. **June:**
   * Print the map
""",
        [
            ("Draft the map", None, "May"),
            ("Ask the fishermen", None, "May"),
            ("Print the map", None, "June"),
        ],
    ),
    "weeks before a colon": (
        "plan.md",
        (
            "# Plan\n\n## Milestones\n\n- Weeks 1-2: Set up the nets\n"
            "- Weeks 3-4: Start work on the quay; mend the nets\n"
        ),
        [
            ("Set up the nets", None, "Weeks 1-2"),
            ("Start work on the quay; mend the nets", None, "Weeks 3-4"),
        ],
    ),
    "names in brackets in front": (
        "plan.md",
        (
            "# Work plan\n\n## Deliverables\n\n- (Ek) Paint the boat\n- (Lund/Dal) Mend the sail\n"
            "- (Dal) Sell the car\n"
        ),
        [
            ("Paint the boat", "Ek", None),
            ("Mend the sail", "Lund/Dal", None),
            ("Sell the car", "Dal", None),
        ],
    ),
    "somebody to do something, once without to": (
        "möte.md",
        (
            "# Meeting\n\n## AIs\n\n* Alva to paint the boat\n* Alva/Bo to mend the sail\n"
            "* Bo share the list with Siv\n"
        ),
        [
            ("paint the boat", "Alva", None),
            ("mend the sail", "Alva/Bo", None),
            ("share the list with Siv", "Bo", None),
        ],
    ),
    "a table below a numbered month": (
        "hjul.html",
        (
            "<h1>Årshjul</h1><h2>2 Aktiviteter</h2><h3>2.6 Juni</h3><table><tr><th>Ansvarig</th>"
            "<th>Aktivitet</th></tr><tr><td>Kassör</td><td>Betala räkningar</td></tr></table>"
        ),
        [("Betala räkningar", "Kassör", "Juni")],
    ),
    "milestones with their status alone": (
        "karta.md",
        (
            "# Roadmap\n\n## Milestones\n\nMilestone | Status\n---|---\nPaint the boat | started\n"
            "Mend the sail | planned\n"
        ),
        [("Paint the boat", None, None), ("Mend the sail", None, None)],
    ),
    "numbered items with owner and status": (
        "lista.csv",
        (
            "Draft work plan,,,\n#,Item,Status,Owner hint\n4.1,Paint the old boat,Pending,AE\n"
            "4.2,Mend the big sail,Deferred,\n4.3,Sell the red car,Pending,BL\n"
        ),
        [
            ("Paint the old boat", "AE", None),
            ("Mend the big sail", None, None),
            ("Sell the red car", "BL", None),
        ],
    ),
    "columns of effort tell no time": (
        "plan.csv",
        "Nr,Aktivitet,Ansvarig,Tid\n1,Måla båten,Alva Ek,2d\n2,Laga seglet,Bo Lund,3 h\n",
        [("Måla båten", "Alva Ek", None), ("Laga seglet", "Bo Lund", None)],
    ),
    "nor do phases of so many weeks": (
        "plan.md",
        (
            "# Plan\n\n## Fas 1: Båten (3 veckor)\n\n| Aktivitet | Ansvarig |\n|---|---|\n"
            "| Måla båten | Alva Ek |\n"
        ),
        [("Måla båten", "Alva Ek", None)],
    ),
    "a time of a meeting behind the word due": (
        "möte.md",
        (
            "# Minutes\n\n## Action items\n\n- **Alva**: Write a guide (due June meeting)\n"
            "- **Bo**: Ask the museums (due 30 May)\n- **Siv**: Paint (by the sea)\n"
        ),
        [
            ("Write a guide", "Alva", "June meeting"),
            ("Ask the museums", "Bo", "30 May"),
            ("Paint (by the sea)", "Siv", None),
        ],
    ),
    "people beside a table": (
        "plan.md",
        (
            "# Boat Working Group: Work Plan 2027\n\nMembers of the working group:\n\n"
            "* Alva Ek, Norrby AB\n* Bo Lund, Borough of Hollin\n\n## Tasks\n\n"
            "| Task | Responsible | Deadline |\n|---|---|---|\n| Paint it | Alva Ek | May 2027 |\n"
        ),
        [("Paint it", "Alva Ek", "May 2027")],
    ),
    "a description beside a measure that says more": (
        "plan.csv",
        (
            "Indsats nr.,Beskrivelse,Ansvarlig medarbejder,Tidsfrist,Succesmål\n"
            "1,Male båden,Bodil,1. maj 2027,Alle i byen har set den nye båd sejle\n"
            "2,Sy et sejl,Amir,1. juni 2027,Det holder til en storm ude på havet\n"
        ),
        [("Male båden", "Bodil", "1. maj 2027"), ("Sy et sejl", "Amir", "1. juni 2027")],
    ),
    "a page's head of two lines": (
        "plan.txt",
        """Båtrådet                                  Direktiv
                                          2027-03-04

3    Aktiviteter

 Nr   Aktivitet                 Ansvarig        Tidplan

 1    Måla båten                Alva Ek         2027-05-30

 2    Laga seglet               Bo Lund         Juni 2027

                                                       1 (2)
Båtrådet                                  Direktiv
                                          2027-03-04

 3    Sälja bilen               Siv Dal         Hösten 2027

                                                       2 (2)
""",
        [
            ("Måla båten", "Alva Ek", "2027-05-30"),
            ("Laga seglet", "Bo Lund", "Juni 2027"),
            ("Sälja bilen", "Siv Dal", "Hösten 2027"),
        ],
    ),
    "a section below rows that carry their numbers": (
        "plan.txt",
        """2. Aktiviteter

Aktivitet                          Ansvarig          Tidplan

1. Måla båten                      Alva Ek           Klart juni -26

2. Laga seglet                     Bo Lund           Klart hösten -26


2. Organisation

Uppdragsgivare:      Båtrådet
""",
        [
            ("Måla båten", "Alva Ek", "Klart juni -26"),
            ("Laga seglet", "Bo Lund", "Klart hösten -26"),
        ],
    ),
    "points below a name for them among other notes": (
        "möte.md",
        """# Boat TSC Notes

## Decisions / Links

* Decided: white
* Action items:
  * @alva: Ask the harbour. Can we stay?
  * Bo: Mend the sail
""",
        [
            ("Ask the harbour. Can we stay?", "@alva", None),
            ("Mend the sail", "Bo", None),
        ],
    ),
    "a sentence that says what a group will deliver": (
        "charter.txt",
        """Boats are old.

Input to discussions shall include:

- Maps of the sea

The group will deliver the following:

- A map of the harbour.

- A list of boats.
""",
        [("A map of the harbour.", None, None), ("A list of boats.", None, None)],
    ),
    "not what a form asks for in quotation": (
        "plan.md",
        (
            "# Work plan\n\n> Say here:\n> - how you meet\n> - what you do\n\n## Timeline\n\n"
            "- **May 2027**: Paint the boat\n- **June 2027**: Mend the sail\n"
        ),
        [("Paint the boat", None, "May 2027"), ("Mend the sail", None, "June 2027")],
    ),
    "a contributor is who does it": (
        "plan.md",
        "# Plan\n\n| Tasks | Contributor | Due |\n|---|---|---|\n| Paint it | Alva | May 3rd |\n",
        [("Paint it", "Alva", "May 3rd")],
    ),
    "a section that goes on counting behind a table": (
        "plan.txt",
        """2. Aktiviteter

Aktivitet                          Ansvarig          Tidplan

1. Måla båten                      Alva Ek           Klart juni -26

2. Laga seglet                     Bo Lund           Klart hösten -26


3. Organisation

Uppdragsgivare

Båtrådet
""",
        [
            ("Måla båten", "Alva Ek", "Klart juni -26"),
            ("Laga seglet", "Bo Lund", "Klart hösten -26"),
        ],
    ),
    "a last row without who and when": (
        "plan.txt",
        """2. Aktiviteter

Aktivitet                          Ansvarig          Tidplan

1. Måla båten                      Alva Ek           Klart juni -26

2. Laga seglet                     Bo Lund           Klart hösten -26

3. Sälja bilen

Rådet följer planen.
""",
        [
            ("Måla båten", "Alva Ek", "Klart juni -26"),
            ("Laga seglet", "Bo Lund", "Klart hösten -26"),
            ("Sälja bilen", None, None),
        ],
    ),
    "one milestone alone": (
        "charter.txt",
        "\nBoats and Sails\n\nThe group paints boats.\n\nMilestones\n\nOct 2027 - Boat painted\n",
        [("Boat painted", None, "Oct 2027")],
    ),
    "weeks in passing below the heading of a week": (
        "plan.md",
        (
            "# Milestones\n\n## Week 1\n\n1. read the rules, as we ask about them in week 2,\n"
            "2. meet the crew before the weekly meeting, and\n3. choose a boat this week.\n"
            "\n## Week 2\n\n1. paint it\n"
        ),
        [
            ("read the rules, as we ask about them in week 2", None, "Week 1"),
            ("meet the crew before the weekly meeting", None, "Week 1"),
            ("choose a boat this week.", None, "Week 1"),
            ("paint it", None, "Week 2"),
        ],
    ),
}


def told(path) -> list[tuple]:
    return [
        (one.description, one.responsible, one.deadline.text if one.deadline else None)
        for one in read_plan(path, reference=None).activities
    ]


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout_is_read(written, name) -> None:
    file, text, rows = LAYOUTS[name]
    assert told(written(file, text)) == rows


def test_boxes_before_people_are_no_activities(written) -> None:
    text = (
        "# Meeting\n\n### Attendees:\n\nMembers:\n\n* [x] Alva Ek, Norrby AB\n"
        "* [ ] Bo Lund, Söderby AB\n"
    )
    plan = read_plan(written("möte.md", text), reference=None)
    assert plan.activities == ()
    assert [one.name for one in plan.members] == ["Alva Ek", "Bo Lund"]


def test_counted_points_of_a_paper_that_is_only_called_a_plan_are_asked_about(written) -> None:
    text = "Workplan\n========\n\n# Boats\n\n1. Paint the boat\n2. Mend the sail\n"
    plan = read_plan(written("plan.md", text), reference=None)
    assert [one.description for one in plan.activities] == ["Paint the boat", "Mend the sail"]
    assert all(any("titeln" in said for said in one.warnings) for one in plan.activities)


def test_counted_points_of_other_papers_are_none(written) -> None:
    text = "# Boats\n\n1. Paint is dear\n2. Sails are white\n"
    assert told(written("text.md", text)) == []


def test_a_link_with_blanks_is_its_text(written) -> None:
    text = (
        "# Plan\n\n## Milestones\n\n* 3 May 2027: Meet - write to "
        "[a@example.se](mailto:a@example.se?subject=Ask for a seat).\n"
    )
    assert told(written("plan.md", text)) == [
        ("Meet - write to a@example.se.", None, "3 May 2027"),
    ]


@pytest.mark.parametrize(
    ("file", "text", "title"),
    [
        ("a.md", '---\ntitle: "Our boats"\n---\n\nWe paint.\n\n### Timeline\n', "Our boats"),
        ("b.md", "# Boats: a gap in A\n\n## Checklist\n\nText.\n", "Boats: a gap in A"),
        ("c.md", "# 3. Ready boats\n\n## Rules\n\nText.\n", "Ready boats"),
        ("d.md", "# Boats\n\n← [Back to all](README.md)\n\nText.\n", "Boats"),
        ("e.html", "<div>Hem / Om / <b>Båtar</b></div><h1>Årshjul för båtar</h1>", "Årshjul för båtar"),  # noqa: E501
        ("f.txt", "Båtrådet i Norrby\n\nVerksamhetsberättelse 2026\n\nRådet har mötts.\n", "Båtrådet i Norrby – Verksamhetsberättelse 2026"),  # noqa: E501
        ("g.txt", "Om föreningen\n\nStyrelsens årshjul\n\nStyrelsen arbetar så här.\n", "Styrelsens årshjul"),  # noqa: E501
        ("h.txt", "\n\nBoats and Sails: A View\n\nThe group paints.\n", "Boats and Sails: A View"),
        ("j.txt", "Båtrådet            Direktiv\n\nUppdragsdirektiv: Båtar i länet\n\nText om dem.\n", "Uppdragsdirektiv: Båtar i länet"),  # noqa: E501
        ("k.html", "<h3>Båtrådet</h3><h1>Plan för båtarna</h1><p>Text.</p>", "Plan för båtarna"),
        ("l.csv", "Leveranser av båtar,,\nAvser 2026,,\nBåt,Norr,Syd\nEka,3,4\n", "Leveranser av båtar"),  # noqa: E501
        ("m.txt", "Dnr 2027/118\n\nUppdragsdirektiv för båtarna\n\nText om dem.\n", "Uppdragsdirektiv för båtarna"),  # noqa: E501
        ("n.md", "# Uppdragsdirektiv för Arbetsgruppen\n\n# Digitala båtar\n\nText.\n", "Uppdragsdirektiv för Arbetsgruppen Digitala båtar"),  # noqa: E501
        ("i.csv", "Budget 2026 för Båtklubben,,,\nKonto,Post,2025,2026\n1,Färg,3,4\n", "Budget 2026 för Båtklubben"),  # noqa: E501
    ],
)  # fmt: skip
def test_title_of(written, file, text, title) -> None:
    assert read_plan(written(file, text), reference=None).title == title


def test_a_stated_name_gives_way_to_the_heading_that_holds_it(written) -> None:
    text = "# Båtarna i Norrby – Projektplan\n\n| Projektnamn | Båtarna i Norrby |\n|---|---|\n"
    plan = read_plan(written("plan.md", text), reference=None)
    assert plan.title == "Båtarna i Norrby – Projektplan"


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("# Boat Working Group, Thu May 16, 2024\n\n## Notes\n", "Boat Working Group"),
        ("# Myrtle Boat Group meeting, 2 March 2026\n\n## Notes\n", "Myrtle Boat Group"),
        ("# Uppdragsdirektiv Båtgruppen för norra länet\n\nText.\n", "Båtgruppen för norra länet"),
        ("# Båtrådet för länet – Verksamhetsberättelse 2023\n\nText.\n", "Båtrådet för länet"),
        ("# Plan\n\nThe Boat Map working group's mission is to map.\n", "Boat Map working group"),
        ("# Plan\n\nPlanen är framtagen av Båtgruppen för länet på uppdrag av rådet.\n", "Båtgruppen för länet"),  # noqa: E501
        ("# Plan\n\nArbeidet er gjort av Båtgruppen for kysten på oppdrag fra styret.\n", "Båtgruppen for kysten"),  # noqa: E501
        ("# Protokoll från Båtrådets möte den 4 maj 2027\n\nText.\n", "Båtrådet"),
        ("# Ledamöter i Båtrådet för kusten 2026–2028\n\nText.\n", "Båtrådet för kusten"),
        ("# Plan\n\nOrganising group: Boat Group\n", "Boat Group"),
        ("# Handlingsplan för friluftsområdet 2027\n\nText.\n", None),
        ("# [PROPOSED] Boat Working Group Charter\n\nText.\n", "Boat Working Group"),
        ("# Annual report 2024\n\nCoastal Boats Consortium\n\n## Year\n", "Coastal Boats Consortium"),  # noqa: E501
    ],
)  # fmt: skip
def test_group_of(written, text, group) -> None:
    assert read_plan(written("plan.md", text), reference=None).group == group


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Planägare är socialchefen.", "socialchefen"),
        ("Planeier er kommunedirektøren.", "kommunedirektøren"),
        ("Ägare av planen: Båtstyrelsen", "Båtstyrelsen"),
    ],
)
def test_owner_of(written, text, owner) -> None:
    assert read_plan(written("plan.md", f"# Plan\n\n{text}\n"), reference=None).owner == owner


@pytest.mark.parametrize(
    "text",
    [
        "## Vem gör vad?\n\n- Alva Ek, lots, Norrby kommun\n- Bo Lund, rektor, Söderby kommun\n",
        "## Organisation\n\nKommuner: Alva Ek, Norrby kommun\n\nBo Lund, Söderby kommun\n",
        "## Om\n\nI gruppen har ingått Alva Ek (Norrby kommun) och Bo Lund (Söderby kommun).\n",
        "**Närvarande.** Alva Ek (Norrby kommun) och Bo Lund (Söderby kommun)\n",
        "## Arbeidsgruppen\n\n- Alva Ek, Norrby kommun\n- Bo Lund, Söderby kommun\n",
    ],
)
def test_members_of(written, text) -> None:
    people = read_plan(written("plan.md", f"# Plan\n\n{text}"), reference=None).members
    assert [(one.name, one.organisation) for one in people] == [
        ("Alva Ek", "Norrby kommun"),
        ("Bo Lund", "Söderby kommun"),
    ]


def test_two_names_before_one_bracket_come_from_there(written) -> None:
    text = "# Minutes\n\nPresent: Ann Reed and Jan le Roux (Leith College)\n\n## Notes\n"
    people = read_plan(written("möte.md", text), reference=None).members
    assert [(one.name, one.organisation) for one in people] == [
        ("Ann Reed", "Leith College"),
        ("Jan le Roux", "Leith College"),
    ]


def test_a_council_of_the_young_is_no_role(written) -> None:
    text = "# Plan\n\n## Medlemmar\n\n- Alva Ek (ordförande, Norrby ungdomsråd)\n"
    people = read_plan(written("plan.md", text), reference=None).members
    assert [(one.name, one.organisation) for one in people] == [("Alva Ek", "Norrby ungdomsråd")]


def test_the_steering_group_is_not_the_group(written) -> None:
    text = "# Plan\n\n## Styrgrupp\n\n- Alva Ek, Norrby kommun\n- Bo Lund, Söderby kommun\n"
    assert read_plan(written("plan.md", text), reference=None).members == ()


def test_a_role_in_brackets_is_no_part_of_a_name_in_a_table(written) -> None:
    text = "# Plan\n\n## Medlemmar\n\n| Namn | Organisation |\n|---|---|\n| Dr Alva Ek (sammankallande) | Norrby kommun |\n"  # noqa: E501
    people = read_plan(written("plan.md", text), reference=None).members
    assert [(one.name, one.organisation) for one in people] == [("Alva Ek", "Norrby kommun")]


def test_long_cells_take_no_longer_than_their_letters(written) -> None:
    """A search that tries every letter as a beginning would take minutes here."""
    text = f"Aktivitet,Ansvarig,Klart\n{'måla båten ' * 3_500},Alva Ek,maj 2027\n"
    assert len(told(written("plan.csv", text))) == 1
