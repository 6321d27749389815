"""What the styles of a Word document say about a paragraph: heading, point, number."""

import re
from typing import Final
from xml.etree.ElementTree import Element

from intake.word_numbers import W

_HEADING: Final = re.compile(r"^(?:heading|rubrik|overskrift|överskrift)\s*(\d)$")
_LIST: Final = re.compile(r"^(?:list|punktlista|numrerad lista|liste)\b.*\s(\d)$")
_TITLE: Final = frozenset(("title", "titel", "tittel"))
_MAX_DEPTH: Final = 12  # styles may be based on one another in a circle


class Styles:
    def __init__(self, root: Element) -> None:
        self.by_id = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}

    def heading_level(self, paragraph: Element) -> int | None:
        """0 for a title, 1 and more for headings; None for other text."""
        own = _outline(paragraph)
        if own is not None:
            return own
        for style in self._chain(paragraph):
            name = _name(style)
            if name in _TITLE:
                return 0
            if found := _HEADING.match(name):
                return int(found[1])
            level = _outline(style)
            if level is not None:
                return level
        return None

    def is_bullet(self, paragraph: Element) -> bool:
        return any(
            _name(style).startswith(("list bullet", "punktlista"))
            for style in self._chain(paragraph)
        )

    def list_depth(self, paragraph: Element) -> int:
        """0 for "List Bullet", 1 for "List Bullet 2"."""
        found = (_LIST.match(_name(style)) for style in self._chain(paragraph))
        return next((int(one[1]) - 1 for one in found if one), 0)

    def numbering_of(self, paragraph: Element) -> tuple[str, int] | None:
        """(list, depth) that the paragraph or its style belongs to."""
        for holder in (paragraph, *self._chain(paragraph)):
            use = holder.find(f"{W}pPr/{W}numPr")
            if use is not None:
                return _use(use)
        return None

    def _chain(self, paragraph: Element) -> list[Element]:
        found: list[Element] = []
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        while named is not None and len(found) < _MAX_DEPTH:
            style = self.by_id.get(named.get(f"{W}val", ""))
            if style is None:
                break
            found.append(style)
            named = style.find(f"{W}basedOn")
        return found


def _name(style: Element) -> str:
    name = style.find(f"{W}name")
    return (name.get(f"{W}val", "") if name is not None else "").casefold()


def _outline(holder: Element) -> int | None:
    outline = holder.find(f"{W}pPr/{W}outlineLvl")
    value = outline.get(f"{W}val", "9") if outline is not None else "9"
    return int(value) + 1 if value.isdigit() and int(value) < 9 else None  # noqa: PLR2004 - 9 is body text


def _use(use: Element) -> tuple[str, int]:
    number, depth = use.find(f"{W}numId"), use.find(f"{W}ilvl")
    deep = depth.get(f"{W}val", "0") if depth is not None else "0"
    return (
        number.get(f"{W}val", "") if number is not None else "",
        int(deep) if deep.isdigit() else 0,
    )
