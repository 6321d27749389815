"""A row's wording of time becomes a deadline, or stays as words with a question."""

from datetime import date

from deadlines.deadline import Deadline
from deadlines.parse import MissingReferenceError, UnclearDeadlineError, parse_deadline
from intake.document import Doubt, doubt
from models.values import Language


def understand(
    text: str | None, *, reference: date | None, language: Language
) -> tuple[Deadline | None, tuple[Doubt, ...]]:
    """The deadline, and what is uncertain about it."""
    if not text:
        return None, ()
    try:
        return parse_deadline(text, reference=reference, lang=language), ()
    except MissingReferenceError:
        return _unknown(text), (doubt("missing_reference", text=text),)
    except UnclearDeadlineError:
        return _unknown(text), (doubt("unclear_deadline", text=text),)


def _unknown(text: str) -> Deadline:
    return Deadline(text=text, kind="none", start=None, due=None, precision="unknown")
