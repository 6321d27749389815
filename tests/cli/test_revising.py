"""A revised document: what it takes away is told before anybody approves it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

HEAD = "Nr,Aktivitet,Ansvarig,Tidplan"
ROWS = (
    "1,Kartlägga alla praktikplatser,Praktikgruppen,Klart senast 1 mars 2027",
    "2,Ta fram utbildningsmaterial för handledare,Alva Ek,Klart senast 1 april 2027",
    "3,Ordna en konferens om praktik,Praktikgruppen,Klart senast 1 maj 2027",
    "4,Bygga en gemensam webbplats,Bo Lund,Klart senast 1 juni 2027",
    "5,Skriva en rapport till rådet,Praktikgruppen,Klart senast 1 december 2027",
)
GIVEN = ("--group", "Praktikgruppen")
APPROVED = "2027-01-04"
DAY = "2027-01-11"
Plan = Callable[..., Path]


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    def write(*rows: str, name: str = "plan.csv") -> Path:
        document = tmp_path / name
        document.write_text("\n".join((HEAD, *rows)), encoding="utf-8")
        return document

    return write


@pytest.fixture
def followed(tidplan, plan: Plan):
    given = (*GIVEN, "--reference", APPROVED, "--today", APPROVED, "--yes")
    assert tidplan("plan", "import", plan(*ROWS), *given).code == 0
    return tidplan


def without(*numbers: int) -> list[str]:
    return [row for at, row in enumerate(ROWS, 1) if at not in numbers]


@pytest.fixture
def wished(followed):
    """Row 4 goes on, and its group asks for a later time."""
    said = ("--status", "in-progress", "--comment", "Väntar på anbud", "--by", "Bo Lund")
    late = ("--new-deadline", "september 2027", "--today", DAY)
    assert followed("report", "4", *said, *late).code == 0
    return followed


LOST = (
    "praktikgruppen-4: pågår; senast rapporterad 2027-01-11 av Bo Lund: ”Väntar på anbud”; "
    "ärende 1 väntar på beslut om ny tid: ”september 2027”"
)


def test_a_row_that_is_gone_says_what_is_lost_with_it(wished, plan: Plan) -> None:
    said = wished("plan", "diff", plan(*without(4)), *GIVEN).out
    assert "En borttagen rad är på gång eller väntar på beslut: den avslutas när du godkänner." in said  # fmt: skip # noqa: E501
    assert LOST in said


def test_import_and_approval_say_it_too(wished, plan: Plan) -> None:
    imported = wished("plan", "import", plan(*without(4)), *GIVEN, "--today", DAY)
    assert LOST in imported.out
    assert LOST in wished("plan", "show").out
    assert LOST in wished("plan", "approve", "--today", DAY).out


def test_programs_are_told_what_is_lost(wished, plan: Plan) -> None:
    shorter = plan(*without(4))
    [gone] = [
        one
        for one in json.loads(wished("plan", "diff", shorter, *GIVEN, "--json").out)
        if one["change"] == "gone"
    ]
    [lost] = gone["history"]
    assert (lost["uid"], lost["status"]) == ("praktikgruppen-4", "in_progress")
    assert lost["case"]["proposed"] == "september 2027"


def test_a_row_that_nobody_has_spoken_of_closes_without_alarm(followed, plan: Plan) -> None:
    said = followed("plan", "diff", plan(*without(5)), *GIVEN).out
    assert "praktikgruppen-5: inte påbörjad; inget är rapporterat" in said
    assert "när du godkänner" not in said


def test_a_case_without_a_wish_is_told_as_one_that_waits(followed, plan: Plan) -> None:
    assert followed("evaluate", "--today", "2027-05-03").code == 0
    assert "ärende 1 väntar på beslut" in followed("plan", "diff", plan(*without(1)), *GIVEN).out


def test_a_row_that_is_done_loses_nothing(followed, plan: Plan) -> None:
    followed("report", "5", "--status", "done", "--today", DAY)
    said = followed("plan", "diff", plan(*without(5)), *GIVEN).out
    assert "borttagen, redan avslutad: 5. Skriva en rapport till rådet" in said
    assert "rapporterad" not in said


def test_a_row_that_comes_back_goes_on_where_it_stopped(wished, plan: Plan) -> None:
    assert wished("plan", "import", plan(*without(4)), *GIVEN, "--today", DAY, "--yes").code == 0
    said = wished("plan", "import", plan(*ROWS), *GIVEN, "--today", DAY, "--yes").out
    assert "En rad som var borttagen är tillbaka, med sin historia." in said
    assert "aktivitet, tillbaka: 4. Bygga en gemensam webbplats" in said
    assert LOST in said
    status = wished("status", "--today", DAY).out
    assert "praktikgruppen-4-v2" not in status
    assert "väntar på arbetsutskottets beslut" in status


SPLIT = (
    ROWS[0],
    "2a,Filma möten med utbildningsmaterial,Alva Ek,Klart senast 1 april 2027",
    "2b,Skriva utbildningsmaterial om handledning,Alva Ek,Klart senast 1 april 2027",
    *ROWS[2:],
)


def test_a_row_that_became_two_goes_on_in_the_nearest(followed, plan: Plan) -> None:
    followed("report", "2", "--status", "in-progress", "--today", DAY)
    said = followed("plan", "import", plan(*SPLIT), *GIVEN, "--today", DAY, "--yes").out
    assert "Nya: 1  Ändrade: 1  Borttagna: 0  Oförändrade: 4" in said
    assert "aktivitet, ändrad, troligen samma rad: 2b. Skriva utbildningsmaterial" in said
    assert "liknar en del av den förra ”2. Ta fram utbildningsmaterial för handledare”" in said
    found = json.loads(followed("status", "--json").out)["activities"]
    assert ("2b", "praktikgruppen-2", "in_progress") in {
        (one["number"], one["uid"], one["status"]) for one in found
    }


@pytest.fixture
def older(plan: Plan):
    """What was approved is from January; this reads as it did in the autumn before."""
    return plan(ROWS[0].replace("1 mars", "1 februari"), *ROWS[1:], name="gammal.csv")


OLD = ("--reference", "2026-10-01")
MAY_BE_OLDER = "Dokumentet är från 2026-10-01 och den godkända planen från 2027-01-04"


def test_a_document_that_is_older_than_the_plan_says_so(followed, older: Path) -> None:
    assert MAY_BE_OLDER in followed("plan", "diff", older, *GIVEN, *OLD).out
    assert MAY_BE_OLDER in followed("plan", "diff", older, *GIVEN, *OLD, "--json").err
    assert MAY_BE_OLDER in followed("plan", "import", older, *GIVEN, *OLD).out
    assert MAY_BE_OLDER in followed("plan", "show").out
    later = ("--reference", "2027-01-04")
    assert "äldre" not in followed("plan", "diff", older, *GIVEN, *later).out
    assert "äldre" not in followed("plan", "diff", older, *GIVEN).out


def test_it_is_not_approved_unseen(followed, older: Path) -> None:
    said = followed("plan", "import", older, *GIVEN, *OLD, "--yes")
    assert said.code == 1
    assert said.err.startswith(
        "Utkast 2 är sparat men inte godkänt: dokumentet är från 2026-10-01"
    )
    assert "1 februari" not in followed("status").out
    assert followed("plan", "approve", "2", "--today", DAY).code == 0
    assert "1 februari" in followed("status").out


def test_a_document_without_rows_is_refused_by_diff_as_by_import(followed, plan: Plan) -> None:
    empty = plan()
    compared = followed("plan", "diff", empty, *GIVEN)
    imported = followed("plan", "import", empty, *GIVEN, "--yes")
    assert (compared.code, compared.err) == (imported.code, imported.err)
    assert (compared.code, compared.out) == (2, "")


def test_rows_in_another_order_are_told_in_one_line(followed, plan: Plan) -> None:
    said = followed("plan", "diff", plan(*ROWS[1:], ROWS[0]), *GIVEN).out
    assert said.strip().splitlines() == [
        "Nya: 0  Ändrade: 0  Borttagna: 0  Oförändrade: 5",
        "En rad står på en annan plats: 1.",
    ]


def test_a_new_numbering_is_told_once_and_buries_no_change(followed, plan: Plan) -> None:
    rows = [f"{at + 1}{row[1:]}" for at, row in enumerate(ROWS, 1)]
    rows[2] = rows[2].replace("1 maj", "15 maj")
    said = followed("plan", "diff", plan(*rows), *GIVEN).out
    assert said.strip().splitlines() == [
        "Nya: 0  Ändrade: 1  Borttagna: 0  Oförändrade: 4",
        "En rad har fått en annan tid.",
        "5 rader har fått andra nummer: 1 → 2, 2 → 3, 3 → 4, 4 → 5, 5 → 6.",
        "  aktivitet, ändrad: 4. Ordna en konferens om praktik",
        "      Tidplan: Klart senast 1 maj 2027 → Klart senast 15 maj 2027 (2027-05-15)",
    ]
    for number in ("2", "6"):
        assert followed("plan", "import", plan(*rows), *GIVEN, "--yes").code == 0
        found = json.loads(followed("status", number, "--json").out)
        assert found["uid"] == f"praktikgruppen-{int(number) - 1}"


def test_what_a_version_left_out_does_not_stand_among_live_rows(wished, plan: Plan) -> None:
    wished("plan", "import", plan(*without(4)), *GIVEN, "--today", DAY, "--yes")
    said = wished("status", "--today", DAY).out
    assert "webbplats" not in said
    assert "En aktivitet som inte längre finns i planen visas inte: lägg till --all." in said
    everything = wished("status", "--all", "--today", DAY).out
    assert "praktikgruppen-4 · inte längre i planen (var: pågår)" in everything
    assert "--all" not in everything
    alone = wished("status", "praktikgruppen-4").out
    assert "inte längre i planen (var: pågår)" in alone
    programs = json.loads(wished("status", "--json").out)["activities"]
    assert {one["uid"]: one["left_out_as"] for one in programs}[
        "praktikgruppen-4"
    ] == "in_progress"


def test_what_people_ended_is_shown_as_before(followed) -> None:
    followed("report", "4", "--status", "cancelled", "--today", DAY)
    said = followed("status", "--today", DAY).out
    assert "praktikgruppen-4 · avslutad utan att bli klar" in said
    assert "visas inte" not in said


def test_a_proposal_waits_while_its_row_is_away(followed, plan: Plan) -> None:
    why = ("--because", "Ryms i rapporten", "--by", "Bo Lund", "--today", DAY)
    assert followed("propose", "drop", "praktikgruppen-4", *why).code == 0
    shorter = followed("plan", "import", plan(*without(4)), *GIVEN, "--today", DAY, "--yes").out
    assert "inget är rapporterat; ett förslag väntar på svar" in shorter
    assert "avslutas när du godkänner" in shorter
    assert "Ryms i rapporten" not in followed("proposals").out
    followed("plan", "import", plan(*ROWS), *GIVEN, "--today", DAY, "--yes")
    assert "Ryms i rapporten" in followed("proposals").out
