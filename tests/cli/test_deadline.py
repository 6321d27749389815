"""`tidplan deadline`: what it prints, and what it says to bad input."""

import json

import pytest
from click.testing import CliRunner

from cli.deadline import command
from cli.words import tell


@pytest.fixture(autouse=True)
def council(tmp_path, monkeypatch):
    file = tmp_path / "council.yaml"
    file.write_text("name: Rådet\n", encoding="utf-8")
    monkeypatch.setenv("TIDPLAN_COUNCIL_FILE", str(file))
    return file


def run(*arguments, given=None):
    return CliRunner().invoke(command, arguments, input=given)


def test_a_wording_is_shown_as_json():
    answered = json.loads(
        run("Klart", "hösten", "-22", "--reference", "2022-02-01", "--json").output
    )
    assert (answered["start"], answered["due"]) == ("2022-08-01", "2022-12-31")
    assert answered["kind"] == "during"
    assert "31 december 2022" in answered["note"]


def test_a_wording_is_shown_as_lines():
    assert "due: 2022-12-31" in run("hösten -22").output


def test_without_a_reference_today_counts():
    assert run("i år").exit_code == 0


def test_lines_of_json_are_answered_line_by_line():
    lines = [
        {"id": "a", "text": "by March 2023", "lang": "en", "reference": "2022-02-01"},
        {"id": "b", "text": "Kartlägga behovet", "lang": "sv", "reference": None},
        {"id": "c", "text": "senast 3 mars", "lang": "sv", "reference": None},
    ]
    done = run("--jsonl", given="\n\n".join(map(json.dumps, lines)) + "\n")
    first, unclear, missing = map(json.loads, done.output.splitlines())
    assert first == {
        "id": "a", "kind": "by", "start": None, "due": "2023-03-31", "precision": "month",
        "edtf": "../2023-03", "note": first["note"],
    }  # fmt: skip
    assert (unclear["kind"], unclear["precision"], unclear["due"]) == ("none", "unknown", None)
    assert "not understood" in unclear["note"]
    assert missing["due"] is None


MARK = "|"
VALUES = dict.fromkeys(("option", "text", "line", "written"), MARK)


@pytest.mark.parametrize(
    ("arguments", "given", "key"),
    [
        pytest.param((), None, "cli.deadline.empty", id="no words"),
        pytest.param(("Kartlägga", "behovet"), None, "cli.deadline.unclear", id="unclear words"),
        pytest.param(
            ("mars", "--reference", "igår"), None, "cli.deadline.reference", id="a day in words"
        ),
        pytest.param(
            ("hösten", "--referens", "2022-01-01"),
            None,
            "cli.deadline.option",
            id="a mistyped option",
        ),
        pytest.param(
            ("--jsonl",),
            '{"id": 1, "text": "mars 2023"}\nnonsense\n',
            "cli.deadline.line",
            id="no JSON",
        ),
        pytest.param(("--jsonl",), "[]\n", "cli.deadline.line", id="a list"),
        pytest.param(("--jsonl",), '{"id": 1}\n', "cli.deadline.line", id="no text"),
        pytest.param(
            ("--jsonl",),
            '{"text": "mars", "lang": "fi"}\n',
            "cli.deadline.line",
            id="no such language",
        ),
        pytest.param(
            ("--jsonl",), '{"text": "mars", "reference": "x"}\n', "cli.deadline.line", id="no date"
        ),
        pytest.param(("--jsonl",), '{"text": 3}\n', "cli.deadline.line", id="a number for text"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(arguments, given, key):
    refused = run(*arguments, given=given)
    assert refused.exit_code == 2
    assert refused.stderr.startswith(tell(key, **VALUES).partition(MARK)[0])
    assert refused.stderr.count("\n") == 1


def test_the_councils_own_words_count_and_are_named(council):
    council.write_text("deadlines:\n  autumn_sv: 9-11\n", encoding="utf-8")
    assert run("hösten", "2023").output.endswith("conventions: autumn_sv 9-11\n")
    answered = json.loads(run("hösten", "2023", "--json").output)
    assert (answered["start"], answered["due"]) == ("2023-09-01", "2023-11-30")
    assert answered["conventions"] == {"autumn_sv": "9-11"}


def test_every_convention_can_be_listed(council):
    council.write_text("deadlines:\n  leave_first: 06-20\n", encoding="utf-8")
    listed = run("--conventions").output.splitlines()
    assert "autumn_sv: 8-12" in listed
    assert f"leave_first: 06-20  # {tell('cli.deadline.own')}" in listed
    assert "term_weeks: 20" in listed


def test_our_own_conventions_are_named_too():
    assert tell("cli.deadline.default") in run("hösten", "2023").output
