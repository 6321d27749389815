"""Plans in e-mail: the writer's own words count, and not those that are answered."""

from datetime import date

from intake.read import read_document, read_plan
from tests.intake.open_documents import letter

OWN = """Hej!

Det här kom vi överens om, med mina ändringar:

- Bo Lund: skicka enkäten senast 20 mars
- Siv Dal: boka lokal senast 1 april
"""
OLD = "- Bo Lund: skicka enkäten senast 13 mars\n- Siv Dal: boka lokal senast 25 mars\n"


def saved(tmp_path, message):
    path = tmp_path / "brev.eml"
    path.write_bytes(message.as_bytes())
    return path


def dues(path) -> list[str]:
    return [one.deadline.text for one in read_plan(path, reference=None).activities]


def quoted(text: str) -> str:
    return "".join(f"> {line}\n" for line in text.splitlines())


def test_a_quoted_letter_is_left_out_and_said(tmp_path) -> None:
    text = f"{OWN}\nDen 3 mars 2026 kl. 16:02 skrev Bo Lund\n<bo.lund@example.se>:\n{quoted(OLD)}"
    path = saved(tmp_path, letter("Sv: Åtgärder efter mötet", text))
    assert dues(path) == ["senast 20 mars", "senast 1 april"]
    plan = read_plan(path, reference=None)
    assert plan.title == "Åtgärder efter mötet"
    assert any("svarar på" in one for one in plan.warnings)


def test_a_letter_below_its_head_is_left_out(tmp_path) -> None:
    head = "Från: Bo Lund\nSkickat: den 3 mars 2026\nTill: Alva Ek\nÄmne: Åtgärder\n\n"
    path = saved(tmp_path, letter("SV: Åtgärder efter mötet", f"{OWN}\n{head}{OLD}"))
    assert dues(path) == ["senast 20 mars", "senast 1 april"]


def test_a_letter_that_is_only_handed_on_is_read(tmp_path) -> None:
    head = "-----Ursprungligt meddelande-----\nFrån: Bo Lund\nSkickat: 3 mars\nTill: Alva Ek\n\n"
    text = f"Se nedan!\n\n{head}Åtgärder efter mötet:\n\n{OLD}"
    path = saved(tmp_path, letter("VB: Åtgärder", text))
    assert dues(path) == ["senast 13 mars", "senast 25 mars"]


def test_a_letter_that_says_nothing_itself_is_read_with_those_below_it_and_that_is_said(
    tmp_path,
) -> None:
    text = f"Jag godkänner.\n\nDen 3 mars 2026 kl. 16:02 skrev Bo Lund:\n{quoted(OLD)}"
    path = saved(tmp_path, letter("Sv: Åtgärder efter mötet", text))
    assert dues(path) == ["senast 13 mars", "senast 25 mars"]
    assert any("säger själv" in one for one in read_plan(path, reference=None).warnings)


def test_of_a_letter_that_is_handed_on_nobody_says_so(tmp_path) -> None:
    text = f"{OWN}\n{quoted('Bo och Siv var med på mötet.')}"
    plan = read_plan(saved(tmp_path, letter("VB: Åtgärder", text)), reference=None)
    assert plan.activities
    assert not any("säger själv" in one for one in plan.warnings)


def test_a_table_that_is_pasted_with_tabs_has_its_cells_and_a_signature_is_no_letter(
    tmp_path,
) -> None:
    table = "Nr\tAktivitet\tAnsvarig\tTidplan\n1\tMåla båten\tBo Lund\ti höst\n"
    text = f"Hej!\n\nHär är planen som vi talade om på mötet:\n\n{table}\n-- \nAlva Ek\n"
    plan = read_plan(saved(tmp_path, letter("Plan för båten", text)), reference=None)
    told = [(one.description, one.responsible, one.deadline.text) for one in plan.activities]
    assert told == [("Måla båten", "Bo Lund", "i höst")]
    assert not any("svarar på" in one for one in plan.warnings)


def test_quoted_tables_are_left_out(tmp_path) -> None:
    table = "<table><tr><th>Vad</th><th>Vem</th><th>När</th></tr><tr><td>Hyra tält</td>"
    table += "<td>Bo Lund</td><td>{}</td></tr></table>"
    page = f"<p>Hej alla, här är planen med nya tider.</p>{table.format('maj 2026')}"
    page += f"<blockquote>{table.format('april 2026')}</blockquote>"
    message = letter("Sv: Plan för marknaden", "Se tabellen.")
    message.add_alternative(f"<html><body>{page}</body></html>", subtype="html")
    assert dues(saved(tmp_path, message)) == ["maj 2026"]


def test_its_day_is_where_times_are_understood_from(tmp_path) -> None:
    read = read_document(saved(tmp_path, letter("Åtgärder efter mötet", OWN)), reference=None)
    assert read.reference == date(2026, 2, 4)
    assert read.plan.activities[0].deadline.due == date(2026, 3, 20)


def test_an_attachment_is_told_and_not_opened(tmp_path) -> None:
    message = letter("Åtgärder efter mötet", OWN)
    message.add_attachment(b"PK", maintype="application", subtype="zip", filename="plan.docx")
    assert any(
        "plan.docx" in one for one in read_plan(saved(tmp_path, message), reference=None).warnings
    )
