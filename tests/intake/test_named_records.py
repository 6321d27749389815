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
