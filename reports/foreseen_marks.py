"""What happens to an activity on its timeline: asked, answered, before the committee, decided."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from language.catalog import Language, say
from reports.foreseen import Future
from reports.svg import dot, shape, words

MarkKind = Literal["asked", "answered", "opened", "raised", "decided", "closed"]
FILLS: dict[MarkKind, str] = {
    "asked": "#1f2933",
    "answered": "#009e73",
    "opened": "#d55e00",
    "raised": "#8b1a00",
    "decided": "#7b3fa0",
    "closed": "#009e73",
}
SIZE = 5.0
APART = 140.0  # between the marks of the legend


@dataclass(frozen=True, slots=True)
class Mark:
    day: date
    kind: MarkKind

    def drawn(self, x: float, y: float, language: Language) -> str:
        """Each kind has a shape of its own, for those who do not see its colour."""
        fill = FILLS[self.kind]
        told = f"{self.day} {say(f'foreseen.mark.{self.kind}', language)}"
        match self.kind:
            case "asked" | "answered":
                return dot(x, y, 2.2 if self.kind == "asked" else 4, fill=fill, told=told)
            case "opened":
                corners = [(x - SIZE, y + SIZE), (x + SIZE, y + SIZE), (x, y - SIZE)]
            case "raised":
                corners = [
                    (x - SIZE, y + SIZE),
                    (x + SIZE, y + SIZE),
                    (x + SIZE, y - SIZE),
                    (x, y - 2 * SIZE),
                    (x - SIZE, y - SIZE),
                ]
            case "decided":
                corners = [(x - SIZE, y), (x, y - SIZE), (x + SIZE, y), (x, y + SIZE)]
            case "closed":
                corners = [(x - 1.5, y - 7), (x + 1.5, y - 7), (x + 1.5, y + 7), (x - 1.5, y + 7)]
        return shape(corners, fill=fill, told=told)


def marks(future: Future) -> dict[str, list[Mark]]:
    """By activity, each once a day, in the order in which they lie on each other."""
    found: dict[str, dict[Mark, None]] = defaultdict(dict)
    for uid, mark in _all(future):
        found[uid][mark] = None
    return {uid: list(mine) for uid, mine in found.items()}


def _all(future: Future) -> Iterator[tuple[str, Mark]]:
    for letter in future.letters:
        yield from ((uid, Mark(letter.day, "asked")) for uid in letter.asks)
    yield from ((one.uid, Mark(one.day, "answered")) for one in future.answers)
    yield from _dated(future.opened, "opened")
    yield from _dated(future.raised, "raised")
    yield from ((one.uid, Mark(one.day, "decided")) for one in future.decisions)
    for window in future.windows:
        if window.closed_on is not None and future.first <= window.closed_on <= future.last:
            yield window.uid, Mark(window.closed_on, "closed")


def _dated(events: Iterable[tuple[date, str]], kind: MarkKind) -> Iterator[tuple[str, Mark]]:
    return ((uid, Mark(day, kind)) for day, uid in events)


def legend(y: float, left: float, language: Language) -> Iterator[str]:
    for number, kind in enumerate(FILLS):
        x = left + number * APART
        yield Mark(date.min, kind).drawn(x, y + 10, language)
        yield words(x + 10, y + 14, say(f"foreseen.mark.{kind}", language), size=11)
