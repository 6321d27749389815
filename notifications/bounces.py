"""Mail that comes back: the signed address it comes back to, and the report that it brings."""

import re
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from hmac import compare_digest, digest
from typing import Any

from language.problems import Problem
from notifications.addresses import read_mailbox

SIGNATURE = 12  # hexadecimal characters: 48 bits, checked only for what people hand in
SIGNED = re.compile(r"\+(?P<number>\d+)\.(?P<signature>[0-9a-f]{12})@")
WHERE_TO = ("X-Original-To", "Delivered-To", "Envelope-To", "To")


class NoBounceReportError(Problem):
    """The file is no report about mail that came back (RFC 3464)."""


@dataclass(frozen=True, slots=True)
class BounceSettings:
    """address: a mailbox whose `+` addresses reach it too."""

    address: str
    key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        read_mailbox(self.address)

    @property
    def domain(self) -> str:
        return read_mailbox(self.address).domain

    def envelope(self, number: int) -> str:
        """The sender on the envelope of message `number`."""
        local, _, domain = read_mailbox(self.address).address.rpartition("@")
        return f"{local}+{number}.{self._signature(number)}@{domain}"

    def number_in(self, address: str) -> int | None:
        """Which message an address of ours stands for; None when nobody here has signed it."""
        found = SIGNED.search(address)
        if found is None:
            return None
        number = int(found["number"])
        ours = compare_digest(found["signature"], self._signature(number))
        return number if ours else None

    def _signature(self, number: int) -> str:
        return digest(self.key, f"bounce/{number}".encode(), "sha256").hex()[:SIGNATURE]


@dataclass(frozen=True, slots=True)
class BounceReport:
    """action: failed, delayed, delivered, relayed or expanded (RFC 3464, 2.3.3).

    came_to: addresses that the report was sent to; message_id: of the mail that it is about.
    """

    action: str
    why: str
    came_to: tuple[str, ...]
    message_id: str | None


def read_bounce(content: bytes) -> BounceReport:
    report = message_from_bytes(content, policy=compat32)
    for part in report.walk():
        if part.get_content_type() == "message/delivery-status":
            for fields in part.get_payload():
                if isinstance(fields, Message) and fields["Action"]:
                    return _report(report, fields)
    raise NoBounceReportError


def _report(report: Message, fields: Message) -> BounceReport:
    said = (fields["Status"], fields["Diagnostic-Code"])
    return BounceReport(
        action=str(fields["Action"]).strip().lower(),
        why=" ".join(" ".join(str(one) for one in said if one).split()),
        came_to=tuple(str(value) for name in WHERE_TO for value in report.get_all(name, ())),
        message_id=_original(report),
    )


def _original(report: Message) -> str | None:
    """From the headers, or the whole mail, that a report brings back."""
    for part in report.walk():
        if part.get_content_type() == "text/rfc822-headers":
            headers: Any = part.get_payload(decode=True)
            return _id_of(message_from_bytes(headers or b"", policy=compat32))
        if part.get_content_type() == "message/rfc822":
            inner: Any = part.get_payload()
            return _id_of(inner[0]) if isinstance(inner, list) and inner else None
    return None


def _id_of(returned: Message) -> str | None:
    found = returned["Message-ID"]
    return str(found).strip() if found else None
