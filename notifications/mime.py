"""Puts a message into its final bytes, as the standards of mail want them."""

import re
from base64 import b64encode, encodebytes
from binascii import b2a_qp
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.policy import EmailPolicy
from email.policy import default as default_policy
from email.utils import format_datetime
from functools import lru_cache
from uuid import uuid4

from notifications.addresses import Mailbox, is_plain

HEAD_ENDS = "</head>"
NOBODY = "undisclosed-recipients:;"
NO_AUTOMATIC_ANSWERS = "OOF, AutoReply, RN, NRN, DR"  # not "All": that hides bounces


# 78 would let the library write encoded words of 76 characters; RFC 2047 allows 75.
LINE = 72
POLICY = EmailPolicy(linesep="\r\n", raise_on_defect=True, max_line_length=LINE)
OTHER_LINE_ENDS = re.compile(r"\r(?!\n)|(?<!\r)\n")
PLAIN_NAME = re.compile(r"[^\W_]+([ -][^\W_]+)*")  # letters and digits alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """unsubscribe: addresses behind which someone, or a page of ours, really takes care of it."""

    sender: Mailbox
    recipient: Mailbox | None
    message_id: str
    date: datetime
    language: str
    unsubscribe: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A calendar file: text of at most 998 octets a line."""

    name: str
    content: bytes


def new_message_id(domain: str) -> str:
    """Made once and stored: a repeated attempt carries the same one (RFC 5322, 3.6.4)."""
    return f"<{uuid4().hex}@{domain}>"


def final_bytes(
    envelope: Envelope,
    *,
    subject: str,
    text: str,
    html: str,
    calendar: Attachment | None = None,
) -> bytes:
    """multipart/alternative, the richer part last (RFC 2046, 5.1.4); around it, what is attached.

    The library folds each header and checks it; putting the parts together is left to us, as its
    way takes longer than all the rest of a mail.
    """
    mark = envelope.message_id.strip("<>").partition("@")[0]
    body = _multipart("alternative", f"=_a{mark}", [_words("plain", text), _words("html", html)])
    if calendar is not None:
        body = _multipart("mixed", f"=_m{mark}", [body, _attached(calendar)])
    return _headers(envelope, subject) + body


def _headers(envelope: Envelope, subject: str) -> bytes:
    headers = [
        ("Subject", subject),
        ("Date", _moment(envelope.date)),
        ("Auto-Submitted", "auto-generated"),  # RFC 3834
        ("X-Auto-Response-Suppress", NO_AUTOMATIC_ANSWERS),
        ("Content-Language", envelope.language),
        ("MIME-Version", "1.0"),
    ]
    whole = [("Message-ID", envelope.message_id), *_unsubscribing(envelope.unsubscribe)]
    people = (
        _person("From", envelope.sender),
        _person("To", envelope.recipient) if envelope.recipient else _whole(("To", NOBODY)),
        _person("Reply-To", envelope.sender),
    )
    return b"".join([*people, *(_folded(*header) for header in headers), *map(_whole, whole)])


def _unsubscribing(addresses: Sequence[str]) -> Iterator[tuple[str, str]]:
    """One click only over TLS (RFC 8058, 3.1)."""
    if addresses:
        yield "List-Unsubscribe", ", ".join(f"<{address}>" for address in addresses)
    if any(address.startswith("https:") for address in addresses):
        yield "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"


@lru_cache(maxsize=10)
def _moment(date: datetime) -> str:
    return format_datetime(date)


@lru_cache(maxsize=1000)
def _person(field: str, found: Mailbox) -> bytes:
    """Written by hand where nothing can be read wrongly; the library takes care of the rest."""
    if is_plain(found) and PLAIN_NAME.fullmatch(found.name):
        name = found.name if found.name.isascii() else _encoded_word(found.name)
        line = f"{field}: {name} <{found.address}>\r\n"
        if len(line) <= LINE:
            return line.encode("ascii")
    return _folded(field, str(found.header))


def _encoded_word(name: str) -> str:
    """RFC 2047; short enough for one, as the whole line is."""
    return f"=?utf-8?b?{b64encode(name.encode()).decode()}?="


@lru_cache(maxsize=1000)
def _folded(name: str, value: str) -> bytes:
    """Most headers of a day's mails are the same."""
    return POLICY.fold_binary(*POLICY.header_store_parse(name, value))


def _whole(header: tuple[str, str]) -> bytes:
    """Receivers ignore these when they are folded or turned into encoded words (RFC 8058)."""
    name, value = header
    if "\r" in value or "\n" in value:
        raise ValueError(f"a line end in {name}")
    return f"{name}: {value}\r\n".encode("ascii")


def _multipart(subtype: str, boundary: str, parts: Sequence[bytes]) -> bytes:
    head = f'Content-Type: multipart/{subtype};\r\n boundary="{boundary}"\r\n\r\n'.encode()
    between = f"--{boundary}\r\n".encode()
    return b"".join([head, *(between + part + b"\r\n" for part in parts), between[:-2], b"--\r\n"])


def _words(subtype: str, words: str) -> bytes:
    """Quoted, as the link in it is made whole when the mail leaves (decision 0009)."""
    head = (
        f'Content-Type: text/{subtype}; charset="utf-8"\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    same, found, own = words.removesuffix("\r\n").rpartition(f"{HEAD_ENDS}\r\n")
    lines = [same + HEAD_ENDS] if found else []
    return b"".join([head.encode(), *map(_quoted, lines + own.split("\r\n"))])


@lru_cache(maxsize=2000)
def _quoted(words: str) -> bytes:
    """Each line is quoted alone, and most are the same in all of a day's mails; ends the last."""
    if "\n" in words or "\r" in words:
        words = OTHER_LINE_ENDS.sub("\r\n", words)
    return b2a_qp(words.encode() + b"\r\n", istext=True)


def _attached(calendar: Attachment) -> bytes:
    """With its method, so that programs offer to take it over (RFC 6047, 2.4)."""
    head = (
        'Content-Type: text/calendar; charset="utf-8"; method=PUBLISH\r\n'
        f'Content-Disposition: attachment; filename="{calendar.name}"\r\n'
        "Content-Transfer-Encoding: base64\r\n\r\n"
    )
    return head.encode() + encodebytes(calendar.content).replace(b"\n", b"\r\n")


def text_of(content: bytes) -> str:
    """The text part of stored bytes, for people to read."""
    part = message_from_bytes(content, policy=default_policy).get_body(("plain",))
    return str(part.get_content()) if part else ""
