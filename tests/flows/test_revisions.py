"""A revised document through the flow: what it takes away is shown, and an older one waits."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from builders import AUTUMN_22, a_deadline
from office import MONDAY, House, a_plan, a_row

from flows.import_plan import import_document
from models.store import open_database

SPRING = a_deadline("during", text="våren -23")
HEAD = "Nr,Aktivitet,Ansvarig,Tidplan\n"
SECOND = "2,Aktivitet 2 som gruppen ska göra klar,Handledargruppen,Klart hösten -22\n"


@pytest.fixture
def house(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    monkeypatch.setenv("TIDPLAN_HOME", str(tmp_path))
    monkeypatch.setenv("TIDPLAN_DATABASE_URL", sqlite_url)
    engine = open_database(sqlite_url)
    yield House(engine)
    engine.dispose()


def test_what_ends_with_a_row_that_is_gone_is_shown(house: House, tmp_path: Path) -> None:
    house.follows(a_plan([a_row("1", AUTUMN_22), a_row("2", AUTUMN_22)]))
    house.hears("1", "in_progress", today=MONDAY, new=SPRING)
    shorter = tmp_path / "kortare.csv"
    shorter.write_text(HEAD + SECOND)
    text = str(import_document.fn(str(shorter), group="Handledargruppen").data)
    assert "- En borttagen rad är på gång eller väntar på beslut" in text
    assert "senast rapporterad 2022-11-28 av Anna Ek: ”Så här gick det”" in text
    assert "ärende 1 väntar på beslut om ny tid: ”våren -23”" in text


def test_an_older_document_stays_a_draft_though_told_to_approve(
    house: House, tmp_path: Path
) -> None:
    house.follows(a_plan([a_row("1", AUTUMN_22), a_row("2", AUTUMN_22)]))
    older = tmp_path / "gammal.csv"
    older.write_text(HEAD + SECOND)
    given = {"group": "Handledargruppen", "reference": date(2021, 11, 1)}
    shown = import_document.fn(str(older), **given)
    assert str(shown.message).endswith("kan vara en äldre version.")
    ended = import_document.fn(str(older), **given, approve=True)
    assert ended.is_failed()
    assert "är sparat men inte godkänt: dokumentet är från 2021-11-01" in str(ended.message)
    assert "- borttagen: 1. Aktivitet 1" in str(ended.data)
    assert house.activity("1").closed_on is None


def test_a_new_numbering_and_a_new_order_are_a_line_each(house: House, tmp_path: Path) -> None:
    house.follows(a_plan([a_row("1", AUTUMN_22), a_row("2", AUTUMN_22)]))
    turned = tmp_path / "omvand.csv"
    first = SECOND.replace("Aktivitet 2", "Aktivitet 1")
    turned.write_text(HEAD + SECOND.replace("2,", "1,", 1) + first)
    text = str(import_document.fn(str(turned), group="Handledargruppen").data)
    assert "- 2 rader har fått andra nummer: 2 → 1, 1 → 2." in text
    assert "- En rad står på en annan plats: 1." in text
    assert "- ändrad" not in text
