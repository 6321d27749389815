"""When a relay with a limit was given its latest messages, by all workers."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "relay_pace",
        sa.Column("relay", sa.String(), nullable=False),
        sa.Column("slots", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("relay", name=op.f("pk_relay_pace")),
    )
