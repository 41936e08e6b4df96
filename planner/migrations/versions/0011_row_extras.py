"""What a row says beside its work: products, costs and notes. Of rows imported before nobody kept them (null)."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("plan_row", sa.Column("extras", sa.JSON()))


def downgrade() -> None:
    op.drop_column("plan_row", "extras")
