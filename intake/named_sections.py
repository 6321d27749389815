"""Sections that somebody heads: what is listed there is theirs to do."""

from collections.abc import Sequence

from intake.document import Item, Section
from intake.names import name_in
from intake.points import candidate_of
from intake.topics import topic_of_section

MIN_SECTIONS = 2
HALF = 2
_ELSEWHERE = ("members", "past", "done", "apart")


def headed_by_people(parts: Sequence[Section]) -> set[str]:
    """The names, where several sections are headed so and most of their points say when."""
    theirs = [one for one in parts if _is_named(one)]
    items = [block for one in theirs for block in one.blocks if isinstance(block, Item)]
    timed = sum(candidate_of(item, None).deadline is not None for item in items)
    if len(theirs) < MIN_SECTIONS or timed * HALF <= len(items):
        return set()
    return {one.title for one in theirs}


def _is_named(section: Section) -> bool:
    named = bool(name_in(section.title.rstrip(":"))) and len(section.path) > 1
    return named and topic_of_section(section) not in _ELSEWHERE
