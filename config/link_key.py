"""The key that makes the links of letters: from a setting, or from a file made once."""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from language.problems import Problem, Words

SHORTEST = 32
OWNER_ONLY = 0o600


class BadLinkKeyError(Problem):
    """The key is missing and cannot be made, or is too short to keep a secret."""


def read_link_key(given: str | None, file: Path) -> bytes:
    """Several machines that send for one council share TIDPLAN_LINK_KEY."""
    key, place = (given, "TIDPLAN_LINK_KEY") if given else (_from_file(file), str(file))
    if len(key) < SHORTEST:
        raise BadLinkKeyError(place=place, why=Words("fault.short_key", {"length": len(key)}))
    return key.encode()


def _from_file(file: Path) -> str:
    try:
        if not file.exists():
            _make(file)
        return file.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise BadLinkKeyError(place=str(file), why=error.strerror) from None
    except UnicodeDecodeError:
        raise BadLinkKeyError(place=str(file), why=Words("fault.not_utf8")) from None


def _make(file: Path) -> None:
    """Whole or not at all: two that start at once agree on the first one's key."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY), "w") as made:
        made.write(token_hex(SHORTEST))
    with suppress(FileExistsError):
        os.link(half, file)
    half.unlink()
