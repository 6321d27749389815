"""The bytes of a message apart from its state, so that a new state does not write them anew."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "outbox_content",
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"],
            ["outbox_message.id"],
            name=op.f("fk_outbox_content_message_id_outbox_message"),
        ),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_outbox_content")),
    )
    op.execute(
        "INSERT INTO outbox_content (message_id, content) SELECT id, content FROM outbox_message"
    )
    op.drop_column("outbox_message", "content")
