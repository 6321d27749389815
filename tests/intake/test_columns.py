"""Columns told by what stands in them, where their headings leave it open."""

import pytest

from intake.read import read_plan

READ = [
    ("Bygg en ramp", "Alva Ek", "1 maj 2026"),
    ("Byt dörrarna", "Fastighetsgruppen", "juni 2026"),
    ("Måla trapphuset", "Rektor Bo Lund", "hösten 2026"),
]


def rows_in(path) -> list[tuple]:
    return [
        (one.description, one.responsible, one.deadline and one.deadline.text)
        for one in read_plan(path, reference=None).activities
    ]


def table(*rows: str) -> str:
    cells = [row.split(";") for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in cells]
    return "\n".join([lines[0], "|" + "---|" * len(cells[0]), *lines[1:]])


@pytest.mark.parametrize(
    ("head", "order"),
    [
        pytest.param("Åtgärd;Dras av;Deadline", "{0};{1};{2}", id="who by the names"),
        pytest.param("Åtgärd;Fixas av;Fixas senast;Not", "{0};{1};{2};-", id="done by"),
        pytest.param("Åtgärd;Ansvarig;Siktar på", "{0};{1};{2}", id="when by the times"),
        pytest.param("Siktar på;Åtgärd;Sköts i första hand av", "{2};{0};{1}", id="who and when"),
        pytest.param(
            "Delmål;Aktivitet;Ansvarig;Klart",
            "Fler gäster;{0};{1};{2}",
            id="what is done before what comes of it",
        ),
        pytest.param(
            "Datum;Åtgärd;Ansvarig;Klart senast",
            "3 mars 2026;{0};{1};{2}",
            id="the day of an inspection before the day it is due",
        ),
        pytest.param(
            "Det här ska bli av;Ansvarig;Färdigställt till",
            "{0};{1};{2}",
            id="what by the most words, when by the times",
        ),
        pytest.param(
            "Datum;Brist;Vad ska göras;Av vem;Till när",
            "2026-02-03;Mörkt;{0};{1};{2}",
            id="any other time before a mere date",
        ),
        pytest.param(
            "Åtgärd;Ansvarig;Ansvarig enhet;Klart",
            "{0};{1};Fastighet;{2}",
            id="the first of two who answer for it",
        ),
        pytest.param(
            "Steg;Vad gör vi?;Vilka gör det?;Startar;Blir klart",
            "1;{0};{1};mars 2026;{2}",
            id="what is done in steps that are counted",
        ),
        pytest.param(
            "Klart;Åtgärd;Ansvarig;Datum", "☐;{0};{1};{2}", id="a box to tick is no time"
        ),
        pytest.param(
            "Åtgärd;Handläggare;Huvudansvarig;När",
            "{0};Cia Dal;{1};{2}",
            id="who answers for it before who handles it",
        ),
    ],
)
def test_columns_are_told_by_their_cells(written, head, order) -> None:
    rows = [order.format(*row) for row in READ]
    path = written("plan.md", f"# Plan för ljusare hus\n\n{table(head, *rows)}\n")
    assert rows_in(path) == READ


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("Åtgärd;Godkänd av;Klart", id="those who approve"),
        pytest.param("Åtgärd;Målgrupp;Klart", id="those whom it is for"),
    ],
)
def test_people_beside_the_work_are_not_responsible(written, head) -> None:
    rows = [f"{what};{who};{when}" for what, who, when in READ]
    path = written("plan.md", f"# Plan\n\n{table(head, *rows)}\n")
    assert [row[1] for row in rows_in(path)] == [None, None, None]


def test_words_that_are_no_names_are_not_responsible(written) -> None:
    rows = ("Bygg en ramp;Hög;1 maj 2026", "Byt dörrarna;Medel;juni 2026")
    path = written("plan.md", f"# Plan\n\n{table('Åtgärd;Angelägenhet;Klart', *rows)}\n")
    assert [row[1] for row in rows_in(path)] == [None, None]


def test_a_log_of_changes_is_no_plan(written) -> None:
    log = table("Datum;Ändring;Av", "2026-02-02;Första version;Alva Ek", "2026-02-20;Mål;Bo Lund")
    assert rows_in(written("plan.md", f"# Plan\n\n{log}\n")) == []


def test_a_checklist_below_times_seen_from_an_event(written) -> None:
    first = table("Klart;Punkt;Vem", "☐;Beställ nycklar;Kansliet", "☐;Skapa konto;Driften")
    then = table("Klart;Punkt;Vem", "☐;Gå igenom registret;Skyddsombudet")
    text = f"# Checklista\n\n## Inför flytten\n\n{first}\n\n## Inom tre månader\n\n{then}\n"
    assert rows_in(written("lista.md", text)) == [
        ("Beställ nycklar", "Kansliet", "Inför flytten"),
        ("Skapa konto", "Driften", "Inför flytten"),
        ("Gå igenom registret", "Skyddsombudet", "Inom tre månader"),
    ]


