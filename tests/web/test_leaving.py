"""A person's own page: away for a while, fewer letters, a calendar to follow."""

import re
from datetime import date

import httpx
import pytest
from browser import WIDTHS, goes_on, violations
from forms import visit
from office import MONDAY, House
from playwright.sync_api import Browser, expect
from served import token_for
from sqlalchemy import select

from models.store import transaction
from models.tables.people import Person

LATER = date(2022, 12, 12)


@pytest.fixture
def token(house: House) -> str:
    house.follows()
    house.lives(MONDAY)
    house.sends()
    return token_for(house, "Anna Ek")


def test_who_says_so_is_not_asked_until_back(pages: str, token: str, house: House) -> None:
    sent = httpx.post(
        f"{pages}/a/{token}/away",
        data={"first": "2022-11-29", "last": "2022-12-16", "instead": "0"},
        follow_redirects=True,
    )
    assert "Sparat." in sent.text
    assert "Anna Ek" not in house.lives(LATER)


def test_coming_back_early_is_one_click(pages: str, token: str, house: House) -> None:
    days = {"first": "2022-11-28", "last": "2022-12-16"}
    httpx.post(f"{pages}/a/{token}/away", data=days)
    assert "till och med 16 december 2022" in httpx.get(f"{pages}/a/{token}/own").text
    httpx.post(f"{pages}/a/{token}/back")
    assert "till och med" not in httpx.get(f"{pages}/a/{token}/own").text
    assert "Anna Ek" in house.lives(LATER)


@pytest.mark.parametrize(
    "days",
    [
        {"first": "2022-12-02", "last": "2022-12-01"},
        {"first": "2022-12-02"},
        {"first": "", "last": ""},
        {"first": "i morgon", "last": "sen"},
    ],
)
def test_days_that_cannot_be_are_told(pages: str, token: str, days: dict[str, str]) -> None:
    refused = httpx.post(f"{pages}/a/{token}/away", data=days)
    assert refused.status_code == 422


def test_only_colleagues_can_stand_in(pages: str, token: str, house: House) -> None:
    days = {"first": "2022-11-28", "last": "2022-12-16", "instead": "999"}
    httpx.post(f"{pages}/a/{token}/away", data=days)
    page = httpx.get(f"{pages}/a/{token}/own").text
    assert "svarar i stället." not in page
    assert "Eva Holm" not in page
    assert visit(pages, token).status_code == 200
    assert "Anna Ek" not in house.lives(LATER)


def test_people_choose_how_often_they_get_letters(pages: str, token: str, house: House) -> None:
    page = httpx.post(f"{pages}/a/{token}/pace", data={"pace": "week"}, follow_redirects=True)
    assert re.search(r'value="week" checked', page.text)
    with transaction(house.engine) as session:
        [person] = session.scalars(select(Person).where(Person.name == "Anna Ek"))
        assert person.mail_pace == "week"
    httpx.post(f"{pages}/a/{token}/pace", data={"pace": ""})
    assert re.search(r'value="" checked', httpx.get(f"{pages}/a/{token}/own").text)
    assert httpx.post(f"{pages}/a/{token}/pace", data={"pace": "never"}).status_code == 422


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_is_well_made(pages: str, token: str, browser: Browser, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{pages}/a/{token}")
    goes_on(page, page.get_by_role("link", name="Borta en tid"))
    assert violations(page) == []
    page.get_by_label("Sista dagen").fill("2022-12-20")
    page.get_by_label("Vem svarar i stället?").select_option("Bo Asp")
    goes_on(page, page.get_by_role("button", name="Spara").first)
    expect(page.get_by_role("status")).to_be_visible()
    assert "Bo Asp svarar i stället." in page.content()
    assert violations(page) == []
    page.close()
