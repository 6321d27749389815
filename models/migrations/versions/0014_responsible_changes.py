"""Who answered for an activity before, and who does since."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "responsible_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("changed_on", sa.Date(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("because", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("after", sa.String(), nullable=True),
        sa.CheckConstraint(
            "because IN ('decided', 'plan')", name=op.f("ck_responsible_change_known_reason")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["activity.id"],
            name=op.f("fk_responsible_change_activity_id_activity"),
        ),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_responsible_change_council_id_council")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_responsible_change")),
    )
    op.create_index(
        op.f("ix_responsible_change_activity_id"), "responsible_change", ["activity_id"]
    )
    op.create_index(
        "ix_responsible_change_day", "responsible_change", ["council_id", "changed_on"]
    )
