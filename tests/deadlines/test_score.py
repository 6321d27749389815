"""The labelled wordings beside the repository, scored strictly against what we promise."""

import importlib.util
import json
from datetime import date
from pathlib import Path

import pytest

from deadlines.parse import UnclearDeadlineError, parse_deadline

SHARED = Path(__file__).parents[2].parent / "shared" / "deadlines"
PROMISED = {"due": 97, "both": 95, "reject": 99, "kind": 95, "precision": 95, "edtf": 90}
WRONG_AT_MOST = 1


def read(text, lang, reference):
    try:
        found = parse_deadline(text, reference=date.fromisoformat(reference), lang=lang)
    except UnclearDeadlineError:
        return {"kind": "none", "precision": "unknown", "edtf": None}
    return {
        "start": found.start and found.start.isoformat(),
        "due": found.due and found.due.isoformat(),
        "kind": found.kind,
        "precision": found.precision,
        "edtf": found.edtf,
    }


@pytest.fixture(scope="module")
def table():
    if not (SHARED / "score.py").exists():
        pytest.skip(f"NOT SCORED: the labelled wordings are not at {SHARED}")
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    with (SHARED / "dev.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    answers = [read(row["text"], row["lang"], row["reference"]) for row in rows]
    return score.table(rows, [score.judge(*pair) for pair in zip(rows, answers, strict=True)])


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("measure", PROMISED)
def test_the_labelled_wordings_are_read_as_promised(table, lang, measure):
    assert table[lang][measure] >= PROMISED[measure]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_parser_is_hardly_ever_confidently_wrong(table, lang):
    assert table[lang]["wrong"] <= WRONG_AT_MOST
