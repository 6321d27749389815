"""Headings of two rows, where one of the first row spans several of the second."""

import pytest

from intake.double_headings import joined
from intake.read import read_plan

ROWS = """<tr><td>Rensa trummorna</td><td>Alva Ek</td><td>mars 2026</td><td>maj 2026</td></tr>
<tr><td>Mät brunnarna</td><td>Bo Lund</td><td>juni 2026</td><td>hösten 2026</td></tr>"""


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        pytest.param("Tid", ("Start", "Slut"), id="both known"),
        pytest.param("När", ("Från", "Till"), id="known by the heading above"),
    ],
)
def test_the_last_of_the_times_is_the_deadline(written, heading, below) -> None:
    text = f"""<html><body><h1>Åtgärdsplan</h1><table>
<tr><th>Åtgärd</th><th>Ansvarig</th><th colspan="2">{heading}</th></tr>
<tr><td></td><td></td><td>{below[0]}</td><td>{below[1]}</td></tr>{ROWS}</table></body></html>"""
    found = read_plan(written("plan.html", text), reference=None).activities
    assert [(one.description, one.responsible, one.deadline.text) for one in found] == [
        ("Rensa trummorna", "Alva Ek", "maj 2026"),
        ("Mät brunnarna", "Bo Lund", "hösten 2026"),
    ]


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(("Rensa", "Alva Ek", "mars 2026", "maj 2026"), id="a row of the table"),
        pytest.param(("Åtgärd", "Vem", "Start", "Slut"), id="other headings"),
        pytest.param(("", "", "", "Slut"), id="nothing is spanned"),
    ],
)
def test_other_rows_are_no_second_headings(below) -> None:
    assert joined(("Åtgärd", "Ansvarig", "Tid", ""), below) == ()
