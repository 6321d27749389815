"""Tables of PDF pages without rules or space between their rows: where does a row begin?"""

from intake.read import read_plan

HEAD = ("Aktivitet", "Ansvarig", "Klart")
EDGES = (60, 270, 420)
STEP = 15.0
WHOLE = [
    ("Laga bryggan", "Alva Ek", "maj 2026"),
    ("Köpa flytvästar till alla", "Bo Lund", "juni 2026"),
    ("Ordna en övning", "Siv Dal", "hösten 2026"),
    ("Måla skjulet vid rampen", "Lo Alm", "2027"),
    ("Sätta upp skyltar vid infarten", "Per Wik", "2027"),
]


def set_close(setter, rows) -> None:
    """rows: cells as texts, or as tuples of lines."""
    setter.put("Handlingsplan för hamnen", size=20, bold=True, below=30)
    page = setter.pages[-1]
    for row in (HEAD, *rows):
        cells = [(cell,) if isinstance(cell, str) else cell for cell in row]
        for x, lines in zip(EDGES, cells, strict=True):
            for at, text in enumerate(lines):
                page.text(x, setter.y + at * STEP, text, bold=row is HEAD)
        setter.y += STEP * max(map(len, cells))


def activities_in(path):
    return read_plan(path, reference=None).activities


def told(activities) -> list[tuple]:
    return [
        (one.description, one.responsible, one.deadline.text if one.deadline else "")
        for one in activities
    ]


def test_a_row_without_time_does_not_flow_into_the_row_above(typesetter, saved_pdf) -> None:
    setter = typesetter()
    rows = [
        WHOLE[0],
        (("Mäta upp förtöjningarna och", "skriva till hamnkaptenen"), "Bo Lund", ""),
        (("Byta lamporna på", "norra piren"), "Siv Dal", ("30 juni", "2026")),
        ("Trycka tidvattentabeller", "Lo Alm", ""),
        WHOLE[4],
    ]
    set_close(setter, rows)
    assert told(activities_in(saved_pdf(setter))) == [
        rows[0],
        ("Mäta upp förtöjningarna och skriva till hamnkaptenen", "Bo Lund", ""),
        ("Byta lamporna på norra piren", "Siv Dal", "30 juni 2026"),
        rows[3],
        rows[4],
    ]


def test_such_a_row_is_asked_about_where_the_line_above_it_is_full(typesetter, saved_pdf) -> None:
    setter = typesetter()
    full = ("Sätta upp skyltar vid infarten", "Bo Lund", "juni 2026")
    set_close(setter, [WHOLE[0], full, ("Norra piren får nya lampor", "Siv Dal", ""), WHOLE[3]])
    asked = [bool(one.warnings) for one in activities_in(saved_pdf(setter))]
    assert asked == [False, True, True, False]


def test_a_name_that_waits_for_another_goes_on_below_with_a_question(
    typesetter, saved_pdf
) -> None:
    setter = typesetter()
    rows = [(("Laga", "Bryggan"), ("Alva Ek och", "Bo Lund"), ("maj 2026", "")), *WHOLE[2:]]
    set_close(setter, rows)
    first, *others = activities_in(saved_pdf(setter))
    assert told([first]) == [("Laga Bryggan", "Alva Ek och Bo Lund", "maj 2026")]
    assert first.warnings
    assert not any(one.warnings for one in others)


def test_one_wider_gap_does_not_make_one_row_of_those_above_it(typesetter, saved_pdf) -> None:
    setter = typesetter()
    set_close(setter, WHOLE[:3])
    setter.y += 8
    for row in WHOLE[3:]:
        for x, text in zip(EDGES, row, strict=True):
            setter.pages[-1].text(x, setter.y, text)
        setter.y += STEP
    assert told(activities_in(saved_pdf(setter))) == WHOLE
