"""Decisions in minutes whose who and when stand on labels behind them."""

import docx
import pytest

from intake.read import read_plan

LAGA = ("laga bryggan före midsommar.", "Alva Ek", "juni 2026")


def told(path) -> list[tuple]:
    return [
        (one.description, one.responsible, one.deadline.text)
        for one in read_plan(path, reference=None).activities
    ]


@pytest.mark.parametrize(
    "decision",
    [
        pytest.param("Beslut att", id="the word alone"),
        pytest.param("Beslut: att", id="as a label"),
        pytest.param("Badgruppen beslutade att", id="who decided"),
        pytest.param("Det beslutades att", id="nobody by name"),
        pytest.param("Vi kom överens om att", id="agreed upon"),
    ],
)
def test_who_and_when_of_a_decision_within_the_text(written, decision) -> None:
    text = (
        "Protokoll från Badgruppen 2026-03-02\n\n1. Bryggan\n"
        f"Isen har skadat bryggan. {decision} laga bryggan före\n"
        "midsommar. Ansvarig: Alva Ek. Klart: juni 2026.\n\n2. Övrigt\nInget.\n"
    )
    assert told(written("protokoll.txt", text)) == [LAGA]


def test_a_heading_is_not_what_its_decision_is_about(tmp_path) -> None:
    document = docx.Document()
    document.add_heading("Protokoll från Badgruppen 2026-03-02", 0)
    document.add_heading("§ 4 Bryggan", 1)
    for text in (
        "Beslut att laga bryggan före midsommar.",
        "Ansvarig: Alva Ek",
        "Klart: juni 2026",
    ):
        document.add_paragraph(text)
    document.save(tmp_path / "protokoll.docx")
    assert told(tmp_path / "protokoll.docx") == [LAGA]


def test_a_decision_without_who_or_when_is_no_task(written) -> None:
    text = (
        "Protokoll från Badgruppen\n\n1. Bryggan\nBeslut att bordlägga frågan. Mötet avslutas.\n"
    )
    assert told(written("protokoll.txt", text)) == []
