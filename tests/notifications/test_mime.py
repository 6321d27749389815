"""Every mail of every language and content keeps to the standards of mail."""

import re
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letters import (
    DAY,
    MAIL,
    NOW,
    a_case,
    a_digest,
    a_full_digest,
    a_letter,
    a_recipient,
    a_reminder,
    an_about,
    an_ask,
    some_gaps,
)

from deadlines.deadline import Deadline
from notifications.letter import Letter
from notifications.links import LinkSettings
from notifications.message import Message
from notifications.messages import day_letter

LONGEST_LINE = 998  # RFC 5322, 2.1.1
written = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120)


@st.composite
def letters(draw: st.DrawFn) -> Letter:
    about = an_about(
        uid=draw(written),
        group=draw(written),
        number=draw(st.none() | written),
        description=draw(written),
        deadline=draw(deadlines()),
    )
    asks = tuple(
        an_ask(about=about, others=(draw(written),)) for _ in range(draw(st.integers(0, 5)))
    )
    digest = a_digest(new=(a_case(about=about),)) if draw(st.booleans()) or not asks else None
    recipient = a_recipient(name=draw(written), language=draw(st.sampled_from(["sv", "en"])))
    return a_letter(council=draw(written), recipient=recipient, asks=asks, digest=digest)


@st.composite
def deadlines(draw: st.DrawFn) -> Deadline:
    days = sorted(draw(st.lists(st.dates(date(2000, 1, 1)), min_size=2, max_size=2)))
    start, due = draw(
        st.sampled_from([(days[0], days[1]), (None, days[1]), (days[0], None), (None, None)])
    )
    kind = draw(st.sampled_from(["by", "during", "from", "recurring", "ongoing", "event", "none"]))
    return Deadline(draw(written), kind, start, due, "month")


class Links(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.found += [value or "" for name, value in attrs if name in {"href", "src"}]


def parsed(message: Message) -> EmailMessage:
    found = message_from_bytes(message.content, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def check_standards(message: Message) -> None:
    mail = parsed(message)
    assert [defect for part in mail.walk() for defect in part.defects] == []
    assert [defect for value in mail.values() for defect in value.defects] == []
    for header in ("Date", "From", "Message-ID", "To", "Subject", "Reply-To"):
        assert len(mail.get_all(header, [])) == 1, header
    assert mail["Message-ID"].strip() == message.message_id
    assert max(map(len, message.content.split(b"\r\n"))) <= LONGEST_LINE
    assert b"\n" not in message.content.replace(b"\r\n", b"")
    assert message.content.isascii()
    for word in re.findall(rb"=\?utf-8\?[^\s]*\?=", message.content):
        assert len(word) <= 75  # RFC 2047, 2


def check_parts(message: Message) -> None:
    """What the reader gets is what was rendered, in both parts, with the same addresses."""
    mail = parsed(message)
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert html is not None
    assert text.get_content().splitlines() == message.text.splitlines()
    links = Links(html.get_content())
    assert all(link in text.get_content() for link in links.found)
    assert links.tags.count("h1") == 1
    assert "img" not in links.tags
    assert "script" not in links.tags


@given(letters())
def test_any_content_makes_a_standard_mail(letter: Letter) -> None:
    message = day_letter(letter, mail=MAIL, now=NOW)
    check_standards(message)
    check_parts(message)
    [to] = parsed(message)["To"].addresses
    assert to.addr_spec == "anna.lind@example.se"


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("letter", [a_reminder, a_full_digest, some_gaps])
def test_the_shown_mails_are_standard_too(letter: type[Letter], language: str) -> None:
    message = day_letter(letter(language), mail=MAIL, now=NOW)
    check_standards(message)
    check_parts(message)


def test_machines_are_told_not_to_answer() -> None:
    mail = parsed(day_letter(a_reminder(), mail=MAIL, now=NOW))
    assert mail["Auto-Submitted"] == "auto-generated"
    assert "OOF" in mail["X-Auto-Response-Suppress"]
    assert mail["Content-Language"] == "sv"
    assert mail["Date"].datetime == NOW
    assert [address.addr_spec for address in mail["Reply-To"].addresses] == ["tidplan@example.se"]


def test_only_the_digest_can_be_unsubscribed_from() -> None:
    digest = parsed(day_letter(a_full_digest(), mail=MAIL, now=NOW))
    assert digest["List-Unsubscribe"].startswith("<mailto:tidplan@example.se")
    assert digest["List-Unsubscribe-Post"] is None
    assert parsed(day_letter(a_reminder(), mail=MAIL, now=NOW))["List-Unsubscribe"] is None


@pytest.mark.parametrize(
    ("url", "one_click"),
    [("https://example.se/tidplan", True), ("http://localhost:8420", False)],
)
def test_one_click_is_offered_only_over_tls(url: str, one_click: bool) -> None:
    mail = replace(MAIL, links=LinkSettings(url, b"k" * 40))
    message = day_letter(a_full_digest(), mail=mail, now=NOW)
    assert message.linked
    [line] = [
        line for line in message.content.split(b"\r\n") if line.startswith(b"List-Unsubscribe: ")
    ]
    assert line.startswith(f"List-Unsubscribe: <{url}/a/TPLK".encode())
    assert line.endswith(b"/no-digest>, <mailto:tidplan@example.se?subject=unsubscribe>")
    post = parsed(message)["List-Unsubscribe-Post"]
    assert post == ("List-Unsubscribe=One-Click" if one_click else None)


def test_an_address_that_cannot_be_used_is_kept_and_shown() -> None:
    letter = a_letter(recipient=a_recipient(email="a,b@example.se"), asks=(an_ask(),))
    message = day_letter(letter, mail=MAIL, now=NOW)
    assert message.refused is not None
    assert "a,b@example.se" in message.refused
    assert parsed(message)["To"] == "undisclosed-recipients:;"


def test_each_mail_has_its_own_number_and_one_occasion() -> None:
    first, second = (day_letter(a_reminder(), mail=MAIL, now=NOW) for _ in range(2))
    assert first.message_id != second.message_id
    assert first.dedup_key == second.dedup_key == f"1/1/{DAY}"
