"""What people see and do, in a real browser: phone and desk, with and without script."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from browser import WIDTHS, goes_on, violations
from office import COMMITTEE, LATE, MEMBERS, MONDAY, SECRETARY, House, a_person, a_plan
from playwright.sync_api import Browser, ConsoleMessage, Page, expect
from served import token_for

WORDS: dict[str, dict[str, str]] = {
    "sv": {"done": "Klar", "saved": "Tack!", "undone": "ångrat", "review": "Granska besluten"},
    "en": {"done": "Done", "saved": "Thank you!", "undone": "undone", "review": "Review"},
}

every_width = pytest.mark.parametrize("width", WIDTHS)
every_language = pytest.mark.parametrize("language", ["sv", "en"])


def follows_in(house: House, language: str, approved: date = date(2022, 2, 1)) -> None:
    people = [(name, ()) for name in MEMBERS]
    people += [(name, (("committee", None),)) for name in COMMITTEE]
    people += [(SECRETARY, (("secretariat", None),))]
    house.people(*(a_person(name, *roles, language=language) for name, roles in people))
    house.imports(a_plan())
    house.approves(approved)


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Any]:
    """A new page; whatever the browser complains of fails the test."""
    opened, complaints = [], list[str]()

    def note(message: ConsoleMessage) -> None:
        if "/a/" not in message.location["url"]:  # a page that says no has a status that says it
            complaints.append(message.text)

    def at(width: int, *, script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=script
        )
        opened.append(context)
        page = context.new_page()
        page.on("console", note)
        return page

    yield at
    for context in opened:
        context.close()
    assert complaints == []


def is_as_wide_as_the_window(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


SMALL_TARGETS = """
() => [..."a, button, summary, select, textarea, input:not([type=hidden])".split(", ")]
  .flatMap(kind => [...document.querySelectorAll(kind)])
  .map(found => found.closest("label") ?? found)
  .map(found => [found.getBoundingClientRect(), found.outerHTML.slice(0, 100)])
  .filter(([box]) => box.width > 0 && box.height < 44)
  .map(([box, words]) => `${box.height}: ${words}`)
