"""Pages as programs set them: columns without rules, rows on a shade, two columns of text."""

import pytest

from intake.pdf_tables import Ruled, joined
from intake.read import read_plan

HEAD = ("Nr", "Aktivitet", "Ansvarig", "Tidplan")
EDGES = (60, 80, 300, 420)
# Cells as lines; the first column's heading stands close to the second's.
ROWS = (
    (
        ("1",),
        ("Kartlägga praktikplatser inom vård", "och omsorg i hela länet"),
        ("Alva Ek, Region", "Norrby"),
        ("31 mars", "2026"),
    ),
    (("2",), ("Ta fram en gemensam modell",), ("Handledargruppen",), ("hösten 2026",)),
    (("3",), ("Sprida resultatet",), ("Alla",), ("",)),
)
READ = [
    (
        "1",
        "Kartlägga praktikplatser inom vård och omsorg i hela länet",
        "Alva Ek, Region Norrby",
        "31 mars 2026",
    ),
    ("2", "Ta fram en gemensam modell", "Handledargruppen", "hösten 2026"),
    ("3", "Sprida resultatet", "Alla", None),
]


def rows_in(path) -> list[tuple]:
    return [
        (one.number, one.description, one.responsible, one.deadline and one.deadline.text)
        for one in read_plan(path, reference=None).activities
    ]


def set_table(setter, rows, *, draw=lambda *_: None, step=14.0, between=6.0) -> None:
    page = setter.pages[-1]
    for x, name in zip(EDGES, HEAD, strict=True):
        page.text(x, setter.y, name, bold=True)
    setter.y += step + between
    for at, row in enumerate(rows):
        top = setter.y - 11 - between / 2
        for x, lines in zip(EDGES, row, strict=False):
            for line, text in enumerate(lines):
                page.text(x, setter.y + line * step, text)
        setter.y += step * max(map(len, row)) + between
        draw(page, at, top, setter.y - 11 - between / 2)


def rule(page, _at, _top, foot) -> None:
    page.line(EDGES[0], foot, 540, foot)


def shade(page, at, top, foot) -> None:
    """A light ground behind every other row, as a rectangle a cell."""
    if at % 2 == 0:
        for left, right in zip(EDGES, (*EDGES[1:], 540), strict=True):
            page.operations = (
                f"0.9 g {left} {842 - foot} {right - left} {foot - top} re f 0 g\n"
                + page.operations
            )


@pytest.mark.parametrize(
    ("draw", "between"),
    [
        pytest.param(lambda *_: None, 6.0, id="told by the space between rows"),
        pytest.param(rule, 0.0, id="told by rules between rows"),
        pytest.param(shade, 6.0, id="every other row shaded"),
    ],
)
def test_columns_without_rules_are_told_by_where_words_stand(
    typesetter, saved_pdf, draw, between
) -> None:
    setter = typesetter()
    setter.put("Handlingsplan", size=20, bold=True, below=30)
    set_table(setter, ROWS, draw=draw, between=between)
    setter.put("Uppföljning", size=14, bold=True, below=20)
    setter.put("Gruppen ska rapportera till utskottet två gånger per år om hur arbetet går.")
    assert rows_in(saved_pdf(setter)) == READ


def test_text_in_two_columns_is_read_one_after_the_other(typesetter, saved_pdf) -> None:
    setter = typesetter()
    page = setter.pages[-1]
    page.text(60, 60, "Plan 2026", size=20, bold=True)
    left = ["Biblioteken vill vända trenden med", "gemensamt arbete i hela länet och"] * 4
    right = [
        "• Alva Ek: starta cirklar senast 1 mars",
        "• Bo Lund: ordna besök senast 1 maj",
        "• Siv Dal: utvärdera senast 1 juni",
        "Kostnaden ryms inom ramen för de medel",
        "som rådet har avsatt för det här året och",
        "som fördelas av utskottet efter hand i",
    ]
    page.text(60, 90, "Bakgrund", size=14, bold=True)
    page.text(320, 90, "Aktiviteter", size=14, bold=True)
    for at, text in enumerate(left):
        page.text(60, 110 + 14 * at, text)
    for at, text in enumerate(right):
        page.text(320, 110 + 14 * at + (20 if at > 2 else 0), text)
    assert [row[2] for row in rows_in(saved_pdf(setter))] == ["Alva Ek", "Bo Lund", "Siv Dal"]


