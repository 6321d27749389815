"""The council that a database serves."""

from sqlalchemy.orm import Session

from models.queries import council_by_slug
from models.tables.people import Council, Group

DEFAULT = "council"


def ensure_council(session: Session, *, name: str, language: str, slug: str = DEFAULT) -> Council:
    """The council's row, made on the first visit and kept in step with its file."""
    council = council_by_slug(session, slug)
    if council is None:
        council = Council(slug=slug, name=name, language=language)
        session.add(council)
        session.flush()
        for kind in ("executive_committee", "secretariat"):
            session.add(Group(council_id=council.id, slug=kind, name=kind, kind=kind))
        session.flush()
    council.name, council.language = name, language
    return council
