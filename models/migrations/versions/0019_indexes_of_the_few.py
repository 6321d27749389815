"""What few rows have is found without a look at all that have it not."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    waits, report_back = "blocked_by IS NOT NULL", "kind = 'report_back'"
    _partial("activity", "waits", ["council_id", "closed_on", "blocked_by"], waits)
    duty = ["council_id", "plan_id", "position", "due"]
    _partial("activity", "report_back", duty, report_back)
    op.drop_index("ix_outbox_item_escalation_id", "outbox_item")
    _partial("outbox_item", "escalation_id", ["escalation_id"], "escalation_id IS NOT NULL")
    waiting, undelivered = "state IN ('queued', 'held')", "state IN ('failed', 'bounced')"
    _partial("outbox_message", "waiting", ["council_id", "day"], waiting)
    _partial("outbox_message", "undelivered", ["council_id"], undelivered)


def _partial(table: str, name: str, columns: list[str], where: str) -> None:
    op.create_index(
        f"ix_{table}_{name}",
        table,
        columns,
        sqlite_where=sa.text(where),
        postgresql_where=sa.text(where),
    )
