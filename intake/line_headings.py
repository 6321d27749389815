"""Which lines of running text are headings, and how far out."""

import re
from collections.abc import Sequence

from intake import vocabulary as words
from intake.bullets import BULLET, is_point
from intake.document import Block, Heading
from intake.label_roles import PHASE, is_above_label, is_label_set_apart
from intake.line import Line, is_label
from intake.prose_fields import GENERIC
from intake.timewords import DONE, is_time, opens_with_time, trailing_time
from intake.topics import topic_of
from intake.wording import fold, key

NUMBERED = re.compile(r"^\s*(?:§+\s*)?(?P<number>\d{1,3}(?:\.\d{1,2})*)[.)]?\s+(?=[A-ZÅÄÖÆØ])")
POINT = re.compile(r"^\s*(?P<number>\d{1,3}[.)]|[a-zåäö]\))\s+(?=\S)")
_IN_COLUMNS = re.compile(r"\S\s{3,}\S")  # two cells of a list, and no heading
STYLED_LABEL = 7
MAX_LOOK_BACK = 400
LEAD_IN = 6
MAX_HEADING = 10
MAX_LEAD_IN, MAX_NAME_LINES = 3, 4
MAX_TITLE, MAX_TITLE_WORDS, MAX_TITLE_LINES = 120, 16, 4
_ENDS = (".", ",", ";", ":", "!", "?")


def heading_level(lines: Sequence[Line], at: int, width: int, before: Sequence[Block]) -> int:
    """0 when the line is no heading; numbered ones count by their dots, others lie below them."""
    line = lines[at]
    if line.heading:
        return line.heading
    text = line.text.strip()
    if line.styled:
        return STYLED_LABEL if is_label(line.text) and not text.endswith(":") else 0
    if numbered := NUMBERED.match(line.text):
        short = is_short(text, width) or is_above_label(
            [one.text for one in lines[at : at + MAX_NAME_LINES]]
        )
        return numbered["number"].count(".") + 1 if short else 0
    return _plain_level(lines[at : at + MAX_TITLE_LINES], width, before)


def heading_end(lines: Sequence[Line], at: int) -> int:
    """A numbered heading, and a title, goes on with lines that begin small."""
    end = at + 1
    if (NUMBERED.match(lines[at].text) or lines[at].first) and not lines[at].heading:
        while end < len(lines) and _goes_on(lines[end - 1], lines[end]):
            end += 1
    return end


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a heading's line leads to the next one."""
    text = line.text.strip()
    waits = above.text.split()[-1].casefold() in words.OPEN_ENDS | GENERIC
    return not line.gap and (text[0].islower() or waits) and not is_point(line.text)


def _plain_level(lines: Sequence[Line], width: int, before: Sequence[Block]) -> int:
    """The level of a line without number or type: a label, a lead-in, a time, or a short line."""
    line, following = lines[0], lines[1] if len(lines) > 1 else None
    text = line.text.strip()
    if is_label(line.text) and not text.endswith(":"):
        return _below_numbered(before)
    if leads_in(text, following):
        return LEAD_IN
    if is_time(text) and ": " not in text and _stands_alone(line, following):
        return 5 if re.fullmatch(r"\d{4}", text) is None else 4
    return _below_numbered(before) if _looks_like_heading(lines, width) else 0


def leads_in(text: str, following: Line | None) -> bool:
    """A label with a colon, alone on its line above a list: "Medlemmar:"."""
    if not text.endswith(":") or following is None or len(text.split()) > MAX_LEAD_IN:
        return False
    opens = (BULLET.match, POINT.match, opens_with_time, DONE.match)
    listed = following.gap or any(form(following.text) for form in opens)
    return listed and (key(text) in words.MEMBER_LABELS or bool(topic_of(text)))


def _below_numbered(before: Sequence[Block]) -> int:
    """3 below numbered headings, if the last few have any, else 2."""
    return 3 if any(_is_numbered(block) for block in before[-MAX_LOOK_BACK:]) else 2


def _is_numbered(block: Block) -> bool:
    return isinstance(block, Heading) and block.text[:1].isdigit()


def is_short(text: str, width: int) -> bool:
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
        not is_short(text, width)
        or (re.search(r":\s", text) and not (PHASE.match(text) or _opens_with_kind(text)))
        or is_label_set_apart(text)
        or _IN_COLUMNS.search(text)
        or not (text[0].isupper() or text[0].isdigit())
    ):
        return False
    if not (line.first or line.gap) or _is_first_of_dated(text, following):
        return False
    if following is None:
        return line.first
    separate = following.gap or bool(BULLET.match(following.text) or POINT.match(following.text))
    return separate or (
        len(text) < 0.6 * width and "," not in text and following.text.strip()[0].isupper()
    )


def _opens_with_kind(text: str) -> bool:
    """Uppdragsdirektiv: Praktik i förskolan."""
    return key(text.partition(":")[0]) in words.KINDS_OF_PLAN


def _is_first_of_dated(text: str, following: Line | None) -> bool:
    """Whether it closes or opens with a time, and the next line too: both are milestones."""
    if following is None or is_time(text):
        return False
    if opens_with_time(text) and opens_with_time(following.text):
        return True
    return not following.gap and bool(trailing_time(text)[1] and trailing_time(following.text)[1])


def _opens_document(lines: Sequence[Line]) -> bool:
    """A title: first lines that are no sentence, and that no paragraph goes on with."""
    end = heading_end(lines, 0)
    text = fold("\n".join(line.text for line in lines[:end]))
    after = lines[end] if end < len(lines) else None
    led = end > 1 and lines[1].text.strip()[:1].isupper()  # the first line waited for it
    apart = end == 1 or led or after is None or after.gap or NUMBERED.match(after.text)
    short = len(text) < MAX_TITLE and len(text.split()) < MAX_TITLE_WORDS
    whole = not _IN_COLUMNS.search(lines[0].text.strip())  # else two cells of a page's head
    return bool(apart) and short and whole and not text.endswith(_ENDS)
