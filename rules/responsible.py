"""Is it clear who is meant by "Ansvarig"?"""

from collections.abc import Sequence

from rules.everybody import says_everybody, telling_words
from rules.recipients import Member, named_members
from rules.same_group import nearly_same_group


def is_known_party(responsible: str, group: str, members: Sequence[Member]) -> bool:
    """The group as a whole, or somebody in it."""
    return means_whole_group(responsible, group) or bool(named_members(responsible, members))


def means_whole_group(responsible: str, group: str) -> bool:
    """By its name, as well as people spell it, or by a word for everybody."""
    if says_everybody(responsible) or nearly_same_group(responsible, group):
        return True
    rest = telling_words(responsible)
    return bool(rest) and nearly_same_group(rest, telling_words(group))
