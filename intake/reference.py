"""The day that a document states for itself: decided, updated, held."""

import re
from collections.abc import Iterator
from datetime import date

from intake import vocabulary as words
from intake.document import Document, Heading, Item, Paragraph
from intake.time_vocabulary import MONTH_NUMBERS
from intake.wording import fold

_LABEL = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, words.DATE_LABELS), key=len, reverse=True))})"
    r"\s*(?:den|on|at|(?:av|by|i) [^\d]{2,40})?\s*:?\s*"
    r"(?P<date>\d.{4,22}|[^\W\d_]{3,10}\.? \d.{3,12})",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)")
_NORDIC = re.compile(r"(?P<d>\d{1,2})\.?\s+(?P<month>[^\W\d_]{3,10})\.?\s+(?P<y>(?:19|20)\d\d)")
_AMERICAN = re.compile(r"(?P<month>[^\W\d_]{3,10})\.?\s+(?P<d>\d{1,2}),?\s+(?P<y>(?:19|20)\d\d)")
_DOTTED = re.compile(r"(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>(?:19|20)\d\d)")


def reference_in(document: Document) -> date | None:
    return next(_stated(document), None) or document.day or _year_of_title(document)


def _year_of_title(document: Document) -> date | None:
    """The year that a plan is named after, from its first day."""
    first = document.blocks[0] if document.blocks else None
    if not isinstance(first, Heading):
        return None
    years = set(re.findall(r"(?<![\d/-])20\d\d(?![\d/–-])", first.text))
    return date(int(years.pop()), 1, 1) if len(years) == 1 else None


def _stated(document: Document) -> Iterator[date]:
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph | Item):
            for line in getattr(block, "lines", ()) or (block.text,):
                yield from _dates_after_label(fold(line))
                if (
                    isinstance(block, Heading)
                    and (block.level <= 1 or block is document.blocks[0])
                    and (day := first_date(block.text))
                ):
                    yield day


def _dates_after_label(line: str) -> Iterator[date]:
    if len(line.split()) > 14:  # noqa: PLR2004 - a sentence speaks of other days
        return
    for found in _LABEL.finditer(line):
        if day := first_date(found["date"]):
            yield day


def first_date(text: str) -> date | None:
    """The first full date in a text, in the forms that people write."""
    for form in (_ISO, _NORDIC, _AMERICAN, _DOTTED):
        if (found := form.search(text)) and (day := _as_date(found.groupdict())):
            return day
    return None


def _as_date(parts: dict[str, str]) -> date | None:
    month = (
        int(parts["m"]) if parts.get("m") else MONTH_NUMBERS.get(parts["month"].casefold()[:3], 0)
    )
    try:
        return date(int(parts["y"]), month, int(parts["d"]))
    except ValueError:
        return None
