"""Who and when of a point, told below it: after labels, or as a name and a time alone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from intake.document import Block, Item, Paragraph
from intake.labels import is_label, labelled
from intake.timewords import is_time
from intake.wording import fold

TOLD = ("responsible", "deadline")
MAX_NAME = 6
MAX_PLAIN = 2
_APART = re.compile(r"\s+[–—/|-]\s+|\s*[,;|]\s*|\s*\(|\)")


def told_in(lines: Iterable[str]) -> dict[str, str]:
    """What labels say: "Ansvarig: Anna", "Klart: 12 maj"; empty when no line has one."""
    kept = tuple(lines)
    found: dict[str, str] = {}
    for one in labelled([Paragraph(fold("\n".join(kept)), lines=kept)]):
        if one.role in TOLD:
            found.setdefault(one.role, one.value)
    return found


def told_below(inner: Sequence[Item]) -> dict[str, str]:
    """The same, of the points below a point; or where these are but a name and a time."""
    if found := told_in(line for item in inner for line in item.lines or (item.text,)):
        return found
    parts = [item.text for item in inner]
    if len(parts) == 1:
        parts = [fold(part) for part in _APART.split(parts[0]) if part.strip()]
    times = [part for part in parts if is_time(part)]
    names = [part for part in parts if part not in times]
    if len(times) != 1 or len(parts) > MAX_PLAIN or not all(map(_may_be_name, names)):
        return {}
    return {"deadline": times[0]} | ({"responsible": names[0]} if names else {})


def _may_be_name(text: str) -> bool:
    return text[:1].isupper() and len(text.split()) <= MAX_NAME and not text.endswith((".", ":"))


def cut_at_labels(blocks: Sequence[Block]) -> Iterator[Block]:
    """Points with the labelled lines in and after them as points below them.

    Behind the last point of several alone, such lines are said of the whole plan.
    """
    above: Item | None = None
    alone = _labelled_alone(blocks)
    for block in blocks:
        if isinstance(block, Item):
            above = block
            yield from _cut(block)
        elif above and block is not alone and _are_labels(block):
            assert isinstance(block, Paragraph)  # noqa: S101 - told by its labels
            yield Item(block.text, block.place, above.depth + 1, lines=block.lines)
        else:
            above = None
            yield block


def _labelled_alone(blocks: Sequence[Block]) -> Block | None:
    """What stands behind the last point, where no other point has labels in or behind it."""
    items = [block for block in blocks if isinstance(block, Item)]
    behind = [b for a, b in pairwise(blocks) if isinstance(a, Item) and _are_labels(b)]
    cut = any(len(list(_cut(item))) > 1 or told_in([item.text]) for item in items)
    return behind[0] if len(items) > 1 and len(behind) == 1 and not cut else None


def _are_labels(block: Block) -> bool:
    return isinstance(block, Paragraph) and _is_labels(block.lines or (block.text,))


def _cut(item: Item) -> Iterator[Item]:
    first = next((n for n, line in enumerate(item.lines) if n and _is_labels([line])), 0)
    if not first:
        yield item
        return
    yield replace(item, text=fold("\n".join(item.lines[:first])), lines=item.lines[:first])
    for line in item.lines[first:]:
        yield Item(fold(line), item.place, item.depth + 1)


def _is_labels(lines: Sequence[str]) -> bool:
    """Whether nothing but labels of who and when, and of other things, stands there."""
    return bool(told_in(lines)) and all(map(is_label, lines))
