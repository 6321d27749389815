"""Reports that the group owes: sentences of duty, kept apart from activities."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intake import vocabulary as words
from intake.document import Document, Item, Paragraph, Place, Section, sections
from intake.timewords import due_in, leading_time, trailing_time
from intake.topics import topic_of_section
from intake.wording import sentences

_VERB = re.compile(rf"\b(?:{'|'.join(words.REPORTING_VERBS)})\b", re.IGNORECASE)
_DUTY = re.compile(rf"\b(?:{'|'.join(words.DUTY_WORDS)})\b", re.IGNORECASE)
_ONGOING = re.compile(
    r"\b(?:fortlöpande|löpande|kontinuerligt|regelbundet|continuously|ongoing|regularly|løbende|løpende"
    r"|(?:varje|every|each|hvert|hver)\s\w+|kvartalsvis|månadsvis|årligen|halvårsvis|annually|quarterly|monthly"
    r"|(?:en|två|tre|fyra) gånger per (?:år|termin)|(?:once|twice) a year)\b",
    re.IGNORECASE,
)
_EVERY = re.compile(  # "i november varje år"
    r"\b(?:i|in|senast|by)\s(?:den\s)?(?:\d{1,2}\s)?[^\W\d_]{3,9}(?:\s(?:och|and|og)\s[^\W\d_]{3,9})?"
    r"\s(?:varje|each|every|hvert)\s(?:år|year)\b",
    re.IGNORECASE,
)
_SECTIONS = ("reporting", "schedule")


@dataclass(frozen=True, slots=True)
class Duty:
    text: str
    deadline: str
    place: Place


def duties(document: Document) -> tuple[Duty, ...]:
    return tuple(duty for section in sections(document) for duty in _section_duties(section))


def _section_duties(section: Section) -> Iterator[Duty]:
    if topic_of_section(section) not in _SECTIONS:
        return
    for block in section.blocks:
        if isinstance(block, Paragraph | Item):
            for sentence in sentences(block.text):
                if is_duty(sentence):
                    yield Duty(sentence, wording_in(sentence), block.place)


def is_duty(sentence: str) -> bool:
    return bool(_VERB.search(sentence) and _DUTY.search(sentence))


def wording_in(sentence: str) -> str:
    """The words of time within a sentence; empty when it has none."""
    opening, _ = leading_time(sentence)
    recurring = _EVERY.search(sentence)
    if recurring:
        return recurring.group()
    ongoing = _ONGOING.search(sentence)
    ending = trailing_time(sentence)[1].rstrip(".")
    return opening or due_in(sentence) or (ongoing.group() if ongoing else "") or ending
