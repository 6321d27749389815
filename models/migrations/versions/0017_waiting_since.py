"""Since when a message has really waited, by the database's clock."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox_message", sa.Column("waits_since", sa.Float(), nullable=True))
