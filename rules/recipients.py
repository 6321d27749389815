"""Who is meant by "Ansvarig"?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """Someone in a working group on the day in question.

    answers_for: names of those who are away and for whom this one answers.
    aliases: other names that a plan may call the person by.
    """

    person_id: int
    name: str
    role: str
    has_address: bool
    answers_for: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


def name_key(name: str) -> str:
    """Names are the same when only case and white space differ."""
    return " ".join(name.split()).casefold()


ROLE_WORDS = {
    "convenor": ("sammankallande", "sammankallaren", "convenor", "convener"),
    "chair": ("ordförande", "ordföranden", "chair", "chairperson"),
    "secretary": ("sekreterare", "sekreteraren", "secretary"),
}


def asked_members(responsible: str | None, members: Sequence[Member]) -> tuple[Member, ...]:
    """The members that the wording names; the whole group when it names none."""
    return named_members(responsible, members) or tuple(members)


def named_members(responsible: str | None, members: Sequence[Member]) -> tuple[Member, ...]:
    """By name, else by role."""
    wording = name_key(responsible or "")
    named = tuple(member for member in members if _names(wording, member))
    in_role = tuple(
        member
        for member in members
        if any(_says(wording, word) for word in ROLE_WORDS.get(member.role, ()))
    )
    return named or in_role


def _names(wording: str, member: Member) -> bool:
    return any(_says(wording, name_key(name)) for name in (member.name, *member.aliases))


def asked_besides(
    asked: Sequence[Member], members: Sequence[Member], *, unanswered: int, after: int
) -> tuple[Member, ...]:
    """Who is asked besides when `after` mails have had no answer.

    The group's convenors; where they have been asked already, everyone else in the group.
    """
    if unanswered < after:
        return ()
    others = [member for member in members if member not in asked]
    return tuple(one for one in others if one.role == "convenor") or tuple(others)


def was_asked(member: Member, responsible: str | None, members: Sequence[Member]) -> bool:
    """Whether this one answers for what `responsible` answers for."""
    return member in asked_members(responsible, members)


def takes_over(
    member: Member, before: str | None, after: str | None, members: Sequence[Member]
) -> bool:
    """Named now and not before, or asked now and not before."""
    if not was_asked(member, after, members):
        return False
    named_now = member in named_members(after, members)
    named_before = member in named_members(before, members)
    return (named_now and not named_before) or not was_asked(member, before, members)


def _says(wording: str, words: str) -> bool:
    """As words of their own: Anna Ek is not in Johanna Ekman."""
    if words not in wording:
        return False
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", wording) is not None
