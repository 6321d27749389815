"""What came of it: progress reports, escalations, and the audit trail."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.tables.declared import Declared, one_of
from models.tables.plans import Activity
from models.values import SETTLING, STATUSES


class ProgressReport(Declared):
    """What someone said of an activity.

    before: the activity and its case as they stood, so that the answer can be undone.
    """

    __tablename__ = "progress_report"
    __table_args__ = (CheckConstraint(one_of("status", STATUSES), name="known_status"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"))
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    said_by: Mapped[str]
    reported_on: Mapped[date] = mapped_column(index=True)
    reported_at: Mapped[datetime]
    status: Mapped[str]
    comment: Mapped[str | None]
    new_wording: Mapped[str | None]
    evidence: Mapped[str | None]
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    undone_at: Mapped[datetime | None]

    activity: Mapped[Activity] = relationship(lazy="raise")


class Escalation(Declared):
    """A case: opened and closed by rules, parked or decided by people.

    proposed: the new time that the group asks for, as it was understood when it was said.
    handover: whom the group suggests instead of itself ("" when it suggests nobody).
    acknowledged_by: who has taken it on; lapses unless something is heard.
    returned_on: the day on which it last came back as new.
    policy: the rules that it began with; None before it was known that they may change.
    """

    __tablename__ = "escalation"
    __table_args__ = (
        CheckConstraint("level >= 1", name="level_from_one"),
        CheckConstraint(
            f"decision IS NULL OR {one_of('decision', SETTLING)}", name="known_decision"
        ),
        CheckConstraint("(decision IS NULL) = (decided_on IS NULL)", name="decision_has_its_day"),
        CheckConstraint(
            "(decision IS NULL) = (decided_by IS NULL)", name="decision_has_its_person"
        ),
        CheckConstraint(
            "(closed_on IS NULL) = (closed_because IS NULL)", name="closed_has_its_reason"
        ),
        CheckConstraint("parked_until IS NULL OR decision = 'park'", name="parked_by_decision"),
        CheckConstraint(
            "(acknowledged_on IS NULL) = (acknowledged_by IS NULL)",
            name="acknowledged_has_its_person",
        ),
        Index(
            "one_open_case_per_activity",
            "activity_id",
            unique=True,
            sqlite_where=text("closed_on IS NULL"),
            postgresql_where=text("closed_on IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"), index=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"))
    level: Mapped[int]
    opened_on: Mapped[date]
    raised_on: Mapped[date]
    proposed: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    handover: Mapped[str | None]
    parked_until: Mapped[date | None]
    acknowledged_on: Mapped[date | None]
    acknowledged_by: Mapped[str | None]
    returned_on: Mapped[date | None]
    policy: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    decision: Mapped[str | None]
    decided_on: Mapped[date | None]
    decided_by: Mapped[str | None]
    closed_on: Mapped[date | None] = mapped_column(index=True)
    closed_because: Mapped[str | None]

    activity: Mapped[Activity] = relationship(lazy="raise")


class AuditEvent(Declared):
    """Who did what, when."""

    __tablename__ = "audit_event"

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"), index=True)
    at: Mapped[datetime]
    actor: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    details: Mapped[dict[str, Any]]
