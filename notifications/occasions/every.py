"""All occasions, in the order of a letter: know, decide, answer, mend, read."""

from collections.abc import Callable, Iterator

from notifications.letter import Letter
from notifications.occasions.asking import (
    check_in,
    convenor,
    passed,
    reminder,
    report_back,
    sharpen,
)
from notifications.occasions.digest import decisions_wanted, week_in_short
from notifications.occasions.proposing import proposals_settled, proposals_wanted
from notifications.occasions.telling import changed_responsible, decided, mending, welcome
from notifications.page import Part, Section

Occasion = Callable[[Letter], Iterator[Section]]

OCCASIONS: tuple[Occasion, ...] = (
    welcome,
    decisions_wanted,
    proposals_wanted,
    changed_responsible,
    convenor,
    reminder,
    sharpen,
    report_back,
    check_in,
    passed,
    decided,
    proposals_settled,
    mending,
    week_in_short,
)


def parts(letter: Letter) -> list[Part]:
    """What each occasion has to say in this letter; those without anything stay silent."""
    return [
        Part(occasion.__name__, sections)
        for occasion in OCCASIONS
        if (sections := tuple(occasion(letter)))
    ]
