"""A reader of the digest does without it: by the mail program's button, or on the page."""

from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import httpx
import pytest
from browser import WIDTHS, violations
from office import COMMITTEE, LATE, SECRETARY, House, address
from playwright.sync_api import Browser, expect
from served import LINKS, token_for

from actions.people import ensure_membership
from models.people_queries import groups, people_by_name

EVA, FRANS = COMMITTEE
NEXT_WEEK = LATE + timedelta(days=7)
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def token(house: House) -> str:
    house.follows()
    house.lives(LATE)
    house.sends()
    return token_for(house, EVA, day=LATE)


def test_the_mail_programs_button_needs_no_page(pages: str, token: str, house: House) -> None:
    sent = httpx.post(f"{pages}/a/{token}/no-digest", data=ONE_CLICK)
    assert sent.status_code == 200  # RFC 8058: no redirect
    written = house.lives(NEXT_WEEK)
    assert EVA not in written
    assert FRANS in written


def test_a_multipart_form_will_do(pages: str, token: str, house: House) -> None:
    form = {name: (None, value) for name, value in ONE_CLICK.items()}
    assert httpx.post(f"{pages}/a/{token}/no-digest", files=form).status_code == 200
    assert EVA not in house.lives(NEXT_WEEK)


def test_looking_changes_nothing(pages: str, token: str, house: House) -> None:
    assert httpx.get(f"{pages}/a/{token}/no-digest").status_code == 200
    assert EVA in house.lives(NEXT_WEEK)


def test_the_secretariat_is_told(pages: str, token: str, house: House) -> None:
    httpx.post(f"{pages}/a/{token}/no-digest", data=ONE_CLICK)
    house.lives(NEXT_WEEK)
    said = house.letter_to(SECRETARY, day=NEXT_WEEK)
    assert f"{EVA} i arbetsutskottet har tackat nej till veckomejlet." in said


def test_what_is_asked_of_the_reader_comes_all_the_same(
    pages: str, token: str, house: House
) -> None:
    httpx.post(f"{pages}/a/{token}/no-digest", data=ONE_CLICK)
    with house.open() as (session, council):
        [group] = groups(session, council.id, kind="working_group")
        [eva] = people_by_name(session, council.id, EVA.lower())
        ensure_membership(session, group, eva, "member")
    days = [NEXT_WEEK + timedelta(days=number) for number in range(14)]
    assert any(EVA in house.lives(day) for day in days)


def test_the_header_leads_there(token: str, house: House) -> None:
    [letter] = [one for one in house.outbox(day=LATE) if one.recipient == address(EVA)]
    whole = LINKS.made_whole(letter.content, letter.message_id)
    header = message_from_bytes(whole, policy=default)["List-Unsubscribe"]
    assert header.startswith(f"<{LINKS.url}/a/{token}/no-digest>, <mailto:tidplan@example.se")


def test_a_stranger_cannot_decline_for_anybody(pages: str, token: str, house: House) -> None:
    assert httpx.post(f"{pages}/a/{'x' * 32}/no-digest", data=ONE_CLICK).status_code == 404
    there = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    refused = httpx.post(f"{pages}/a/{token}/no-digest", data=ONE_CLICK, headers=there)
    assert refused.status_code == 403
    assert EVA in house.lives(NEXT_WEEK)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_is_well_made_and_takes_it_back(
    pages: str, token: str, house: House, browser: Browser, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{pages}/a/{token}/no-digest")
    assert violations(page) == []
    page.get_by_role("button", name="Sluta skicka veckomejlet").click()
    expect(page.get_by_role("status")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Skicka veckomejlet igen").click()
    expect(page.get_by_role("button", name="Sluta skicka veckomejlet")).to_be_visible()
    page.close()
    assert EVA in house.lives(NEXT_WEEK)
