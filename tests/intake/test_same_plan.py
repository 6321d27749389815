"""The same directive gives the same plan, whatever its format."""

from dataclasses import fields, replace
from datetime import date

import pytest

from intake.read import read_document, read_plan

REFERENCE = date(2026, 2, 1)


def without_places(plan):
    """The plan without where things stood, and without doubts about places."""
    nowhere = [replace(activity, source=None) for activity in plan.activities]
    reports = [replace(duty, source=None) for duty in plan.reporting]
    return replace(plan, activities=tuple(nowhere), reporting=tuple(reports))


@pytest.mark.parametrize(
    ("extension", "how"),
    [
        pytest.param(".txt", {}, id="text extracted from a PDF"),
        pytest.param(".pdf", {}, id="PDF with a ruled table"),
        pytest.param(".pdf", {"ruled": False}, id="PDF with a borderless table"),
        pytest.param(".pdf", {"foot": 308}, id="PDF with a table cut by a page"),
        pytest.param(".pdf", {"ruled": False, "foot": 308}, id="borderless and cut by a page"),
        pytest.param(".xlsx", {}, id="workbook with a sheet a section"),
        pytest.param(".odt", {}, id="OpenDocument text"),
        pytest.param(".eml", {}, id="e-mail"),
    ],
)
def test_same_directive_gives_the_same_plan(directive, extension, how) -> None:
    expected = without_places(read_plan(directive(".docx"), reference=REFERENCE))
    got = without_places(read_plan(directive(extension, **how), reference=REFERENCE))
    for field in fields(expected):
        assert getattr(got, field.name) == getattr(expected, field.name), field.name


def test_directive_is_read_in_full(directive) -> None:
    plan = read_plan(directive(".docx"), reference=REFERENCE)
    assert plan.title == "Uppdragsdirektiv för bättre handledning"
    assert plan.group is None
    assert (plan.commissioner, plan.owner) == ("Vårdrådet Norrby", "Vårdrådets arbetsutskott")
    assert plan.goals == (
        "främja dialog mellan parterna",
        "samla kunskap om behovet av handledare",
    )
    assert len(plan.requirements) == 2
    assert [member.principal for member in plan.members] == [
        "university",
        "region",
        "municipality",
    ]
    assert [one.number for one in plan.activities] == ["1", "2", "3"]
    assert plan.activities[0].methods == ("Enkät till arbetsplatserna",)
    assert plan.activities[1].methods == ()
    assert plan.methods == ("Samtal med studenter",)
    assert plan.warnings == ()


def test_reports_are_no_activities(directive) -> None:
    ongoing, yearly = read_plan(directive(".txt"), reference=REFERENCE).reporting
    assert ongoing.deadline.kind == "ongoing"
    assert yearly.deadline.due == date(2026, 12, 31)
    assert yearly.text == "Vid årets slut ska en kort rapport lämnas."


@pytest.mark.parametrize(
    ("extension", "place"),
    [
        pytest.param(".docx", {"table": 1, "row": 2}, id="table and row in Word"),
        pytest.param(".odt", {"table": 1, "row": 2}, id="table and row in OpenDocument"),
        pytest.param(".xlsx", {"table": 4, "row": 2}, id="sheet and row in a workbook"),
        pytest.param(".pdf", {"page": 1, "table": 1, "row": 2}, id="page, table and row in PDF"),
        pytest.param(".txt", {"table": 1, "row": 2, "line": 14}, id="line in text"),
    ],
)
def test_each_row_keeps_where_it_stood(directive, extension, place) -> None:
    source = read_plan(directive(extension), reference=REFERENCE).activities[0].source
    assert {
        name: getattr(source, name)
        for name in ("page", "table", "row", "line")
        if getattr(source, name)
    } == place
    assert source.text.endswith("| Handledargruppen | Klart hösten -26")


def test_document_is_known_by_its_bytes(directive) -> None:
    read = read_document(directive(".txt"), reference=None)
    assert len(read.sha256) == 64
    assert read.reference is None
