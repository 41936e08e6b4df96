"""How an office forms and words its papers."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("organisation", sa.Column("form", sa.String(), nullable=False, server_default="front"))
    op.add_column("organisation", sa.Column("wording", sa.JSON(), nullable=False, server_default="{}"))


def downgrade() -> None:
    op.drop_column("organisation", "wording")
    op.drop_column("organisation", "form")
