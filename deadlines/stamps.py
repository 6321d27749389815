"""Sets aside days on which a document was written or a matter decided: no deadlines."""

import re

from deadlines.mentions import Findings, Mention
from deadlines.periods import House
from deadlines.tokens import Line

# Right before the day; behind a deadline "updated" gives a new one.
WRITTEN = re.compile(
    r"^\W*(?:(?:senast|last) )?(?:(?:uppdatera|skapa|ändra|registrera)[dt]e?s?"
    r"|upprättad|född|born|f\.|inkom(?:men|met)?|utskri(?:ven|vet)|skickat|updated|created|modified|received"
    r"|printed|sent|(?:se|see) [^\W\d_]+)\s*:?\s*$",
    re.IGNORECASE,
)
WHOLE_DAY = "D"
DECIDED = re.compile(
    r"(?:^|[,;(])\s*(?:beslutat|beslutad|fastställd|fastställt|antagen|antaget|decided|adopted"
    r"|approved)(?: den| on)?\s*:?\s*$",
    re.IGNORECASE,
)


def set_aside(found: Findings, line: Line, house: House) -> None:
    """Leaves the mentions that can be deadlines; a decision's day alone can be one.

    To be asked of lines with a whole day only: no other day is set aside.
    """
    over = [mention for mention in found.mentions if _is_over(mention, line, house)]
    if not over:
        return
    written = [mention for mention in over if _stands_behind(WRITTEN, mention, line)]
    decided = [mention for mention in over if _stands_behind(DECIDED, mention, line)]
    found.names |= bool(written)
    kept = [mention for mention in found.mentions if mention not in written]
    found.mentions = [mention for mention in kept if mention not in decided] or kept


def _is_over(mention: Mention, line: Line, house: House) -> bool:
    """Whether it is a whole day, alone in its clause, that is already past."""
    if mention.item != "date" or house.reference is None:
        return False
    alone = line.tags[mention.end :][:1] in ("", ",", ")")
    return alone and mention.span.days(0, house)[1] <= house.reference


def _stands_behind(stamp: re.Pattern[str], mention: Mention, line: Line) -> bool:
    return stamp.search(line.text[: line.places[mention.begin]]) is not None
