"""What was promised: plans, their activities, and every move of a deadline."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from deadlines.deadline import Deadline
from models.tables.declared import Declared, one_of
from models.tables.people import Group
from models.values import CLOSED, HEALTHS, STATUSES

CHANGES_OF_HANDS = ("decided", "plan")
# Written out, so that both databases see that their partial indexes fit.
WAITS = text("blocked_by IS NOT NULL")
IS_REPORT_BACK = text("kind = 'report_back'")
DEADLINE_KINDS = ("by", "during", "from", "recurring", "ongoing", "event", "none")


class PlanVersion(Declared):
    """A document as it was read; a draft until a person approves it."""

    __tablename__ = "plan"
    __table_args__ = (
        CheckConstraint(one_of("state", ("draft", "approved", "superseded")), name="known_state"),
        CheckConstraint("(state = 'draft') = (approved_at IS NULL)", name="approved_has_its_time"),
        CheckConstraint(
            "(approved_at IS NULL) = (approved_by IS NULL)", name="approved_has_its_person"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"), index=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("working_group.id"), index=True)
    state: Mapped[str]
    title: Mapped[str | None]
    document: Mapped[str]
    sha256: Mapped[str]
    reference: Mapped[date | None]
    content: Mapped[dict[str, Any]]
    imported_at: Mapped[datetime]
    approved_at: Mapped[datetime | None]
    approved_by: Mapped[str | None]

    group: Mapped[Group] = relationship(lazy="raise")


class Activity(Declared):
    """One row of a working group's plan, or a report that the group owes.

    counted_from: the day from which check-ins are counted when nobody has answered yet.
    answered_on: the last day on which someone reported; the ladder starts anew there.
    decided_on: the last day on which the committee settled a case of it.
    passed_on: the day of the approval, where the last day was gone already by then.
    blocked_by: the uid of the activity that it waits for; freed_on: the day that one was over.
    left_out_as: its status when a new version of the plan left it out, which closed it.
    ask_on: the day of the next step that has not been told; on or before today: ask now.
    priority: 1 before the others, -1 after them; rank: the group's own order, which both the
    committee has accepted. Without a rank the document's order counts.
    """

    __tablename__ = "activity"
    __table_args__ = (
        UniqueConstraint("council_id", "uid"),
        CheckConstraint(one_of("kind", ("activity", "report_back")), name="known_kind"),
        CheckConstraint(one_of("status", STATUSES), name="known_status"),
        CheckConstraint(f"health IS NULL OR {one_of('health', HEALTHS)}", name="known_health"),
        CheckConstraint(one_of("deadline_kind", DEADLINE_KINDS), name="known_deadline_kind"),
        CheckConstraint("start IS NULL OR due IS NULL OR start <= due", name="days_in_order"),
        CheckConstraint(
            f"({one_of('status', CLOSED)}) = (closed_on IS NOT NULL)", name="closed_has_its_day"
        ),
        Index("ix_activity_to_review", "council_id", "closed_on", "next_review_on"),
        Index("ix_activity_to_ask", "council_id", "closed_on", "ask_on"),
        Index(
            "ix_activity_waits",
            *("council_id", "closed_on", "blocked_by"),
            sqlite_where=WAITS,
            postgresql_where=WAITS,
        ),
        Index(
            "ix_activity_report_back",
            *("council_id", "plan_id", "position", "due"),
            sqlite_where=IS_REPORT_BACK,
            postgresql_where=IS_REPORT_BACK,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"))
    group_id: Mapped[int] = mapped_column(ForeignKey("working_group.id"), index=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), index=True)
    uid: Mapped[str]
    kind: Mapped[str]
    position: Mapped[int]
    priority: Mapped[int] = mapped_column(default=0, server_default="0")
    rank: Mapped[int | None]
    number: Mapped[str | None]
    description: Mapped[str]
    responsible: Mapped[str | None]
    methods: Mapped[list[str]]
    source: Mapped[dict[str, Any]]

    wording: Mapped[str]
    deadline_kind: Mapped[str]
    start: Mapped[date | None]
    due: Mapped[date | None]
    precision: Mapped[str]
    edtf: Mapped[str | None]
    note: Mapped[str | None]
    deadline: Mapped[Deadline] = composite(
        "wording", "deadline_kind", "start", "due", "precision", "edtf", "note"
    )

    status: Mapped[str]
    counted_from: Mapped[date]
    answered_on: Mapped[date | None]
    decided_on: Mapped[date | None]
    passed_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    left_out_as: Mapped[str | None]
    blocked_by: Mapped[str | None]
    freed_on: Mapped[date | None]
    health: Mapped[str | None]
    reasons: Mapped[list[Any]]
    next_review_on: Mapped[date]
    ask_on: Mapped[date | None]

    group: Mapped[Group] = relationship(lazy="raise")


class PlanRow(Declared):
    """Which activity a row of an approved version is; `position` among its rows or its duties."""

    __tablename__ = "plan_row"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), primary_key=True)
    position: Mapped[int]


class DeadlineMove(Declared):
    """The slip ledger: a deadline that moved, and what it was before."""

    __tablename__ = "deadline_move"

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"))
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), index=True)
    moved_on: Mapped[date]
    moved_by: Mapped[str]
    reason: Mapped[str | None]
    from_wording: Mapped[str]
    from_start: Mapped[date | None]
    from_due: Mapped[date | None]
    to_wording: Mapped[str]
    to_start: Mapped[date | None]
    to_due: Mapped[date | None]


class ResponsibleChange(Declared):
    """Someone else answers for an activity. before, after: the wordings; None is the group."""

    __tablename__ = "responsible_change"
    __table_args__ = (
        CheckConstraint(one_of("because", CHANGES_OF_HANDS), name="known_reason"),
        Index("ix_responsible_change_day", "council_id", "changed_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"))
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), index=True)
    changed_on: Mapped[date]
    changed_by: Mapped[str]
    because: Mapped[str]
    before: Mapped[str | None]
    after: Mapped[str | None]

    activity: Mapped[Activity] = relationship(lazy="raise")
