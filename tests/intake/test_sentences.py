"""Sentences in the present that say who does what: in lists of tasks, and in running text."""

from datetime import date

import pytest

from intake.read import read_plan

HEAD = "# Minnesanteckningar, lekplatsen\n\nNärvarande: Siv Dal, Bo Lund, Alva Ek\n\n"


def rows_in(path) -> list[tuple]:
    plan = read_plan(path, reference=date(2026, 3, 3))
    return [
        (one.responsible, one.deadline and one.deadline.text, bool(one.warnings))
        for one in plan.activities
    ]


@pytest.mark.parametrize(
    ("text", "who", "when"),
    [
        ("Siv Dal tar fram ett förslag till 1 juli", "Siv Dal", "1 juli"),
        (
            "Bo Lund och Alva Ek undersöker vad gungor kostar till nästa möte",
            "Bo Lund och Alva Ek",
            "nästa möte",
        ),
        ("Siv kollar med kommunen före midsommar", "Siv", "före midsommar"),
        ("Ann Reed orders the paint by 3 May", "Ann Reed", "3 May"),
        ("Ann Reed and Bo Frank paint the jetty by 3 May", "Ann Reed and Bo Frank", "3 May"),
        ("Norra Skolgården målas om i maj", None, "maj"),
        ("Skylten målas om i maj", None, "maj"),
        ("Gungorna byter plats senast 1 maj", None, "senast 1 maj"),
    ],
)
def test_points_below_actions(written, text, who, when) -> None:
    path = written("m.md", f"{HEAD}## Åtgärder\n\n- {text}\n- Bo Lund: ringa Alva\n")
    assert rows_in(path)[0] == (who, when, False)


def test_points_and_text_elsewhere_are_asked_about(written) -> None:
    path = written(
        "m.md",
        f"{HEAD}## Gungor\n\n- De är slitna.\n- Siv Dal tar fram ett förslag till 1 juli.\n\n"
        "## Staket\n\nStyrelsen söker pengar senast 1 maj. Alva målar i augusti 2026. "
        "Styrelsen träffas den 4 maj. Bo Lund målade det i maj 2020.\n",
    )
    assert rows_in(path) == [
        ("Siv Dal", "1 juli", True),
        ("Styrelsen", "senast 1 maj", True),
        ("Alva", "augusti 2026", True),
    ]


def test_who_opens_an_action_whose_deadline_is_labelled(written) -> None:
    text = "Action: Cy Dunn to weigh the waste. Deadline: 20 April 2026"
    plan = read_plan(written("m.md", f"# Minutes\n\n{text}\n"), reference=None)
    assert [(one.description, one.responsible) for one in plan.activities] == [
        ("weigh the waste.", "Cy Dunn")
    ]


@pytest.mark.parametrize(
    ("decision", "task", "who"),
    [
        ("att Siv Dal ska skriva en policy", "skriva en policy", "Siv Dal"),
        ("att ge Bo Lund i uppdrag att ringa kommunen", "ringa kommunen", "Bo Lund"),
        ("att avslå motion 4", "att avslå motion 4", None),
    ],
)
def test_decisions_that_give_somebody_a_task(written, decision, task, who) -> None:
    text = f"# Beslutade åtgärder\n\n1. {decision}\n2. att Alva Ek ska måla\n"
    plan = read_plan(written("m.md", text), reference=None)
    assert (plan.activities[0].description, plan.activities[0].responsible) == (task, who)
