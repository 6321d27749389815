"""Lines that nobody has marked as points: below a time, or each closing with one."""

from intake.document import Item, Paragraph, Section
from intake.points import candidate_of
from intake.reporting import is_duty
from intake.timewords import is_time, leading_time, opens_with_time
from intake.topics import topic_of
from intake.wording import fold

MAX_PLAIN = 14  # words


def dated_lines(section: Section) -> list[Item]:
    """Lines of their own that each close with a time, as milestones are written."""
    lines = [
        Item(fold(line), block.place)
        for block in section.blocks
        if isinstance(block, Paragraph)
        for line in block.lines
    ]
    dated = all(candidate_of(one, None).deadline and not is_duty(one.text) for one in lines)
    alone = topic_of(section.title) == "activities" and all(
        opens_with_time(one.text) for one in lines
    )
    return lines if lines and dated and (len(lines) > 1 or alone) else []


def plain_items(section: Section) -> list[Item]:
    """Short lines below a time, which nobody has marked as points."""
    lines = [
        Item(fold(line), block.place)
        for block in section.blocks
        if isinstance(block, Paragraph)
        for line in block.lines or (block.text,)
        if not is_time(line)
    ]
    plain = all(
        (one.text[:1].isupper() or leading_time(one.text)[0])
        and len(one.text.split()) <= MAX_PLAIN
        and not one.text.endswith((".", ":"))
        for one in lines
    )
    return lines if plain else []
