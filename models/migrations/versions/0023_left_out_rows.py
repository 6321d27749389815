"""What an activity was when a new version of the plan left it out, so that it can come back."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("activity", sa.Column("left_out_as", sa.String(), nullable=True))
