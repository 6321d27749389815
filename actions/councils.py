"""The council that a database serves."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from models.people_queries import council_by_slug
from models.tables.people import Council, Group

DEFAULT = "council"
UNNAMED = "Rådet"  # until its file or its first plan names it
OWN_GROUPS = ("executive_committee", "secretariat")


def ensure_council(
    session: Session, *, name: str | None, language: str, slug: str = DEFAULT
) -> Council:
    """The council's row, made on the first visit and kept in step with its file."""
    council = council_by_slug(session, slug) or _made(session, slug, name or UNNAMED, language)
    name = name or council.name
    if (council.name, council.language) != (name, language):
        council.name, council.language = name, language
    return council


def _made(session: Session, slug: str, name: str, language: str) -> Council:
    """Two first visits at once make one council."""
    _insert_once(session, Council, slug=slug, name=name, language=language)
    council = council_by_slug(session, slug)
    assert council is not None  # noqa: S101 - just inserted, by us or by the other visitor
    for kind in OWN_GROUPS:
        _insert_once(session, Group, council_id=council.id, slug=kind, name=kind, kind=kind)
    return council


def _insert_once(session: Session, table: type[Council] | type[Group], **values: Any) -> None:
    is_postgresql = session.get_bind().dialect.name == "postgresql"
    insert_into = postgresql.insert if is_postgresql else sqlite.insert
    session.execute(insert_into(table).values(**values).on_conflict_do_nothing())
