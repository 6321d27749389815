"""Groups that rest for a while; activities that wait for another."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("working_group", sa.Column("paused_from", sa.Date(), nullable=True))
    op.execute(
        "ALTER TABLE working_group ADD COLUMN paused_until DATE"
        " CONSTRAINT ck_working_group_pause_in_order CHECK"
        " ((paused_from IS NULL) = (paused_until IS NULL)"
        " AND (paused_from IS NULL OR paused_from <= paused_until))"
    )
    op.add_column("activity", sa.Column("blocked_by", sa.String(), nullable=True))
    op.add_column("activity", sa.Column("freed_on", sa.Date(), nullable=True))
