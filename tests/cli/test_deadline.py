"""`tidplan deadline`: what it prints, and what it says to bad input."""

import json

import pytest
from click.testing import CliRunner

from cli.deadline import command


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


@pytest.mark.parametrize(
    ("arguments", "given", "sentence"),
    [
        pytest.param((), None, "Write the wording", id="no words"),
        pytest.param(("Kartlägga", "behovet"), None, "not understood", id="unclear words"),
        pytest.param(("mars", "--reference", "igår"), None, "--reference", id="a day in words"),
        pytest.param(
            ("--jsonl",), '{"id": 1, "text": "mars 2023"}\nnonsense\n', "Line 2", id="no JSON"
        ),
        pytest.param(("--jsonl",), "[]\n", "Line 1", id="a list"),
        pytest.param(("--jsonl",), '{"id": 1}\n', "Line 1", id="no text"),
        pytest.param(
            ("--jsonl",), '{"text": "mars", "lang": "fi"}\n', "Line 1", id="no such language"
        ),
        pytest.param(("--jsonl",), '{"text": "mars", "reference": "x"}\n', "Line 1", id="no date"),
        pytest.param(("--jsonl",), '{"text": 3}\n', "Line 1", id="a number for text"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(arguments, given, sentence):
    refused = run(*arguments, given=given)
    assert refused.exit_code == 2
    assert sentence in refused.stderr
    assert refused.stderr.count("\n") == 1
