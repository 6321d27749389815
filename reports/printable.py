"""Text from anywhere, made fit for the files that Office programs open."""

import re
from typing import Final

# XML 1.0 (2.2) has no place for these, and one of them makes a whole file unreadable.
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
LONGEST: Final = 32_000  # characters; a cell of Excel holds 32,767


def printable(text: str) -> str:
    shown = _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


def folded(text: str) -> str:
    """White space does not count when what was sent is compared with what came back."""
    return " ".join(printable(text).split())
