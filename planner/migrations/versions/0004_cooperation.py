"""The bodies that co-operate on a task. What plans have named until now stays text until a clerk links it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

ROW = sa.table("plan_row", sa.column("id"), sa.column("cooperating", sa.JSON))
TASK = sa.table("task", sa.column("id"), sa.column("row_id"), sa.column("board_id"))
BOARD = sa.table("board", sa.column("id"), sa.column("name"))


def upgrade() -> None:
    cooperation = op.create_table(
        "cooperation",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("task_id", sa.Integer(), sa.ForeignKey("task.id"), nullable=False),
        sa.Column("board_id", sa.Integer(), sa.ForeignKey("board.id"), index=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.UniqueConstraint("task_id", "name"),
    )
    named = (
        sa.select(TASK.c.id, BOARD.c.name, ROW.c.cooperating)
        .join_from(TASK, ROW, ROW.c.id == TASK.c.row_id)
        .join(BOARD, BOARD.c.id == TASK.c.board_id)
        .order_by(TASK.c.id)
    )
    found = [
        {"task_id": task, "name": name}
        for task, lead, names in op.get_bind().execute(named)
        for name in dict.fromkeys(names)
        if name != lead
    ]
    if found:
        op.bulk_insert(cooperation, found)


def downgrade() -> None:
    op.drop_table("cooperation")
