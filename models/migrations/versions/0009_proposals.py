"""What groups would like to change; the order in which activities matter."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

KINDS = "'reword', 'split', 'add', 'drop', 'prioritise', 'reorder', 'hand_over'"
OPEN = sa.text("outcome IS NULL")


def upgrade() -> None:
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("proposed_by", sa.String(), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("settled_by", sa.String(), nullable=True),
        sa.Column("answer", sa.String(), nullable=True),
        sa.CheckConstraint(f"kind IN ({KINDS})", name=op.f("ck_proposal_known_kind")),
        sa.CheckConstraint(
            "outcome IS NULL OR outcome IN ('accepted', 'declined', 'withdrawn')",
            name=op.f("ck_proposal_known_outcome"),
        ),
        sa.CheckConstraint(
            "(outcome IS NULL) = (settled_on IS NULL)",
            name=op.f("ck_proposal_outcome_has_its_day"),
        ),
        sa.CheckConstraint(
            "(outcome IS NULL) = (settled_by IS NULL)",
            name=op.f("ck_proposal_outcome_has_its_person"),
        ),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_proposal_council_id_council")
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["working_group.id"], name=op.f("fk_proposal_group_id_working_group")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_proposal_activity_id_activity")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_proposal_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
    )
    op.create_index(op.f("ix_proposal_group_id"), "proposal", ["group_id"])
    op.create_index(op.f("ix_proposal_activity_id"), "proposal", ["activity_id"])
    op.create_index(op.f("ix_proposal_settled_on"), "proposal", ["settled_on"])
    op.create_index(
        "ix_proposal_open",
        "proposal",
        ["council_id"],
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    op.add_column(
        "activity", sa.Column("priority", sa.Integer(), server_default="0", nullable=False)
    )
    op.add_column("activity", sa.Column("rank", sa.Integer(), nullable=True))
