"""Puts a message into its final bytes, as the standards of mail want them."""

from binascii import b2a_qp
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.policy import EmailPolicy
from email.policy import default as default_policy
from email.utils import format_datetime
from functools import lru_cache
from uuid import uuid4

from notifications.addresses import Mailbox

# Receivers ignore these when a long value is turned into encoded words or folded (RFC 8058).
NEVER_FOLDED = frozenset({"list-unsubscribe", "list-unsubscribe-post", "message-id"})
NOBODY = "undisclosed-recipients:;"
NO_AUTOMATIC_ANSWERS = "OOF, AutoReply, RN, NRN, DR"  # not "All": that hides bounces


class MailPolicy(EmailPolicy):
    """CRLF, and each header on lines that fit, but for those that must stay whole."""

    def fold_binary(self, name: str, value: str) -> bytes:
        if name.lower() in NEVER_FOLDED:
            return f"{name}: {value}{self.linesep}".encode("ascii")
        return super().fold_binary(name, value)


# 78 would let the library write encoded words of 76 characters; RFC 2047 allows 75.
POLICY = MailPolicy(linesep="\r\n", raise_on_defect=True, max_line_length=72)


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """unsubscribe: a mailto: address behind which someone really takes care of it."""

    sender: Mailbox
    recipient: Mailbox | None
    message_id: str
    date: datetime
    language: str
    unsubscribe: str | None = None


def new_message_id(domain: str) -> str:
    """Made once and stored: a repeated attempt carries the same one (RFC 5322, 3.6.4)."""
    return f"<{uuid4().hex}@{domain}>"


def final_bytes(envelope: Envelope, *, subject: str, text: str, html: str) -> bytes:
    """multipart/alternative, the richer part last (RFC 2046, 5.1.4).

    The library folds each header and checks it; putting the parts together is left to us, as its
    way takes longer than all the rest of a mail.
    """
    boundary = f"=_{envelope.message_id.strip('<>').partition('@')[0]}"
    headers = [
        ("From", str(envelope.sender.header)),
        ("To", str(envelope.recipient.header) if envelope.recipient else NOBODY),
        ("Reply-To", str(envelope.sender.header)),
        ("Subject", subject),
        ("Date", format_datetime(envelope.date)),
        ("Message-ID", envelope.message_id),
        ("Auto-Submitted", "auto-generated"),  # RFC 3834
        ("X-Auto-Response-Suppress", NO_AUTOMATIC_ANSWERS),
        *([("List-Unsubscribe", f"<{envelope.unsubscribe}>")] if envelope.unsubscribe else ()),
        ("Content-Language", envelope.language),
        ("MIME-Version", "1.0"),
        ("Content-Type", f'multipart/alternative; boundary="{boundary}"'),
    ]
    parts = [_part(boundary, "plain", text), _part(boundary, "html", html)]
    top = b"".join(_folded(name, value) for name, value in headers)
    return b"".join([top, b"\r\n", *parts, f"--{boundary}--\r\n".encode("ascii")])


@lru_cache(maxsize=1000)
def _folded(name: str, value: str) -> bytes:
    """Most headers of a day's mails are the same."""
    return POLICY.fold_binary(*POLICY.header_store_parse(name, value))


def _part(boundary: str, subtype: str, words: str) -> bytes:
    lines = "\r\n".join([*words.splitlines(), ""]).encode("utf-8")
    head = (
        f"--{boundary}\r\n"
        f'Content-Type: text/{subtype}; charset="utf-8"\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    return head.encode("ascii") + b2a_qp(lines, istext=True) + b"\r\n"


def text_of(content: bytes) -> str:
    """The text part of stored bytes, for people to read."""
    part = message_from_bytes(content, policy=default_policy).get_body(("plain",))
    return str(part.get_content()) if part else ""
