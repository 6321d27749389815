"""Labels that a plan and its activities share: whose owner is it?"""

import pytest

from intake.read import read_plan

TASKS = "## Paint the jetty\n\nOwner: Ann Reed\n{}\n\n## Mend the fence\n\nOwner: Bo Frank\n{}\n"
DUE = ("Due: 3 May 2026", "Due: June 2026")


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        pytest.param(TASKS.format(*DUE), None, id="two activities"),
        pytest.param(TASKS.format("", ""), None, id="two activities without a time"),
        pytest.param(TASKS.format(*DUE).partition("## Mend")[0], None, id="one that is due"),
        pytest.param(
            "Owner: The Lake Board\n\n" + TASKS.format(*DUE), "The Lake Board", id="in the opening"
        ),
        pytest.param(
            "## About the plan\n\nOwner: The Lake Board\n", "The Lake Board", id="in a section"
        ),
        pytest.param(
            "1. Paint it\n\n   Owner: Ann Reed\n\n2. Mend it\n\n   Owner: Bo Frank\n",
            None,
            id="points of a list",
        ),
    ],
)
def test_owner_of_the_plan_or_of_an_activity(written, text, owner) -> None:
    assert read_plan(written("plan.md", f"# Plan\n\n{text}"), reference=None).owner == owner
