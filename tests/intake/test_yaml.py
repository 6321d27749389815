"""The form for plans written by hand: as documented, and strict."""

import re
from pathlib import Path

import pytest

from intake import yaml_form
from intake.read import read_document, read_plan
from language.catalog import explain

PAGE = Path(__file__).parents[2] / "docs" / "plans-in-yaml.md"
ENGLISH, SWEDISH = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def told(plan) -> list:
    rows = [(one.number, one.description, one.responsible) for one in plan.activities]
    times = [one.deadline.text for one in plan.activities if one.deadline]
    duties = [one.text for one in plan.reporting]
    people = [(one.name, one.organisation) for one in plan.members]
    said = [plan.title, plan.group, plan.commissioner, plan.owner, plan.goals, plan.requirements]
    return [*said, people, rows, times, duties]


def refused(written, text: str) -> tuple[Exception, str]:
    path = written("plan.yaml", text)
    with pytest.raises(yaml_form.YamlError) as caught:
        read_plan(path, reference=None)
    assert caught.value.exit_code == 2
    said = explain(caught.value, "sv")
    assert str(path) in said
    assert "XML" not in said
    return caught.value, said


@pytest.mark.parametrize("example", [ENGLISH, SWEDISH], ids=["English names", "Swedish names"])
def test_the_documented_example_is_read_whole(written, example) -> None:
    read = read_document(written("plan.yaml", example), reference=None)
    assert str(read.reference) == "2026-02-01"
    assert told(read.plan) == [
        "Handlingsplan för gröna gårdar 2026",
        "Arbetsgruppen för gröna gårdar",
        "Rådet för Lindby",
        "Rådets arbetsutskott",
        ("Fler gårdar har skugga",),
        ("Alla parter är med",),
        [("Alva Ek", "Region Norrby"), ("Omar Lund", "Vikby kommun")],
        [
            ("1", "Kartlägga gårdarna", "Alva Ek"),
            ("2", "Plantera träd: först vid skolan", "Omar Lund"),
        ],
        ["Klart hösten 2026", "2027-05-03"],
        ["Vid årets slut ska en kort rapport lämnas."],
    ]
    assert read.plan.activities[0].methods == ("Enkät till skolorna",)


def test_the_documented_examples_hold_every_name_of_the_form() -> None:
    levels = [yaml_form.VALUES, yaml_form.POINTS, yaml_form.ROWS, *yaml_form.COLUMNS.values()]
    for name in (name for level in levels for name in level):
        assert re.search(rf"\b{name}:", ENGLISH + SWEDISH), name


@pytest.mark.parametrize(
    ("text", "problem", "line", "words"),
    [
        ("title: P\nmembrs: [x]\n", "YamlNameError", 2, ["membrs", "members"]),
        ("titel: P\naktivitet:\n- x", "YamlNameError", 2, ["aktivitet", "aktiviteter"]),
        (
            "activities:\n- description: Måla\n  tidsplan: maj 2027\n",
            "YamlNameError",
            3,
            ["tidsplan", "tidplan"],
        ),
        ("members:\n- {nam: Alva Ek}\n", "YamlNameError", 2, ["nam", "namn"]),
        ("? [a, b]\n: c\n", "YamlNameError", 1, ["?"]),
        ("title: P\ntitel: Q\n", "YamlTwiceError", 2, ["titel"]),
        ("activities:\n- {description: a, deadline: b, tidplan: c}", "YamlTwiceError", 2, []),
        ("owner: A\ngoals:\n- Mål: fler träd\n", "YamlValueError", 3, ["goals", "citattecken"]),
        ("title: [P]\n", "YamlValueError", 1, ["title", "text"]),
        ("title: P\nmembers:\n- Alva Ek\n", "YamlValueError", 3, ["members", "namn"]),
        ("title: P\naktiviteter: Måla\n", "YamlValueError", 2, ["aktiviteter", "lista"]),
        ("title: P\ndate: i våras\n", "YamlValueError", 2, ["i våras", "ÅÅÅÅ-MM-DD"]),
        ("activities:\n- deadline: maj 2027\n", "YamlMissingError", 2, ["description"]),
        ("members:\n- organisation: Vikby\n", "YamlMissingError", 2, ["namn"]),
        ("title: P\nowner: &a A\ngroup: *a\n", "YamlAliasError", 3, ["*a", "skriv ut"]),
        ("title: P\nowner: !!python/object:os.system x\n", "YamlTagError", 2, ["python/object"]),
        ("title: P\nowner: A: B\n", "YamlSyntaxError", 2, ["kolon"]),
        ("title: P\n\towner: A\n", "YamlSyntaxError", 2, ["indrag"]),
        ("title: P\nowner: \x01\n", "YamlSyntaxError", 2, []),
        ("title: P\n---\ntitle: Q\n", "YamlSyntaxError", 2, []),
        ("# bara en kommentar\n", "YamlShapeError", 1, ["titel"]),
        ("\n- Måla\n", "YamlShapeError", 2, ["titel"]),
    ],
)
def test_what_would_be_lost_is_refused_with_its_line(written, text, problem, line, words) -> None:
    error, said = refused(written, text)
    assert type(error).__name__ == problem
    assert error.values["line"] == line
    assert f"ad {line} i " in said
    assert [word for word in words if word not in said] == []


def test_a_misspelt_name_names_the_nearest(written) -> None:
    error, _ = refused(written, "title: P\nmembrs: [x]\n")
    assert error.values["like"] == "members"


def test_names_may_be_left_empty_and_in_any_case(written) -> None:
    text = (
        "TITLE: Plan\nMa\u030al: Fler träd\nowner:\nmembers:\nactivities:\n- Description: Måla\n"
    )
    plan = read_plan(written("plan.yaml", text), reference=None)
    assert (plan.title, plan.owner, plan.goals) == ("Plan", None, ("Fler träd",))
    assert [one.description for one in plan.activities] == ["Måla"]
    assert plan.activities[0].source.line == 6
