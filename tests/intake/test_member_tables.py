"""Tables of people, whatever their columns are called and whatever stands above them."""

import docx
import openpyxl
import pytest

from intake.read import read_plan

PEOPLE = [
    ("Alva Ek", "Norrby kommun", "municipality"),
    ("Bo Lund", "Norrby Vatten AB", "company"),
    ("Siv Dal", "Länsstyrelsen i Norrby län", "agency"),
]


def members_of(path) -> list[tuple]:
    return [
        (one.name, one.organisation, one.principal)
        for one in read_plan(path, reference=None).members
    ]


@pytest.mark.parametrize(
    ("head", "order"),
    [
        pytest.param("Namn;Hör hemma i", "{0} {1};{2}", id="the organisation by its cells"),
        pytest.param("Vem;Roll;Kommer från", "{0} {1};ledamot;{2}", id="people by their names"),
        pytest.param("Förnamn;Efternamn;Arbetsplats", "{0};{1};{2}", id="names in two columns"),
        pytest.param("Efternamn;Förnamn;Hemvist", "{1};{0};{2}", id="last names first"),
    ],
)
def test_people_in_tables(written, head, order) -> None:
    rows = [order.format(*name.split(), place) for name, place, _ in PEOPLE]
    lines = [f"| {one.replace(';', ' | ')} |" for one in (head, *rows)]
    lines.insert(1, "|---" * len(head.split(";")) + "|")
    path = written("plan.md", "# Plan\n\n## Medlemmar\n\n" + "\n".join(lines) + "\n")
    assert members_of(path) == PEOPLE


def test_people_without_headings_where_members_are_listed(tmp_path) -> None:
    book = docx.Document()
    book.add_heading("Plan", 0)
    book.add_heading("Medlemmar", 1)
    rows = book.add_table(0, 2)
    for name, place, _ in PEOPLE:
        for cell, text in zip(rows.add_row().cells, (name, place), strict=True):
            cell.text = text
    book.save(tmp_path / "plan.docx")
    assert members_of(tmp_path / "plan.docx") == PEOPLE


def test_a_sheet_of_people_below_what_it_is_about(tmp_path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Plan"
    book.active.append(["Aktivitet", "Ansvarig", "Klart"])
    book.active.append(["Laga bron", "Alva Ek", "maj 2026"])
    sheet = book.create_sheet("Om gruppen")
    sheet.append(["Brogruppen i Norrby"])
    sheet.append(["Uppdragsgivare", "Norrby broråd"])
    sheet.append(["Namn", "Organisation"])
    for name, place, _ in PEOPLE:
        sheet.append([name, place])
    book.save(tmp_path / "plan.xlsx")
    assert members_of(tmp_path / "plan.xlsx") == PEOPLE
    plan = read_plan(tmp_path / "plan.xlsx", reference=None)
    assert plan.commissioner == "Norrby broråd"
    assert len(plan.activities) == 1


def test_names_of_things_elsewhere_are_no_people(written) -> None:
    text = "# Plan\n\n## Ekonomi\n\n| Post | Kronor |\n|---|---|\n| Nya Skyltar | 1 |\n"
    assert members_of(written("plan.md", text)) == []


def a_sheet(tmp_path, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "plan.xlsx")
    return read_plan(tmp_path / "plan.xlsx", reference=None)


PLAN = [("Nr", "Aktivitet", "Vem", "När"), (1, "Räkna cyklar", "Cia Ro", "mars 2026")]
TWO = [("Alva Ek", "Norrby kommun"), ("Bo Lund", "Norrby Vatten AB")]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [("Cykelplan",), *PLAN, (), ("Medlemmar",), ("Namn", "Organisation"), *TWO],
            id="people below the plan",
        ),
        pytest.param(
            [("Cykelplan",), ("Deltagare",), *TWO, (), *PLAN], id="people above, without headings"
        ),
    ],
)
def test_a_plan_and_its_people_on_one_sheet(tmp_path, rows) -> None:
    plan = a_sheet(tmp_path, rows)
    assert [(one.name, one.organisation) for one in plan.members] == TWO
    assert [one.description for one in plan.activities] == ["Räkna cyklar"]


def test_several_labels_in_a_row_of_a_sheet(tmp_path) -> None:
    labels = ("Beställare", "Trafiknämnden", None, "Projektägare", "Per Ro")
    plan = a_sheet(tmp_path, [("Cykelplan",), labels, (), *PLAN])
    assert (plan.commissioner, plan.owner) == ("Trafiknämnden", "Per Ro")


def test_roles_beside_an_organisation_in_brackets(written) -> None:
    people = "Ann Reed (chair, Lake Hospital), Bo Frank (Hill Trust, nurse), Cy Dunn, Lake Council"
    text = f"Present: {people}"
    found = read_plan(
        written("m.md", f"# Minutes: Kitchen Group, 4 March 2026\n\n{text}\n"), reference=None
    )
    assert [(one.name, one.organisation) for one in found.members] == [
        ("Ann Reed", "Lake Hospital"),
        ("Bo Frank", "Hill Trust"),
        ("Cy Dunn", "Lake Council"),
    ]
    assert found.group == "Kitchen Group"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Vi som var där: Siv Dal, Bo Lund och Alva Ek", ["Siv Dal", "Bo Lund", "Alva Ek"]),
        ("Ansvariga: Siv Dal, Bo Lund", []),
        ("Kontakter: Siv Dal, Bo Lund", []),
        ("Platser: Norrby, Vikby", []),
    ],
)
def test_names_alone_behind_a_label_in_the_opening(written, line, names) -> None:
    path = written("m.md", f"# Anteckningar från mötet\n\n{line}\n\n## Foton\n\nFina.\n")
    assert [one.name for one in read_plan(path, reference=None).members] == names


def test_names_that_run_on_over_lines(written) -> None:
    text = (
        "Present: Ann Reed (Lake Hospital), Bo Frank (Hill\nCouncil),\nCy Dunn (Lake Trust) and\n"
        "Eve Ford (Lake Trust)\nApologies: Dee Tarn (Hill Council)\n"
    )
    found = read_plan(written("m.txt", f"Minutes of the Kitchen Group\n\n{text}"), reference=None)
    assert [(one.name, one.organisation) for one in found.members] == [
        ("Ann Reed", "Lake Hospital"),
        ("Bo Frank", "Hill Council"),
        ("Cy Dunn", "Lake Trust"),
        ("Eve Ford", "Lake Trust"),
        ("Dee Tarn", "Hill Council"),
    ]
