"""Activities that only a line names, above lines that say who and when."""

import pytest

from intake.read import read_plan

READ = [("Röj skogen vid ån", "Alva Ek", "maj 2026"), ("Laga bron", "Bo Lund", "juni 2026")]


def rows_in(path) -> list[tuple]:
    return [
        (one.description, one.responsible, one.deadline and one.deadline.text)
        for one in read_plan(path, reference=None).activities
    ]


@pytest.mark.parametrize(
    ("between", "below"),
    [
        pytest.param("\n\n", "\n\n", id="each line a paragraph"),
        pytest.param("\n", "\n\n", id="lines that belong together"),
        pytest.param("\n", "\nLäge: pågår\n\n", id="other labels among them"),
    ],
)
def test_lines_above_labels_are_activities(written, between, below) -> None:
    records = "".join(
        f"{what}{between}Ansvarig: {who}{between}Klart: {when}{below}" for what, who, when in READ
    )
    text = f"# Plan\n\nHej.\n\n## Vad vi gör\n\n{records}\n\n## Annat\n\nHör av dig.\n"
    assert rows_in(written("plan.md", text)) == READ


def test_labels_below_one_heading_tell_of_what_it_names(written) -> None:
    text = "# Plan\n\n## Laga bron\n\nDen är gammal.\n\nAnsvarig: Bo Lund\n\nKlart: juni 2026\n"
    assert rows_in(written("plan.md", text)) == [READ[1]]


def test_labels_within_numbered_points_are_read_once(written) -> None:
    text = "".join(
        f"{n}) Något är fel. Åtgärd: {what}. Ansvarig: {who}. Klart: {when}.\n"
        for n, (what, who, when) in enumerate(READ, start=1)
    )
    plan = read_plan(written("lista.txt", f"Åtgärdslista efter rond\n\n{text}"), reference=None)
    assert [(one.number, one.responsible) for one in plan.activities] == [
        ("1", "Alva Ek"),
        ("2", "Bo Lund"),
    ]


def test_brackets_hold_who_where_most_of_them_hold_names(written) -> None:
    text = (
        "- **Januari** – kontakta alla (Alva Ek)\n- **Februari** – intervjuer (hela gruppen)\n"
        "- **Mars** – lämna förslag (Bo Lund)\n"
    )
    plan = read_plan(written("hjul.md", f"# Årshjul\n\n{text}"), reference=None)
    assert [(one.description, one.responsible) for one in plan.activities] == [
        ("kontakta alla", "Alva Ek"),
        ("intervjuer", "hela gruppen"),
        ("lämna förslag", "Bo Lund"),
    ]


def test_sections_that_people_head_hold_their_tasks(written) -> None:
    text = (
        "## Alva Ek\n- Boka tält senast 1 april 2026\n- Ringa kåren, maj 2026\n\n"
        "## Bo Lund\n- Skriva avtal, 15 april 2026\n"
    )
    plan = read_plan(written("plan.md", f"# Vem gör vad på marknaden\n\n{text}"), reference=None)
    assert [one.responsible for one in plan.activities] == ["Alva Ek", "Alva Ek", "Bo Lund"]


def test_sections_that_tell_of_people_hold_no_tasks(written) -> None:
    text = "## Alva Ek\n- Har bott i byn sedan 1990\n- Målar\n\n## Bo Lund\n- Fiskar\n- Läser\n"
    assert rows_in(written("plan.md", f"# Styrelsen presenterar sig\n\n{text}")) == []


@pytest.mark.parametrize(
    ("point", "row"),
    [
        (
            "rusta (klart till midsommar, Alva Ek ansvarar)",
            ("rusta", "Alva Ek", "klart till midsommar"),
        ),
        ("rusta (hela styrelsen, maj)", ("rusta", "hela styrelsen", "maj")),
        (
            "Beställ vitvaror @alva 2026-04-01",
            ("Beställ vitvaror 2026-04-01", "@alva", "2026-04-01"),
        ),
    ],
)
def test_who_and_when_behind_a_point(written, point, row) -> None:
    text = f"# Plan\n\n## Åtgärder\n\n- {point}\n- Bo Lund: laga bron\n"
    assert rows_in(written("plan.md", text))[0] == row
