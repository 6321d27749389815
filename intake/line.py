"""A line of running text as it was set or typed, before anybody knows what it is."""

from dataclasses import dataclass

from intake import vocabulary as words
from intake.document import Place
from intake.wording import key


@dataclass(frozen=True, slots=True)
class Line:
    """gap: whether space was left before it; heading: its level where its type says so.

    styled: whether the document tells its headings by type, so that no other line is one.
    step: how far below the line above it was set; 0 where that is not known.
    """

    text: str
    number: int
    page: int | None = None
    gap: bool = False
    heading: int = 0
    first: bool = False
    styled: bool = False
    step: float = 0.0

    @property
    def place(self) -> Place:
        return Place(page=self.page, line=self.number)

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())


def is_label(text: str) -> bool:
    """Of a single value, of members, or of people who are none."""
    name = key(text)
    return name in words.LABELS or name in words.MEMBER_LABELS or name in words.OTHER_GROUPS