def test_a_page_of_tables_alone_is_not_text_in_columns(typesetter, saved_pdf) -> None:
    setter = typesetter(ruled=False)
    for _ in range(2):
        rows = [("1. Kartlägga praktikplatser i länet", "Alva Ek", "31 mars 2026")] * 2
        setter.table([("Aktivitet", "Ansvarig", "Tidplan"), *rows])
    assert len(rows_in(saved_pdf(setter))) == 4


@pytest.mark.parametrize("foot", [780, 700, 640, 575, 560, 545, 530])
def test_rows_alike_at_the_heads_of_pages_are_no_running_text(typesetter, saved_pdf, foot) -> None:
    setter = typesetter(ruled=False, foot=foot)
    setter.put("Handlingsplan för praktik", size=20, bold=True, below=34)
    for area in range(6):
        setter.put(f"Område {area + 1}", size=14, bold=True, below=22)
        rows = [
            (
                f"{number}. Kartlägga utbildningar för handledare i länets kommuner",
                "Handledargruppen",
                "Klart hösten -26",
            )
            for number in range(3 * area + 1, 3 * area + 4)
        ]
        setter.table([HEAD[1:], *rows])
    assert rows_in(saved_pdf(setter)) == [
        (
            str(number),
            "Kartlägga utbildningar för handledare i länets kommuner",
            "Handledargruppen",
            "Klart hösten -26",
        )
        for number in range(1, 19)
    ]


def test_a_full_table_above_other_sections_is_not_text_in_columns(typesetter, saved_pdf) -> None:
    setter = typesetter(ruled=False)
    setter.put("Plan", size=20, bold=True, below=34)
    rows = [
        (
            f"Ordna en kurs om steg {n} för alla lag i länet",
            "Kansliet i Norrby stad",
            f"maj 202{n}",
        )
        for n in range(1, 8)
    ]
    setter.table([HEAD[1:], *rows])
    setter.put("Uppföljning", size=14, bold=True, below=22)
    setter.table([("Mått", "2024", "2025"), ("Deltagare i kurser", "10", "20")])
    assert [row[1:] for row in rows_in(saved_pdf(setter))] == rows


def test_names_of_groups_of_rows_may_run_over_the_column_of_numbers(typesetter, saved_pdf) -> None:
    setter = typesetter()
    setter.put("Handlingsplan", size=20, bold=True, below=30)
    bands = [(("Trygga platser i staden",),), (("Barn och unga",),)]
    set_table(setter, (bands[0], *ROWS[:2], bands[1], *ROWS[2:]))
    setter.put("Uppföljning", size=14, bold=True, below=20)
    assert rows_in(saved_pdf(setter)) == READ


def test_groups_of_rows_do_not_part_a_table_into_columns_of_text(typesetter, saved_pdf) -> None:
    setter = typesetter()
    rows = [
        (
            (f"{n}",),
            ("Ordna en kurs för alla lag i",),
            ("Kansliet i Norrby stad",),
            (f"maj 202{n}",),
        )
        for n in range(1, 8)
    ]
    set_table(setter, ((("Trygga platser i staden",),), *rows))
    assert [row[3] for row in rows_in(saved_pdf(setter))] == [f"maj 202{n}" for n in range(1, 8)]


def test_notes_below_a_table_are_none_of_its_rows(typesetter, saved_pdf) -> None:
    setter = typesetter()
    setter.put("Handlingsplan", size=20, bold=True, below=30)
    rows = [(("1",), ("Öppna huset*",), ("Alva Ek",), ("1 maj 2026",)), *ROWS[1:2]]
    set_table(setter, rows)
    setter.put(
        "* Om bygglovet finns senast den 1 februari 2026, annars tas frågan upp i utskottet."
    )
    setter.put("Uppföljning", size=14, bold=True, below=20)
    found = rows_in(saved_pdf(setter))
    assert [row[1] for row in found] == ["Öppna huset*", "Ta fram en gemensam modell"]


def test_a_row_that_goes_on_in_one_cell_with_headings_that_recur_is_whole() -> None:
    head = ("Nr", "Aktivitet", "Ansvarig", "Klart")
    box = (60.0, 80.0, 300.0, 420.0)
    before = Ruled(
        (head, ("1", "Kartlägga praktik i vård", "Alva Ek", "maj 2026")), box, 1, 60, 800
    )
    again = ("Nr", "Aktivitet\noch omsorg i länet", "Ansvarig", "Klart")
    table = joined([before, Ruled((again, ("2", "Sprida", "Alla", "2027")), box, 2, 60, 100)])
    assert [row.cells[1] for row in table.rows[1:]] == [
        "Kartlägga praktik i vård\noch omsorg i länet",
        "Sprida",
    ]


