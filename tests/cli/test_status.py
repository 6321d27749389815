"""`tidplan status`: what is before the committee is told apart from what a convenor has."""

import json
from pathlib import Path

import pytest

PLAN = """\
Nr,Aktivitet,Ansvarig,Tidplan
1,Skriva en rapport om praktik,Sjögruppen,Klart senast 1 mars 2027
2,Hålla ett möte om praktik,Sjögruppen,Klart senast 15 mars 2027
3,Bygga en webbplats om praktik,Sjögruppen,Klart senast 1 december 2027
"""
DAY = "2027-03-29"


@pytest.fixture(autouse=True)
def three_activities(tidplan, tmp_path: Path) -> None:
    document = tmp_path / "plan.csv"
    document.write_text(PLAN, encoding="utf-8")
    approved = ("--group", "Sjögruppen", "--reference", "2027-01-04", "--yes")
    tidplan("plan", "import", document, *approved, "--today", "2027-01-04")
    proposed = ("--new-deadline", "våren 2028", "--today", DAY)
    assert tidplan("report", "3", "--status", "in-progress", *proposed).code == 0
    assert tidplan("evaluate", "--today", DAY).code == 0


def test_what_waits_for_a_decision_is_listed_first_and_the_rest_apart(tidplan) -> None:
    said = tidplan("status", "--today", DAY).out
    _, _, cases = said.partition("Beslut som väntar på arbetsutskottet")
    wanted, _, others = cases.partition("Andra öppna ärenden")
    assert "sjogruppen-1" in wanted
    assert "sjogruppen-3" in wanted
    assert "sjogruppen-2" in others


def test_nobody_is_said_to_be_asked_about_what_waits_for_the_committee(tidplan) -> None:
    [line] = [line for line in tidplan("status", "--today", DAY).out.splitlines() if "1 december" in line]  # fmt: skip # noqa: E501
    assert line.endswith("väntar på arbetsutskottets beslut")


def test_one_activity_says_so_too(tidplan) -> None:
    said = tidplan("status", "sjogruppen-3", "--today", DAY).out
    assert "förslag väntar på arbetsutskottets beslut" in said
    assert (
        json.loads(tidplan("status", "sjogruppen-3", "--today", DAY, "--json").out)["asked_on"]
        is None
    )


def test_programs_see_which_cases_want_a_decision(tidplan) -> None:
    found = json.loads(tidplan("status", "--json", "--today", DAY).out)["escalations"]
    assert {one["uid"]: one["wants_decision"] for one in found} == {
        "sjogruppen-1": True,
        "sjogruppen-2": False,
        "sjogruppen-3": True,
    }
