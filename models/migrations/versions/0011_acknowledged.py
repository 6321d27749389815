"""A case can be taken on by somebody, for a while."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("escalation", sa.Column("acknowledged_on", sa.Date(), nullable=True))
    op.execute(
        "ALTER TABLE escalation ADD COLUMN acknowledged_by VARCHAR"
        " CONSTRAINT ck_escalation_acknowledged_has_its_person"
        " CHECK ((acknowledged_on IS NULL) = (acknowledged_by IS NULL))"
    )
    op.add_column("escalation", sa.Column("returned_on", sa.Date(), nullable=True))
