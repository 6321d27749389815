"""What a mail shows, in words already: the same for its HTML and its text."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from language.catalog import Language

Tone = Literal["calm", "soon", "late"]


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what it says, e.g. "Varför" and a sentence."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Card:
    """One thing: an activity, a case, a gap.

    mark: two or three words that say how urgent it is; tone colours them, and only them.
    quote: the plan's own wording of its time.
    """

    title: str
    place: str | None = None
    mark: str | None = None
    tone: Tone = "calm"
    quote: str | None = None
    window: str | None = None
    lines: Sequence[Line] = ()


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    lead: str | None = None
    cards: Sequence[Card] = field(default=())


@dataclass(frozen=True, slots=True)
class Page:
    language: Language
    subject: str
    heading: str
    greeting: str
    summary: str
    sections: Sequence[Section]
    action: str | None
    action_label: str
    action_help: str
    action_address: str | None
    footer: Sequence[str]
