"""Links in letters; answers that can be undone; activities that a group gives back."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "action_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_because", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(revoked_at IS NULL) = (revoked_because IS NULL)",
            name=op.f("ck_action_link_revoked_has_its_reason"),
        ),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_action_link_council_id_council")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_action_link_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["message_id"],
            ["outbox_message.id"],
            name=op.f("fk_action_link_message_id_outbox_message"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_link")),
        sa.UniqueConstraint("message_id", name=op.f("uq_action_link_message_id")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_action_link_token_hash")),
    )
    op.create_index(op.f("ix_action_link_council_id"), "action_link", ["council_id"])
    op.create_index(op.f("ix_action_link_person_id"), "action_link", ["person_id"])
    op.add_column("progress_report", sa.Column("evidence", sa.String(), nullable=True))
    op.add_column("progress_report", sa.Column("before", sa.JSON(), nullable=True))
    op.add_column(
        "progress_report", sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True)
    )
    op.add_column("escalation", sa.Column("handover", sa.String(), nullable=True))
