"""A look into the future, as an administrator asks for it."""

import json
from pathlib import Path

import pytest
from icalendar import Calendar

EXAMPLE = Path(__file__).parents[2] / "cli" / "example"
FIRST, LAST = "2026-05-04", "2026-07-31"
SPAN = ("simulate", "--from", FIRST, "--to", LAST)


@pytest.fixture
def followed(tidplan, home: Path):
    home.mkdir()
    (home / "council.yaml").write_text((EXAMPLE / "council.yaml").read_text())
    assert tidplan("people", "import", EXAMPLE / "people.csv").code == 0
    assert tidplan("plan", "import", EXAMPLE / "uppdragsdirektiv.docx", "--yes").code == 0
    return tidplan


def test_it_is_read_by_day_by_person_and_by_group(followed) -> None:
    by_day = followed(*SPAN)
    assert f"brev går ut från {FIRST} till {LAST} om ingen svarar" in by_day.out
    assert "Anna Ekvall <anna.ekvall@example.se>: " in followed(*SPAN, "--by", "person").out
    assert "\nHandledargruppen: " in followed(*SPAN, "--by", "group").out


def test_data_holds_counts_and_what_was_supposed(followed) -> None:
    found = json.loads(followed(*SPAN, "--answers", "everybody", "--json").out)
    assert sum(found["by_person"].values()) == len(found["letters"])
    assert set(found["by_group"]) == {"Handledargruppen"}
    assert {one["what"] for one in found["answers"]} == {"done", "in_progress"}
    late_before = {"handledargruppen-1"}
    assert {uid for _, uid in found["opened"]} == late_before
    said = followed(*SPAN, "--answers", "everybody").out
    assert "svarar om handledargruppen-2: klart" in said


def test_a_calendar_and_a_picture_are_written_once_and_again_with_force(
    followed, tmp_path: Path
) -> None:
    ics, svg = tmp_path / "look.ics", tmp_path / "look.svg"
    assert followed(*SPAN, "--ics", ics, "--picture", svg).code == 0
    assert Calendar.from_ical(ics.read_bytes()).walk("VEVENT")
    assert svg.read_text().startswith("<svg ")
    assert followed(*SPAN, "--ics", ics).code == 2
    assert followed(*SPAN, "--ics", ics, "--force").code == 0


def test_two_policies_are_held_against_each_other(followed, home: Path, tmp_path: Path) -> None:
    other = tmp_path / "later.yaml"
    other.write_text("name: Ett annat namn\npolicy:\n  escalate: [40, 90]\n")
    before = (home / "council.yaml").read_text()
    shown = followed(*SPAN, "--against", other).out
    assert "Ärendet om handledargruppen-1 höjs " in shown
    both = json.loads(followed(*SPAN, "--against", other, "--json").out)
    assert [one["policy"] for one in both["policies"]] == ["council.yaml", str(other)]
    assert both["difference"]
    alone = json.loads(followed(*SPAN, "--policy", other, "--json").out)
    assert alone["opened"] == both["policies"][1]["opened"]
    assert (home / "council.yaml").read_text() == before
    assert "Ett annat namn" not in followed("status").out


@pytest.mark.parametrize(
    ("more", "said"),
    [
        pytest.param(("--picture", "look.gif"), ".svg", id="a picture of another kind"),
        pytest.param(("--policy", "no-such-file.yaml"), "no-such-file.yaml", id="no such policy"),
        pytest.param(("--answers", "some"), "some", id="nobody answers like that"),
        pytest.param(("--to", "2999-01-01"), "2999", id="a day beyond all plans"),
        pytest.param(("--to", "2040-01-01"), "3660", id="more than ten years"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(followed, more, said) -> None:
    refused = followed(*SPAN, *more)
    assert refused.code == 2
    assert said in refused.err
    assert len(refused.err.strip().splitlines()) == 1
