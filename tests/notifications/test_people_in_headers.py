"""Names and addresses in a mail's header are read back as they were, whoever wrote them."""

from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letters import MAIL, NOW, a_letter, a_recipient, an_ask

from notifications.addresses import one_line
from notifications.messages import day_letter

LETTERS = "abcåäöéÅÄÖšłñ李محمدАнна0123456789 -"
MATRIX = {
    "apostrophe": ("Ann O'Neill", "o'neill@example.se", "o'neill@example.se"),
    "plus": ("Anna", "anna+vfu@example.se", "anna+vfu@example.se"),
    "international domain": ("Åsa", "asa@exämple.se", "asa@xn--exmple-cua.se"),
    "64 characters": ("Anna", "x" * 64 + "@example.se", "x" * 64 + "@example.se"),
    "comma and quote": ('Lind, "Anna"', '"a,b"@example.se', '"a,b"@example.se'),
    "line end": ("Anna\r\nBcc: b@example.se", "anna@example.se", "anna@example.se"),
    "emoji": ("Anna 😀 Lind", "anna@example.se", "anna@example.se"),
    "somebody else's address": ("Anna <eva@example.se>", "anna@example.se", "anna@example.se"),
}
REFUSED = {
    "international local part": "åsa@example.se",
    "emoji": "😀@example.se",
    "65 characters": "x" * 65 + "@example.se",
    "two people": "a@example.se, b@example.se",
    "smuggled header": "a@example.se\r\nBcc: b@example.se",
}


def read_back(name: str, email: str) -> EmailMessage:
    letter = a_letter(recipient=a_recipient(name=name, email=email), asks=(an_ask(),))
    found = message_from_bytes(day_letter(letter, mail=MAIL, now=NOW).content, policy=default)
    assert isinstance(found, EmailMessage)
    assert [defect for value in found.values() for defect in value.defects] == []
    return found


@given(st.text(LETTERS, min_size=1, max_size=60))
def test_every_plain_name_is_read_back_as_it_was(name: str) -> None:
    """By the older reader: the newer one leaves a blank between encoded words (RFC 2047, 6.2)."""
    letter = a_letter(recipient=a_recipient(name=name), asks=(an_ask(),))
    written = message_from_bytes(day_letter(letter, mail=MAIL, now=NOW).content)["To"]
    shown = str(make_header(decode_header(written)))
    assert parseaddr(shown) == (one_line(name), "anna.lind@example.se")


@pytest.mark.parametrize(("name", "written", "reached"), MATRIX.values(), ids=MATRIX)
def test_the_right_person_is_reached_and_nobody_else(
    name: str, written: str, reached: str
) -> None:
    mail = read_back(name, written)
    [to] = mail["To"].addresses
    assert to.addr_spec == reached
    assert one_line(to.display_name) == one_line(name)
    assert mail["Bcc"] is mail["Cc"] is None


@pytest.mark.parametrize("written", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_reached_is_refused_and_addressed_to_nobody(written: str) -> None:
    letter = a_letter(recipient=a_recipient(email=written), asks=(an_ask(),))
    message = day_letter(letter, mail=MAIL, now=NOW)
    assert message.refused
    mail = message_from_bytes(message.content, policy=default)
    assert mail["To"] == "undisclosed-recipients:;"
    assert mail["Bcc"] is None
