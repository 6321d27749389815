"""Who and when of an activity that is a heading, on labelled lines below it."""

from itertools import dropwhile, takewhile

from intake.decided import holds_decision
from intake.document import Item, Paragraph, Section
from intake.labels import is_label, labelled
from intake.wording import fold, split_number


def stated_below(section: Section) -> dict[str, str]:
    """Lines such as "Ansvarig: Anna" and "Klart: 12 maj" below a heading.

    Points that say how it is done may follow where both stand above them.
    """
    told = [block for block in section.blocks if isinstance(block, Paragraph | Item)]
    points = [block for block in told if isinstance(block, Item)]
    if all(is_label((*point.lines, point.text)[0]) for point in points):
        return _stated(told)
    stated = _stated(list(takewhile(lambda block: isinstance(block, Paragraph), told)))
    return stated if {"responsible", "deadline"} <= stated.keys() else {}


def _stated(told: list[Paragraph | Item]) -> dict[str, str]:
    found: dict[str, str] = {}
    above = [line for block in told for line in block.lines if not is_label(line)]
    if any(split_number(line)[0] for line in above) or any(map(holds_decision, told)):
        return {}  # they belong to what is counted or decided there
    for one in labelled([block for block in map(_from_label, told) if block]):
        found.setdefault(one.role, one.value)
    return found


def _from_label(block: Paragraph | Item) -> Paragraph | None:
    """Its lines from the first label on, with those that go on from it."""
    lines = tuple(dropwhile(lambda line: not is_label(line), block.lines or (block.text,)))
    return Paragraph(fold("\n".join(lines)), block.place, lines) if lines else None
