"""Paragraphs that a writer has numbered by hand become points: "§ 3 Rådet ska …", "2) Mend …"."""

import re
from collections.abc import Iterator, Sequence

from intake.comma_parts import between_strokes
from intake.document import Block, Item, Paragraph
from intake.wording import fold

MIN_RUN = 2
_LEADING = re.compile(r"\s*(?:(?P<number>\d{1,3}(?:\.\d{1,3})*)[.)]?\s+/\s+)?")
_NUMBER = re.compile(r"^\s*(?:§+\s*)?(?P<number>\d{1,2}(?:\.\d{1,2})*)\s*[.):–-]?\s+(?=[^\W\d_])")


def as_points(blocks: Sequence[Block]) -> Iterator[Block]:
    """The same blocks, with numbered paragraphs and lines between strokes as points."""
    yield from _numbered([one for block in blocks for one in _stroked(block)])


def _stroked(block: Block) -> list[Block]:
    """Lines such as "3 / Draft rules / Secretary / 1 March", one a row."""
    lines = block.lines if isinstance(block, Paragraph) else ()
    rows = [_LEADING.match(line) for line in lines]
    told = [
        between_strokes(line[row.end() :])[2] for line, row in zip(lines, rows, strict=True) if row
    ]
    if not told or not all(told) or len(told) < len(lines):
        return [block]
    return [
        Item(fold(line[row.end() :]), block.place, 0, f"{row['number']}." if row["number"] else "")
        for line, row in zip(lines, rows, strict=True)
        if row
    ]


def _numbered(blocks: Sequence[Block]) -> Iterator[Block]:
    at = 0
    while at < len(blocks):
        run = _run(blocks, at)
        if len(run) >= MIN_RUN:
            yield from run
            at += len(run)
        else:
            yield blocks[at]
            at += 1


def _run(blocks: Sequence[Block], at: int) -> list[Item]:
    run: list[Item] = []
    while at + len(run) < len(blocks):
        block = blocks[at + len(run)]
        item = _point(block) if isinstance(block, Paragraph) else None
        if item is None or (run and not _follows(run[-1].marker, item.marker)):
            break
        run.append(item)
    return run


def _point(block: Paragraph) -> Item | None:
    lines = block.lines or (block.text,)
    found = _NUMBER.match(lines[0])
    if not found:
        return None
    kept = (lines[0][found.end() :], *lines[1:])
    return Item(fold("\n".join(kept)), block.place, 0, f"{found['number']}.", lines=kept)


def _follows(before: str, after: str) -> bool:
    old, new = (one.rstrip(".").split(".") for one in (before, after))
    return old[:-1] == new[:-1] and int(new[-1]) == int(old[-1]) + 1


_WHO = re.compile(
    r"[.;,]\s+(?:Ansvarig(?:a|e)?|Ansvarlige?|Huvudansvarig|Responsible|The lead|The owner|Lead)"
    r"\s(?:för\s(?:detta|punkten|arbetet)\s|for\s(?:dette|this)\s)?(?:är|blir|er|is|are|bliver)\s",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:[.;,]\s+|\s+)(?:och|and|og)?\s*"
    r"(?:arbetet|det|detta|uppgiften|åtgärden|it|this|the work|arbejdet|dette|arbeidet|tiltaket"
    r"|punkten)\s(?:ska|skall|skal|is to|must|should|shall|will)\s(?:vara|være|be)\s"
    r"(?:klar|klart|färdig|färdigt|slutfört|slutförd|avslutat|genomfört|færdig|færdigt|ferdig|gjennomført"
    r"|done|complete|completed|finished|ready)\s",
    re.IGNORECASE,
)


def with_labels(text: str) -> str:
    """Sentences that say who and when written as labels: ", ansvarig: …, klart: …"."""
    return _WHEN.sub(", klart: ", _WHO.sub(", ansvarig: ", text))
