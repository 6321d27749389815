"""OpenDocument texts and sheets: changes, notes, numbers and merged cells."""

import zipfile

import pytest

from intake import opening
from intake.opening import Limits
from intake.read import read_plan
from tests.intake.open_documents import cell, heading, paragraph, points, save, table

HEAD = ("Nr", "Aktivitet", "Ansvarig", "Tidplan")
ROWS = [("1", "Räkna cyklister", "Alva Ek", "maj 2026"), ("2", "Rita en bro", "Bo Lund", "2027")]
CHANGES = (
    '<text:tracked-changes><text:changed-region text:id="c"><text:deletion>'
    "<text:p>april 2026</text:p></text:deletion></text:changed-region></text:tracked-changes>"
)
NOTE = "<text:note><text:note-body><text:p>{}</text:p></text:note-body></text:note>"


def rows_in(path) -> list[tuple]:
    return [
        (one.number, one.description, one.responsible, one.deadline and one.deadline.text)
        for one in read_plan(path, reference=None).activities
    ]


def test_what_a_tracked_change_deleted_is_not_read(tmp_path) -> None:
    changed = cell("maj 2026").replace("<text:p>", '<text:p><text:change text:change-id="c"/>')
    body = CHANGES + heading("Plan") + table([HEAD, (*ROWS[0][:3], changed), ROWS[1]])
    assert rows_in(save(tmp_path / "plan.odt", body)) == ROWS


def test_points_are_counted_as_their_list_does(tmp_path) -> None:
    tasks = ["Alva Ek: räkna cyklister senast maj 2026", "Bo Lund: rita en bro senast 2027"]
    body = heading("Plan") + heading("Aktiviteter", 2) + points(tasks, "Counted")
    assert [row[:3] for row in rows_in(save(tmp_path / "plan.odt", body))] == [
        ("1", "räkna cyklister senast maj 2026", "Alva Ek"),
        ("2", "rita en bro senast 2027", "Bo Lund"),
    ]


def test_a_cell_over_several_rows_holds_in_each(tmp_path) -> None:
    tall = cell("Alva Ek", ' table:number-rows-spanned="2"')
    rows = [
        ("1", "Räkna cyklister", tall, "maj 2026"),
        ("2", "Rita en bro", "<table:covered-table-cell/>", "2027"),
    ]
    body = heading("Plan") + table([HEAD, *rows])
    assert [row[2] for row in rows_in(save(tmp_path / "plan.odt", body))] == ["Alva Ek"] * 2


def test_notes_and_comments_are_told_beside_their_words(tmp_path) -> None:
    noted = cell("Räkna cyklister").replace(
        "</text:p>", NOTE.format("Bara vardagar") + "</text:p>"
    )
    asked = cell("2027").replace(
        "<text:p>",
        "<text:p><office:annotation><text:p>Eller 2028?</text:p></office:annotation>",
    )
    body = heading("Plan") + table(
        [HEAD, ("1", noted, "Alva Ek", "maj 2026"), (*ROWS[1][:3], asked)]
    )
    path = save(tmp_path / "plan.odt", body)
    assert rows_in(path) == ROWS
    told = " ".join(read_plan(path, reference=None).warnings)
    assert "Räkna cyklister” lyder: ”Bara vardagar”" in told
    assert "2027” lyder: ”Eller 2028?”" in told


def test_an_owner_behind_the_list_is_the_plans(tmp_path) -> None:
    tasks = ["Alva Ek: räkna cyklister senast maj 2026", "Bo Lund: rita en bro senast 2027"]
    body = heading("Plan") + heading("Aktiviteter", 2) + points(tasks)
    path = save(tmp_path / "plan.odt", body + paragraph("Uppdragsägare: Hamnstyrelsen"))
    plan = read_plan(path, reference=None)
    assert [one.responsible for one in plan.activities] == ["Alva Ek", "Bo Lund"]
    assert plan.owner == "Hamnstyrelsen"


def test_a_sheet_is_read_up_to_its_last_filled_cell(tmp_path) -> None:
    endless = '<table:table-cell table:number-columns-repeated="16000"/>'
    blank = f'<table:table-row table:number-rows-repeated="1000000">{endless}</table:table-row>'
    sheet = table([("Handlingsplan", endless), HEAD, *ROWS]).replace(
        "</table:table>", f"{blank}</table:table>"
    )
    path = save(tmp_path / "plan.ods", sheet, kind="spreadsheet")
    assert rows_in(path) == ROWS
    assert read_plan(path, reference=None).title == "Handlingsplan"


def test_cells_that_repeat_without_end_are_refused(tmp_path) -> None:
    wide = cell("x", ' table:number-columns-repeated="99999999"')
    path = save(tmp_path / "plan.ods", table([(wide,)]), kind="spreadsheet")
    with pytest.raises(opening.ManyCellsDocumentError):
        read_plan(path, reference=None, limits=Limits(cells=1_000))


@pytest.mark.parametrize(
    ("part", "content", "problem"),
    [
        pytest.param(
            "META-INF/manifest.xml",
            "<manifest:encryption-data/>",
            opening.EncryptedDocumentError,
            id="a password",
        ),
        pytest.param("Basic/script-lb.xml", "<x/>", opening.MacroDocumentError, id="macros"),
        pytest.param(
            "styles.xml", "<!DOCTYPE x><x/>", opening.HostileDocumentError, id="entities"
        ),
    ],
)
def test_what_a_text_may_not_hold_is_refused(tmp_path, part, content, problem) -> None:
    path = save(tmp_path / "plan.odt", table([HEAD, *ROWS]))
    with zipfile.ZipFile(path, "a") as file:
        file.writestr(part, content)
    with pytest.raises(problem):
        read_plan(path, reference=None)
