"""Who answers while someone is away?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rules.recipients import Member

Away = Mapping[int, Member | None]
"""By person: who stands in, if anybody."""


def present_members(
    asked: Sequence[Member], everyone: Sequence[Member], away: Away
) -> tuple[Member, ...]:
    """Those who are there, each once, with the names of those they answer for.

    Who stands in for someone and is away as well stands in for nobody. When nobody is left, the
    others of the group are asked; nobody at all when they are away, too.
    """
    found = _each_once(_in_place(asked, away))
    if found or not asked:
        return found
    names = tuple(member.name for member in asked)
    there = (member for member in everyone if member.person_id not in away)
    return tuple(replace(member, answers_for=names) for member in there)


def present_convenors(convenors: Sequence[Member], away: Away) -> tuple[Member, ...]:
    """Those who can be reached, or who stands in for them; nobody: the secretariat stands in."""
    there = _each_once(_in_place(convenors, away))
    return tuple(member for member in there if member.has_address)


def _in_place(asked: Iterable[Member], away: Away) -> Iterable[Member]:
    for member in asked:
        if member.person_id not in away:
            yield member
            continue
        other = away[member.person_id]
        if other is not None and other.person_id not in away:
            yield replace(other, answers_for=(member.name,))


def _each_once(members: Iterable[Member]) -> tuple[Member, ...]:
    """Someone may answer for themselves and for several others."""
    found: dict[int, Member] = {}
    for member in members:
        known = found.setdefault(member.person_id, member)
        if known is not member:
            names = dict.fromkeys((*known.answers_for, *member.answers_for))
            found[member.person_id] = replace(member, answers_for=tuple(names))
    return tuple(found.values())
