"""Are two names the same person? A doubt is a question to people, never a merger."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from rules.recipients import name_key

Likeness = Literal["same", "probably_same", "different"]

# One sound, several spellings: Ekwall and Ekvall, Carlsson and Karlson, Sophie and Sofie.
_SPELLINGS: Final = (
    ("ph", "f"),
    ("th", "t"),
    ("ch", "k"),
    ("ck", "k"),
    ("c", "k"),
    ("qu", "kv"),
    ("q", "k"),
    ("w", "v"),
    ("z", "s"),
    ("x", "ks"),
    ("hj", "j"),
    ("y", "i"),
)
LONG_ENOUGH: Final = 5  # letters; Berg and Borg are two families
SAME_PLACE: Final = 90.0  # of 100


@dataclass(frozen=True, slots=True)
class Named:
    """A name as someone wrote it, and where the person works, if that was said."""

    name: str
    organisation: str | None = None


def same_person(one: Named, other: Named) -> Likeness:
    """Same: only case and white space differ. Probably: order and spelling.

    Typos, initials, left-out names and lost dots count only where both may work at one place.
    """
    if name_key(one.name) == name_key(other.name):
        return "same"
    here, there = spelt(one.name), spelt(other.name)
    if not here or not there:
        return "different"
    if sorted(here) == sorted(there):
        return "probably_same"
    alike = may_be_one_place(one, other) and (
        sorted(map(_flat, here)) == sorted(map(_flat, there))
        or _are_alike(frozenset(here), frozenset(there))
    )
    return "probably_same" if alike else "different"


def parts(name: str) -> frozenset[str]:
    """People who share none of these are never the same: what to look up before comparing."""
    return frozenset(map(_flat, spelt(name)))


def spelt(name: str) -> tuple[str, ...]:
    """The parts of a name by sound, without accents; å, ä and ö are letters of their own."""
    return tuple(_by_sound(part) for part in re.findall(r"[^\W\d_]+", _plain(name)))


def _plain(name: str) -> str:
    kept = {"å": "å", "ä": "ä", "ö": "ö", "æ": "ä", "ø": "ö"}
    return "".join(kept.get(letter) or _unaccented(letter) for letter in _composed(name))


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _unaccented(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


def _flat(part: str) -> str:
    """As a program without å, ä and ö writes it."""
    return "".join(map(_unaccented, part))


def _by_sound(part: str) -> str:
    for written, heard in _SPELLINGS:
        part = part.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", part)


def may_be_one_place(one: Named, other: Named) -> bool:
    if not one.organisation or not other.organisation:
        return True
    here, there = name_key(one.organisation), name_key(other.organisation)
    return fuzz.token_sort_ratio(here, there) >= SAME_PLACE


def _are_alike(here: frozenset[str], there: frozenset[str]) -> bool:
    """At least one part agrees in full, and the others could."""
    shared, mine, yours = here & there, here - there, there - here
    if not shared or max(map(len, shared)) == 1:
        return False
    if len(shared) > 1 and not (mine and yours):
        return True  # a second given name or surname that one of them left out
    return len(mine) == len(yours) == 1 and _could_be(*mine, *yours)


def _could_be(one: str, other: str) -> bool:
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    long_enough = min(len(one), len(other)) >= LONG_ENOUGH - 1
    return (
        long_enough and max(len(one), len(other)) >= LONG_ENOUGH and OSA.distance(one, other) == 1
    )
