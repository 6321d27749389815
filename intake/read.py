"""Reads a document, whatever its format, into the plan that it holds."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Final

from deadlines.conventions import DEFAULT, Conventions
from intake.document import Document
from intake.find_plan import find_plan
from intake.opening import (
    BrokenDocumentError,
    Kind,
    Limits,
    Opened,
    PrintedPlanError,
    Progress,
    open_document,
    unseen,
)
from intake.own_export import is_own_export
from intake.reference import reference_in
from language.problems import Problem
from models.values import Language, Plan

__all__ = ["Limits", "ReadDocument", "read_document", "read_plan"]

Reader = Callable[[Opened, Limits], Document]

# One module a format, imported only when such a document comes: their libraries are heavy.
READERS: Final[dict[Kind, str]] = {
    "csv": "intake.from_csv",
    "docx": "intake.from_docx",
    "email": "intake.from_email",
    "html": "intake.from_html",
    "markdown": "intake.from_markdown",
    "ods": "intake.from_odf",
    "odt": "intake.from_odf",
    "pdf": "intake.from_pdf",
    "text": "intake.from_text",
    "xlsx": "intake.from_xlsx",
    "yaml": "intake.from_yaml",
}


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """reference: the day that its wordings were understood from; sha256: of the file's bytes."""

    plan: Plan
    reference: date | None
    sha256: str


def read_plan(
    path: Path,
    *,
    reference: date | None,
    reader: Language = "sv",
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> Plan:
    return read_document(path, reference=reference, reader=reader, limits=limits).plan


def read_document(
    path: Path,
    *,
    reference: date | None,
    reader: Language = "sv",
    conventions: Conventions = DEFAULT,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    progress: Progress = unseen,
) -> ReadDocument:
    """The plan in a file; reader is the language of its warnings.

    Without a reference the date that the document states for itself is used. Raises Problems only.
    """
    opened = open_document(path, limits, progress)
    document = _document(opened, limits)
    if opened.kind != "xlsx" and is_own_export(document):
        raise PrintedPlanError(path=path)
    day = reference or reference_in(document)
    plan = find_plan(document, reference=day, reader=reader, conventions=conventions)
    return ReadDocument(plan, day, sha256(opened.content).hexdigest())


def _document(opened: Opened, limits: Limits) -> Document:
    read: Reader = import_module(READERS[opened.kind]).read
    try:
        return replace(read(opened, limits), name=opened.path.stem)
    except Problem:
        raise
    except Exception as error:  # a hostile file can make any library fail in any way
        raise BrokenDocumentError(path=opened.path) from error
