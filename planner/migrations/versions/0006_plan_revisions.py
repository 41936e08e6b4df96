"""A plan that is issued again: the rows that it replaced; the sections of its running text."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("plan", sa.Column("outline", sa.JSON(), nullable=False, server_default="[]"))
