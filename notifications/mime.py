"""Puts a message into its final bytes, as the standards of mail want them."""

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from uuid import uuid4

from notifications.addresses import Mailbox

# Receivers ignore these when a long value is turned into encoded words or folded (RFC 8058).
NEVER_FOLDED = frozenset({"list-unsubscribe", "list-unsubscribe-post", "message-id"})
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
    message = EmailMessage(policy=POLICY)
    message["From"] = envelope.sender.header
    message["To"] = envelope.recipient.header if envelope.recipient else "undisclosed-recipients:;"
    message["Reply-To"] = envelope.sender.header
    message["Subject"] = subject
    message["Date"] = format_datetime(envelope.date)
    message["Message-ID"] = envelope.message_id
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834
    message["X-Auto-Response-Suppress"] = NO_AUTOMATIC_ANSWERS
    if envelope.unsubscribe:
        message["List-Unsubscribe"] = f"<{envelope.unsubscribe}>"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message["Content-Language"] = envelope.language  # last: setting content drops it
    return message.as_bytes()
