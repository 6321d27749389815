"""What a mail shows, in words already: the same for its HTML and its text.

What people wrote may hold line ends; a mail's layout is ours. So each value folds its words to one
line, whoever makes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from language.catalog import Language
from notifications.addresses import one_line

Tone = Literal["calm", "soon", "late"]


def _fold(value: object, *names: str) -> None:
    for name in names:
        words = getattr(value, name)
        if words is not None and (folded := one_line(words)) is not words:
            object.__setattr__(value, name, folded)


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what it says, e.g. "Varför" and a sentence."""

    label: str
    words: str

    def __post_init__(self) -> None:
        _fold(self, "words")


@dataclass(frozen=True, slots=True)
class Time:
    """The plan's own wording with its quotation marks, if it has any, and the window it means."""

    label: str
    quote: str | None
    window: str

    def __post_init__(self) -> None:
        _fold(self, "quote")


@dataclass(frozen=True, slots=True)
class Bar:
    """A share of a whole, in percent, drawn as a bar; `words` say the same."""

    percent: int
    words: str


@dataclass(frozen=True, slots=True)
class Card:
    """One thing: an activity, a case, a gap.

    mark: two or three words that say how urgent it is; tone colours them, and only them.
    """

    title: str
    place: str | None = None
    mark: str | None = None
    tone: Tone = "calm"
    time: Time | None = None
    lines: Sequence[Line] = ()
    bar: Bar | None = None

    def __post_init__(self) -> None:
        _fold(self, "title", "place")


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    lead: str | None = None
    cards: Sequence[Card] = field(default=())


@dataclass(frozen=True, slots=True)
class Part:
    """What one occasion adds to a letter; `occasion` is its function and its templates' folder."""

    occasion: str
    sections: Sequence[Section]


@dataclass(frozen=True, slots=True)
class Action:
    """The one thing to do. to: the address that an answer by mail goes to."""

    address: str
    label: str
    help: str
    text_label: str
    to: Line | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """preview: what a list of mails shows beside the subject. leave: the way out of a digest."""

    language: Language
    subject: str
    preview: str
    heading: str
    greeting: str
    summary: str
    parts: Sequence[Part]
    action: Action | None
    footer: Sequence[str]
    leave: Action | None = None

    def __post_init__(self) -> None:
        _fold(self, "subject", "preview", "heading", "greeting", "summary")

    @property
    def is_linked(self) -> bool:
        """It leads to pages of ours."""
        on_page = self.action is not None and self.action.to is None
        return on_page or self.leave is not None
