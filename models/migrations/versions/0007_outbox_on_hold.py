"""An outbox that can be held, relays that are left alone, channels, bytes that are taken away."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

HELD = sa.text("state = 'held'")
STATES = "'queued', 'held', 'sending', 'sent', 'failed', 'bounced', 'cancelled', 'uncertain'"
KINDS = "'reminder', 'digest', 'secretariat', 'channel', 'test'"


def upgrade() -> None:
    with op.batch_alter_table("outbox_message") as table:
        table.drop_constraint(op.f("ck_outbox_message_known_state"), type_="check")
        table.create_check_constraint(
            op.f("ck_outbox_message_known_state"), f"state IN ({STATES})"
        )
        table.drop_constraint(op.f("ck_outbox_message_known_kind"), type_="check")
        table.create_check_constraint(op.f("ck_outbox_message_known_kind"), f"kind IN ({KINDS})")
        table.add_column(sa.Column("thinned_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_outbox_message_held",
        "outbox_message",
        ["council_id"],
        sqlite_where=HELD,
        postgresql_where=HELD,
    )
    op.create_table(
        "outbox_hold",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("council_id", sa.Integer(), nullable=True),
        sa.Column("because", sa.String(), nullable=False),
        sa.Column("placed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("placed_by", sa.String(), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("released_by", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(released_at IS NULL) = (released_by IS NULL)",
            name=op.f("ck_outbox_hold_released_has_its_person"),
        ),
        sa.ForeignKeyConstraint(
            ["council_id"], ["council.id"], name=op.f("fk_outbox_hold_council_id_council")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_hold")),
    )
    op.create_table(
        "relay_rest",
        sa.Column("relay", sa.String(), nullable=False),
        sa.Column("refusals", sa.Integer(), nullable=False),
        sa.Column("refused_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_try", sa.Float(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("problem", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("relay", name=op.f("pk_relay_rest")),
    )
