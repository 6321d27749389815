"""Is this an unusual number of letters?"""

from collections.abc import Sequence
from statistics import mean

from rules.policy import Volume

ENOUGH_DAYS = 5  # before that nobody knows what a normal day is


def is_unusual(letters: int, *, earlier: Sequence[int], policy: Volume) -> bool:
    """earlier: how many went on each of the days before on which any went."""
    if letters <= policy.at_least or len(earlier) < ENOUGH_DAYS:
        return False
    return letters > policy.times * mean(earlier)
