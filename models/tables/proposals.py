"""What groups would like to change in their plans, and what came of it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.tables.declared import Declared, one_of
from models.tables.people import Group
from models.tables.plans import Activity
from models.values import OUTCOMES, PROPOSALS


class Proposal(Declared):
    """Changes nothing until somebody accepts it (decision 0011).

    activity_id: None for a new activity and for an order. content: what the kind needs.
    answer: what whoever settled it wrote to the group.
    """

    __tablename__ = "proposal"
    __table_args__ = (
        CheckConstraint(one_of("kind", PROPOSALS), name="known_kind"),
        CheckConstraint(f"outcome IS NULL OR {one_of('outcome', OUTCOMES)}", name="known_outcome"),
        CheckConstraint("(outcome IS NULL) = (settled_on IS NULL)", name="outcome_has_its_day"),
        CheckConstraint("(outcome IS NULL) = (settled_by IS NULL)", name="outcome_has_its_person"),
        Index(
            "ix_proposal_open",
            "council_id",
            sqlite_where=text("outcome IS NULL"),
            postgresql_where=text("outcome IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"))
    group_id: Mapped[int] = mapped_column(ForeignKey("working_group.id"), index=True)
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activity.id"), index=True)
    kind: Mapped[str]
    content: Mapped[dict[str, Any]]
    reason: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    proposed_by: Mapped[str]
    proposed_on: Mapped[date]
    proposed_at: Mapped[datetime]
    outcome: Mapped[str | None]
    settled_on: Mapped[date | None] = mapped_column(index=True)
    settled_by: Mapped[str | None]
    answer: Mapped[str | None]

    group: Mapped[Group] = relationship(lazy="raise")
    activity: Mapped[Activity | None] = relationship(lazy="raise")
