"""How often a person wants letters."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "ALTER TABLE person ADD COLUMN mail_pace VARCHAR CONSTRAINT ck_person_known_mail_pace"
        " CHECK (mail_pace IS NULL OR mail_pace IN ('day', 'week'))"
    )
