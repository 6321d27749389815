"""Lines of running text become headings, points and paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.bullets import BOX, BULLET, is_point, is_ticked
from intake.document import Block, Heading, Item, Paragraph, Place
from intake.line import Line, is_label
from intake.line_headings import NUMBERED, POINT, heading_end, heading_level, is_short, leads_in
from intake.wording import fold

_LETTERED = re.compile(r"^\s*[a-zåäö]\)\s+[A-ZÅÄÖÆØ]")


def full_width(lines: Sequence[Line]) -> int:
    """How long a line gets before it is wrapped."""
    lengths = sorted(len(line.text.strip()) for line in lines)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def blocks_of(lines: Sequence[Line], width: int) -> list[Block]:
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        end, block = _next_block(lines, at, width, blocks)
        blocks.append(block)
        at = end
    return blocks


def _next_block(
    lines: Sequence[Line], at: int, width: int, before: list[Block]
) -> tuple[int, Block]:
    line = lines[at]
    if marker := _marker(line, lines[at + 1 : at + 2], before):
        return _item(lines, at, width, marker)
    if level := heading_level(lines, at, width, before):
        end = heading_end(lines, at)
        return end, Heading(fold("\n".join(one.text for one in lines[at:end])), level, line.place)
    return _paragraph(lines, at, width, before)


def _marker(line: Line, following: Sequence[Line], before: list[Block]) -> re.Match[str] | None:
    """The bullet or number of a point; numbers only where they make a list."""
    if found := BULLET.match(line.text) or BOX.match(line.text):
        return found
    found = POINT.match(line.text)
    if not found:
        return None
    last = before[-1] if before else None
    in_list = isinstance(last, Item) and _follow(last.marker, found) and not line.gap
    second = POINT.match(following[0].text) if following and not following[0].gap else None
    starts_list = second is not None and _follow(found["number"] or "", second)
    opens = isinstance(last, Heading) and found["number"] == "a)" and _LETTERED.match(line.text)
    return found if in_list or starts_list or opens else None


def _follow(marker: str, found: re.Match[str]) -> bool:
    """Whether the number is the one after; letters are not counted."""
    before, number = marker.rstrip(".)"), (found["number"] or "").rstrip(".)")
    if before.isdigit() and number.isdigit():
        return int(number) == int(before) + 1
    return bool(marker) or not number


def _item(lines: Sequence[Line], at: int, width: int, marker: re.Match[str]) -> tuple[int, Item]:
    line = lines[at]
    end = at + 1
    while end < len(lines) and _continues(lines, end, width):
        end += 1
    rest = line.text[marker.end() :]
    box = BOX.match(line.text) or BOX.match(rest)
    rest = rest[box.end() :] if box and box.string is rest else rest
    kept = (rest, *(one.text.strip() for one in lines[at + 1 : end]))
    number = marker.groupdict().get("number") or ""
    point = Item(fold("\n".join(kept)), line.place, line.indent // 2, number, lines=kept)
    return end, boxed(point, box)


def _continues(lines: Sequence[Line], at: int, width: int) -> bool:
    """Whether a line goes on with the one before: it was broken by the edge, not by a writer."""
    line, before = lines[at], lines[at - 1]
    if line.gap or line.heading != before.heading or is_point(line.text):
        return False
    if line.text.strip()[0].islower() or before.text.rstrip()[-1] in "-,/–":
        return not _LETTERED.match(line.text)
    if NUMBERED.match(line.text) or POINT.match(line.text):
        return False
    return len(before.text.strip()) >= 0.72 * width and not is_label(line.text)


def _paragraph(
    lines: Sequence[Line], at: int, width: int, before: list[Block]
) -> tuple[int, Paragraph]:
    end = at + 1
    while end < len(lines) and _same_paragraph(lines, end, width, before):
        end += 1
    kept = tuple(line.text for line in lines[at:end])
    return end, Paragraph(fold("\n".join(kept)), lines[at].place, kept)


def _same_paragraph(lines: Sequence[Line], at: int, width: int, before: list[Block]) -> bool:
    line = lines[at]
    if line.gap or is_point(line.text):
        return False
    if _continues(lines, at, width):
        return True
    return not (POINT.match(line.text) or heading_level(lines, at, width, before))


def boxed(point: Item, box: re.Match[str] | None) -> Item:
    """A point, and whether a box stands before it that is ticked."""
    if box is None:
        return point
    return replace(point, checkbox=True, ticked=is_ticked(box.group()))


def typed_block(text: str, place: Place, *, bold: bool = False) -> Block:
    """A paragraph of a format that has styles, whose writer used none."""
    line = Line(text.strip(), 1)
    if found := BULLET.match(text) or BOX.match(text):
        rest = text[found.end() :]
        return boxed(Item(fold(rest), place, lines=tuple(rest.split("\n"))), BOX.match(text))
    if is_label(line.text) and not line.text.endswith(":"):
        return Heading(fold(text), 7, place)
    if line.text.endswith(":") and leads_in(line.text, Line("", 1, gap=True)):
        return Heading(fold(text).rstrip(":"), 7, place)
    if bold and is_short(line.text, 90) and line.text[:1].isalnum():
        numbered = NUMBERED.match(line.text)
        return Heading(fold(text), numbered["number"].count(".") + 1 if numbered else 6, place)
    return Paragraph(fold(text), place, tuple(text.split("\n")))
