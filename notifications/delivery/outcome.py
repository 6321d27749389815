"""What became of one attempt, and what one attempt needs."""

from dataclasses import dataclass
from typing import Literal

Result = Literal["sent", "temporary", "permanent", "uncertain", "relay", "lost"]
Stage = Literal["connect", "ehlo", "tls", "auth", "mail", "rcpt", "data", "content", "write"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """result: `relay` is the relay's own fault, charged to nobody; `lost`: another has the lease.

    stage, code, text: where the conversation stood, and the relay's own words.
    """

    result: Result
    stage: Stage
    code: int | None = None
    text: str = ""

    @property
    def reply(self) -> str:
        """The relay's own words, or what the machine says of the connection."""
        return " ".join(filter(None, (str(self.code or ""), self.text)))

    @property
    def in_short(self) -> str:
        return f"{self.stage} {self.reply}".strip()


@dataclass(frozen=True, slots=True)
class Parcel:
    """The envelope and the stored bytes."""

    sender: str
    recipient: str
    content: bytes
    file_name: str
