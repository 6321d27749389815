"""Finds the activities of a document: in its tables, and in its lists."""

from intake.candidates import Candidate
from intake.columns import Roles, roles_of
from intake.document import Document, Doubt, Table, sections
from intake.rows import activities_of, heading_row


def candidates(document: Document) -> tuple[list[Candidate], list[Doubt]]:
    """Activities in reading order, and what is doubtful about the document as a whole."""
    found: list[Candidate] = []
    roles: Roles = ()
    for section in sections(document):
        for block in section.blocks:
            if isinstance(block, Table):
                rows, roles = _from_table(block, roles)
                found += rows
    return found, []


def _from_table(table: Table, before: Roles) -> tuple[list[Candidate], Roles]:
    """A table without headings goes on with the columns of the one before it."""
    at = heading_row(table)
    if at is not None:
        roles = roles_of(table.rows[at].cells)
        return activities_of(table, roles, at + 1), roles
    return [], ()
