"""What does another policy change? In words."""

from collections.abc import Callable, Iterator
from datetime import date

from language.catalog import Language, say, say_count
from reports.foreseen import Dated, Foreseen, Future, by_day, by_group, by_person, counted

MOST = 10  # of each kind, the largest first


def difference(one: Future, other: Future, language: Language) -> list[str]:
    """How the other differs, most weighty first; a sentence even where it does not."""
    found = [
        *_letters(one, other, language),
        *_busiest(one, other, language),
        *_places(one, other, by_person, "foreseen.differs.person", language),
        *_places(one, other, by_group, "foreseen.differs.group", language),
        *_cases(one, other, language),
    ]
    return found or [say("foreseen.differs.not", language)]


def _letters(one: Future, other: Future, language: Language) -> Iterator[str]:
    more = len(other.letters) - len(one.letters)
    if more:
        key = "foreseen.differs.more" if more > 0 else "foreseen.differs.fewer"
        yield say_count(key, abs(more), language, one=len(one.letters), other=len(other.letters))
    if len(one.opened) != len(other.opened):
        numbers = {"one": len(one.opened), "other": len(other.opened)}
        yield say("foreseen.differs.cases", language, **numbers)


def _busiest(one: Future, other: Future, language: Language) -> Iterator[str]:
    most = [max(counted(by_day(future)).values(), default=0) for future in (one, other)]
    if most[0] != most[1]:
        yield say("foreseen.differs.busiest", language, one=most[0], other=most[1])


def _places(
    one: Future,
    other: Future,
    by: Callable[[Future], dict[str, list[Foreseen]]],
    key: str,
    language: Language,
) -> Iterator[str]:
    before, after = counted(by(one)), counted(by(other))
    changed = [
        (abs(after.get(place, 0) - before.get(place, 0)), place) for place in before | after
    ]
    for more, place in sorted(changed, key=lambda found: (-found[0], found[1]))[:MOST]:
        if more:
            yield say(
                key, language, place=place, one=before.get(place, 0), other=after.get(place, 0)
            )


def _cases(one: Future, other: Future, language: Language) -> Iterator[str]:
    """Activities whose case comes or is raised on another day, or under one policy alone."""
    for key, (before, after) in {
        "case": (_first_days(one.opened), _first_days(other.opened)),
        "raised": (_first_days(one.raised), _first_days(other.raised)),
    }.items():
        changed = [uid for uid in sorted(before | after) if before.get(uid) != after.get(uid)]
        for uid in changed[:MOST]:
            days = [_or_never(found.get(uid), language) for found in (before, after)]
            yield say(f"foreseen.differs.{key}", language, uid=uid, one=days[0], other=days[1])


def _first_days(dated: Dated) -> dict[str, date]:
    return {uid: day for day, uid in reversed(dated)}


def _or_never(day: date | None, language: Language) -> str:
    return str(day) if day else say("foreseen.differs.never", language)
