"""The day of the approval that found a row's time gone already."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("activity", sa.Column("passed_on", sa.Date(), nullable=True))
