"""An activity as found: words and place, before its deadline is understood."""

from dataclasses import dataclass

from intake.document import Doubt, Place


@dataclass(frozen=True, slots=True)
class Candidate:
    """period: the wording of the section that it stood under, used when it has none of its own."""

    description: str
    place: Place
    text: str
    number: str | None = None
    responsible: str | None = None
    deadline: str | None = None
    doubts: tuple[Doubt, ...] = ()
