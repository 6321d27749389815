"""A row's wording of time becomes a deadline, or stays as words with a question."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from deadlines.conventions import Conventions
from deadlines.deadline import Deadline
from deadlines.parse import MissingReferenceError, UnclearDeadlineError, parse_deadline
from intake.document import Doubt, doubt
from language.catalog import say
from models.values import Language


@dataclass(frozen=True, slots=True)
class Reading:
    """How words are taken: counted from which day, in which language, by whose rules, for whom."""

    reference: date | None
    language: Language
    conventions: Conventions
    reader: Language


@dataclass(frozen=True, slots=True)
class Understood:
    """undated: whether only a day to count from is missing, which is the document's own lack."""

    deadline: Deadline | None
    doubts: tuple[Doubt, ...] = ()
    undated: bool = False


def since(heading: str | None, by: Reading) -> Reading:
    """Counted from the first day of the heading's own time, where it has one."""
    window = understand(heading, by).deadline
    return replace(by, reference=window.start) if window and window.start else by


def understand(text: str | None, by: Reading) -> Understood:
    """The deadline, and what is uncertain about it."""
    if not text:
        return Understood(None)
    try:
        return Understood(
            parse_deadline(
                text, reference=by.reference, lang=by.language, conventions=by.conventions
            )
        )
    except MissingReferenceError:
        return Understood(_unknown(text, note=say("intake.no_year", by.reader)), undated=True)
    except UnclearDeadlineError:
        return Understood(_unknown(text), (doubt("unclear_deadline", text=text),))


def understand_cell(text: str | None, read_as: str | None, by: Reading) -> Understood:
    """A bare number is understood with the word that heads its column; the cell's words stay."""
    found = understand(read_as or text, by)
    if not text or not read_as or found.deadline is None:
        return found
    return replace(found, deadline=replace(found.deadline, text=text))


def undated(found: Iterable[Understood]) -> list[Doubt]:
    """One question for all wordings that only lack a year: the answer is one date."""
    texts = list(dict.fromkeys(one.deadline.text for one in found if one.undated and one.deadline))
    if len(texts) > 1:
        return [doubt("missing_references", number=len(texts), text=texts[0])]
    return [doubt("missing_reference", text=text) for text in texts]


def _unknown(text: str, note: str | None = None) -> Deadline:
    return Deadline(text=text, kind="none", start=None, due=None, precision="unknown", note=note)