"""


def is_well_made(page: Page) -> None:
    """axe-core finds nothing, nothing is too wide even at 320 pixels, a thumb hits everything."""
    assert violations(page) == []
    assert is_as_wide_as_the_window(page)
    window = page.viewport_size
    assert window is not None
    if window["width"] == min(WIDTHS):
        assert page.evaluate(SMALL_TARGETS) == []
        page.set_viewport_size({"width": 320, "height": window["height"]})
        assert is_as_wide_as_the_window(page)
        page.set_viewport_size(window)


@every_width
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@every_language
def test_a_reminder_is_answered_with_one_click_and_nobody_is_asked_again(
    served: Any, open_page: Any, width: int, script: bool, language: str
) -> None:
    house, words = served.house, WORDS[language]
    follows_in(house, language)
    house.lives(MONDAY)
    house.sends()
    page = open_page(width, script=script)
    page.goto(f"{served.url}/a/{token_for(house, 'Anna Ek')}")
    for _ in range(3):
        goes_on(page, page.get_by_role("button", name=words["done"], exact=True).first)
        expect(page.get_by_role("status")).to_contain_text(words["saved"])
    house.lives(date(2022, 12, 5))
    digest = house.letter_to("Eva Holm", day=date(2022, 12, 5))
    assert digest.count("Anna Ek") == 3
    assert house.lives(date(2022, 12, 12)) == ["Eva Holm", "Frans Lilja"]


@every_width
@every_language
def test_every_state_of_the_members_page_is_well_made(
    served: Any, open_page: Any, width: int, language: str
) -> None:
    house, words = served.house, WORDS[language]
    follows_in(house, language)
    house.lives(MONDAY)
    house.sends()
    page = open_page(width)
    address = f"{served.url}/a/{token_for(house, 'Anna Ek')}"
    page.goto(address)
    is_well_made(page)
    for summary in page.locator("summary").all():
        summary.click()
    is_well_made(page)
    page.locator("input[name=new_time]").first.fill("kaffe")
    goes_on(page, page.locator("button[value=late]").first)
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("input[name=new_time]").first).to_have_value("kaffe")
    is_well_made(page)
    page.locator("input[name=new_time]").first.fill("1 mars 2024")
    goes_on(page, page.locator("button[value=late]").first)
    is_well_made(page)
    goes_on(page, page.locator("button[name=confirmed]"))
    expect(page.get_by_role("status")).to_contain_text(words["saved"])
    is_well_made(page)
    goes_on(page, page.locator("form[action$=undo] button"))
    expect(page.get_by_role("status")).to_contain_text(words["undone"])
    is_well_made(page)
    page.goto(f"{served.url}/a/{'x' * 32}")
    is_well_made(page)
    goes_on(page, page.locator("main button"))
    is_well_made(page)
    goes_on(page, page.get_by_role("link").last)
    is_well_made(page)


@every_width
@every_language
def test_a_digest_leads_to_a_decision(
    served: Any, open_page: Any, width: int, language: str
) -> None:
    house, words = served.house, WORDS[language]
    follows_in(house, language)
    house.lives(LATE)
    house.sends()
    served.clock.moment = datetime(2023, 2, 6, 13, tzinfo=UTC)
    page = open_page(width)
    page.goto(f"{served.url}/a/{token_for(house, 'Eva Holm', day=LATE)}")
    is_well_made(page)
    goes_on(page, page.locator("main .send button"))
    expect(page.get_by_role("alert")).to_be_visible()
    is_well_made(page)
    page.locator("input[value=accept_new_time]").first.check()
    page.locator("input[name^=words_]").first.fill("15 maj 2023")
    page.locator("input[value=reassign]").nth(1).check()
    page.locator("select").nth(1).select_option("Bo Asp")
    is_well_made(page)
    goes_on(page, page.get_by_role("button", name=words["review"]))
    is_well_made(page)
    goes_on(page, page.locator("button[name=confirmed]"))
    expect(page.get_by_role("status")).to_be_visible()
    is_well_made(page)
    house.lives(date(2023, 2, 13))
    assert "Aktivitet 2" in house.letter_to("Bo Asp", day=date(2023, 2, 13))
    house.lives(date(2023, 5, 2))
    assert "15 maj 2023" in house.letter_to("Anna Ek", day=date(2023, 5, 2))


@every_width
@every_language
def test_a_proposal_goes_from_the_group_to_the_committee(
    served: Any, open_page: Any, width: int, language: str
) -> None:
    house = served.house
    follows_in(house, language)
    house.lives(MONDAY)
    house.sends()
    page = open_page(width)
    page.goto(f"{served.url}/a/{token_for(house, 'Anna Ek')}")
    goes_on(page, page.locator(".look a[href*=groups]").first)
    page.locator("details.table summary").click()
    is_well_made(page)
    goes_on(page, page.locator("a[href$=propose]"))
    is_well_made(page)
    for summary in page.locator("summary").all():
        summary.click()
    is_well_made(page)
    page.locator("#which-reword").select_option(index=1)
    page.locator("#time-reword").fill("kaffe")
    page.locator("#reason-reword").fill("Vi väntar på en upphandling")
    goes_on(page, page.locator("form:has(#time-reword) button"))
    expect(page.get_by_role("alert")).to_contain_text("kaffe")
    expect(page.locator("#reason-reword")).to_have_value("Vi väntar på en upphandling")
    is_well_made(page)
    page.locator("#time-reword").fill("1 mars 2024")
    goes_on(page, page.locator("form:has(#time-reword) button"))
    is_well_made(page)
    goes_on(page, page.locator("button[name=confirmed]"))
    expect(page.get_by_role("status")).to_be_visible()
    is_well_made(page)
    day = date(2022, 12, 5)
    house.lives(day)
    house.sends()
    served.clock.moment = datetime(2022, 12, 5, 13, tzinfo=UTC)
    page.goto(f"{served.url}/a/{token_for(house, 'Eva Holm', day=day)}")
    is_well_made(page)
    page.locator("input[value=accept]").check()
    goes_on(page, page.locator("main .send button"))
    is_well_made(page)
    goes_on(page, page.locator("button[name=confirmed]"))
    is_well_made(page)
    goes_on(page, page.locator(".look a[href*=activities]").first)
    is_well_made(page)


@every_width
def test_ones_own_page_and_a_calendar_are_well_made(
    served: Any, open_page: Any, width: int
) -> None:
    house = served.house
    follows_in(house, "sv")
    house.lives(MONDAY)
    house.sends()
    page = open_page(width)
    page.goto(f"{served.url}/a/{token_for(house, 'Anna Ek')}")
    goes_on(page, page.get_by_role("link", name="Borta en tid"))
    is_well_made(page)
    page.get_by_label("Högst ett i veckan").first.check()
    goes_on(page, page.get_by_role("button", name="Spara").last)
    expect(page.get_by_role("status")).to_be_visible()
    is_well_made(page)
    goes_on(page, page.get_by_role("button", name="Skapa en kalenderadress"))
    expect(page.get_by_label("Kalenderadress")).to_have_value(re.compile(r"/c/[\w-]{32}\.ics$"))
    is_well_made(page)


def test_the_keyboard_is_enough(served: Any, open_page: Any) -> None:
    house = served.house
    follows_in(house, "sv")
    house.lives(MONDAY)
    house.sends()
    page = open_page(1280)
    page.goto(f"{served.url}/a/{token_for(house, 'Anna Ek')}")
    page.keyboard.press("Tab")
    expect(page.locator("button[value=done]").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Tack!")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Ångra")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("status")).to_contain_text("ångrat")


def test_enter_in_a_field_never_sends_another_answer(served: Any, open_page: Any) -> None:
    house = served.house
    follows_in(house, "sv")
    house.lives(MONDAY)
    house.sends()
    page = open_page(360)
    page.goto(f"{served.url}/a/{token_for(house, 'Anna Ek')}")
    page.locator("summary", has_text="Försenad").first.click()
    page.locator("input[name=new_time]").first.fill("1 mars 2024")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Har vi förstått rätt?")


def test_dark_mode_is_as_readable(served: Any, browser: Browser) -> None:
    house = served.house
    follows_in(house, "sv")
    house.lives(LATE)
    house.sends()
    served.clock.moment = datetime(2023, 2, 6, 13, tzinfo=UTC)
    context = browser.new_context(viewport={"width": 360, "height": 800}, color_scheme="dark")
    page = context.new_page()
    for name in ("Eva Holm", "Anna Ek"):
        page.goto(f"{served.url}/a/{token_for(house, name, day=LATE)}")
        is_well_made(page)
    context.close()


def test_a_scanner_that_runs_scripts_changes_nothing(served: Any, open_page: Any) -> None:
    house = served.house
    follows_in(house, "sv")
    house.lives(MONDAY)
    house.sends()
    page = open_page(1280)
    address = f"{served.url}/a/{token_for(house, 'Anna Ek')}"
    for _ in range(3):
        page.goto(address)
        page.mouse.wheel(0, 2000)
        page.wait_for_load_state("networkidle")
    assert page.locator("button[value=done]").count() == 3
    assert page.evaluate("document.scripts.length") == 0


@every_width
@every_language
def test_old_rows_are_one_list_with_one_click_a_row_and_one_button(
    served: Any, open_page: Any, width: int, language: str
) -> None:
    house, words = served.house, WORDS[language]
    follows_in(house, language, approved=MONDAY + timedelta(days=365))
    served.clock.moment = datetime(2023, 11, 28, 13, tzinfo=UTC)
    day = served.clock.moment.date()
    house.lives(day)
    house.sends()
    page = open_page(width)
    page.goto(f"{served.url}/a/{token_for(house, 'Anna Ek', day=day)}")
    is_well_made(page)
    old = page.get_by_role("group").filter(has=page.get_by_role("radio"))
    for row in range(old.count()):
        old.nth(row).get_by_label(words["done"], exact=True).check()
    goes_on(page, page.locator("form[action$='/passed'] button"))
    expect(page.get_by_role("status")).to_contain_text(words["saved"])
    assert page.get_by_role("radio").count() == 0
    is_well_made(page)
