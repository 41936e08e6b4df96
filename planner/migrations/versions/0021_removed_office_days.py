"""A day of the office's own that was removed stays as a row, so that its calendar can say that it is gone."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.add_column("office_day", sa.Column("removed_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    """What was removed goes for good, as it did before."""
    op.execute("DELETE FROM office_day WHERE removed_at IS NOT NULL")
    with op.batch_alter_table("office_day") as office_day:
        office_day.drop_column("removed_at")
