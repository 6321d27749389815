"""Who is meant by "Ansvarig"?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rules.everybody import telling_words

ADDRESS: Final = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_BETWEEN: Final = re.compile(r"[,;/&+]|\b(?:och|samt|and|og)\b")


@dataclass(frozen=True, slots=True)
class Member:
    """Someone in a working group on the day in question.

    answers_for: names of those who are away and for whom this one answers.
    aliases: other names and addresses that a plan may call the person by.
    """

    person_id: int
    name: str
    role: str
    has_address: bool
    answers_for: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    organisation: str | None = None


def name_key(name: str) -> str:
    """Names are the same when only case and white space differ."""
    return " ".join(name.split()).casefold()


ROLE_WORDS = {
    "convenor": ("sammankallande", "sammankallaren", "convenor", "convener"),
    "chair": ("ordförande", "ordföranden", "chair", "chairperson"),
    "secretary": ("sekreterare", "sekreteraren", "secretary"),
}


def asked_members(responsible: str | None, members: Sequence[Member]) -> tuple[Member, ...]:
    """The members that the wording names; the whole group when it names none.

    So too when it names an organisation from which nobody can be reached.
    """
    wording = name_key(responsible or "")
    found = _by_name_or_role(wording, members)
    if found:
        return found
    sent = _from_organisations(wording, members)
    return sent if any(one.has_address for one in sent) else tuple(members)


def named_members(responsible: str | None, members: Sequence[Member]) -> tuple[Member, ...]:
    """By name or address, else by role, else all who come from the organisations it names."""
    wording = name_key(responsible or "")
    return _by_name_or_role(wording, members) or _from_organisations(wording, members)


def _by_name_or_role(wording: str, members: Sequence[Member]) -> tuple[Member, ...]:
    without_addresses = ADDRESS.sub(" ", wording)
    called = _called(wording, without_addresses, members)
    return tuple(one for one in members if one.person_id in called) or tuple(
        member
        for member in members
        if any(_says(without_addresses, word) for word in ROLE_WORDS.get(member.role, ()))
    )


def _called(wording: str, rest: str, members: Sequence[Member]) -> set[int]:
    """Ids. The longest name counts: neither Anna nor Anna Ek is meant by Anna Ek Lind.

    rest: the wording without addresses; a first name within somebody's address is not that name.
    """
    addresses, found = ADDRESS.findall(wording), set[int]()
    names: dict[str, set[int]] = {}
    for member in members:
        for name in map(name_key, (member.name, *member.aliases)):
            names.setdefault(name, set()).add(member.person_id)
    for name in sorted(names, key=len, reverse=True):
        if name in addresses:
            found |= names[name]
        elif _says(rest, name):
            found |= names[name]
            rest = _as_words(name).sub("|", rest)
    return found


def _from_organisations(wording: str, members: Sequence[Member]) -> tuple[Member, ...]:
    """Nobody where it names anything else besides: the group is the safer answer."""
    places = {one.person_id: telling_words(one.organisation or "") for one in members}
    for parts in ([wording], _BETWEEN.split(wording)):
        wanted = [telling_words(part) for part in parts if part.strip()]
        there = {one if one in places.values() else one.removesuffix("s") for one in wanted}
        if there and there <= set(filter(None, places.values())):
            return tuple(one for one in members if places[one.person_id] in there)
    return ()


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
    return words in wording and _as_words(words).search(wording) is not None


def _as_words(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
