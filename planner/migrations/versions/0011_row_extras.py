"""What a row says beside its work: products, costs and notes; the ids of uploads are not given again.

Of rows imported before nobody kept what stood beside them (null).
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("plan_row", sa.Column("extras", sa.JSON()))
    if op.get_context().dialect.name == "sqlite":  # PostgreSQL's sequences never go back
        _make_upload_anew(autoincrement=True)


def _make_upload_anew(autoincrement: bool) -> None:
    kept = {"sqlite_autoincrement": autoincrement}
    with op.batch_alter_table("upload", recreate="always", table_kwargs=kept):
        pass


def downgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        _make_upload_anew(autoincrement=False)
    op.drop_column("plan_row", "extras")
