"""Sets aside days on which a document was written or a matter decided: no deadlines."""

import re

from deadlines.mentions import Findings, Mention
from deadlines.periods import House
from deadlines.tokens import Line

# Right before the day; behind a deadline "updated" gives a new one.
WRITTEN = re.compile(
    r"^\W*(?:(?:senast|last) )?(?:uppdatera[dt]e?s?|updated|(?:se|see) [^\W\d_]+)\s*:?\s*$",
    re.IGNORECASE,
)
DECIDED = re.compile(
    r"(?:^|[,;(])\s*(?:beslutat|beslutad|fastställd|fastställt|antagen|antaget|decided|adopted"
    r"|approved)(?: den| on)?\s*:?\s*$",
    re.IGNORECASE,
)


def set_aside(found: Findings, line: Line, house: House) -> None:
    """Leaves the mentions that can be deadlines; a decision's day alone can be one."""
    kept = [mention for mention in found.mentions if not _is(WRITTEN, mention, line, house)]
    found.names |= len(kept) < len(found.mentions)
    undecided = [mention for mention in kept if not _is(DECIDED, mention, line, house)]
    found.mentions = undecided or kept


def _is(stamp: re.Pattern[str], mention: Mention, line: Line, house: House) -> bool:
    """Whether the mention is a whole day, already past, that such words stamp."""
    if mention.item != "date" or house.reference is None:
        return False
    over = mention.span.days(0, house)[1] <= house.reference
    alone = line.tags[mention.end :][:1] in ("", ",", ")")
    return over and alone and stamp.search(line.text[: line.places[mention.begin]]) is not None
