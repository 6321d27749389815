"""Sent mail as a public record: which case it belongs to, and how long its bytes are kept."""

from collections.abc import Collection, Mapping
from typing import Annotated, Literal

from pydantic import Field

from rules.policy import Strict

Kind = Literal["reminder", "digest", "secretariat", "channel", "test"]
Days = Annotated[int, Field(ge=1)]
COMMITTEE, SECRETARIAT = "committee", "secretariat"
PLACE_OF_KIND = {"digest": COMMITTEE, "secretariat": SECRETARIAT}


class Records(Strict):
    """registry: the registry number (diarienummer) of each group, by its short name.

    `committee` and `secretariat` are places too: what is written to them belongs there.
    keep: days by kind, counted from the letter's own day; a kind left out is kept for ever.
    hold: registry numbers of which nothing is taken away, whatever `keep` says.
    """

    registry: Mapping[str, str] = {}
    keep: Mapping[Kind, Days] = {}
    hold: tuple[str, ...] = ()

    @property
    def held_places(self) -> frozenset[str]:
        return frozenset(place for place, number in self.registry.items() if number in self.hold)

    def places_of(self, number: str) -> frozenset[str]:
        return frozenset(place for place, its in self.registry.items() if its == number)

    def numbers_of(self, places: Collection[str]) -> list[str]:
        """The registry numbers of a message that belongs to these places."""
        return sorted({self.registry[place] for place in places if place in self.registry})
