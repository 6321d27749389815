"""Lines of running text become headings, points and paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from intake import vocabulary as words
from intake.bullets import BOX, BULLET, is_point, is_ticked
from intake.document import Block, Heading, Item, Paragraph, Place
from intake.label_roles import PHASE, is_above_label, is_label_set_apart
from intake.prose_fields import GENERIC
from intake.timewords import DONE, is_time, opens_with_time, trailing_time
from intake.topics import topic_of
from intake.wording import fold, key

_NUMBERED = re.compile(r"^\s*(?:§+\s*)?(?P<number>\d{1,3}(?:\.\d{1,2})*)[.)]?\s+(?=[A-ZÅÄÖÆØ])")
_LETTERED = re.compile(r"^\s*[a-zåäö]\)\s+[A-ZÅÄÖÆØ]")
_POINT = re.compile(r"^\s*(?P<number>\d{1,3}[.)]|[a-zåäö]\))\s+(?=\S)")
_IN_COLUMNS = re.compile(r"\S\s{3,}\S")  # two cells of a list, and no heading
STYLED_LABEL = 7
MAX_LOOK_BACK = 400
LEAD_IN = 6
MAX_HEADING = 10
MAX_LEAD_IN, MAX_NAME_LINES = 3, 4
MAX_TITLE, MAX_TITLE_WORDS, MAX_TITLE_LINES = 120, 16, 4
_ENDS = (".", ",", ";", ":", "!", "?")


@dataclass(frozen=True, slots=True)
class Line:
    """gap: whether space was left before it; heading: its level where its type says so.

    styled: whether the document tells its headings by type, so that no other line is one.
    step: how far below the line above it was set; 0 where that is not known.
    """

    text: str
    number: int
    page: int | None = None
    gap: bool = False
    heading: int = 0
    first: bool = False
    styled: bool = False
    step: float = 0.0

    @property
    def place(self) -> Place:
        return Place(page=self.page, line=self.number)

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())


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
        end = _heading_end(lines, at)
        return end, Heading(fold("\n".join(one.text for one in lines[at:end])), level, line.place)
    return _paragraph(lines, at, width, before)


def _heading_end(lines: Sequence[Line], at: int) -> int:
    """A numbered heading, and a title, goes on with lines that begin small."""
    end = at + 1
    if (_NUMBERED.match(lines[at].text) or lines[at].first) and not lines[at].heading:
        while end < len(lines) and _goes_on(lines[end - 1], lines[end]):
            end += 1
    return end


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a heading's line leads to the next one."""
    text = line.text.strip()
    waits = above.text.split()[-1].casefold() in words.OPEN_ENDS | GENERIC
    return not line.gap and (text[0].islower() or waits) and not is_point(line.text)


def _marker(line: Line, following: Sequence[Line], before: list[Block]) -> re.Match[str] | None:
    """The bullet or number of a point; numbers only where they make a list."""
    if found := BULLET.match(line.text) or BOX.match(line.text):
        return found
    found = _POINT.match(line.text)
    if not found:
        return None
    last = before[-1] if before else None
    in_list = isinstance(last, Item) and _follow(last.marker, found) and not line.gap
    second = _POINT.match(following[0].text) if following and not following[0].gap else None
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
    if (
        line.gap
        or line.heading != before.heading
        or BULLET.match(line.text)
        or BOX.match(line.text)
    ):
        return False
    if line.text.strip()[0].islower() or before.text.rstrip()[-1] in "-,/–":
        return not _LETTERED.match(line.text)
    if _NUMBERED.match(line.text) or _POINT.match(line.text):
        return False
    return len(before.text.strip()) >= 0.72 * width and not _is_label(line)


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
    return not (_POINT.match(line.text) or heading_level(lines, at, width, before))


def _is_label(line: Line) -> bool:
    name = key(line.text)
    return name in words.LABELS or name in words.MEMBER_LABELS or name in words.OTHER_GROUPS


def heading_level(lines: Sequence[Line], at: int, width: int, before: Sequence[Block]) -> int:
    """0 when the line is no heading; numbered ones count by their dots, others lie below them."""
    line = lines[at]
    if line.heading:
        return line.heading
    text = line.text.strip()
    if line.styled:
        return STYLED_LABEL if _is_label(line) and not text.endswith(":") else 0
    if numbered := _NUMBERED.match(line.text):
        short = _is_short(text, width) or is_above_label(
            [one.text for one in lines[at : at + MAX_NAME_LINES]]
        )
        return numbered["number"].count(".") + 1 if short else 0
    return _plain_level(lines[at : at + MAX_TITLE_LINES], width, before)


