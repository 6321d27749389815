"""The link of a letter: stored as a placeholder, made whole only as the letter leaves.

Neither the outbox nor a backup or an export holds a link that opens anything (decision 0009).
"""

import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from hmac import digest

DECLINE = "no-digest"  # behind a letter's link: do without the digest
LENGTH = 32  # characters, of a token and of its placeholder alike
MARK = "TPLK"
SOFT_BREAK = rb"(?:=\r\n)?"  # quoted-printable may break a line anywhere (RFC 2045, 6.7)
ONE_PIECE = re.compile(rb"=\r\n|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class LinkSettings:
    """url: where the pages are found from outside, without a slash at its end."""

    url: str
    key: bytes = field(repr=False)

    def address(self, message_id: str) -> str:
        """As it stands in the stored letter."""
        return f"{self.url}/a/{placeholder(message_id)}"

    def token(self, message_id: str) -> str:
        """192 bits that only the holder of the key can make."""
        made = digest(self.key, message_id.encode(), "sha256")
        return urlsafe_b64encode(made).decode()[:LENGTH]

    def made_whole(self, content: bytes, message_id: str) -> bytes:
        """The bytes that leave: as long as the stored ones, the same at every attempt."""
        pieces = (re.escape(one.encode()) for one in placeholder(message_id))
        wanted = re.compile(SOFT_BREAK.join(pieces))
        token = self.token(message_id).encode()
        return wanted.sub(lambda match: _in_place(match.group(), token), content)


def placeholder(message_id: str) -> str:
    return (MARK + sha256(message_id.encode()).hexdigest())[:LENGTH]


def token_hash(token: str) -> str:
    """All that the database knows of a token."""
    return sha256(token.encode()).hexdigest()


def _in_place(found: bytes, token: bytes) -> bytes:
    """Letter by letter, so that each soft line break stays where it was."""
    letters = iter(token.decode())
    return ONE_PIECE.sub(
        lambda piece: piece.group() if len(piece.group()) > 1 else next(letters).encode(), found
    )
