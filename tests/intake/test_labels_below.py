"""Who and when on labelled lines below each task, however the list and its heading are set."""

from itertools import product

import pytest

from intake.read import read_plan

# (number, lines of what is done, who, when)
TASKS = (
    ("1", ("Kartlägga dagens rutiner för överlämning", "mellan enheter"), "Alva Ek", "mars 2026"),
    ("2", ("Ta fram en gemensam checklista", "för alla"), "Bo Lund", "hösten 2026"),
    ("3", ("Pröva checklistan", "på två enheter"), "Siv Dal, Region Norrby", "Q1 2027"),
)
SIGNS = {"1.": "{}. ", "1": "{} ", "1)": "{}) ", "-": "- "}
LAYOUTS = {"a line each": "Ansvarig: {}\nTidplan: {}", "a stroke": "Ansvarig: {} / Tidplan: {}"}


@pytest.mark.parametrize(
    ("styled", "heading", "sign", "layout", "wrapped"),
    list(
        product(
            (True, False),
            ("3. Aktiviteter", "Följande aktiviteter ingår:"),
            SIGNS,
            LAYOUTS,
            (True, False),
        )
    ),
)
def test_every_task_has_its_own_labels(
    typesetter, saved_pdf, styled, heading, sign, layout, wrapped
) -> None:
    setter = typesetter()
    setter.put("Handlingsplan för överlämning", size=18 if styled else 11, bold=styled, below=30)
    setter.put(heading)
    for number, lines, who, when in TASKS:
        first, *rest = lines if wrapped else lines[:1]
        setter.put(SIGNS[sign].format(number) + first)
        for line in rest:
            setter.put(line, x=72)
        for line in LAYOUTS[layout].format(who, when).split("\n"):
            setter.put(line, x=72)
    found = read_plan(saved_pdf(setter), reference=None).activities
    assert [
        (one.number, one.description, one.responsible, one.deadline.text) for one in found
    ] == [
        (
            None if sign == "-" else number,
            " ".join(lines if wrapped else lines[:1]),
            who,
            when,
        )
        for number, lines, who, when in TASKS
    ]
    assert not any(one.warnings for one in found)


def test_a_time_ends_where_the_next_task_begins(written) -> None:
    text = "Plan\n\nUppgift: Laga bron\nKlart: maj 2026\nSedan följer målningen av räcket\n"
    (found,) = read_plan(written("plan.txt", text), reference=None).activities
    assert (found.description, found.deadline.text) == ("Laga bron", "maj 2026")
