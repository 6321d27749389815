"""An activity as found: words and place, before its deadline is understood."""

from dataclasses import dataclass

from intake.document import Doubt, Place


@dataclass(frozen=True, slots=True)
class Candidate:
    """bars: periods that are only marked, ticked or coloured: a time, but not in words.

    within: the dated heading that a time without a year stands below.
    read_as: the time made whole with the heading of its column: "vecka 7" of a bare 7.
    settled: whether the document says that it is done, or called off.
    """

    description: str
    place: Place
    text: str
    number: str | None = None
    responsible: str | None = None
    deadline: str | None = None
    doubts: tuple[Doubt, ...] = ()
    bars: tuple[str, ...] = ()
    within: str | None = None
    read_as: str | None = None
    settled: bool = False
