"""Is a document that is imported older than what is approved already?"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from language.catalog import Language, say
from language.problems import Problem
from models.queries import approved_plan


@dataclass(frozen=True, slots=True)
class Older:
    """The day of the document, and the later one of the approved plan."""

    dated: date
    approved: date

    def in_words(self, language: Language) -> str:
        return say("revision.older", language, dated=self.dated, approved=self.approved)


class OlderDocumentError(Problem):
    """Nobody looks at what is approved unseen, so that an older document only becomes a draft."""

    exit_code = 1

    def __init__(self, number: int, older: Older) -> None:
        super().__init__(number=number, dated=older.dated, approved=older.approved)


def older_than_approved(session: Session, group_id: int, dated: date | None) -> Older | None:
    """None also where one of the two has no day."""
    approved = approved_plan(session, group_id)
    if approved is None or approved.reference is None or dated is None:
        return None
    return Older(dated, approved.reference) if dated < approved.reference else None
