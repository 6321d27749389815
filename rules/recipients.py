"""Who is meant by "Ansvarig"?"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """Someone in a working group on the day in question."""

    person_id: int
    name: str
    role: str
    has_address: bool


def name_key(name: str) -> str:
    """Names are the same when only case and white space differ."""
    return " ".join(name.split()).casefold()


def asked_members(responsible: str | None, members: Sequence[Member]) -> tuple[Member, ...]:
    """The members that the wording names; the whole group when it names none of them."""
    wording = name_key(responsible or "")
    named = tuple(member for member in members if name_key(member.name) in wording)
    return named or tuple(members)
