"""A case is told to the group's convenor first: the levels above move up by one."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("UPDATE escalation SET level = level + 1")
