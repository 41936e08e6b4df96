"""Work that came up, and plans copied into the next year."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    with op.batch_alter_table("plan_row") as table:
        table.add_column(sa.Column("origin", sa.String(), nullable=False, server_default="document"))
    with op.batch_alter_table("plan_row") as table:
        table.alter_column("origin", server_default=None)
    with op.batch_alter_table("upload", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.alter_column("file_id", existing_type=sa.Integer(), nullable=True)
        copied = sa.ForeignKey("plan.id", name="fk_upload_copied_from_id_plan")
        table.add_column(sa.Column("copied_from_id", sa.Integer(), copied))


def downgrade() -> None:
    op.execute("DELETE FROM upload WHERE file_id IS NULL")
    with op.batch_alter_table("upload", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.drop_column("copied_from_id")
        table.alter_column("file_id", existing_type=sa.Integer(), nullable=False)
    with op.batch_alter_table("plan_row") as table:
        table.drop_column("origin")
