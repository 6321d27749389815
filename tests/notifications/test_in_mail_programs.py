"""What mail programs do with a letter: drop styles, block pictures, turn dark, read aloud."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from browser import chromium, violations
from letter_examples import EXAMPLES, messages
from letters import LINKED, NOW, a_letter, a_recipient, an_about, an_ask
from playwright.sync_api import Browser, Page

from notifications.messages import day_letter
from notifications.occasions.every import OCCASIONS, parts

NAMES = list(messages())
CLIPPED_AT = 102_000  # bytes; Gmail hides what comes after them

# What the letters may use of CSS, and what happens where a program does not know it: a list of
# our own, after what is known of Gmail, Outlook, Apple Mail, Yahoo, Thunderbird and Samsung Mail.
EVERYWHERE = {
    "background", "border-color", "border-left", "border-top", "color", "font-family", "font-size",
    "font-weight",
    "height", "letter-spacing", "line-height", "padding", "text-align", "text-decoration", "width",
}  # fmt: skip
AS_DECORATION = {
    "border-radius",  # square corners in Outlook for Windows
    "color-scheme", "supported-color-schemes",  # Apple Mail alone; others turn dark as they like
    "list-style",  # bullets in Outlook for Windows
    "margin",  # partly in Outlook for Windows
    "max-width",  # as wide as the window in Outlook for Windows
    "max-height", "mso-hide", "overflow",  # of the preview, which `display: none` hides alone
    "outline", "outline-offset",  # the browser's own mark of what has the focus
    "word-break",  # a long word makes the page wider
    "-webkit-text-size-adjust",
}  # fmt: skip
DISPLAYS = {"none", "block", "inline", "inline-block"}
MEDIA = {"(max-width: 600px)", "(prefers-color-scheme: dark)"}
TAGS = {
    "a", "body", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "head", "html", "li",
    "main", "meta", "p", "span", "strong", "style", "table", "td", "title", "tr", "ul",
}  # fmt: skip

every_message = pytest.mark.parametrize("name", NAMES)
every_language = pytest.mark.parametrize("language", ["sv", "en"])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


def shown(browser: Browser, html: str, *, width: int, scheme: str = "light") -> Page:
    page = browser.new_page(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page.set_content(html)
    return page


def is_as_wide_as_the_window(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


class Used(HTMLParser):
    """Tags, attributes and declarations of a mail."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.styles: list[str] = []
        self.sheets: list[str] = []
        self._in_sheet = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._in_sheet = tag == "style"
        for name, value in attrs:
            self.attributes.append((name, value or ""))
            if name == "style":
                self.styles.append(value or "")

    def handle_data(self, words: str) -> None:
        if self._in_sheet:
            self.sheets.append(words)

    def handle_endtag(self, _tag: str) -> None:
        self._in_sheet = False

    def declarations(self) -> list[tuple[str, str]]:
        inside = [body for sheet in self.sheets for body in re.findall(r"\{([^{}]*)\}", sheet)]
        found = [one for style in (*self.styles, *inside) for one in style.split(";")]
        pairs = [one.partition(":") for one in found if one.strip()]
        return [(name.strip(), value.strip()) for name, _, value in pairs]


@every_message
def test_only_what_mail_programs_know_is_used(name: str) -> None:
    used = Used(messages()[name].html)
    assert used.tags <= TAGS
    for prop, value in used.declarations():
        if prop == "display":
            assert value.removesuffix(" !important") in DISPLAYS
        else:
            assert prop in EVERYWHERE | AS_DECORATION, prop
        assert "var(" not in value
        assert "url(" not in value
        assert "calc(" not in value
    for sheet in used.sheets:
        assert set(re.findall(r"@\w+ ([^{]+?) \{", sheet)) <= MEDIA
        assert "@import" not in sheet
        assert "@font-face" not in sheet


@every_message
def test_nothing_is_fetched(name: str) -> None:
    used = Used(messages()[name].html)
    names = {name for name, _ in used.attributes}
    assert not names & {"src", "srcset", "background", "poster", "data", "action", "onload"}
    links = [value for name, value in used.attributes if name == "href"]
    assert all(re.match(r"mailto:|https://tidplan\.example\.se/", link) for link in links)


@every_message
def test_there_is_one_thing_to_do(name: str) -> None:
    """A button at most; the way out of the digest is no button."""
    html = messages()[name].html
    assert html.count('class="button"') <= 1
    assert html.count("<a ") - html.count('class="link"') <= 1


@every_message
def test_a_preview_comes_first_and_is_not_read_twice(name: str) -> None:
    body = messages()[name].html.partition("<body")[2]
    first = re.search(r"<div ([^>]*)>([^<]*)</div>", body)
    assert first
    assert "display:none" in first[1]
    assert 10 < len(first[2]) <= 130


def test_the_examples_show_every_occasion() -> None:
    shown_ones = {part.occasion for example in EXAMPLES.values() for part in parts(example("sv"))}
    assert shown_ones == {occasion.__name__ for occasion in OCCASIONS}


def test_a_long_letter_is_not_clipped() -> None:
    asks = tuple(
        an_ask(about=an_about(uid=f"HAL-{number}", description="Åtgärd och uppföljning " * 9))
        for number in range(25)
    )
    assert len(day_letter(a_letter(asks=asks), mail=LINKED, now=NOW).html.encode()) < CLIPPED_AT


@every_message
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_and_nothing_sticks_out(
    browser: Browser, name: str, scheme: str
) -> None:
    for language, width in (("sv", 360), ("en", 1024)):
        page = shown(browser, messages(language)[name].html, width=width, scheme=scheme)
        assert violations(page) == []
        assert is_as_wide_as_the_window(page)
        page.close()


def test_very_long_words_stay_within_a_phone(browser: Browser) -> None:
    word = "Samverkansutvecklingsprocesskartläggningsarbetsgruppsmedlemskap" * 3
    about = an_about(description=word, group=word)
    letter = a_letter(
        recipient=a_recipient(name=word), asks=(an_ask(about=about, others=(word,)),)
    )
    page = shown(browser, day_letter(letter, mail=LINKED, now=NOW).html, width=360)
    assert is_as_wide_as_the_window(page)
    page.close()


@every_message
@every_language
def test_it_reads_without_any_style(browser: Browser, name: str, language: str) -> None:
    """As where a program strips them: headings stay headings, in their order."""
    message = messages(language)[name]
    bare = re.sub(r"<style>.*?</style>| style=\"[^\"]*\"", "", message.html, flags=re.DOTALL)
    page = shown(browser, bare, width=360)
    words = " ".join(page.inner_text("main").split())
    at = 0
    for heading in page.locator("h1, h2, h3").all_inner_texts():
        at = words.index(heading, at)
    assert is_as_wide_as_the_window(page)
    page.close()