def test_a_term_may_have_several_definitions(written) -> None:
    terms = "".join(
        f"<dt>{what}</dt><dd>Ansvarig: {who}</dd><dd>Klart: {when}</dd>"
        for what, who, when in READ
    )
    page = f"<h1>Plan</h1><h2>Aktiviteter</h2><dl>{terms}</dl>"
    assert rows_in(written("plan.html", page)) == READ


@pytest.mark.parametrize(
    "label", ["Expected completion", "Planned delivery", "Förväntat klart", "Beräknat slutdatum"]
)
def test_a_time_is_one_however_sure_it_is(written, label: str) -> None:
    terms = "".join(f"<dt>{what}</dt><dd><p>{label}: {when}</p></dd>" for what, _, when in READ)
    page = f"<h1>Plan</h1><h2>Aktiviteter</h2><dl>{terms}</dl>"
    assert rows_in(written("plan.html", page)) == [(what, None, when) for what, _, when in READ]


def test_what_is_expected_is_no_time_where_it_is_not(written) -> None:
    assert rows_in(written("plan.md", table("Expected cost;Budget", "200;300"))) == []


def test_a_table_that_lies_on_its_side(written) -> None:
    labels = ("", "Vad", "Vem", "När")
    rows = [";".join(cells) for cells in zip(labels, *(("", *row) for row in READ), strict=True)]
    path = written("plan.md", f"# Plan\n\n{table(*rows)}\n")
    assert rows_in(path) == READ


@pytest.mark.parametrize(
    ("above", "heading", "beside", "days"),
    [
        pytest.param("", "Vecka;År", ";2026", ["2026-04-12", "2026-05-31"], id="the year beside"),
        pytest.param(
            "Arbetsplan 2026;;;\n", "Vecka;Not", ";", ["2026-04-12", "2026-05-31"], id="above"
        ),
        pytest.param("", "Vecka;Not", ";", ["None", "None"], id="no year at all"),
    ],
)
def test_numbers_of_weeks_are_times(written, above, heading, beside, days) -> None:
    rows = f"Städa;Alva Ek;15{beside}\nMåla;Bo Lund;22{beside}\n"
    plan = read_plan(
        written("plan.csv", f"{above}Aktivitet;Ansvarig;{heading}\n{rows}"), reference=None
    )
    assert [one.deadline.text for one in plan.activities] == ["15", "22"]
    assert [str(one.deadline.due) for one in plan.activities] == days


def test_items_of_words_are_no_numbers(written) -> None:
    minutes = table(
        "Item;Action;Owner;Due",
        "Gate;Oil the gate;Ann Reed;20 March 2026",
        "Pond;Clean it;Bo Frank;May 2026",
    )
    plan = read_plan(written("m.md", f"# Minutes\n\n{minutes}\n"), reference=None)
    assert [(one.number, one.description) for one in plan.activities] == [
        (None, "Oil the gate"),
        (None, "Clean it"),
    ]


def test_headings_of_two_rows(written) -> None:
    heads = (
        ("Task", "", "Responsibility", "", "Timing"),
        ("No", "Description", "Lead", "Support", "Due"),
    )
    body = (
        ("1", "Map paths", "Ann Reed", "Volunteers", "May 2026"),
        ("2", "Mark paths", "Bo Frank", "Council", "June 2026"),
    )
    cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in (*heads, *body)]
    page = f"<h1>Work plan</h1><table><tr>{'</tr><tr>'.join(cells)}</tr></table>"
    assert rows_in(written("plan.html", page)) == [
        ("Map paths", "Ann Reed", "May 2026"),
        ("Mark paths", "Bo Frank", "June 2026"),
    ]


@pytest.mark.parametrize(
    "who", ["Hvem har ansvaret?", "Vem ser till att det sker", "Ansvarsfördelning"]
)
def test_headings_that_ask_who(written, who) -> None:
    rows = ("Kartlägg kryss;FAU;mars 2026", "Sätt upp skylt;kommunen;våren 2026")
    path = written("plan.md", f"# Plan\n\n{table(f'Tiltak;{who};Når?', *rows)}\n")
    assert [row[1] for row in rows_in(path)] == ["FAU", "kommunen"]


def test_a_person_before_the_unit_that_answers_with_them(written) -> None:
    rows = ("Byt dörr;Fastighet;Alva Ek;maj 2026", "Byt larm;Säkerhet;Bo Lund;juni 2026")
    text = table("Åtgärd;Ansvarig enhet;Ansvarig person;Klart", *rows)
    path = written("plan.md", f"# Plan\n\n{text}\n")
    assert [row[1] for row in rows_in(path)] == ["Alva Ek", "Bo Lund"]
