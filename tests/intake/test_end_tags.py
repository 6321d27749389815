"""HTML may leave out end tags; what stood after them is read all the same."""

import time

import pytest

from intake.opening import BrokenDocumentError
from intake.read import read_plan

WHOLE = """<!doctype html>
<html lang="sv"><head><title>Direktiv</title></head><body>
<h1>Uppdragsdirektiv för arbetsgruppen Gröna gårdar</h1>
<p>De övergripande målen ska uppnås genom att:</p>
<ul><li>skugga fler gårdar</li><li>sprida goda exempel</li></ul>
<h2>Aktiviteter</h2>
<p>Aktiviteter med tidplan:</p>
<table><caption>Tabell 1</caption><colgroup><col></colgroup>
<thead><tr><th>Aktivitet</th><th>Ansvarig</th><th>Tidplan</th></tr></thead>
<tbody><tr><td>Kartlägga gårdarna</td><td>Alva Ek</td><td>våren 2027</td></tr>
<tr><td><p>Plantera träd</p><p>vid skolan</p></td><td>Omar Lund</td><td>senast 3 maj 2027</td></tr>
</tbody><tbody><tr><td>Måla bänkarna</td><td>Siv Dal</td><td>Q3 2027</td></tr></tbody></table>
<h2>Organisation</h2>
<p>Uppdragsgivare</p><p>Rådet för Lindby</p><p>Uppdragsägare</p><p>Rådets arbetsutskott</p>
<p>Arbetsgrupp</p><p>Region: Alva Ek, Region Norrby</p><p>Kommun: Omar Lund, Vikby kommun</p>
</body></html>
"""
MAY_BE_LEFT_OUT = ["li", "p", "td", "th", "tr", "thead", "tbody", "colgroup", "body", "html"]
DEFINED = """<h1>Plan</h1><h2>Aktiviteter</h2><dl>
<dt>Kartlägga gårdarna</dt><dd>Ansvarig: Alva Ek</dd><dd>Klart: 3 maj 2027</dd>
<dt>Måla bänkarna</dt><dd>Ansvarig: Siv Dal</dd><dd>Klart: 1 juni 2027</dd></dl>"""


def without(page: str, *names: str) -> str:
    for name in names:
        page = page.replace(f"</{name}>", "")
    return page


def read(written, page: str):
    return read_plan(written("plan.html", page), reference=None)


def told(plan) -> tuple:
    rows = [(one.description, one.responsible, one.deadline) for one in plan.activities]
    return plan.title, plan.goals, rows, plan.commissioner, plan.owner, plan.members


@pytest.mark.parametrize("name", MAY_BE_LEFT_OUT)
def test_an_end_tag_left_out_changes_nothing(written, name) -> None:
    whole, short = read(written, WHOLE), read(written, without(WHOLE, name))
    assert len(whole.activities) == 3
    assert len(whole.members) == 2
    assert told(short) == told(whole)


def test_all_end_tags_left_out_change_nothing(written) -> None:
    short = read(written, without(WHOLE, *MAY_BE_LEFT_OUT))
    assert told(short) == told(read(written, WHOLE))


@pytest.mark.parametrize("names", [("dt",), ("dd",), ("dt", "dd")])
def test_terms_and_what_is_said_of_them_need_no_end_tags(written, names) -> None:
    whole = read(written, DEFINED)
    assert [one.responsible for one in whole.activities] == ["Alva Ek", "Siv Dal"]
    assert told(read(written, without(DEFINED, *names))) == told(whole)


@pytest.mark.parametrize("names", [("head",), ("head", "body")])
def test_a_head_without_end_does_not_hide_the_page(written, names) -> None:
    page = without(WHOLE, *names).replace("<body>", "")
    assert told(read(written, page)) == told(read(written, WHOLE))


def test_a_title_without_head_is_no_paragraph_of_the_page(written) -> None:
    page = f"<!doctype html><title>Fliken</title>{WHOLE.partition('<body>')[2]}"
    assert told(read(written, page)) == told(read(written, WHOLE))


def test_a_list_in_a_point_and_a_table_in_a_cell_end_nothing_outside(written) -> None:
    page = """<h1>Plan</h1><h2>Mål</h2><ul><li>Yttre<ol><li>inre<li>nästa</ol><li>Andra</ul>
<table><tr><td><table><tr><th>Aktivitet<th>Tidplan<tr><td>Måla<td>maj 2027</table>
<td>Bredvid</table>"""
    plan = read(written, page)
    assert list(plan.goals) == ["Yttre", "inre", "nästa", "Andra"]
    assert [one.description for one in plan.activities] == ["Måla"]


@pytest.mark.parametrize(
    "tags",
    [
        pytest.param("<div>" * 20_000, id="blocks"),
        pytest.param("<made-up>" * 20_000, id="tags of no name"),
        pytest.param("<table><tr><td>" * 20_000, id="tables"),
        pytest.param("<B>" * 20_000, id="large letters"),
    ],
)
def test_tags_in_one_another_without_end_are_refused_at_once(written, tags) -> None:
    began = time.process_time()
    with pytest.raises(BrokenDocumentError):
        read(written, f"<html>{tags}")
    assert time.process_time() - began < 5


def test_many_tags_that_each_look_far_for_what_they_end_cost_little(written) -> None:
    page = f"<html><ul><li><ul>{'<x>' * 480}{'<li>Måla</li>' * 20_000}"
    began = time.process_time()
    read(written, page)
    assert time.process_time() - began < 30
