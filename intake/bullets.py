"""The signs that a point of running text opens with: bullets, and boxes to tick."""

import re

BULLET = re.compile(
    r"^\s*(?:\(cid:\d+\)|[•▪●○◦‣·∙*\uf0b7\uf0a7\uf02d]|[–—-](?=\s)|o(?=\s{2}))\s*(?=\S)"
)
BOX = re.compile(r"^\s*(?:\[[ xX✓]?\]|[☐☑☒□■✓])\s*(?=\S)")
_TICKS = frozenset("xX✓☑☒■")


def is_point(text: str) -> bool:
    """Whether a line opens with a bullet or a box."""
    return bool(BULLET.match(text) or BOX.match(text))


def is_ticked(box: str) -> bool:
    """Whether the box that was matched is a ticked one."""
    return not _TICKS.isdisjoint(box)
