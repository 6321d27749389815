"""Sentences of running text that say who does what by when, made no point of by anybody."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from intake.candidates import Candidate
from intake.document import Doubt, Item, Paragraph, Section, doubt
from intake.labels import is_label
from intake.names import name_in
from intake.people_vocabulary import ORGANISATION_SIGN
from intake.points import AND
from intake.reporting import is_duty
from intake.timewords import due_in, leading_time, trailing_time
from intake.topics import topic_of_section
from intake.vocabulary import EVERYBODY
from intake.wording import key, sentences

MAX_TOLD = 5
_SUBJECT = re.compile(
    r"^(?P<who>[A-ZÅÄÖÆØÉ][\w'’.-]*(?:\s[A-ZÅÄÖÆØÉ][\w'’.-]*){1,2}"
    r"(?:\s(?:och|and|og)\s[A-ZÅÄÖÆØÉ][\w'’.-]*(?:\s[A-ZÅÄÖÆØÉ][\w'’.-]*){1,2})?)\s+(?=[a-zåäöæø])"
)
_AND = re.compile(r"\s(?:och|and|og)\s")
_FIRST = re.compile(
    r"(?P<who>[A-ZÅÄÖÆØÉ][\w'’-]+(?:\s(?:och|and|og)\s[A-ZÅÄÖÆØÉ][\w'’-]+)?)"
    r"\s+(?=[a-zåäöæø]+[rs]\s)"
)
_BARE = re.compile(r"(?P<who>[A-ZÅÄÖÆØÉ][\w'’-]+)\s+(?=[a-zåäöæø]{2,}\s)")
_FRONTED = re.compile(  # behind a time: "… prövar Bo Lund två linjer"
    r"\s*,?\s*[a-zåäöæø]+\s(?P<who>[A-ZÅÄÖÆØÉ][\w'’-]+(?:\s[A-ZÅÄÖÆØÉ][\w'’-]+){1,2}"
    r"(?:\s(?:och|and|og)\s[A-ZÅÄÖÆØÉ][\w'’-]+(?:\s[A-ZÅÄÖÆØÉ][\w'’-]+){1,2})?)\s+(?=[a-zåäöæø])"
)
_BODY = re.compile(
    r"(?P<who>(?=[A-ZÅÄÖÆØ])(?i:\w*(?:gruppen|nämnden|styrelsen|utskottet|kommittén|(?<!om)rådet|kansliet"
    r"|styret|udvalget|utvalget)))\s+(?=[a-zåäöæø]+r\s)"
)
_PAST = re.compile(
    r"^(?:has|had|have|was|were|är|var|har|hade|er|havde|hadde|is|are|reported|said|\w+(?:ade|ades|ede|ed))\b"
)
_ELSEWHERE = ("goals", "methods", "requirements", "past", "done", "apart", "members", "reporting")


def in_prose(parts: Sequence[Section], people: Iterable[str]) -> list[Candidate]:
    """Such sentences as candidates, each with a question: it may be told, and not planned.

    people: the names of members, whose first names are enough.
    """
    first_names = {name.split()[0] for name in people}
    return [
        one
        for section in parts
        if topic_of_section(section) not in _ELSEWHERE
        for block in section.blocks
        if isinstance(block, Paragraph | Item) and not is_label(block.text)
        for one in _told(block, first_names)
    ]


def not_read(told: Sequence[Candidate], found: Sequence[Candidate]) -> list[Doubt]:
    """What to say of them beside activities that are written as such."""
    known = {text for one in found for text in (one.text, one.description)}
    return [doubt("prose", text=one.text) for one in told if one.text not in known][:MAX_TOLD]


def with_first_names(found: Sequence[Candidate], people: Iterable[str]) -> list[Candidate]:
    """Rows that nobody answers for, with the member whose first name opens them before a verb."""
    found = _as_the_others(found)
    first_names = {name.split()[0] for name in people}
    opened = [_FIRST.match(one.description) for one in found]
    named = [bool(one and _are_known(one["who"], first_names)) for one in opened]
    usual = sum(named) * 2 >= len(found)
    return [
        replace(one, responsible=opening["who"])
        if opening
        and one.responsible is None
        and (known or (usual and key(opening["who"]) in EVERYBODY))
        else one
        for one, opening, known in zip(found, opened, named, strict=True)
    ]


def _as_the_others(found: Sequence[Candidate]) -> list[Candidate]:
    """A point that opens with somebody who answers for another one, without the "to" of that."""
    names = {name for one in found for name in AND.split(one.responsible or "") if name}
    opened = [_BARE.match(one.description) for one in found]
    return [
        replace(one, responsible=bare["who"], description=one.description[bare.end() :])
        if bare and bare["who"] in names and not one.responsible
        else one
        for one, bare in zip(found, opened, strict=True)
    ]


def _are_known(names: str, first_names: set[str]) -> bool:
    return all(one in first_names for one in _AND.split(names))


def _told(block: Paragraph | Item, first_names: set[str]) -> Iterator[Candidate]:
    for sentence in sentences(block.text):
        found = _subject(sentence, first_names)
        if found is None or is_duty(sentence) or _PAST.match(sentence[found.end() :]):
            continue
        opening = leading_time(sentence)[0]
        if when := due_in(sentence) or trailing_time(sentence.rstrip("."))[1] or opening:
            yield Candidate(
                description=sentence,
                place=block.place,
                text=sentence,
                responsible=found["who"],
                deadline=when,
                doubts=(doubt("from_prose"),),
            )


def _subject(sentence: str, first_names: set[str]) -> re.Match[str] | None:
    """Somebody by name; a body only where something is due, for it also meets and decides."""
    if (found := _SUBJECT.match(sentence)) and _is_somebody(found["who"]):
        return found
    opening = leading_time(sentence)[0]
    if (
        opening
        and (found := _FRONTED.match(sentence, len(opening)))
        and _is_somebody(found["who"])
    ):
        return found
    if (found := _FIRST.match(sentence)) and _are_known(found["who"], first_names):
        return found
    return _BODY.match(sentence) if due_in(sentence) else None


def _is_somebody(text: str) -> bool:
    return all(name_in(one) and not ORGANISATION_SIGN.search(one) for one in _AND.split(text))