def _plain_level(lines: Sequence[Line], width: int, before: Sequence[Block]) -> int:
    """The level of a line without number or type: a label, a lead-in, a time, or a short line."""
    line, following = lines[0], lines[1] if len(lines) > 1 else None
    text = line.text.strip()
    if _is_label(line) and not text.endswith(":"):
        return _below_numbered(before)
    if _leads_in(text, following):
        return LEAD_IN
    if is_time(text) and ": " not in text and _stands_alone(line, following):
        return 5 if re.fullmatch(r"\d{4}", text) is None else 4
    return _below_numbered(before) if _looks_like_heading(lines, width) else 0


def _leads_in(text: str, following: Line | None) -> bool:
    """A label with a colon, alone on its line above a list: "Medlemmar:"."""
    if not text.endswith(":") or following is None or len(text.split()) > MAX_LEAD_IN:
        return False
    opens = (BULLET.match, _POINT.match, opens_with_time, DONE.match)
    listed = following.gap or any(form(following.text) for form in opens)
    return listed and (key(text) in words.MEMBER_LABELS or bool(topic_of(text)))


def _below_numbered(before: Sequence[Block]) -> int:
    """3 below numbered headings, if the last few have any, else 2."""
    return 3 if any(_is_numbered(block) for block in before[-MAX_LOOK_BACK:]) else 2


def _is_numbered(block: Block) -> bool:
    return isinstance(block, Heading) and block.text[:1].isdigit()


def _is_short(text: str, width: int) -> bool:
    return (
        (len(text) <= max(40, 0.8 * width) or PHASE.match(text) is not None)
        and len(text.split()) <= MAX_HEADING
        and not text.endswith(_ENDS)
    )


def _stands_alone(line: Line, following: Line | None) -> bool:
    return following is None or following.gap or bool(BULLET.match(following.text)) or line.gap


def _looks_like_heading(lines: Sequence[Line], width: int) -> bool:
    line, following = lines[0], lines[1] if len(lines) > 1 else None
    text = line.text.strip()
    if line.first and following is not None:
        return _opens_document(lines)
    if (
        not _is_short(text, width)
        or (re.search(r":\s", text) and not PHASE.match(text))
        or is_label_set_apart(text)
        or _IN_COLUMNS.search(text)
        or not (text[0].isupper() or text[0].isdigit())
    ):
        return False
    if not (line.first or line.gap) or _is_first_of_dated(text, following):
        return False
    if following is None:
        return line.first
    separate = following.gap or bool(BULLET.match(following.text) or _POINT.match(following.text))
    return separate or (
        len(text) < 0.6 * width and "," not in text and following.text.strip()[0].isupper()
    )


def _is_first_of_dated(text: str, following: Line | None) -> bool:
    """Whether it closes or opens with a time, and the next line too: both are milestones."""
    if following is None or is_time(text):
        return False
    if opens_with_time(text) and opens_with_time(following.text):
        return True
    return not following.gap and bool(trailing_time(text)[1] and trailing_time(following.text)[1])


def _opens_document(lines: Sequence[Line]) -> bool:
    """A title: first lines that are no sentence, and that no paragraph goes on with."""
    end = _heading_end(lines, 0)
    text = fold("\n".join(line.text for line in lines[:end]))
    after = lines[end] if end < len(lines) else None
    led = end > 1 and lines[1].text.strip()[:1].isupper()  # the first line waited for it
    apart = end == 1 or led or after is None or after.gap or _NUMBERED.match(after.text)
    short = len(text) < MAX_TITLE and len(text.split()) < MAX_TITLE_WORDS
    whole = not _IN_COLUMNS.search(lines[0].text.strip())  # else two cells of a page's head
    return bool(apart) and short and whole and not text.endswith(_ENDS)


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
    if _is_label(line) and not line.text.endswith(":"):
        return Heading(fold(text), 7, place)
    if line.text.endswith(":") and _leads_in(line.text, Line("", 1, gap=True)):
        return Heading(fold(text).rstrip(":"), 7, place)
    if bold and _is_short(line.text, 90) and line.text[:1].isalnum():
        numbered = _NUMBERED.match(line.text)
        return Heading(fold(text), numbered["number"].count(".") + 1 if numbered else 6, place)
    return Paragraph(fold(text), place, tuple(text.split("\n")))
