"""A message that is ready to be queued: words and final bytes, one recipient."""

from dataclasses import dataclass
from typing import Literal

MessageKind = Literal["reminder", "digest", "secretariat", "channel", "test"]


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a message, as the outbox remembers it."""

    occasion: str
    activity_id: int | None = None
    escalation_id: int | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """dedup_key: the occasion; the outbox refuses a second one.

    refused: why it cannot be sent at all (an address that nobody can be reached at); it is kept
    and shown as failed, so that nobody is left out in silence.
    linked: it carries the link of its pages.
    """

    kind: MessageKind
    dedup_key: str
    recipient: str
    sender: str
    subject: str
    text: str
    html: str
    message_id: str
    content: bytes
    items: tuple[Item, ...] = ()
    refused: str | None = None
    linked: bool = False
