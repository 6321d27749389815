"""Where the points of a list say who: the whole list has a habit of it."""

import re
from collections.abc import Sequence

from intake import vocabulary as words
from intake.document import Item
from intake.points import (
    BEHIND,
    FRONTED,
    IN_BRACKETS,
    INITIALS,
    NAMED,
    is_names,
    name_before,
    own_time,
)
from intake.timewords import is_time
from intake.wording import key, split_number

_DOES = re.compile(r"^(?P<name>[^:–—-]{2,60}?)\s+[–—-]\s+(?P<task>[a-zåäöæø].*)$")
MIN_BEHIND, SHARE_BEHIND = 3, 0.6


def opens_with_names(items: Sequence[Item], *, minuted: bool) -> bool:
    """Whether the points of a list open with somebody: no label among them is anything else.

    minuted: whether the list is of a meeting's kind, where a single word is a first name.
    """
    texts = [split_number(item.text)[1] for item in items]
    labels = [found["name"] for text in texts if (found := NAMED.match(text))]
    if minuted and sum(name_before(text)[0] is not None for text in texts) * 2 > len(texts):
        return True
    if len(labels) * 2 <= len(texts) or not all(map(is_names, labels)):
        return False
    return minuted or any(_is_full_name(label) for label in labels)


def names_behind(items: Sequence[Item]) -> bool:
    """Whether nearly every point of a document's lists ends with a dash and somebody."""
    texts = [own_time(split_number(item.text)[1])[0] for item in items]
    found = [one for text in texts if (one := BEHIND.match(text)) and not is_time(one["name"])]
    return len(texts) >= MIN_BEHIND and len(found) >= SHARE_BEHIND * len(texts)


def initials_behind(items: Sequence[Item]) -> bool:
    """Whether nearly every point ends with initials in brackets, and not all with the same."""
    found = [one["name"] for item in items if (one := INITIALS.search(item.text))]
    several = len(set(found)) > 1
    return several and len(found) >= max(MIN_BEHIND, SHARE_BEHIND * len(items))


def brackets_before(items: Sequence[Item]) -> bool:
    """Whether nearly every point opens with names in brackets."""
    found = [FRONTED.match(split_number(item.text)[1]) for item in items]
    named = [one for one in found if one and is_names(one["name"])]
    return len(named) >= max(MIN_BEHIND, SHARE_BEHIND * len(items))


def brackets_behind(items: Sequence[Item]) -> bool:
    """Whether every point ends with brackets, and most of these hold names."""
    found = [IN_BRACKETS.search(item.text) for item in items]
    inside = [one["name"] for one in found if one]
    names = [one for one in inside if is_names(one)]
    every = len(items) >= MIN_BEHIND and len(inside) == len(items)
    return every and len(names) >= SHARE_BEHIND * len(items) and not any(map(is_time, inside))


def dashed_names(items: Sequence[Item]) -> bool:
    """Whether every point opens with somebody, a dash, and what they do."""
    texts = [split_number(item.text)[1] for item in items]
    return len(texts) > 1 and all(
        (found := _DOES.match(text)) and is_names(found["name"]) for text in texts
    )


def _is_full_name(label: str) -> bool:
    return key(label) in words.EVERYBODY or 2 <= len(label.split()) <= 3  # noqa: PLR2004
