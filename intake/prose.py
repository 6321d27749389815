"""Sentences of running text that say who does what by when, made no point of by anybody."""

import re
from collections.abc import Iterator, Sequence

from intake.candidates import Candidate
from intake.document import Doubt, Paragraph, Section, doubt
from intake.labels import is_label
from intake.names import name_in
from intake.people_vocabulary import ORGANISATION_SIGN
from intake.reporting import is_duty
from intake.timewords import due_in, trailing_time
from intake.topics import topic_of_section
from intake.wording import sentences

MAX_TOLD = 5
_SUBJECT = re.compile(
    r"^(?P<who>[A-ZÅÄÖÆØÉ][\w'’.-]*(?:\s[A-ZÅÄÖÆØÉ][\w'’.-]*){1,2}"
    r"(?:\s(?:och|and|og)\s[A-ZÅÄÖÆØÉ][\w'’.-]*(?:\s[A-ZÅÄÖÆØÉ][\w'’.-]*){1,2})?)\s+(?=[a-zåäöæø])"
)
_PAST = re.compile(
    r"^(?:has|had|have|was|were|är|var|har|hade|er|havde|hadde|is|are|reported|said|\w+(?:ade|ades|ede|ed))\b"
)
_ELSEWHERE = ("goals", "methods", "requirements", "past", "done", "apart", "members", "reporting")


def in_prose(parts: Sequence[Section]) -> list[Candidate]:
    """Such sentences as candidates, each with a question: it may be told, and not planned."""
    return [
        one
        for section in parts
        if topic_of_section(section) not in _ELSEWHERE
        for block in section.blocks
        if isinstance(block, Paragraph) and not is_label(block.text)
        for one in _told(block)
    ]


def not_read(found: Sequence[Candidate]) -> list[Doubt]:
    """What to say of them beside activities that are written as such."""
    return [doubt("prose", text=one.text) for one in found[:MAX_TOLD]]


def _told(block: Paragraph) -> Iterator[Candidate]:
    for sentence in sentences(block.text):
        found = _SUBJECT.match(sentence)
        if found is None or not _is_somebody(found["who"]) or is_duty(sentence):
            continue
        when = due_in(sentence) or trailing_time(sentence.rstrip("."))[1]
        if when and not _PAST.match(sentence[found.end() :]):
            yield Candidate(
                description=sentence,
                place=block.place,
                text=sentence,
                responsible=found["who"],
                deadline=when,
                doubts=(doubt("from_prose"),),
            )


def _is_somebody(text: str) -> bool:
    people = re.split(r"\s(?:och|and|og)\s", text)
    return all(name_in(one) and not ORGANISATION_SIGN.search(one) for one in people)
