"""A row's wording of time becomes a deadline, or stays as words with a question."""

from dataclasses import dataclass
from datetime import date

from deadlines.conventions import Conventions
from deadlines.deadline import Deadline
from deadlines.parse import MissingReferenceError, UnclearDeadlineError, parse_deadline
from intake.document import Doubt, doubt
from models.values import Language


@dataclass(frozen=True, slots=True)
class Reading:
    """How words are taken: counted from which day, in which language, by whose rules."""

    reference: date | None
    language: Language
    conventions: Conventions


def understand(text: str | None, by: Reading) -> tuple[Deadline | None, tuple[Doubt, ...]]:
    """The deadline, and what is uncertain about it."""
    if not text:
        return None, ()
    try:
        return parse_deadline(
            text, reference=by.reference, lang=by.language, conventions=by.conventions
        ), ()
    except MissingReferenceError:
        return _unknown(text), (doubt("missing_reference", text=text),)
    except UnclearDeadlineError:
        return _unknown(text), (doubt("unclear_deadline", text=text),)


def _unknown(text: str) -> Deadline:
    return Deadline(text=text, kind="none", start=None, due=None, precision="unknown")
