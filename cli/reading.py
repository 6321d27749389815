"""How a command reads a document, and when it asks for a date to count from."""

import sys
from datetime import date
from pathlib import Path

from cli.asking import which_day
from cli.printed import pages_read
from cli.words import reader, tell
from config.settings import load_settings
from deadlines.parse import MissingReferenceError, UnclearDeadlineError, parse_deadline
from intake.read import ReadDocument, read_document
from language.problems import Problem
from models.values import Plan


class MissingReferenceDateError(Problem):
    """A wording without a year, and no date to count from."""


def read_here(file: Path, reference: date | None) -> ReadDocument:
    """By the council's own words for times."""
    return read_document(
        file,
        reference=reference,
        reader=reader(),
        conventions=load_settings().council.conventions,
        progress=pages_read,
    )


def with_reference(file: Path, reference: date | None, *, ask: bool) -> ReadDocument:
    """Asks for a date to count from only where a wording needs one."""
    found = read_here(file, reference)
    wording = None if found.reference else _needs_reference(found.plan)
    if wording is None:
        return found
    if not ask or not sys.stdin.isatty():
        raise MissingReferenceDateError(file=file, wording=wording)
    given = which_day(tell("cli.plan.which_reference", wording=wording))
    return read_here(file, given)


def _needs_reference(plan: Plan) -> str | None:
    """The first wording that means nothing without a date to count from."""
    rows = [row.deadline for row in plan.activities] + [duty.deadline for duty in plan.reporting]
    for text in [deadline.text for deadline in rows if deadline]:
        try:
            parse_deadline(text, reference=None, lang=plan.language)
        except MissingReferenceError:
            return text
        except UnclearDeadlineError:
            continue
    return None
