"""What became of old rows: one list on the page, one click a row, one button."""

import re
from datetime import UTC, date, datetime

import httpx
import pytest
from builders import DURING_24, a_deadline
from forms import visit
from office import House, a_plan, a_row
from served import Clock, token_for
from sqlalchemy import select

from models.store import transaction
from models.tables.following import ProgressReport
from models.tables.plans import Activity

APPROVED = date(2022, 2, 7)
OLD = [
    a_deadline("by", due=date(year, 6, 30), text=f"Senast i juni {year}") for year in (2019, 2020)
]


@pytest.fixture
def token(house: House, clock: Clock) -> str:
    house.people()
    rows = [a_row(str(at), deadline) for at, deadline in enumerate([*OLD, DURING_24], 1)]
    house.imports(a_plan(rows, reporting=[]))
    house.approves(APPROVED)
    house.lives(APPROVED)
    house.sends()
    clock.moment = datetime(2022, 2, 7, 13, tzinfo=UTC)
    return token_for(house, "Anna Ek", day=APPROVED)


def seen(html: str) -> dict[str, str]:
    """The hidden fields of the list, in its order."""
    return dict(re.findall(r'name="(seen_\d+)" value="(\d+)"', html))


def sends(pages: str, token: str, fields: dict[str, str], *became: str) -> httpx.Response:
    rows = [name.removeprefix("seen_") for name in fields]
    given = {f"became_{row}": said for row, said in zip(rows, became, strict=False) if said}
    return httpx.post(f"{pages}/a/{token}/passed", data=fields | given, follow_redirects=True)


def standing(house: House) -> dict[str | None, str]:
    with transaction(house.engine) as session:
        return {one.number: one.status for one in session.scalars(select(Activity))}


def reports(house: House) -> list[tuple[str, str]]:
    with transaction(house.engine) as session:
        found = session.scalars(select(ProgressReport).order_by(ProgressReport.id))
        return [(one.said_by, one.status) for one in found]


def test_a_click_a_row_and_one_button_answer_all(pages: str, token: str, house: House) -> None:
    page = visit(pages, token)
    assert page.text.count('type="radio"') == 6
    done = sends(pages, token, seen(page.text), "done", "cancelled")
    assert "Tack! Svaret är sparat." in done.text
    assert "Vad blev det av de här?" not in done.text
    assert done.text.count("Ångra") == 2
    assert standing(house) == {"1": "done", "2": "cancelled", "3": "not_started"}
    assert reports(house) == [("Anna Ek", "done"), ("Anna Ek", "cancelled")]


def test_a_row_that_is_left_stays_a_question(pages: str, token: str, house: House) -> None:
    answered = sends(pages, token, seen(visit(pages, token).text), "", "in_progress")
    assert answered.text.count('type="radio"') == 3
    assert standing(house)["1"] == "not_started"


def test_nothing_chosen_is_said(pages: str, token: str, house: House) -> None:
    answered = sends(pages, token, seen(visit(pages, token).text))
    assert answered.status_code == 422
    assert "Inget svar är valt" in answered.text
    assert reports(house) == []


def test_sent_twice_is_one_answer(pages: str, token: str, house: House) -> None:
    fields = seen(visit(pages, token).text)
    for _ in range(2):
        assert sends(pages, token, fields, "done").status_code == 200
    assert len(reports(house)) == 1


def test_somebody_else_was_faster(pages: str, token: str, house: House) -> None:
    fields = seen(visit(pages, token).text)
    house.hears("1", "in_progress", today=APPROVED)
    answered = sends(pages, token, fields, "cancelled", "done")
    assert answered.status_code == 409
    assert "Någon annan har hunnit svara" in answered.text
    assert standing(house) == {"1": "in_progress", "2": "not_started", "3": "not_started"}


def test_rows_of_other_letters_are_out_of_reach(pages: str, token: str, house: House) -> None:
    with transaction(house.engine) as session:
        other = session.scalars(select(Activity).where(Activity.number == "3")).one().id
    answered = sends(pages, token, {f"seen_{other}": "0"}, "done")
    assert answered.status_code == 422
    assert standing(house)["3"] == "not_started"
