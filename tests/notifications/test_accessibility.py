"""Readable by everyone: contrast in light and dark, headings and lists in order, no images."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from letters import MAIL, NOW, a_digest, a_full_digest, a_letter, a_reminder, some_gaps

from notifications.letter import Letter
from notifications.messages import day_letter

ENOUGH = 4.5  # WCAG 2.2, 1.4.3
LETTERS = {
    "reminder": a_reminder(),
    "digest": a_full_digest(),
    "on track": a_letter(digest=a_digest()),
    "secretariat": some_gaps(),
}
TEXT_ON = {
    "ink": ("sheet", "card"),
    "soft": ("sheet", "card"),
    "late": ("late",),
    "soon": ("soon",),
    "calm": ("calm",),
    "button": ("button",),
}

every_letter = pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS)


def html_of(letter: Letter) -> str:
    return day_letter(letter, mail=MAIL, now=NOW).html


class Tags(HTMLParser):
    """Opening tags in order, with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, {name: value or "" for name, value in attrs}))

    def named(self, *names: str) -> list[str]:
        return [tag for tag, _ in self.all if tag in names]


def light(html: str) -> dict[str, dict[str, str]]:
    """The colours of each class as its style attributes give them."""
    found: dict[str, dict[str, str]] = {}
    for _, attributes in Tags(html).all:
        for name in attributes.get("class", "").split():
            found.setdefault(name, {}).update(colours(attributes.get("style", "")))
    return found


def dark(html: str) -> dict[str, dict[str, str]]:
    rules = re.search(r"prefers-color-scheme: dark\) \{(.*?)\n\}", html, re.DOTALL)
    assert rules
    return {name: colours(style) for name, style in re.findall(r"\.(\w+) \{(.*?)\}", rules[1])}


def colours(style: str) -> dict[str, str]:
    return dict(re.findall(r"(?<![-\w])(background|color):\s*(#[0-9a-f]{6})", style))


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@every_letter
@pytest.mark.parametrize("mode", [light, dark])
def test_every_text_stands_out_from_its_ground(letter: Letter, mode: object) -> None:
    found = light(html_of(letter)) if mode is light else dark(html_of(letter))
    pairs = [
        (text, ground)
        for text, grounds in TEXT_ON.items()
        for ground in grounds
        if "color" in found.get(text, {}) and "background" in found.get(ground, {})
    ]
    assert ("ink", "sheet") in pairs
    for text, ground in pairs:
        assert contrast(found[text]["color"], found[ground]["background"]) >= ENOUGH, (
            text,
            ground,
        )


@every_letter
def test_headings_go_down_one_step_at_a_time(letter: Letter) -> None:
    levels = [int(tag[1]) for tag in Tags(html_of(letter)).named("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@every_letter
def test_cards_are_a_list_and_layout_tables_say_so(letter: Letter) -> None:
    tags = Tags(html_of(letter))
    assert bool(tags.named("li")) == bool(tags.named("ul"))
    assert all(given.get("role") == "presentation" for tag, given in tags.all if tag == "table")
    assert not tags.named("img", "script", "form", "iframe", "link")


@every_letter
def test_the_page_says_its_language_and_can_be_enlarged(letter: Letter) -> None:
    html = html_of(letter)
    assert '<html lang="sv" dir="ltr">' in html
    assert "user-scalable" not in html
    assert "maximum-scale" not in html
