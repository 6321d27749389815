"""What a look into the future finds, as values, and how it reads by day, person and group."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

Dated = list[tuple[date, str]]


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A mail that would go out; asks and cases by the names of their activities."""

    day: date
    name: str
    recipient: str
    kind: str
    subject: str
    asks: tuple[str, ...]
    cases: tuple[str, ...]
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """An answer or a decision that was supposed."""

    day: date
    uid: str
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Window:
    """An activity as the span leaves it; first_start, first_due: as it found it."""

    uid: str
    number: str | None
    group: str
    description: str
    wording: str
    start: date | None
    due: date | None
    first_start: date | None
    first_due: date | None
    closed_on: date | None


@dataclass
class Future:
    """letters: every mail of the span; opened, raised, closed: (day, uid) of cases.

    held: the days on which so many letters would wait until somebody has looked, and how many.
    """

    first: date
    last: date
    letters: list[Foreseen] = field(default_factory=list)
    opened: Dated = field(default_factory=list)
    raised: Dated = field(default_factory=list)
    closed: Dated = field(default_factory=list)
    answers: list[Said] = field(default_factory=list)
    decisions: list[Said] = field(default_factory=list)
    held: list[tuple[date, int]] = field(default_factory=list)
    windows: list[Window] = field(default_factory=list)


def by_day(future: Future) -> dict[str, list[Foreseen]]:
    return _sorted_into(future.letters, lambda one: [str(one.day)])


def by_person(future: Future) -> dict[str, list[Foreseen]]:
    """By name and address: two people may have one name."""
    return _sorted_into(future.letters, lambda one: [f"{one.name} <{one.recipient}>"])


def by_group(future: Future) -> dict[str, list[Foreseen]]:
    """A letter about two groups is found under both, one about none under none."""
    return _sorted_into(future.letters, lambda one: one.groups)


def _sorted_into(
    letters: Iterable[Foreseen], places: Callable[[Foreseen], Iterable[str]]
) -> dict[str, list[Foreseen]]:
    found: dict[str, list[Foreseen]] = defaultdict(list)
    for letter in letters:
        for place in places(letter):
            found[place].append(letter)
    return dict(sorted(found.items()))


def counted(places: dict[str, list[Foreseen]]) -> dict[str, int]:
    return {place: len(letters) for place, letters in places.items()}
