"""Agencies, companies and associations send members too."""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

PRINCIPALS = "'region', 'municipality', 'university', 'agency', 'company', 'other'"


def upgrade() -> None:
    with op.batch_alter_table("organisation") as table:
        table.drop_constraint(op.f("ck_organisation_known_principal"), type_="check")
        table.create_check_constraint(
            op.f("ck_organisation_known_principal"),
            f"principal IS NULL OR principal IN ({PRINCIPALS})",
        )
