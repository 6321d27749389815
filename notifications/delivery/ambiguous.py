"""What becomes of a message that may have arrived: sent again, or held, by its kind."""

from functools import cache

from language.problems import Problem
from models.tables.mail import MESSAGE_KINDS

CHOICES = ("resend", "hold")


class BadAmbiguousError(Problem):
    """TIDPLAN_MAIL_AMBIGUOUS says something else than resend or hold, or names no kind."""


@cache
def held_kinds(written: str) -> frozenset[str]:
    """`hold` is every kind; `resend,digest=hold` only one; later words win."""
    held: set[str] = set()
    for word in written.split(","):
        kind, _, choice = word.strip().rpartition("=")
        if choice not in CHOICES or (kind and kind not in MESSAGE_KINDS):
            raise BadAmbiguousError(given=word.strip(), kinds=", ".join(MESSAGE_KINDS))
        meant = {kind} if kind else set(MESSAGE_KINDS)
        held = held | meant if choice == "hold" else held - meant
    return frozenset(held)
