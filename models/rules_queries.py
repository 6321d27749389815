"""Questions about the rules that a council has worked by."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from models.tables.rules import RulesVersion


def rules_versions(session: Session, council_id: int) -> Sequence[RulesVersion]:
    """The oldest first."""
    return session.scalars(
        select(RulesVersion).where(RulesVersion.council_id == council_id).order_by(RulesVersion.id)
    ).all()


def rules_in_force(session: Session, council_id: int) -> RulesVersion | None:
    """The newest; None before the first evaluation."""
    return session.scalar(_IN_FORCE, {"council": council_id})


_IN_FORCE = (
    select(RulesVersion)
    .where(RulesVersion.council_id == bindparam("council"))
    .order_by(RulesVersion.id.desc())
    .limit(1)
)
