"""Where a card stands in its column."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.add_column("task", sa.Column("rank", sa.String(), nullable=True))
    op.add_column("organisation", sa.Column("arrangement", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    with op.batch_alter_table("organisation") as organisation:
        organisation.drop_column("arrangement")
    with op.batch_alter_table("task") as task:
        task.drop_column("rank")