def test_short_lines_beside_a_column_of_text_are_a_column_of_their_own(
    typesetter, saved_pdf
) -> None:
    setter = typesetter()
    for n in range(18):
        setter.put(f"Nyhet nummer {n} berättar utförligt om livet i byn", size=9, below=12)
    setter.y = 64.0
    tasks = [("Röj skogen vid ån", "Alva Ek", "maj 2026"), ("Laga bron", "Bo Lund", "juni 2026")]
    setter.put("Arbetsplan", x=330, size=14, below=19)
    for what, who, when in tasks:
        for text in (what, f"Ansvarig: {who}", f"Klart: {when}"):
            setter.put(text, x=330, size=9, below=17)
        setter.y += 7
    setter.put("Hör av dig till styrelsen", x=330, size=9, below=17)
    setter.put("om du vill vara med", x=330, size=9)
    assert [row[1:] for row in rows_in(saved_pdf(setter))] == tasks


def test_a_long_line_in_the_margin_costs_no_time(typesetter, saved_pdf) -> None:
    """Tried word by word in every way, it would take years."""
    setter = typesetter()
    setter.put("Handlingsplan", size=20, bold=True, below=30)
    set_table(setter, ROWS)
    setter.pages[-1].text(60, 810, f"{'som ska vara med i planen ' * 8}2026", size=6)
    assert len(rows_in(saved_pdf(setter))) == len(ROWS)


def test_lists_in_two_columns_are_read_one_after_the_other(typesetter, saved_pdf) -> None:
    setter = typesetter()
    setter.put("Åtgärder som parterna kom överens om", size=18, bold=True, below=30)
    left = [
        "Alva Ek: mäta djupet i farleden senast",
        "  maj 2026",
        "Bo Lund: laga bryggan senast juni",
    ]
    right = ["Siv Dal: prova pumpen senast 1 maj", "Lo Alm: ordna en övning i augusti"]
    for x, lines in ((60, left), (320, right)):
        for at, text in enumerate(lines):
            setter.pages[-1].text(x, setter.y + 16 * at, text)
    assert [row[1:] for row in rows_in(saved_pdf(setter))] == [
        ("mäta djupet i farleden senast maj 2026", "Alva Ek", "senast maj 2026"),
        ("laga bryggan senast juni", "Bo Lund", "senast juni"),
        ("prova pumpen senast 1 maj", "Siv Dal", "senast 1 maj"),
        ("ordna en övning i augusti", "Lo Alm", "augusti"),
    ]


def test_words_in_a_cell_that_the_page_end_left_without_a_rule_are_kept(saved_pdf, typesetter):
    setter = typesetter()
    page = setter.pages[-1]
    rows = (HEAD[1:], ("Räkna salar", "Alva Ek", "maj 2027"), ("Laga tak", "Bo Lund", "juni 2027"))
    edges = (60, 300, 420, 540)
    for at, row in enumerate(rows):
        for x, text in zip(edges, row, strict=False):
            page.text(x + 4, 115 + 30 * at, text)
    for x in edges:
        page.line(x, 95, x, 185)
    for y in (95, 125, 155):
        page.line(60, y, 540, y)
    page.line(60, 185, 420, 185)
    assert [row[1:] for row in rows_in(saved_pdf(setter))] == list(rows[1:])


def test_a_time_reaches_the_last_of_its_rows_though_a_cell_beside_it_reaches_further(
    saved_pdf, typesetter
):
    setter = typesetter()
    page = setter.pages[-1]
    for x, text in zip((64, 304, 424), HEAD[1:], strict=True):
        page.text(x, 115, text)
    for at, text in enumerate(("Räkna salar", "Laga tak", "Måla brygga")):
        page.text(64, 145 + 30 * at, text)
    for x, y, text in (
        (304, 145, "Alva Ek"),
        (304, 175, "Bo Lund"),
        (424, 145, "maj 2027"),
        (424, 205, "juni 2027"),
    ):
        page.text(x, y, text)
    for x in (60, 300, 420, 540):
        page.line(x, 95, x, 215)
    for y, left, right in (
        (95, 60, 540),
        (125, 60, 540),
        (155, 60, 420),
        (185, 60, 300),
        (185, 420, 540),
        (215, 60, 540),
    ):
        page.line(left, y, right, y)
    assert [row[3] for row in rows_in(saved_pdf(setter))] == ["maj 2027", "maj 2027", "juni 2027"]
