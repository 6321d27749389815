"""Which activity each row of an approved version is; older versions keep theirs from now on."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "plan_row",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_plan_row_plan_id_plan")),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activity.id"], name=op.f("fk_plan_row_activity_id_activity")
        ),
        sa.PrimaryKeyConstraint("plan_id", "activity_id", name=op.f("pk_plan_row")),
    )
    op.execute(
        "INSERT INTO plan_row (plan_id, activity_id, position) "
        "SELECT plan_id, id, position FROM activity"
    )
