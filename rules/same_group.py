"""Is a group that a document names another group that is known, in other words? Only a doubt."""

import re
from typing import Final

from rapidfuzz import fuzz

from rules.recipients import name_key

SAME_WORD: Final = 85.0  # of 100: an ending or a slip more, but not Nord for Norr
ENDING: Final = re.compile(r"(?<=\w{3})(?:arbets)?grupp(?:en)?$")
SAYS_NOTHING: Final = frozenset(
    {"för", "om", "av", "i", "på", "med", "och", "kring", "for", "of", "on", "the", "a", "an"}
    | {"and", "in", "arbetsgrupp", "arbetsgruppen", "grupp", "gruppen", "teamet", "team"}
    | {"working", "group", "party", "task", "force"}
)


def nearly_same_group(one: str, other: str) -> bool:
    """Case, "working group for" and the like, order, endings and slips of the pen do not tell."""
    here, there = _words(one), _words(other)
    if "".join(here) == "".join(there):
        return True
    return len(here) == len(there) and all(map(_same_word, sorted(here), sorted(there)))


def _words(name: str) -> list[str]:
    """What tells the group from others; all its words where nothing would be left."""
    words = re.findall(r"\w+", name_key(name))
    telling = [ENDING.sub("", word) for word in words if word not in SAYS_NOTHING]
    return telling or words


def _same_word(one: str, other: str) -> bool:
    """Numbers and letters (group 1, group A) are names of their own."""
    if min(len(one), len(other)) == 1 or any(map(str.isdigit, one + other)):
        return one == other
    return fuzz.ratio(one, other) >= SAME_WORD
