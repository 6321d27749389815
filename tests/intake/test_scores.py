"""The shared samples of real documents, scored as they are scored elsewhere."""

import importlib.util
import json
import warnings
from functools import cache
from pathlib import Path

import pytest

from intake.as_json import plan_as_json
from intake.read import read_plan

SHARED = Path(__file__).parents[3] / "shared" / "plans"


@pytest.fixture(scope="module")
def scorer():
    if not (SHARED / "score.py").exists():
        pytest.skip(f"LOUD: {SHARED} is absent, so the real samples were not scored")
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    module = importlib.util.module_from_spec(spec)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        spec.loader.exec_module(module)
    return module


@cache
def scores(scorer, folder: Path) -> dict[str, dict]:
    """Each document that has a truth, with its score; read once."""
    found = {}
    for path in sorted(path for path in folder.iterdir() if path.suffix != ".json"):
        truths = (SHARED / "truth" / f"{path.stem}.json", folder / f"{path.stem}.truth.json")
        if truth := next((one for one in truths if one.exists()), None):
            given = plan_as_json(read_plan(path, reference=None))
            found[path.name] = scorer.score(json.loads(truth.read_text(encoding="utf-8")), given)
    return found


@pytest.mark.parametrize(
    ("folder", "fields"),
    [
        # what the documents do not state cannot be given: see docs on intake
        pytest.param("documents", 0.70, id="real and recast documents"),
        pytest.param("variants", 0.90, id="one directive in many formats"),
    ],
)
def test_samples_are_read(scorer, folder, fields) -> None:
    found = scores(scorer, SHARED / folder).values()
    given = sum(one["given"] for one in found)
    right = sum(one["right"] for one in found)
    checked = [field for one in found for field in one["fields"]]
    assert sum(one["f1"] for one in found) / len(found) >= 0.95
    assert sum(one["silent"] for one in found) <= 0.01 * given
    assert sum(one["doubted"] for one in found) <= 0.10 * right
    assert sum(checked) / len(checked) >= fields


@pytest.mark.parametrize(
    ("folder", "name"), [("documents", "seed-uppdragsdirektiv-vfu.txt"), ("variants", "seed.docx")]
)
def test_seed_is_read_without_a_fault(scorer, folder, name) -> None:
    score = scores(scorer, SHARED / folder)[name]
    assert (score["right"], score["given"], score["silent"], score["doubted"]) == (7, 7, 0, 0)
    assert all(score["fields"])
